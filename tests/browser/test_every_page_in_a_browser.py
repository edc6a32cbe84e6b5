"""What holds on every page: no serious fault by axe-core, not long, no sideways scroll, and Back in one press."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from hands import drawn, heads
from playwright.sync_api import Page, expect

from views.pages import frame

SERIOUS = ("serious", "critical")
NAMED = ("heading-order", "empty-table-header", "landmark-unique")
"""Rules that axe-core counts as less, and this page keeps all the same."""
STREAMLIT = {
    ("color-contrast", "导出"): "Streamlit darkens the primary colour for the label of an open popover, by no option",
}
"""Faults of Streamlit's own elements, by rule and a part of the element, that no option mends, with the reason."""
LOOKS = [("zh-CN", "dark", 1366), ("en-GB", "light", 390)]
"""Language changes words, theme colours, and width what is in sight: together they change nothing more."""
KEYS = [*frame.PAGES, "county"]
MOST_SCREENS = 3.1
MAIN = "[data-testid=stMain]"
KEPT = (
    "v=4&lang=en&gdp=6.5,7.6&k1.gdp=5,6&k1.name=Floor"
    "&k2.gdp=6,7&k2.name=A name of the longest kind there is&k2.note=why"
)


def faults(page: Page) -> list[str]:
    """The faults that count, as rule and element."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:200]} [{'; '.join(any_of['message'] for any_of in node['any'][:1])}]"
        for each in found
        if each["impact"] in SERIOUS or each["id"] in NAMED
        for node in each["nodes"]
        if not any(each["id"] == rule and part in node["html"] for rule, part in STREAMLIT)
    ]


def no_page_scrolls_sideways(page: Page) -> None:
    wide = f"document.querySelector('{MAIN}').scrollWidth <= document.querySelector('{MAIN}').clientWidth"
    page.wait_for_function(f"{wide} && document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("locale", "theme", "width"), LOOKS)
@pytest.mark.parametrize("key", KEYS)
def test_no_page_has_a_serious_fault(visit, server, key, locale, theme, width):
    page = visit(address=server.address + key.removeprefix("simulate"), locale=locale, width=width, color_scheme=theme)
    assert faults(page) == []


@pytest.mark.parametrize(("locale", "theme", "width"), LOOKS)
def test_what_opens_over_or_on_a_page_has_no_serious_fault(visit, locale, theme, width):
    page = visit(locale=locale, width=width, color_scheme=theme)
    for part in page.locator(".st-key-simulate_tab").get_by_role("radio").all()[1:]:
        part.click()
        drawn(page)
        assert faults(page) == []
    if width > 640:
        page.locator(".st-key-more_levers summary").click()
        page.locator(".st-key-lever_fai_later").wait_for()
        drawn(page)
        assert faults(page) == []
    dialog = page.get_by_test_id("stDialog")
    for opener in ("share", "save", "export"):
        page.locator(f".st-key-{opener} button").filter(visible=True).first.press("Enter")
        dialog.get_by_role("button").nth(2).wait_for()
        drawn(page)
        assert faults(page) == []
        page.keyboard.press("Escape")
        dialog.wait_for(state="hidden")


@pytest.mark.parametrize("key", KEYS)
def test_no_page_is_long_or_scrolls_sideways_before_something_is_opened(visit, server, key):
    page = visit(address=server.address + key.removeprefix("simulate"), width=1366, height=650)
    for width, height in ((1366, 650), (1024, 768), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        drawn(page)
        no_page_scrolls_sideways(page)
        long = f"document.querySelector('{MAIN}').scrollHeight"
        assert page.evaluate(long) / height <= MOST_SCREENS, width


def test_saved_scenarios_with_long_names_do_not_widen_a_page(visit, server):
    page = visit(KEPT, address=f"{server.address}compare", width=1024)
    for width in (1024, 390):
        page.set_viewport_size({"width": width, "height": 844})
        drawn(page)
        no_page_scrolls_sideways(page)


def test_back_leaves_every_page_with_one_press_and_the_scenario_goes_along(visit):
    page = visit("v=4&lang=en&gdp=6.5,9.5", locale="en-GB")
    titles = [title for title, _ in frame.PAGES.values()]
    for title in titles[1:]:
        page.get_by_test_id("stTopNavLink").filter(has_text=title).click()
        expect(page).to_have_title(f"{title} · Fengjie County, Chongqing · County plan simulator")
        drawn(page)
        assert "gdp=6.5,9.5" in page.url.replace("%2C", ",")
    for title in reversed(titles[:-1]):
        page.go_back()
        expect(page).to_have_title(f"{title} · Fengjie County, Chongqing · County plan simulator")
        drawn(page)
        assert "gdp=6.5,9.5" in page.url.replace("%2C", ",")
    page.go_back()
    assert page.url == "about:blank"


@pytest.mark.parametrize(
    ("path", "heading", "tab"),
    [
        ("years", "GDP of 54.90", "Year by year"),
        ("track", "3 of 5 main targets", "Outcomes, re-base"),
        ("county", "A county of your own", ""),
    ],
)
def test_former_addresses_lead_to_what_took_their_place(visit, server, path, heading, tab):
    page = visit("v=4&lang=en&gdp=6.5,7.5", address=f"{server.address}{path}")
    heads(page, heading)
    if tab:
        expect(page.get_by_role("radio", name=tab)).to_be_checked()


@pytest.mark.parametrize("key", frame.PAGES)
def test_a_button_of_the_header_and_a_lever_at_rest_leave_a_page_whole(visit, server, key):
    page = visit(f"{KEPT}", address=server.address + key.removeprefix("simulate"))
    title = page.locator("h1").inner_text()
    page.locator(".st-key-export button").click()
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    drawn(page)
    heads(page, title)
    if slider := page.locator(".st-key-lever_gdp_later [type=range]").all():
        slider[0].press("ArrowUp")
        page.wait_for_timeout(700)  # the hand rests
        drawn(page)
    assert page.locator("[data-testid=stAlertContentError], [data-testid=stException]").count() == 0
    expect(page.locator("h1")).to_have_count(1)
