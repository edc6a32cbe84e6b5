"""What a person takes away from a page: files, images, lines of Python."""

import ast
import re
from urllib.parse import urlsplit

import pytest
from hands import drawn

FILES = {
    "en": {"Workbook (.xlsx)": "workbook.xlsx", "Brief (.docx)": "brief.docx", "Data (.csv)": "data.csv",
           "Scenarios (.json)": "scenarios.json"},
    "zh": {"工作簿（.xlsx）": "工作簿.xlsx", "简报（.docx）": "简报.docx", "数据（.csv）": "数据.csv",
           "情景（.json）": "情景.json"},
}  # fmt: skip
STARTS = {"xlsx": b"PK\x03\x04", "docx": b"PK\x03\x04", "csv": b"\xef\xbb\xbf", "json": b"{",
          "svg": b"<?xml", "png": b"\x89PNG"}  # fmt: skip
NAMED = {"en": ("floor", "fengjie_floor"), "zh": ("保底", "奉节县_保底")}


def _saved(page, label, name):
    """Presses the button; the file has that name, and begins as a file of its kind does."""
    with page.expect_download() as saved:
        page.get_by_role("button", name=label, exact=True).click()
    assert re.fullmatch(name, saved.value.suggested_filename)
    assert saved.value.path().read_bytes().startswith(STARTS[name.rpartition(".")[2]])


@pytest.mark.parametrize("language", FILES)
def test_every_file_is_made_when_it_is_asked_for_and_is_called_by_region_scenario_day_and_kind(visit, language):
    name, begins = NAMED[language]
    page = visit(f"v=3&region=fengjie&lang={language}&name={name}&gdp=5,6")
    page.locator(".st-key-export button").click()
    for label, kind in FILES[language].items():
        _saved(page, label, rf"{begins}_\d{{4}}-\d\d-\d\d_{kind}")


