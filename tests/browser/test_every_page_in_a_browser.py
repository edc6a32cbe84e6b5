"""What holds on every page: no serious fault by axe-core, not long, no sideways scroll, and Back in one press."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from hands import drawn, heading, heads, says
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
SCREENS, MOST_SCREENS = ((1366, 650), (1024, 768), (390, 844)), 3.1
"""Sizes of a window, and how many of them a page is high at most."""
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


@pytest.mark.parametrize("key", KEYS)
def test_no_page_in_chinese_and_dark_has_a_serious_fault(visit, server, key):
    page = visit(address=server.address + key.removeprefix("simulate"), locale="zh-CN", color_scheme="dark")
    assert faults(page) == []


@pytest.mark.parametrize("key", KEYS)
def test_a_page_has_no_serious_fault_is_not_long_scrolls_not_sideways_and_stays_whole(visit, server, key):
    page = visit(KEPT, address=server.address + key.removeprefix("simulate"), locale="en-GB", width=390)
    assert faults(page) == []
    for wide, height in SCREENS:
        page.set_viewport_size({"width": wide, "height": height})
        drawn(page)
        no_page_scrolls_sideways(page)
        long = f"document.querySelector('{MAIN}').scrollHeight"
        assert page.evaluate(long) / height <= MOST_SCREENS, wide
    page.set_viewport_size({"width": 1366, "height": 768})
    title = heading(page)
    page.locator(".st-key-export button").click()
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    drawn(page)
    heads(page, title)
    if slider := page.locator("#lever_gdp_later [type=range]").all():
        slider[0].press("ArrowUp")
        page.wait_for_timeout(700)  # the hand rests
        drawn(page)
    assert page.locator("[data-testid=stAlertContentError], [data-testid=stException]").count() == 0
    assert heading(page)


@pytest.mark.parametrize(("locale", "theme", "width"), LOOKS)
def test_what_opens_over_or_on_a_page_has_no_serious_fault(visit, locale, theme, width):
    page = visit(locale=locale, width=width, color_scheme=theme)
    for part in page.locator(".st-key-simulate_tab").get_by_role("radio").all()[1:]:
        part.click()
        drawn(page)
        assert faults(page) == []
    if width > 640:
        page.locator(".st-key-more_levers summary").click()
        page.locator("#lever_fai_later").wait_for()
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


def test_back_leaves_every_page_with_one_press_the_scenario_goes_along_and_nothing_is_asked_of_others(visit, server):
    page = visit("v=4&lang=en&gdp=6.5,9.5", locale="en-GB")
    titles = [title for title, _ in frame.PAGES.values()]
    for title in titles[1:]:
        page.get_by_test_id("stTopNavLink").filter(has_text=title).click()
        expect(page).to_have_title(f"{title} · Fengjie County, Chongqing · County plan simulator")
        says(page, gdp="6.5,9.5")
    for title in reversed(titles[:-1]):
        page.go_back()
        expect(page).to_have_title(f"{title} · Fengjie County, Chongqing · County plan simulator")
        says(page, gdp="6.5,9.5")
    page.go_back()
    page.wait_for_url("about:blank")
    assert [each for each in page.requests if not each.startswith((server.address, "data:", "blob:"))] == []
