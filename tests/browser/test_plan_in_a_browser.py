"""What a person does on Plan & progress: see at a glance, search, type an outcome, re-base, draw a row on."""

from urllib.parse import urlsplit

import pytest
from hands import drawn, heads, says
from playwright.sync_api import expect
from settling import settle

LOCALES = ["zh-CN", "en-GB"]


@pytest.mark.parametrize("locale", LOCALES)
def test_finding_pictures_and_tabs_are_in_sight_and_nothing_is_cut_on_a_phone(visit, server, locale):
    page = visit(address=f"{server.address}plan", locale=locale, width=1366, height=650)
    expect(page.locator("svg.marks")).to_have_count(4)
    for found in (*page.locator("svg.marks").all(), page.locator(".st-key-plan_tab"), page.locator("h1")):
        place = found.bounding_box()
        assert place["y"] + place["height"] <= 650
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    drawn(page)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    places = [chart.bounding_box() for chart in page.locator("svg.marks").all()]
    assert all(place["x"] >= 0 and place["x"] + place["width"] <= 390 for place in places)
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_hidden()


def test_on_a_phone_a_sheet_left_open_is_gone_where_no_lever_is_and_the_pages_stay_in_reach(visit):
    page = visit(width=390, height=844)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Plan & progress").click()
    heads(page, "main targets")
    for part in ("stSidebarUserContent", "stSidebarCollapseButton"):
        expect(page.get_by_test_id(part)).to_be_hidden()
    page.get_by_role("link", name="Simulate").click()
    heads(page, "Not reached")


def test_an_outcome_is_typed_and_planned_from_and_a_reload_and_undo_find_all_as_it_was(visit, server):
    page = visit(address=f"{server.address}track")
    page.get_by_label("Outcome, bn yuan").fill("4400000")
    page.get_by_role("button", name="Add this outcome").click()
    expect(page.get_by_role("alert").filter(has_text="read in bn yuan")).to_be_visible()
    expect(page.get_by_label("Outcome, bn yuan")).to_have_value("4400000")
    page.get_by_label("Outcome, bn yuan").fill("44")
    page.get_by_label("Growth, % (optional)").fill("6.2")
    page.get_by_role("button", name="Add this outcome").click()
    says(page, **{"base": None, "outcome.gdp": "2025:440:6.2"})
    page.get_by_role("button", name="Re-base on 2025").click()
    says(page, **{"base": "2025", "outcome.gdp": "2025:440:6.2"})
    page.reload()
    settle(page)
    page.get_by_role("button", name="Back to base year 2023").click()
    says(page, **{"base": None, "outcome.gdp": "2025:440:6.2"})
    page.locator(".st-key-undo button").first.click()
    says(page, **{"base": "2025", "outcome.gdp": "2025:440:6.2"})


def test_a_row_is_found_added_and_moved_on_simulate(visit, server):
    page = visit(address=f"{server.address}plan")
    page.get_by_role("textbox").first.fill("line 112")
    page.keyboard.press("Enter")
    grid = page.get_by_test_id("stDataFrame")
    expect(page.get_by_text("of 336 figures; choose")).not_to_contain_text("336 of 336")
    drawn(page)
    grid.scroll_into_view_if_needed()
    rows = grid.locator("table tbody tr")
    rows.filter(has_text="Tourism revenue").first.wait_for(state="attached")  # drawn once it is in sight
    drawn(page)
    names = rows.all_text_contents()
    row = next(place for place, text in enumerate(names) if text.startswith("Tourism revenue"))
    place = grid.bounding_box()
    page.mouse.click(place["x"] + 18, place["y"] + 32 * (row + 1) + 16)
    page.get_by_role("button", name="Add to Simulate").click()
    says(page, tourism_revenue="20,20")
    page.get_by_role("link", name="Simulate").first.click()
    page.wait_for_url(lambda address: urlsplit(address).path == "/")
    drawn(page)
    page.get_by_text("More levers").click()
    box = page.locator("#lever_tourism_revenue_later .box")
    box.fill("12")
    box.press("Enter")
    says(page, tourism_revenue="20,12")
    expect(page.locator("svg.marks").filter(has_text="34.0")).to_have_count(1)  # 21.6 x 1.12^4 = 33.99
