"""Simulate under hands and eyes: what is in sight, what follows a lever, what Back, undo and a link do."""

import re

import pytest
from hands import pause, query
from playwright.sync_api import Page, expect
from settling import settle

LOCALES = ["zh-CN", "en-GB"]
DESK, PHONE = (1366, 650), (390, 844)
LATER = ".st-key-lever_gdp_later"


def box(page: Page, selector: str) -> dict[str, float]:
    """The place of the first that is found [pixels]: x, y, right, bottom."""
    found = page.locator(selector).first.bounding_box()
    assert found, selector
    return found | {"right": found["x"] + found["width"], "bottom": found["y"] + found["height"]}


def verdict(page: Page) -> str:
    return page.locator("h1").inner_text()


def drag(page: Page, by: int, lever: str = LATER) -> None:
    """Takes the thumb of a lever and drags it, without letting go."""
    slider = page.locator(f"{lever} #slider")
    share = slider.evaluate("each => (each.value - each.min) / (each.max - each.min)")
    place = box(page, f"{lever} #slider")
    x, y = place["x"] + 8 + share * (place["width"] - 16), place["y"] + place["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y, steps=10)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_answer_and_levers_are_in_sight_without_scrolling(visit, locale, theme):
    width, height = DESK
    page = visit(locale=locale, width=width, height=height, color_scheme=theme)
    in_sight = ["h1", ".st-key-gdp svg.marks", "[data-testid=stTabs] [role=tablist]"]
    levers = ("gdp_first", "gdp_later", "deflator_later", "target_level", "target_year", "gdp_base")
    in_sight += [f".st-key-lever_{key} #slider" for key in levers]
    for selector in in_sight:
        place = box(page, selector)
        assert place["x"] >= 0, selector
        assert place["right"] <= width, selector
        assert place["bottom"] <= height, selector
    metrics = page.locator("[data-testid=stMetric]")
    assert metrics.count() == 4
    assert all(metric.bounding_box()["y"] + metric.bounding_box()["height"] < height for metric in metrics.all())
    assert box(page, "h1")["height"] < 45, "the verdict is one line"
    assert box(page, ".st-key-lever_gdp_later")["y"] - box(page, ".st-key-lever_gdp_first")["y"] <= 50


@pytest.mark.parametrize("locale", LOCALES)
def test_a_phone_shows_verdict_chart_and_figures_first_and_the_levers_over_them(visit, locale):
    width, height = PHONE
    page = visit(locale=locale, width=width, height=height, has_touch=True)
    assert box(page, ".st-key-gdp svg.marks")["bottom"] < height
    assert page.locator("[data-testid=stMetric]").last.bounding_box()["y"] < height
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("[data-testid=stExpandSidebarButton]").click()
    pause(page, 600)
    sheet = box(page, "[data-testid=stSidebar]")
    assert sheet["bottom"] <= height + 1
    assert box(page, "h1")["bottom"] < sheet["y"]
    assert box(page, ".st-key-gdp svg.marks")["y"] + 80 < sheet["y"]
    assert box(page, f"{LATER} #slider")["bottom"] < height


@pytest.mark.parametrize("locale", LOCALES)
def test_verdict_chart_and_figures_follow_a_lever_while_it_is_dragged(visit, locale):
    page = visit(locale=locale)
    pause(page, 500)
    page.evaluate("window.chart = document.querySelector('.st-key-gdp svg.marks')")
    before = verdict(page), page.locator("[data-testid=stMetric]").first.inner_text()
    labels = page.locator(".st-key-gdp svg.marks").text_content()
    drag(page, by=40)
    expect(page.locator("h1")).not_to_have_text(before[0])
    pause(page)
    assert page.locator("[data-testid=stMetric]").first.inner_text() != before[1]
    assert page.locator(".st-key-gdp svg.marks").text_content() != labels
    assert page.evaluate("window.chart === document.querySelector('.st-key-gdp svg.marks')"), "the chart was built anew"
    page.mouse.up()


def test_a_drag_is_one_step_of_undo(visit):
    page = visit(locale="en-GB")
    before = verdict(page)
    drag(page, by=40)
    page.mouse.up()
    pause(page)
    assert verdict(page) != before
    page.get_by_role("button", name="Undo").first.click()
    pause(page)
    assert verdict(page) == before
    expect(page.get_by_role("button", name="Undo").first).to_be_disabled()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_address_shows_the_same_in_a_fresh_profile(visit, server, locale):
    page = visit(locale=locale)
    drag(page, by=-30)
    page.mouse.up()
    pause(page)
    other = visit(address=page.url, locale="fr-FR")
    assert verdict(other) == verdict(page)
    assert other.locator("[data-testid=stMetric]").all_inner_texts() == (
        page.locator("[data-testid=stMetric]").all_inner_texts()
    )


def test_back_leaves_a_page_with_one_press_and_the_scenario_goes_along(visit):
    page = visit(locale="en-GB")
    slider = page.locator(f"{LATER} #slider")
    slider.focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    pause(page, 800)
    moved = query(page)["gdp"]
    assert moved == "6.5,9.5"
    for name in ("Feasibility", "Compare"):
        page.locator("[data-testid=stTopNavLink]", has_text=name).click()
        pause(page, 500)
        assert query(page)["gdp"] == moved
        assert page.title() == f"{name} · Fengjie County, Chongqing · County plan simulator"
    page.go_back()
    pause(page, 800)
    assert "/feasibility" in page.url
    page.go_back()
    pause(page, 800)
    assert verdict(page).startswith("Reached")
    assert query(page)["gdp"] == moved
    page.go_back()
    assert page.url == "about:blank"


@pytest.mark.parametrize(("path", "heading"), [("years", "GDP of 54.90"), ("track", "3 of 5 main targets")])
def test_former_addresses_lead_to_what_took_their_place(visit, server, path, heading):
    page = visit(address=f"{server.address}{path}")
    expect(page.locator("h1")).to_contain_text(heading)
    if path == "years":
        expect(page.get_by_role("tab", name="Year by year")).to_have_attribute("aria-selected", "true")


def test_presets_solve_and_the_way_back_move_the_levers(visit):
    page = visit(locale="en-GB")
    number = page.locator(f"{LATER} #box")
    page.get_by_role("radio", name="2023 growth").or_(page.get_by_role("button", name="2023 growth")).first.click()
    pause(page)
    expect(number).to_have_value("5.8")
    page.locator(f"{LATER} button").first.click()
    pause(page)
    assert "exactly on target" in verdict(page)
    page.get_by_role("button", name=re.compile("changes? from the 2024 plan")).click()
    pause(page, 500)
    page.get_by_role("button", name="Reset to the plan").click()
    pause(page)
    expect(number).to_have_value("7.5")
    expect(page.get_by_text("from the 2024 plan")).to_have_count(0)


def test_a_scenario_is_saved_and_opened_again(visit):
    page = visit(locale="en-GB")
    drag(page, by=-30)
    page.mouse.up()
    pause(page)
    saved = verdict(page)
    page.get_by_role("button", name="Save").first.click()
    pause(page)
    page.locator(".st-key-saved").get_by_text("2024 plan").click()
    pause(page)
    assert verdict(page) != saved
    page.get_by_role("button", name="Scenario 1").or_(page.get_by_role("radio", name="Scenario 1")).first.click()
    pause(page)
    assert verdict(page) == saved


def test_the_language_changes_page_and_link_and_nothing_else(visit):
    page = visit(locale="zh-CN")
    page.get_by_text("EN", exact=True).click()
    pause(page, 600)
    assert verdict(page).startswith("Depends on the baseline")
    assert query(page)["lang"] == "en"
    expect(page.locator("[data-testid=stTopNavLink]").first).to_have_text("Simulate")


def test_what_is_refused_is_said_beside_its_lever_and_stays_in_its_box(visit):
    page = visit(locale="en-GB")
    number = page.locator(f"{LATER} #box")
    before = verdict(page)
    number.fill("99")
    number.press("Enter")
    pause(page)
    expect(page.locator(f"{LATER} [role=alert]")).to_contain_text("outside the range (got 99)")
    expect(number).to_have_value("99")
    assert verdict(page) == before


def test_a_bad_link_opens_what_is_good_and_says_what_is_not(visit):
    page = visit("v=3&gdp=6.5,99&target=540,2028", locale="en-GB")
    expect(page.get_by_test_id("stAlert")).to_contain_text("outside the range (got 99)")
    assert "target of 54" in verdict(page)


def test_no_request_goes_to_another_host(visit, server):
    page = visit()
    settle(page)
    assert [each for each in page.requests if not each.startswith((server.address, "data:", "blob:"))] == []
