"""What a person does on Feasibility: adopt the growth needed, choose a question, click a cell of the map."""

from hands import drawn, heads, says
from playwright.sync_api import expect


def test_the_growth_needed_is_adopted_as_it_is_said_and_a_cell_of_the_map_sets_both_levers(visit, server):
    page = visit("lang=en", address=f"{server.address}feasibility")
    heads(page, "at least 7.55 %")
    page.locator(".st-key-ways").get_by_role("button", name="Set").first.click()
    expect(page.locator(".st-key-verdict")).to_contain_text("GDP of 55.002 bn yuan in 2028")
    says(page, gdp="6.5,7.55")
    page.get_by_text("What moves it", exact=True).click()
    page.locator("[class*=st-key-map_0] .mark-rect path").first.wait_for()
    drawn(page)
    cells = page.locator("[class*=st-key-map_0] .mark-rect path")
    assert cells.count() <= 41 * 41
    cells.first.click(force=True)
    says(page, gdp="6.5,0", deflator="0,-3", view="sensitivity,gdp")
