"""A county of one's own as a person gives it: from the choice of the region to its verdict."""

from hands import drawn, heads, says
from playwright.sync_api import expect

FIELDS = {
    "Name of the county": "Kaizhou", "Base year *": "2023", "GDP in the base year, bn yuan *": "686.91",
    "Real growth in the year after, % *": "3.0", "Real growth in later years, %": "6",
    "GDP to reach, bn yuan *": "1000",
    "By the end of *": "2030",
}  # fmt: skip


def test_a_county_is_typed_on_a_phone_its_unit_asked_about_and_its_verdict_shown(visit, server):
    page = visit(address=f"{server.address}county", width=390)
    heads(page, "A county of your own")
    for label, text in FIELDS.items():
        page.get_by_role("textbox", name=label, exact=True).fill(text)
    page.get_by_role("button", name="Open my county").click()
    expect(page.get_by_text("686.91 bn yuan or 686.91 亿元")).to_be_visible()
    page.get_by_text("亿元", exact=True).first.click()
    expect(page.get_by_role("textbox", name="GDP in the base year, 亿元 *")).to_have_value("686.91")
    drawn(page)
    page.get_by_role("button", name="Open my county").click()
    # 686.91 × 1.03 × 1.06⁶ = 1003.618
    heads(page, "100.36 bn yuan in 2030, 0.36 above the target of 100")
    expect(page.get_by_text("Not verified", exact=True)).to_be_visible()
    says(page, **{"own.name": "Kaizhou", "own.gdp": "686.91:3,6", "own.target": "1000,2030"})
    page.go_back()
    heads(page, "Edit my own county")  # one press, and the county is there to be changed
