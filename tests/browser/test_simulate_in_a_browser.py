"""Simulate under hands and eyes: what is in sight, what follows a lever, what undo and a link do."""

import itertools
import re

import pytest
from hands import drawn, heading, heads, query, says
from playwright.sync_api import Page, expect
from settling import settle

LOOKS = [("zh-CN", "light"), ("en-GB", "dark")]
DESK, PHONE = (1366, 650), (390, 844)
LATER = "#lever_gdp_later"
CHART = ".st-key-gdp svg.marks"
SECOND = "[data-testid=stMarkdown]:has(h1) p"
ANSWER = ["h1", SECOND, CHART, "[data-testid=stMetric]"]
"""The verdict, the line below it, the whole chart, and four figures."""
MAIN = (("gdp_first", "gdp_later", "deflator_later"), ("target_level", "target_year"), ("gdp_base",))
"""The main levers, by group."""


def box(page: Page, selector: str) -> dict[str, float]:
    """The place of the first that is found [pixels]: x, y, right, bottom."""
    found = page.locator(selector).first.bounding_box()
    assert found, selector
    return found | {"right": found["x"] + found["width"], "bottom": found["y"] + found["height"]}


def drag(page: Page, by: int, lever: str = LATER) -> None:
    """Takes the thumb of a lever and drags it, without letting go."""
    slider = page.locator(f"{lever} .slider")
    share = slider.evaluate("each => (each.value - each.min) / (each.max - each.min)")
    place = box(page, f"{lever} .slider")
    x, y = place["x"] + 8 + share * (place["width"] - 16), place["y"] + place["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y, steps=10)


def within(page: Page, selectors: list[str], width: int, height: int) -> None:
    """Everything that these find is inside the window, whole."""
    for selector in selectors:
        expect(page.locator(selector).first).to_be_visible()
        for found in page.locator(selector).all():
            place = found.bounding_box()
            assert place, selector
            assert place["x"] >= 0, selector
            assert place["y"] >= 0, selector
            assert place["x"] + place["width"] <= width, selector
            assert place["y"] + place["height"] <= height, selector


@pytest.mark.parametrize(("locale", "theme"), LOOKS)
def test_answer_and_levers_are_in_sight_without_scrolling(visit, locale, theme):
    page = visit(locale=locale, width=DESK[0], height=DESK[1], color_scheme=theme)
    levers = [f"#lever_{key}" for group in MAIN for key in group]
    within(page, [*ANSWER, ".st-key-simulate_tab [role=radiogroup]", *levers], *DESK)
    assert page.locator("[data-testid=stMetric]").count() == 4
    assert box(page, "h1")["height"] < 45, "the verdict is one line"
    assert box(page, SECOND)["height"] < 30, "what stands below the verdict is one line"
    for group in MAIN:
        ends = [box(page, f"#lever_{key}")["bottom"] for key in group]  # the first begins with a heading
        assert all(lower - upper <= 52 for upper, lower in itertools.pairwise(ends)), group


@pytest.mark.parametrize(("locale", "theme"), LOOKS)
def test_a_phone_shows_verdict_chart_and_figures_first_and_the_levers_below_them(visit, locale, theme):
    page = visit(locale=locale, width=PHONE[0], height=PHONE[1], color_scheme=theme, has_touch=locale == "en-GB")
    button = "[data-testid=stExpandSidebarButton]"
    within(page, ANSWER, PHONE[0], int(box(page, button)["y"]))
    page.locator(button).click()
    sheet = "document.querySelector('[data-testid=stSidebar]').getBoundingClientRect()"
    page.wait_for_function(f"{sheet}.bottom <= {PHONE[1]} + 1 && {sheet}.height > 300")
    drawn(page)
    top = box(page, "[data-testid=stSidebar]")["y"]
    assert box(page, "h1")["bottom"] < top
    assert box(page, f"{CHART}")["y"] + 80 < top
    for group in MAIN:  # the sheet scrolls to each, and leaves the verdict and the upper chart in sight
        for key in group:
            slider = page.locator(f"#lever_{key} .slider")
            slider.scroll_into_view_if_needed()
            assert slider.bounding_box()["y"] >= top
    assert box(page, "h1")["y"] >= 0


def test_a_drag_moves_verdict_chart_and_figures_is_one_step_of_undo_and_its_address_shows_the_same_elsewhere(visit):
    page = visit()
    page.evaluate("window.chart = document.querySelector('.st-key-gdp svg.marks')")
    before = heading(page), page.locator("[data-testid=stMetric]").first.inner_text()
    labels = page.locator(".st-key-gdp svg.marks").text_content()
    drag(page, by=40)
    expect(page.locator("h1", has_text=before[0])).to_have_count(0)
    drawn(page)
    assert page.locator("[data-testid=stMetric]").first.inner_text() != before[1]
    assert page.locator(".st-key-gdp svg.marks").text_content() != labels
    assert page.evaluate("window.chart === document.querySelector('.st-key-gdp svg.marks')"), "the chart was built anew"
    page.mouse.up()
    drawn(page)
    other = visit(address=page.url, locale="zh-CN")
    heads(other, heading(page))
    assert other.locator("[data-testid=stMetric]").all_inner_texts() == (
        page.locator("[data-testid=stMetric]").all_inner_texts()
    )
    page.get_by_role("button", name="Undo").first.click()
    heads(page, before[0])
    expect(page.get_by_role("button", name="Undo").first).to_be_disabled()


def test_a_link_that_is_copied_at_once_holds_what_was_just_typed(visit):
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(f"{LATER} .box").fill("5.5")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".bridge-bar")).to_have_text("Copied")
    assert "gdp=6.5,5.5" in page.evaluate("navigator.clipboard.readText()").replace("%2C", ",")


