"""The template of a county of one's own: one small sheet to fill in, in the reader's language and units."""

import io

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from model.county_fields import FIELDS, LEVELS, NEEDED, YEARS, Field, named, numbers_of
from model.county_sheet import FIRST_ROW, MARK_ROW, NAME, ROWS, SHEETS, VALUE, mark
from model.levers import HIGHEST, LOWEST
from model.pack import Pack
from model.rates import percent, plain
from model.scenario import LONGEST_NAME
from model.wording import Wording
from model.words import N_

INTRODUCTION = (
    N_("Fill in the yellow cells and upload the file on the page “My own county”. Only values are read: no formulas."),
    N_("What is marked * is needed. What you do not know stays empty; give level and growth or neither."),
    N_("Growth stands in per cent: write 6.5 for 6.5 %. Growth of GDP is real, of the others nominal."),
)
ALLOWED = N_("Allowed: {low} to {high}")
HEADS = (N_("Item"), N_("Your value"), N_("Unit"), N_("Example"))
TITLE = N_("A county of one's own")
WIDTHS = (42, 18, 12, 26)


def build(like: Pack, language: str) -> bytes:
    """The template's bytes; the example is another region's plan."""
    file, w = io.BytesIO(), Wording(language, like.base_year)
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(SHEETS[language])
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, w(TITLE), book.add_format({"bold": True, "font_size": 14}))
    for row, sentence in enumerate(INTRODUCTION, 1):
        sheet.merge_range(row, 0, row, len(HEADS) - 1, w(sentence), wrapped)
        sheet.set_row(row, 32)
    for column, head in enumerate(HEADS):
        sheet.write_string(FIRST_ROW - 1, column, w(head), bold)
    _name(sheet, like, w, _yellow(book, "@"))
    for field in FIELDS:
        _row(sheet, field, like, w, _yellow(book, "0" if field.kind == "year" else "0.0#####"))
    sheet.write_string(MARK_ROW, 0, w(N_("Version of this template: leave it as it is")))
    sheet.write_string(MARK_ROW, VALUE, mark(language))
    sheet.protect("", {"select_locked_cells": True, "format_columns": True})
    sheet.fit_to_pages(1, 1)
    book.close()
    return file.getvalue()


def _name(sheet: Worksheet, like: Pack, w: Wording, yellow: Format) -> None:
    row = ROWS[NAME]
    sheet.write_string(row, 0, w(N_("Name of the county")))
    sheet.write_blank(row, VALUE, None, yellow)
    sheet.write_string(row, VALUE + 2, w.either(like.region.name_zh, like.region.name_en))
    allowed = w(N_("At most {count} characters"), count=LONGEST_NAME)
    sheet.data_validation(row, VALUE, row, VALUE, {
        "validate": "length", "criteria": "<=", "value": LONGEST_NAME,
        "input_message": allowed, "error_message": allowed,
    })  # fmt: skip


def _row(sheet: Worksheet, field: Field, like: Pack, w: Wording, yellow: Format) -> None:
    row, example = ROWS[field.key], numbers_of(like).get(field.key)
    star = " *" if field.key in NEEDED else ""
    sheet.write_string(row, 0, named(field, w) + star)
    sheet.write_blank(row, VALUE, None, yellow)
    sheet.write_string(row, VALUE + 1, w.unit(field.unit) if field.kind == "level" else field.unit)
    if example is not None:
        shown = w.shifted(example, field.unit) if field.kind == "level" else example
        sheet.write_number(row, VALUE + 2, float(shown))
    low, high = _limits(field, w)
    said = N_("Per cent: 6.5 for 6.5 %; allowed: {low} to {high}") if field.kind == "rate" else ALLOWED
    allowed = w(said, low=plain(low), high=plain(high))
    sheet.data_validation(row, VALUE, row, VALUE, {
        "validate": "integer" if field.kind == "year" else "decimal", "criteria": "between",
        "minimum": low, "maximum": high, "input_message": allowed, "error_message": allowed,
    })  # fmt: skip


def _limits(field: Field, w: Wording) -> tuple[float, float]:
    """What the cell may hold, as far as that does not depend on others."""
    if field.kind == "rate":
        return float(percent(LOWEST)), float(percent(HIGHEST))
    if field.kind == "year":
        return YEARS
    low, high = (float(w.shifted(limit, field.unit)) for limit in LEVELS[field.unit])
    return low, high


def _yellow(book: xlsxwriter.Workbook, form: str) -> Format:
    return book.add_format({"bg_color": "#FFF6CC", "border": 1, "border_color": "#B9B08A", "locked": False,
                            "num_format": form})  # fmt: skip
