"""What a person takes away from a page: files, images, lines of Python."""

import ast
import re
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from hands import drawn, says
from playwright.sync_api import expect

LINK = "v=4&lang=en&name=floor&gdp=5,6"
FILES = {
    "Workbook (.xlsx)": "workbook.xlsx",
    "Brief (.docx)": "brief.docx",
    "Slide (.pptx)": "slide.pptx",
    "Data (.csv)": "data.csv",
    "Data (.parquet)": "data.parquet",
}
STARTS = {"xlsx": b"PK\x03\x04", "docx": b"PK\x03\x04", "pptx": b"PK\x03\x04", "csv": b"\xef\xbb\xbf",
          "parquet": b"PAR1", "pdf": b"%PDF", "png": b"\x89PNG"}  # fmt: skip


def _saved(page, label, name):
    """Presses the button; the file has that name, and begins as a file of its kind does."""
    with page.expect_download() as saved:
        page.get_by_role("button", name=label, exact=True).click()
    assert re.fullmatch(name, saved.value.suggested_filename)
    assert saved.value.path().read_bytes().startswith(STARTS[name.rpartition(".")[2]])


def test_every_file_is_made_when_it_is_asked_for_and_is_called_by_region_scenario_day_and_kind(visit):
    page = visit(LINK)
    page.locator(".st-key-export button").click()
    dialog = page.get_by_test_id("stDialog")
    for label, kind in FILES.items():
        _saved(page, label, rf"fengjie_floor_\d{{4}}-\d\d-\d\d_{kind}")
    _saved(page, "PDF", r"fengjie_floor_[\d-]+_GDP.pdf")
    dialog.get_by_role("combobox").first.click()
    page.get_by_role("option", name="Two levers together").click()
    drawn(page)
    _saved(page, "PNG", r"fengjie_floor_[\d-]+_two levers.png")
    page.get_by_text("Reproduce this").click()
    lines = dialog.get_by_test_id("stCode").first.inner_text().splitlines()
    said = ast.literal_eval(lines[1].partition("reproduce(")[2].rpartition(")")[0])
    assert said == urlsplit(page.url).query


def test_a_page_is_printed_as_a_document_with_its_link_and_without_controls(visit):
    page = visit(LINK)
    page.locator(".st-key-export button").click()
    page.evaluate("print = () => (document.body.dataset.printed = 'yes')")
    page.get_by_role("button", name="Print / save as PDF").click()
    assert page.locator("body").get_attribute("data-printed") == "yes"
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert printed[0].get_size() == pytest.approx((595, 842), abs=1)  # A4 in points
    said = re.sub(r"\s", "", "".join(sheet.get_textpage().get_text_range() for sheet in printed))
    assert "Notreached" in said
    assert f"linkwithchecksum{parse_qs(urlsplit(page.url).query)['check'][0]}" in said
    assert not any(control in said for control in ("Undo", "Export", "Copylink", "Workbook", "Yearbyyear"))


def test_a_file_is_chosen_read_in_the_browser_and_opened(visit):
    page = visit(locale="en-GB")
    page.get_by_role("button", name="Share").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file…").click()
    chooser.value.set_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"gdp=6.5,9&lang=en"})
    field = page.get_by_role("textbox", name="A link, or the text of a file, to open")
    expect(field).to_have_value("gdp=6.5,9&lang=en")
    page.get_by_test_id("stBaseButton-primaryFormSubmit").click()
    says(page, gdp="6.5,9")
