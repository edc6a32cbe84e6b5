"""What a person does on the feasibility page: ask in every direction, adopt an answer, send it, come back."""

from urllib.parse import urlsplit

import pytest
from hands import ask, choose, pause, query, type_in
from playwright.sync_api import expect

LOCALES = [("en-GB", "en"), ("zh-CN", "zh")]
SECTIONS = ("solve", "sensitivity", "sure", "realistic", "why", "sectors")
FEASIBILITY = {"en": "Feasibility", "zh": "可行性"}
GDP_LATER = "GDP, real growth from 2025 (%)"


@pytest.fixture
def feasibility(visit, server):
    def open_section(section="solve", asked="", **options):
        page = visit(f"v=3&view=band,{section},gdp" + (f"&{asked}" if asked else ""),
                     address=f"{server.address}feasibility", **options)  # fmt: skip
        assert query(page)["view"] == f"band,{section},gdp"
        return page

    return open_section


@pytest.mark.parametrize(("locale", "language"), LOCALES)
def test_the_page_is_one_click_away_and_back_leads_back_with_the_same_scenario(visit, locale, language):
    page = visit("gdp=6.5,8", locale=locale)
    before = page.url
    page.get_by_role("button", name=FEASIBILITY[language], exact=True).click()
    pause(page)
    assert urlsplit(page.url).path == "/feasibility"
    assert urlsplit(page.url).query == urlsplit(before).query
    page.go_back()
    pause(page)
    assert page.url == before


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize(("locale", "language"), LOCALES)
def test_every_section_opens_from_its_link_fits_the_screen_and_survives_a_reload(
    feasibility, locale, language, section
):
    page = feasibility(section, "gdp=6.5,8&deflator=0,1&fai=12,14&target=550,2028", locale=locale)
    assert query(page)["lang"] == language
    assert page.locator("[data-testid=stException], [data-testid=stAlert]").count() == 0
    expect(page.locator(".sections button[aria-pressed=true]")).to_have_count(1)
    before, address = page.locator(".part, .sheet").all_inner_texts(), page.url
    assert page.locator(".sheet").count() >= 1
    for width in (390, 1366):
        page.set_viewport_size({"width": width, "height": 768})
        pause(page)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    page.reload()
    pause(page)
    assert page.url == address
    assert page.locator(".part, .sheet").all_inner_texts() == before


def test_a_lever_moved_beside_the_page_moves_its_answers(feasibility):
    page = feasibility()
    before = page.locator(".sheet").first.inner_text()
    page.get_by_role("slider", name="GDP, real growth 2024 (%)").focus()
    page.keyboard.press("ArrowRight")
    pause(page)
    after = page.locator(".sheet").first.inner_text()
    # By hand: (550 / (386 x 1.066)) ^ (1/4) - 1 = 7.5238 %
    assert after != before
    assert "7.53 %" in after
    assert query(page)["gdp"] == "6.6,7.5"


def test_solving_for_a_lever_in_the_table_sets_it_so_that_the_target_is_met(feasibility):
    page = feasibility()
    ask(page, "solve:gdp_later")
    first, later = query(page)["gdp"].split(",")
    assert float(386 * (1 + float(first) / 100) * (1 + float(later) / 100) ** 4) == pytest.approx(550, rel=1e-9)
    assert "just the target" in page.locator(".verdict").inner_text()
    assert page.get_by_role("textbox", name=GDP_LATER).input_value().startswith("7.549")


def test_solving_for_a_lever_in_its_own_row_sets_it_on_the_first_page_too(visit):
    page = visit()
    page.get_by_role("button", name="Solve for this: set GDP in 2023 (bn yuan)").click()
    pause(page)
    base = float(query(page)["gdp0"].split(",")[0])
    assert base * 1.065 * 1.075**4 == pytest.approx(550, rel=1e-9)


def test_a_lever_that_cannot_meet_the_target_says_why_and_stays(visit):
    page = visit("gdp=6.5,7.5&target=2000,2028")
    before = query(page)["gdp"]
    page.get_by_role("button", name=f"Solve for this: set {GDP_LATER}").click()
    pause(page)
    said = page.locator(".complaints").inner_text()
    # By hand: (2000 / (386 x 1.065)) ^ (1/4) - 1 = 48.51 %
    assert "48.52 %" in said
    assert "30.00 %" in said
    assert query(page)["gdp"] == before


def test_the_income_growth_for_a_level_of_ones_own_is_solved(feasibility):
    page = feasibility()
    type_in(page, "Income per head to reach (yuan)", "35000")
    assert query(page)["income_target"] == "35000,2028"
    ask(page, "solve:income_later")
    first, later = (float(rate) / 100 for rate in query(page)["income"].split(","))
    assert 27813 * (1 + first) * (1 + later) ** 4 == pytest.approx(35000, rel=1e-9)


