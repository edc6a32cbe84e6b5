"""The sheet of sources: what each is, and every figure in use with its place, as on the page."""

from decimal import Decimal

from model.language.words import N_
from views.downloads.workbook.sheet import Sheet
from views.words import notes, source_register

WIDTHS = (32, 6, 11, 9, 16, 6, 24, 24, 44)


def fill(sheet: Sheet) -> None:
    """Writes the sheet."""
    w, state, last = sheet.w, sheet.book.state, len(WIDTHS) - 1
    sheet.put(0, 0, w(N_("Sources")), "title")
    heads = {0: N_("Source"), 4: N_("Published by"), 6: N_("Licence"), 7: N_("Date"), 8: N_("Address")}
    for column in range(len(WIDTHS)):
        sheet.put(2, column, w(heads[column]) if column in heads else None, "head")
    known = source_register.sources(state)
    for row, key in enumerate(known, 3):
        source = state.pack.sources[key]
        sheet.link(row, 0, notes.short(state, key), source.url, "row", "wrap")
        sheet.across(row, 1, 3, notes.title(state, key), "row")
        sheet.across(row, 4, 5, w.either(source.publisher_zh, source.publisher_en), "row")
        licence = w.either(source.licence_zh, source.licence_en)
        for column, what in enumerate((licence, source.published, source.url), 6):
            sheet.put(row, column, what, "row", "wrap")
    top = len(known) + 4
    sheet.across(top, 0, last, source_register.legend(state), "note")
    name, year, value, *others = (w(title) for title in source_register.TITLES)
    sheet.heads(top + 1, [name, year, value, w(N_("Unit")), *others], left=(0, *range(3, len(WIDTHS))))
    sheet.on.repeat_rows(top + 1)
    for row, each in enumerate(source_register.rows(state), top + 2):
        digits = max(0, -int(Decimal(repr(each.value)).normalize().as_tuple().exponent))
        sheet.put(row, 0, each.name, "row", "wrap")
        sheet.put(row, 1, each.year, "row", "year")
        sheet.put(row, 2, each.value, "row", f"level:{digits}")
        said = (each.unit, each.basis, each.trust, each.source, each.locator, each.note)
        for column, what in enumerate(said, 3):
            sheet.put(row, column, what, "row", "wrap", "indent")
