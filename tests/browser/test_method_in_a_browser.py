"""The page "data and method" in a browser: formulas are typeset without the network, and everything fits the screen."""

from urllib.parse import urlsplit

import pytest
from hands import ask, pause, query
from settling import watch

LOCALES = [("en-GB", "en"), ("zh-CN", "zh")]
OPENED = "v=3&gdp=6.5,7.5,2026:5.1234&deflator=0.5,1&fai=12,14&target=550,2030"
TYPESET = """() => {
  const shown = [...document.querySelectorAll('.katex-display')]
  const main = document.querySelector('[data-testid=stMain]')
  return {
    formulas: shown.length,
    wrong: document.querySelectorAll('.katex-error').length,
    fonts: [...document.fonts].filter((font) => font.family.startsWith('KaTeX') && font.status === 'loaded').length,
    beyond: shown.filter((each) => each.getBoundingClientRect().right > innerWidth).length,
    across: main.scrollWidth,
  }
}"""


@pytest.mark.parametrize(("locale", "language"), LOCALES)
def test_formulas_are_typeset_with_the_network_cut_off_and_fit_every_screen(chromium, server, locale, language):
    context = chromium.new_context(locale=locale, viewport={"width": 1366, "height": 768})
    watch(context)
    blocked = []

    def cut_off(route):
        if urlsplit(route.request.url).port == server.port:
            route.continue_()
        else:
            blocked.append(route.request.url)
            route.abort()

    context.route("**/*", cut_off)
    page = context.new_page()
    page.goto(f"{server.address}method?{OPENED}")
    page.locator(".katex-display").nth(22).wait_for(state="attached", timeout=60_000)
    pause(page)
    assert query(page)["lang"] == language
    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 768})
        pause(page)
        found = page.evaluate(TYPESET)
        assert found.pop("fonts") >= 4
        assert found.pop("across") <= width
        assert found == {"formulas": 23, "wrong": 0, "beyond": 0}
    assert blocked == []
    assert page.locator("[data-testid=stException]").count() == 0
    context.close()


def test_it_is_one_click_from_the_sources_of_any_page_and_keeps_the_link(visit, server):
    page = visit("gdp=6.5,8", address=f"http://office.test:{server.port}/")
    ask(page, "page:method")
    assert urlsplit(page.url).path == "/method"
    assert query(page)["gdp"] == "6.5,8"
    before = page.url
    page.get_by_role("link", name="How to cite").click()
    page.wait_for_timeout(600)
    assert 0 <= page.locator("#cite").bounding_box()["y"] < 768
    page.get_by_label("Search the figures").fill("deflator: change 2019")
    page.keyboard.press("Enter")
    pause(page)
    assert page.locator(".figures tbody tr").all_inner_texts()[0].split("\t")[2] == "2.86 %"
    assert page.url.partition("#")[0] == before
    page.get_by_role("slider", name="GDP, real growth from 2025 (%)").focus()
    page.keyboard.press("ArrowRight")
    pause(page)
    # By hand: 386 x 1.065 x 1.081 ^ 4 = 561.3577
    assert "56.1358" in page.locator("[class*=st-key-worked]").first.inner_text()
    page.locator("[data-copy=text]").nth(2).click()
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("body > textarea").focus()
    page.keyboard.press("Control+v")
    pasted = page.locator("body > textarea").input_value()
    assert pasted.startswith("@misc{fengjie-")
    assert "gdp=6.5,8.1&" in pasted