def test_a_cell_of_the_map_is_adopted_by_a_click(feasibility):
    page = feasibility("sensitivity")
    canvas = page.locator("canvas[role=img]")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.3)
    told = page.get_by_text("% of the target").inner_text()
    page.mouse.click(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.3)
    pause(page)
    later, deflator = (float(query(page)[key].split(",")[1]) for key in ("gdp", "deflator"))
    assert f"{later:g} %" in told
    assert f"{deflator:g} %" in told
    level = 386 * 1.065 * ((1 + later / 100) * (1 + deflator / 100)) ** 4
    assert f"{(level / 550 - 1) * 100:+.2f} %".replace("-", "−") in told


def test_a_click_beside_the_map_changes_nothing(feasibility):
    page = feasibility("sensitivity")
    canvas, before = page.locator("canvas[role=img]"), page.url
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    for across, down in ((5, 5), (box["width"] - 3, 100), (20, box["height"] - 10)):
        page.mouse.click(box["x"] + across, box["y"] + down)
    pause(page)
    assert page.url == before


def test_what_is_wrong_with_a_typed_number_is_said_beside_it(feasibility):
    page = feasibility()
    type_in(page, "Income per head to reach (yuan)", "3.5万")
    assert query(page)["income_target"] == "35000,2028"
    type_in(page, "Income per head to reach (yuan)", "plenty")
    box = page.get_by_role("textbox", name="Income per head to reach (yuan)")
    alert = page.get_by_role("alert").filter(has_text="plenty").last
    assert abs(alert.bounding_box()["y"] - box.bounding_box()["y"]) < 80
    assert query(page)["income_target"] == "35000,2028"


def test_the_levers_of_the_map_are_picked_and_kept_in_the_link(feasibility):
    page = feasibility("sensitivity")
    assert page.locator(".pairs td").first.inner_text() == "−1.00 %\n1.00 %"  # down above, up below
    choose(page, "Map: up", "GDP in 2023 (bn yuan)")
    assert query(page)["map"] == "gdp_later,gdp_base"
    page.reload()
    pause(page)
    assert query(page)["map"] == "gdp_later,gdp_base"
    assert page.get_by_role("combobox", name="Map: up").input_value() == "GDP in 2023 (bn yuan)"


def test_a_remark_beside_the_verdict_can_be_tried(visit):
    page = visit()
    expect(page.locator(".remarks li")).to_have_count(3)
    ask(page, "try:city")
    assert query(page)["gdp"] == "6.5,4.8"
    ask(page, "section:realistic@feasibility")
    assert urlsplit(page.url).path == "/feasibility"
    expect(page.locator(".observed tbody tr")).to_have_count(8)


def test_the_band_is_switched_off_and_on_and_kept_in_the_link(visit):
    page = visit()
    marks = page.locator("[data-testid=stVegaLiteChart] svg").first
    with_band = marks.inner_html()
    ask(page, "band")
    assert query(page)["view"] == "plain,solve,gdp"
    assert marks.inner_html() != with_band
    page.reload()
    pause(page)
    assert page.locator("button[data-action=band]").get_attribute("aria-pressed") == "false"


def test_more_error_makes_the_chance_less_certain(feasibility):
    page = feasibility("sure", "gdp=6.5,9")
    before = page.locator(".part").first.inner_text()
    type_in(page, "Error of growth in a year (standard deviation) (points)", "5")
    assert query(page)["error"] == "5,0.6"
    assert page.locator(".part").first.inner_text() != before


def test_sectors_that_do_not_add_up_say_by_how_much_and_are_closed(feasibility):
    page = feasibility("sectors", "sectors=6.5,4,6.5,9,6.5,7")
    said = page.locator("[data-testid=stMain]").inner_text()
    # By hand: (58.61 x 4 + 124.29 x 9 + 140.25 x 7) / 323.15 = 7.2251
    assert "0.27 points less than the GDP lever" in said
    ask(page, "close:gdp:later")
    assert float(query(page)["gdp"].split(",")[1]) == pytest.approx((58.61 * 4 + 124.29 * 9 + 140.25 * 7) / 323.15)
    assert page.locator("button[data-action^=close]").count() == 0


def test_why_different_is_exactly_nothing_for_the_plan_and_a_waterfall_for_anything_else(feasibility):
    page = feasibility("why")
    assert "exactly zero" in page.locator(".part").first.inner_text()
    page.get_by_role("slider", name=GDP_LATER).focus()
    page.keyboard.press("ArrowRight")
    pause(page)
    expect(page.locator("[data-testid=stVegaLiteChart] svg")).to_have_count(1)
    assert "+0.20" in page.locator(".sheet").inner_text()


def test_the_language_changes_on_this_page_too(feasibility):
    page = feasibility("sure")
    page.get_by_role("button", name="中文").click()
    pause(page)
    assert "概率" in page.locator(".part").first.inner_text()
    assert query(page)["lang"] == "zh"
