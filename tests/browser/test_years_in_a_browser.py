"""The boxes of single years under a person's hands: typed fast while the server is slow, pasted, locked, refused."""

import pytest
from hands import says
from line import Line
from playwright.sync_api import Page, expect

START = "v=4&lang=en"


@pytest.fixture(scope="module")
def line(server):
    return Line(server.port)


def _box(page: Page, year: int):
    return page.locator(".st-key-years").get_by_role("textbox", name=str(year))  # a year that is set says so beside it


def _hold(page: Page, *values: str) -> None:
    """The boxes of 2024 to 2028 hold these."""
    for year, value in enumerate(values, 2024):
        expect(_box(page, year)).to_have_value(value)


def _type(page: Page, *texts: str) -> None:
    """Types into one box after the other, at the pace of a hand that copies a row of figures."""
    for text in texts:
        page.keyboard.type(text, delay=90)
        page.keyboard.press("Tab")


def _paste(page: Page, text: str) -> None:
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+v")
    page.keyboard.press("Enter")


def test_years_typed_fast_while_the_server_is_slow_are_all_set_to_what_was_typed(visit, line):
    page = visit(START, address=f"{line.address}years")
    line.delay = 0.4
    _box(page, 2024).focus()
    _type(page, "5.4", "6.2", "7.1", "4.8", "5.9")
    line.delay = 0
    says(page, gdp="6.5,7.5,2024:5.4,2025:6.2,2026:7.1,2027:4.8,2028:5.9")
    _hold(page, "5.4", "6.2", "7.1", "4.8", "5.9")


def test_a_year_is_set_locked_emptied_and_taken_back_and_what_is_refused_stays_with_a_sentence(visit, server):
    page = visit(START, address=f"{server.address}years")
    _box(page, 2026).focus()
    _type(page, "5")
    page.get_by_role("button", name="2026", exact=True).click()
    says(page, **{"gdp": "6.5,7.5,2026:5", "gdp.locked": "2026"})
    _box(page, 2026).fill("")
    _box(page, 2026).press("Enter")
    says(page, gdp="6.5,7.5")
    page.locator(".st-key-undo button").first.click()
    says(page, **{"gdp": "6.5,7.5,2026:5", "gdp.locked": "2026"})
    _hold(page, "", "", "5.0", "", "")
    _box(page, 2025).focus()
    _type(page, "lots")
    expect(page.get_by_test_id("stAlert").filter(has_text="lots")).to_be_visible()
    _hold(page, "", "lots", "5.0")
    says(page, gdp="6.5,7.5,2026:5")


def test_a_row_or_a_column_of_years_sets_them_all_or_says_what_does_not_fit(visit, server):
    page = visit(START, address=f"{server.address}years")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _box(page, 2024).focus()
    _paste(page, "6.1\t6.2")
    says(page, gdp="6.5,7.5,2024:6.1,2025:6.2")
    _box(page, 2026).focus()
    _paste(page, "7.2%\n７.3")
    says(page, gdp="6.5,7.5,2024:6.1,2025:6.2,2026:7.2,2027:7.3")
    _hold(page, "6.1", "6.2", "7.2", "7.3", "")
    _box(page, 2024).select_text()
    _paste(page, "6.3\t\t7.1\n")  # an empty cell gives its year back to the lever
    says(page, gdp="6.5,7.5,2024:6.3,2026:7.1,2027:7.3")
    _hold(page, "6.3", "", "7.1", "7.3", "")
    _box(page, 2028).focus()
    _paste(page, "1\t2\t3")
    expect(page.get_by_test_id("stAlert").filter(has_text="got 2; 3")).to_be_visible()
    says(page, gdp="6.5,7.5,2024:6.3,2026:7.1,2027:7.3")
