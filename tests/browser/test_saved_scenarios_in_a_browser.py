"""Scenarios saved by a person: nothing but by OK, with a note, and changed copies under no name of theirs."""

from hands import drawn, heads, query, says

START = "v=4&lang=en&gdp=6.5,5.5"


def test_a_scenario_is_saved_by_ok_alone_opened_again_and_its_note_travels_in_the_link(visit):
    page = visit(START)
    save, dialog = page.locator(".st-key-save button").first, page.get_by_role("dialog")
    for leave in (lambda: page.get_by_role("button", name="Cancel").click(), lambda: page.mouse.click(20, 600)):
        save.click()
        dialog.get_by_label("Name").fill("floor")
        leave()
        dialog.wait_for(state="hidden")
        drawn(page)
        assert "k1.name" not in query(page)
    save.click()
    dialog.get_by_label("Name").fill("floor")
    dialog.get_by_label("Note").fill("agreed on 8 January")
    page.get_by_role("button", name="OK").click()
    dialog.wait_for(state="hidden")
    says(page, **{"k1.note": "agreed on 8 January"})
    assert query(page)["k1.name"] == "floor"
    pills = page.locator("[class*=st-key-saved_]")
    pills.get_by_text("2024 plan").click()
    heads(page, "GDP of 54.90")
    pills.get_by_text("floor").click()
    heads(page, "GDP of 50.")  # 38.6 x 1.065 x 1.055^4 = 50.93


def test_a_saved_scenario_is_made_the_reference_and_deleted_from_its_column(visit, server):
    link = "v=4&lang=en&gdp=6.5,7&k1.gdp=6.5,5.5&k1.name=floor"
    page = visit(link, address=f"{server.address}compare")
    for action, reference in (("Set as reference", "1"), ("Delete", None)):
        page.locator(".st-key-actions_1 button").first.click()
        page.get_by_text(action, exact=True).click()
        says(page, reference=reference)
    assert "k1.name" not in query(page)
