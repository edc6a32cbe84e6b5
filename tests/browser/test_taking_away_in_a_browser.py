"""What a person takes away from a page: files, images, lines of Python."""

import ast
import re
from urllib.parse import urlsplit

import pytest
from hands import drawn

FILES = {
    "en": {
        "Workbook (.xlsx)": "workbook.xlsx",
        "Brief (.docx)": "brief.docx",
        "Data (.csv)": "data.csv",
        "Data (.parquet)": "data.parquet",
    },
    "zh": {
        "工作簿（.xlsx）": "工作簿.xlsx",
        "简报（.docx）": "简报.docx",
        "数据（.csv）": "数据.csv",
        "数据（.parquet）": "数据.parquet",
    },
}
STARTS = {"xlsx": b"PK\x03\x04", "docx": b"PK\x03\x04", "csv": b"\xef\xbb\xbf", "parquet": b"PAR1",
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


def test_images_of_any_chart_and_lines_of_python_are_in_the_dialog(visit):
    page = visit("v=3&lang=en&name=floor&gdp=5,6")
    page.locator(".st-key-export button").click()
    page.locator(".st-key-export_more button").click()
    dialog = page.get_by_test_id("stDialog")
    _saved(page, "SVG", r"fengjie_floor_[\d-]+_GDP.svg")
    dialog.get_by_role("combobox").first.click()
    page.get_by_role("option", name="Two levers together").click()
    drawn(page)
    _saved(page, "PNG", r"fengjie_floor_[\d-]+_two levers.png")
    page.get_by_text("Reproduce this").click()
    lines = dialog.get_by_test_id("stCode").first.inner_text().splitlines()
    said = ast.literal_eval(lines[1].partition("reproduce(")[2].rpartition(")")[0])
    assert said == urlsplit(page.url).query
