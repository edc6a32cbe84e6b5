"""The sheet of sources: every figure in use with its place, and what each source is."""

from model.language.rates import rate
from model.language.words import N_
from model.region.records import Figure
from views.downloads.workbook.book import Sheet
from views.downloads.workbook.live import Operand
from views.words import notes, reported, source_register
from views.words.reported import Stated

Cells = tuple[tuple[Operand, str], ...]
"""What stands in a row, and how each of it looks."""
WIDTHS = (40.0, 8.0, 12.0, 10.0, 16.0, 9.0, 30.0, 22.0, 100.0)
METHOD = N_(
    "Uncertainty: errors of log growth follow a stationary AR(1) process; the variance of ln GDP after h years is "
    "s0² + s² (h + 2 Σ (h − k) rᵏ), k = 1 … h − 1; s0 reads the width of the baseline's range as its 80 % interval. "
    "Where the error e of the start year is known, it is s0² + s² (1 − r²) Σ ((1 − rᵐ) / (1 − r))², m = 1 … h, and the "
    "median moves by e Σ rᵏ, k = 1 … h."
)


def fill(sheet: Sheet) -> None:
    """Writes the sheet."""
    w = sheet.book.w
    sheet.put(0, 0, w(N_("Sources: where every figure comes from")), "title")
    sheet.put(1, 0, source_register.legend(sheet.book.now), "note")
    sheet.put(2, 0, w(METHOD), "note")
    row = _figures(sheet, 4)
    _sources(sheet, row + 1)


def _figures(sheet: Sheet, row: int) -> int:
    """Every figure in use; returns the row after them."""
    w, now = sheet.book.w, sheet.book.now
    name, year, value, *others = (w(title) for title in source_register.TITLES)
    sheet.heads(row, [name, year, value, w(N_("Unit")), *others], left=(0, 4, 5, 6, 7, 8))
    sheet.on.freeze_panes(row + 1, 1)
    sheet.on.repeat_rows(row)
    lines = [_figure(sheet, name, figure) for name, figure in source_register.listed(now)]
    for cells in (*lines, *(_stated(sheet, each) for each in source_register.stated(now))):
        row += 1
        for column, (what, look) in enumerate(cells):
            sheet.put(row, column, what, look, "row", "top", *(("apart",) if column == len(cells) - 1 else ()))
    return row + 1


def _figure(sheet: Sheet, name: str, figure: Figure) -> Cells:
    book, w, now = sheet.book, sheet.book.w, sheet.book.now
    percent = figure.unit == "%"
    number = rate(figure.value) if percent else book.shown(figure.value, figure.unit)
    look = "chosen" if percent else f"exact:{figure.unit}" if figure.unit else "number"
    return (
        (name, "wrap"), (float(figure.year), "year"), (number, look),
        ("" if percent else w.unit(figure.unit), "right"), (w(reported.BASES[figure.price_basis]), "apart"),
        (figure.trust, "apart"), (notes.short(now, figure.source), "apart"), (figure.locator, "apart"),
        (w.either(figure.note_zh, figure.note_en), "wrap"),
    )  # fmt: skip


def _stated(sheet: Sheet, each: Stated) -> Cells:
    """A figure of a row of the plan report."""
    now, percent = sheet.book.now, each.unit == "%"
    found = source_register.origin(now, each)
    number = rate(float(each.value)) if percent else float(each.value)
    look = "chosen" if percent else f"places:{reported.places(each.value)}"
    return (
        (source_register.stated_name(now, each), "wrap"), (float(each.year), "year"), (number, look),
        ("" if percent else each.unit, "right"), (source_register.basis(now, each), "apart"), (found.trust, "apart"),
        (notes.short(now, found.source), "apart"), (found.locator, "apart"), (found.note, "wrap"),
    )  # fmt: skip


def _sources(sheet: Sheet, row: int) -> None:
    """Every source: what it is, who published it and when, on what terms, and where."""
    w, now = sheet.book.w, sheet.book.now
    heads = {0: N_("Source"), 3: N_("Published by"), 6: N_("Licence"), 7: N_("Date"), 8: N_("Address")}
    sheet.rule(row, range(len(WIDTHS)), "head")
    for column, head in heads.items():
        sheet.put(row, column, w(head), "head", "apart" if column else "left")
    for key, source in now.pack.sources.items():
        row += 1
        name = w(N_("{name}: {kind}"), name=notes.short(now, key), kind=notes.title(now, key))
        sheet.across(row, 0, 2, name, "row", "wrap", "top")
        sheet.across(row, 3, 5, w.either(source.publisher_zh, source.publisher_en), "row", "wrap", "top", "apart")
        sheet.put(row, 6, w.either(source.licence_zh, source.licence_en), "row", "wrap", "top", "apart")
        sheet.put(row, 7, source.published, "row", "top", "apart")
        sheet.link(row, 8, source.url, source.url, "row", "wrap", "top", "apart")
