"""The sheet of sources: every figure in use with its place, as on the page, and what each source is."""

from decimal import Decimal

from model.language.words import N_
from views.downloads.workbook.sheet import Sheet
from views.words import notes, source_register

WIDTHS = (32, 6, 11, 9, 11, 6, 34, 22, 40)


def fill(sheet: Sheet) -> None:
    """Writes the sheet."""
    w, state, last = sheet.w, sheet.book.state, len(WIDTHS) - 1
    sheet.put(0, 0, w(N_("Sources")), "title")
    sheet.across(1, 0, last, source_register.legend(state), "note")
    name, year, value, *others = (w(title) for title in source_register.TITLES)
    sheet.heads(3, [name, year, value, w(N_("Unit")), *others], left=(0, *range(3, len(WIDTHS))))
    sheet.on.freeze_panes(4, 1)
    sheet.on.repeat_rows(3)
    row = 4
    for each in source_register.rows(state):
        digits = max(0, -int(Decimal(repr(each.value)).normalize().as_tuple().exponent))
        sheet.put(row, 0, each.name, "row", "wrap")
        sheet.put(row, 1, each.year, "row", "year")
        sheet.put(row, 2, each.value, "row", f"level:{digits}")
        said = (each.unit, each.basis, each.trust, each.source, each.locator, each.note)
        for column, what in enumerate(said, 3):
            sheet.put(row, column, what, "row", "wrap", "indent")
        row += 1
    heads = {0: N_("Source"), 4: N_("Published by"), 6: N_("Licence"), 7: N_("Date"), 8: N_("Address")}
    row += 1
    for column in range(len(WIDTHS)):
        sheet.put(row, column, w(heads[column]) if column in heads else None, "head")
    for key in source_register.sources(state):
        row += 1
        source = state.pack.sources[key]
        sheet.across(row, 0, 3, f"{notes.short(state, key)}: {notes.title(state, key)}", "row")
        sheet.across(row, 4, 5, w.either(source.publisher_zh, source.publisher_en), "row")
        sheet.put(row, 6, w.either(source.licence_zh, source.licence_en), "row", "wrap")
        sheet.put(row, 7, source.published, "row", "wrap")
        sheet.link(row, 8, source.url, source.url, "row", "wrap")