<<<<<<< HEAD
def test_the_table_of_years_is_copied_as_plain_numbers_with_its_marks_at_the_head_of_a_row(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    rows = _copied(page, ".years")
    assert rows[0] == ["", "2023", "2024", "2025", "2026", "2027", "2028"]
    assert rows[1] == ["Gross domestic product (GDP) current prices, bn yuan *",
                       "38.60", "41.11", "44.19", "47.51", "51.07", "54.90"]  # fmt: skip
    assert rows[3] == ["real growth", "", "6.50%", "7.50%", "7.50%", "7.50%", "7.50%"]
    assert rows[-2][1:3] == ["27813", "29621"]


def test_a_copied_table_is_a_table_in_a_document_too(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"], locale="zh-CN")
    _copied(page, ".years")
    markup = page.evaluate(MARKUP)
    assert markup.count("<tr>") == 11
    assert "<caption>逐年数据（价格口径和单位见各行行首）</caption><thead><tr><th></th><th>2023</th>" in markup
    assert "<td>549.0</td>" in markup


def test_the_unit_of_a_level_and_the_words_behind_a_target_are_copied_into_columns_of_their_own(visit, server):
    page = visit(address=f"{server.address}track", permissions=["clipboard-read", "clipboard-write"], locale="zh-CN")
    head, *rows = _copied(page, ".unit")
    assert head[:4] == ["完成数", "数值", "单位", "增速"]
    assert rows[0][1:4] == ["411.5", "亿元", "6.6%"]
    assert rows[3][1:4] == ["29364", "元", "5.6%"]
    assert head[4:6] == ["当年公布的目标", "目标说明"]
    assert [row[4:6] for row in rows[1:3]] == [["12.0%", "2024年计划"], ["7.5%", "2024年计划"]]
    assert page.locator("td:has(.unit)").first.inner_text() == "411.5 亿元"


def test_a_column_of_buttons_is_not_copied_and_the_caption_says_what_is_asked(visit, server):
    address = f"{server.address}feasibility?v=3&region=fengjie&lang=en&gdp=6.5,7.5&view=band,solve,gdp"
    page = visit(address=address, permissions=["clipboard-read", "clipboard-write"])
    head, *rows = _copied(page, ".solutions")
    assert head == ["What would have to be", "held", "needed", "now", "Unit", "in words"]
    assert rows[0][:3] == ["Uniform nominal growth", "baseline", "7.34%"]  # (550 / 386)^(1/5) = 1.07338
    assert ["38.60", "bn yuan"] in [row[3:5] for row in rows]
    said = "Gross domestic product (GDP): 55.00 bn yuan by the end of 2028 (current prices)"
    assert f"<caption>{said}</caption>" in page.evaluate(MARKUP)


def test_the_grid_of_years_is_copied_whole_though_it_is_drawn_as_a_picture(visit, server):
    address = f"{server.address}years?v=3&region=fengjie&lang=en&gdp=6.5,7.5,2026:5!"
    page = visit(address=address, permissions=["clipboard-read", "clipboard-write"])
    head, *rows = _copied(page, "th:text-is('Locked')")
    assert head == ["Year", "Growth, %", "Locked", "Set by", "Level, bn yuan", "Reference, %"]
    assert [row[0] for row in rows] == ["2024", "2025", "2026", "2027", "2028"]
    # By hand: 38.6 x 1.065 x 1.075 x 1.05 = 46.40
    assert rows[2] == ["2026", "5.0", "yes", "✎ locked", "46.40", "7.5"]
    assert "<caption>Growth by year: GDP, real growth; level in current prices, bn yuan</caption>" in page.evaluate(
        MARKUP
    )


def test_no_name_that_is_copied_can_be_taken_for_a_formula(visit, server):
    page = visit(address=server.address + KEPT, permissions=["clipboard-read", "clipboard-write"])
    rows = _copied(page, ".results")
    assert rows[0][2:] == ["'-2+3", "'=1+1", "Unit"]
    # 386 x 1.05 x 1.06^4 = 511.68 and 386 x 1.065 x 1.076^4 = 551.04, against 548.998, in tens
    assert rows[2][1:4] == ["0.00", "-3.73", "0.20"]
    # (1.05 x 1.06^4)^(1/5) is 5.799 % a year, (1.065 x 1.075^4)^(1/5) is 7.299 %
    assert rows[5][1:] == ["0.00", "-1.50", "0.08", "points"]


SAVED = {
    "en": {"Workbook (.xlsx)": "xlsx", "Brief (.docx)": "docx", "Data (.csv)": "csv", "SVG": "svg", "PNG": "png"},
    "zh": {"工作簿（.xlsx）": "xlsx", "简报（.docx）": "docx", "数据（.csv）": "csv", "SVG": "svg", "PNG": "png"},
}
STARTS = {"xlsx": b"PK\x03\x04", "docx": b"PK\x03\x04", "csv": b"\xef\xbb\xbf", "svg": b"<?xml", "png": b"\x89PNG"}
BEGINS = {"en": "fengjie_floor", "zh": "奉节县_保底"}
KINDS = {
    "en": {"xlsx": "workbook", "docx": "brief", "csv": "data", "svg": "GDP", "png": "GDP"},
    "zh": {"xlsx": "工作簿", "docx": "简报", "csv": "数据", "svg": "GDP", "png": "GDP"},
}


@pytest.mark.parametrize(("locale", "language"), [("en-GB", "en"), ("zh-CN", "zh")])
def test_every_file_is_made_when_it_is_asked_for_and_is_called_by_region_scenario_day_and_kind(visit, locale, language):
    page = visit(f"v=3&region=fengjie&lang={language}&name={BEGINS[language].partition('_')[2]}&gdp=5,6", locale=locale)
    page.locator(".take").click()
    for label, ending in SAVED[language].items():
        with page.expect_download(timeout=20_000) as saved:
            page.get_by_role("button", name=label, exact=True).click()
        name, kind = saved.value.suggested_filename, KINDS[language][ending]
        assert re.fullmatch(rf"{BEGINS[language]}_\d{{4}}-\d\d-\d\d_{kind}\.{ending}", name)
        assert saved.value.path().read_bytes().startswith(STARTS[ending])


def test_another_chart_can_be_chosen_and_the_lines_for_python_hold_the_link(visit):
    page = visit()
    page.locator(".take").click()
    choose(page, "Picture of a chart", "Two levers together")
    with page.expect_download(timeout=20_000) as saved:
        page.get_by_role("button", name="PNG", exact=True).click()
    assert saved.value.suggested_filename.endswith("_two levers.png")
=======
def test_images_of_any_chart_and_lines_of_python_are_in_the_dialog(visit):
    page = visit("v=3&lang=en&name=floor&gdp=5,6")
    page.locator(".st-key-export button").click()
    page.locator(".st-key-export_more button").click()
    dialog = page.get_by_role("dialog")
    _saved(page, "SVG", r"fengjie_floor_[\d-]+_GDP.svg")
    dialog.get_by_role("combobox").first.click()
    page.get_by_role("option", name="Two levers together").click()
    drawn(page)
    _saved(page, "PNG", r"fengjie_floor_[\d-]+_two levers.png")
>>>>>>> tbrowser
    page.get_by_text("Reproduce this").click()
    lines = dialog.get_by_test_id("stCode").first.inner_text().splitlines()
    said = ast.literal_eval(lines[1].partition("reproduce(")[2].rpartition(")")[0])
    assert said == urlsplit(page.url).query