def test_presets_solve_and_the_way_back_move_the_levers(visit):
    page = visit(locale="en-GB")
    number = page.locator(f"{LATER} .box")
    page.get_by_role("radio", name="2023 growth").or_(page.get_by_role("button", name="2023 growth")).first.click()
    expect(number).to_have_value("5.8")
    page.locator(f"{LATER} button").first.click()
    expect(number).to_have_value("7.73")  # (550 / (386 x 1.058))^(1/4) - 1 = 7.73 %
    heads(page, "Reached")
    page.get_by_role("button", name=re.compile("changes? from the plan")).click()
    page.get_by_role("button", name="Reset to the plan").click()
    expect(number).to_have_value("7.5")
    expect(page.get_by_text("from the 2024 plan")).to_have_count(0)


def test_the_language_changes_page_and_link_and_nothing_else(visit):
    page = visit(locale="zh-CN")
    before = query(page)
    page.get_by_text("EN", exact=True).click()
    says(page, lang="en")
    heads(page, "Not reached")
    assert {key: text for key, text in query(page).items() if key not in ("lang", "check")} == {
        key: text for key, text in before.items() if key not in ("lang", "check")
    }
    expect(page.locator("[data-testid=stTopNavLink]").first).to_have_text("Simulate")


def test_what_is_refused_is_said_beside_its_lever_and_stays_in_its_box(visit):
    page = visit(locale="en-GB")
    number = page.locator(f"{LATER} .box")
    before = heading(page)
    number.fill("99")
    number.press("Enter")
    expect(page.locator(f"{LATER} [role=alert]")).to_have_text("must lie between −10 % and 30 %")
    expect(number).to_have_value("99")
    assert heading(page) == before


def test_two_tabs_of_one_browser_keep_a_scenario_each(visit):
    page = visit("gdp=6.5,7", locale="en-GB")
    other = page.context.new_page()
    other.goto(page.url.replace("gdp=6.5,7&", "gdp=6.5,8&"))
    settle(other)
    for tab, value in ((page, "7.1"), (other, "8.1")):
        tab.bring_to_front()
        tab.locator(f"{LATER} .slider").press("ArrowRight")
        says(tab, gdp=f"6.5,{value}")
    assert query(page)["gdp"] == "6.5,7.1"
