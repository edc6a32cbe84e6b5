"""An outcome is typed, the plan starts from it, and a reload, another tab and undo find all as it was."""

from hands import ask, pause, query
from playwright.sync_api import Page, expect


def _seen(page: Page) -> list[str]:
    return page.locator(".verdict, .strip, .sheet").all_inner_texts()


def _type(page: Page, level: str, growth: str) -> None:
    page.get_by_label("Outcome, bn yuan").fill(level)
    page.get_by_label("Growth, % (optional)").fill(growth)
    page.get_by_role("button", name="Add this outcome").click()
    pause(page)


def test_an_outcome_is_typed_and_planned_from_and_a_reload_shows_the_same(visit, server):
    page = visit(address=f"{server.address}track")
    first = page.url
    _type(page, "44", "6.2")
    assert query(page)["region"] == "fengjie~gdp@2025:440:6.2"
    ask(page, "replan:latest")
    assert query(page)["region"] == "fengjie@2025~gdp@2025:440:6.2"
    # (550 / 440)^(1/3) - 1 = 7.722 %
    assert "7.73 % (7.722 %)" in " ".join(_seen(page))
    # 44 x 1.075^3 = 54.66
    assert "GDP is 54.66 bn yuan in 2028" in page.locator(".verdict").inner_text()
    seen = _seen(page)
    page.reload()
    pause(page)
    assert _seen(page) == seen
    page.locator("nav button", has_text="Simulate").first.click()
    pause(page, 1500)
    assert "GDP is 54.66 bn yuan in 2028" in page.locator(".verdict").inner_text()
    assert query(page)["region"] == "fengjie@2025~gdp@2025:440:6.2"
    again = visit(address=page.url.replace("/?", "/track?"))
    assert _seen(again) == seen
    ask(again, "replan:own")
    ask(again, "forget:gdp@2025")
    assert query(again)["region"] == "fengjie"
    assert again.url.partition("?")[2] == first.partition("?")[2]
    again.locator("button.undo").click()
    pause(again)
    assert query(again)["region"] == "fengjie~gdp@2025:440:6.2"
    for width in (1366, 390):
        again.set_viewport_size({"width": width, "height": 768})
        pause(again)
        assert again.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    expect(again.locator("[data-testid=stException]")).to_have_count(0)
