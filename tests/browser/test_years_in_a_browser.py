"""The boxes of single years under a person's hands: typed fast while the server is slow, pasted, locked, refused."""

import pytest
from hands import query
from line import Line
from playwright.sync_api import Page
from settling import settle

START = "v=3&lang=en"


@pytest.fixture(scope="module")
def line(server):
    return Line(server.port)


def _box(page: Page, year: int):
    return page.locator(".st-key-years").get_by_role("textbox", name=str(year), exact=True)


def _values(page: Page) -> list[str]:
    return [_box(page, year).input_value() for year in range(2024, 2029)]


def _pause(page: Page) -> None:
    page.wait_for_timeout(900)
    settle(page)


def _type(page: Page, *texts: str) -> None:
    """Types into one box after the other, at the pace of a hand that copies a row of figures."""
    for text in texts:
        page.keyboard.type(text, delay=90)
        page.keyboard.press("Tab")
    _pause(page)


def _paste(page: Page, text: str) -> None:
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+v")
    page.keyboard.press("Enter")
    _pause(page)


@pytest.mark.parametrize("delay", [0, 0.4])
def test_years_typed_fast_are_all_set_to_what_was_typed(visit, line, delay):
    page = visit(START, address=f"{line.address}years")
    line.delay = delay
    _box(page, 2024).focus()
    _type(page, "5.4", "6.2", "7.1", "4.8", "5.9")
    line.delay = 0
    assert query(page)["gdp"] == "6.5,7.5,2024:5.4,2025:6.2,2026:7.1,2027:4.8,2028:5.9"
    assert _values(page) == ["5.4", "6.2", "7.1", "4.8", "5.9"]


def test_a_year_is_set_locked_emptied_and_taken_back(visit, server):
    page = visit(START, address=f"{server.address}years")
    _box(page, 2026).focus()
    _type(page, "5")
    page.get_by_role("button", name="2026", exact=True).click()
    _pause(page)
    assert query(page)["gdp"] == "6.5,7.5,2026:5!"
    _box(page, 2026).fill("")
    _box(page, 2026).press("Enter")
    _pause(page)
    assert query(page)["gdp"] == "6.5,7.5"
    page.locator(".st-key-undo button").first.click()
    _pause(page)
    assert query(page)["gdp"] == "6.5,7.5,2026:5!"
    assert _values(page) == ["", "", "5.0", "", ""]


@pytest.mark.parametrize("between", ["\t", "\n"])
def test_a_row_or_a_column_of_years_sets_them_all_or_says_what_does_not_fit(visit, server, between):
    page = visit(START, address=f"{server.address}years", permissions=["clipboard-read", "clipboard-write"])
    _box(page, 2025).focus()
    _paste(page, between.join(("7.1", "7.2%", "７.3")))
    assert query(page)["gdp"] == "6.5,7.5,2025:7.1,2026:7.2,2027:7.3"
    assert _values(page) == ["", "7.1", "7.2", "7.3", ""]
    _box(page, 2028).focus()
    _paste(page, between.join(("1", "2", "3")))
    assert query(page)["gdp"] == "6.5,7.5,2025:7.1,2026:7.2,2027:7.3"
    assert "got 2, 3" in page.get_by_test_id("stAlert").inner_text()


def test_what_is_refused_stays_in_its_box_with_a_sentence(visit, server):
    page = visit(START, address=f"{server.address}years")
    _box(page, 2025).focus()
    _type(page, "lots")
    assert query(page)["gdp"] == "6.5,7.5"
    assert _values(page)[1] == "lots"
    assert "lots" in page.get_by_test_id("stAlert").inner_text()
