"""What axe-core finds on every page: nothing serious, in either language and theme."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from hands import pause

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


def faults(page):
    """The faults that count, as rule and element."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:200]} [{'; '.join(any_of['message'] for any_of in node['any'][:1])}]"
        for each in found
        if each["impact"] in SERIOUS or each["id"] in NAMED
        for node in each["nodes"]
        if not any(each["id"] == rule and part in node["html"] for rule, part in STREAMLIT)
    ]


@pytest.mark.parametrize(("locale", "theme", "width"), LOOKS)
@pytest.mark.parametrize("key", [*frame.PAGES, "county"])
def test_no_page_has_a_serious_fault(visit, server, key, locale, theme, width):
    page = visit(address=server.address + key.removeprefix("simulate"), locale=locale, width=width, color_scheme=theme)
    assert faults(page) == []


@pytest.mark.parametrize(("locale", "theme", "width"), LOOKS)
def test_what_opens_over_a_page_has_no_serious_fault(visit, locale, theme, width):
    page = visit(locale=locale, width=width, color_scheme=theme)
    page.locator(".st-key-export button").click()
    pause(page)
    assert faults(page) == []
    for opener in (".st-key-export_more", ".st-key-share", ".st-key-save"):
        page.locator(f"{opener} button").first.click()
        page.get_by_role("dialog").wait_for()
        pause(page)
        assert faults(page) == []
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="hidden")
