"""What a person does on the page of the plan: search, filter, read it on any screen, go back to the scenario."""

from urllib.parse import urlsplit

from hands import ask, choose, pause, query, type_in
from playwright.sync_api import expect


def test_the_plan_is_searched_filtered_and_read_whole_and_the_link_stays(visit):
    page = visit("gdp=6.5,8")
    link = urlsplit(page.url).query
    sidebar = page.get_by_test_id("stSidebar")
    for _ in range(2):  # Streamlit keeps an empty sidebar on every second visit
        expect(sidebar).to_be_visible()
        page.get_by_role("button", name="The plan", exact=True).click()
        pause(page)
        expect(sidebar).to_be_hidden()
        assert page.get_by_test_id("stMain").bounding_box()["width"] == 1366
        page.get_by_role("button", name="Simulate", exact=True).click()
        pause(page)
    sidebar.hover()
    page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    opener = page.get_by_test_id("stExpandSidebarButton")
    expect(opener).to_be_visible()
    for _ in range(2):
        page.get_by_role("button", name="The plan", exact=True).click()
        pause(page)
        expect(opener).to_be_hidden()
        page.get_by_role("button", name="Simulate", exact=True).click()
        pause(page)
        expect(opener).to_be_visible()
    page.get_by_role("button", name="The plan", exact=True).click()
    pause(page)
    assert (urlsplit(page.url).path, urlsplit(page.url).query) == ("/plan", link)
    rows = page.locator(".board tbody tr")
    expect(rows).to_have_count(53)
    for width in (390, 1366):
        page.set_viewport_size({"width": width, "height": 768})
        pause(page)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
        for column in (1, 3, 4, 6, 9):  # the name, both figures, what is asked, the note
            box = rows.first.locator(f":nth-child({column})").first.bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width + 1
    choose(page, "Beside 2023", "▼ level short of 2023")
    expect(rows).to_have_count(9)
    page.get_by_role("button", name="中文", exact=True).click()
    pause(page)
    expect(rows).to_have_count(9)
    box = page.get_by_role("textbox", name="搜索全部数字：名称、数字、说明或行号（如 L98）")
    box.fill("PM2.5")
    box.press("Enter")
    pause(page)
    expect(rows).to_have_count(1)
    assert "▼ 要求更低" in rows.first.inner_text()
    page.get_by_role("button", name="推演", exact=True).click()
    pause(page)
    assert urlsplit(page.url).query.replace("lang=zh", "lang=en") == link
    page.get_by_role("button", name="计划指标", exact=True).click()
    pause(page)
    expect(rows).to_have_count(1)
    expect(box).to_have_value("PM2.5")
    page.locator(".contents").get_by_role("link", name="报告中的疑点").click()
    expect(page.locator("#doubts h3")).to_be_in_viewport()
    expect(page.locator(".doubts")).to_be_hidden()
    page.locator("#doubts summary").click()
    expect(page.locator(".doubts")).to_be_visible()


def test_a_row_is_added_to_the_simulation_moved_there_and_survives_undo_reload_and_language(visit):
    page = visit("gdp=6.5,8")
    page.get_by_role("button", name="The plan", exact=True).click()
    pause(page)
    ask(page, "add:tourism_revenue")
    assert query(page)["further"] == "tourism_revenue:20:20"
    ask(page, "page:simulate")
    page.get_by_text("Further paths", exact=True).first.click()
    pause(page)
    type_in(page, "Tourism revenue from 2025 (%)", "12")
    rows = page.locator("table.paths tbody tr")
    assert "34.0" in rows.first.inner_text()  # 21.6 x 1.12^4 = 33.988
    type_in(page, "Tourism revenue from 2025 (%)", "520")
    expect(page.get_by_text("is outside the range (got 520)").first).to_be_visible()
    page.reload()
    pause(page)
    assert query(page)["further"] == "tourism_revenue:20:12"
    page.get_by_role("button", name="中文", exact=True).click()
    pause(page)
    assert "339.9" in rows.first.inner_text()
    for width in (390, 1366):
        page.set_viewport_size({"width": width, "height": 768})
        pause(page)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    ask(page, "remove:tourism_revenue")
    expect(rows).to_have_count(0)
    assert "further" not in query(page)
