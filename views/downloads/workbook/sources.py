"""The sheet of sources: what each is, and every figure in use with its place, as on the page."""

from decimal import Decimal

from model.language.words import N_
from views.downloads.workbook.sheet import Sheet
from views.words import notes, source_register

WIDTHS = (32, 6, 11, 9, 16, 6, 24, 24, 44)


def fill(sheet: Sheet) -> None:
    """Writes the sheet."""
    w, state, last = sheet.w, sheet.book.state, len(WIDTHS) - 1
    sheet.begin(w(N_("Sources")), "")
    heads = {0: N_("Source"), 4: N_("Published by"), 6: N_("Licence"), 7: N_("Date"), 8: N_("Address")}
    sheet.heads([w(heads[column]) if column in heads else "" for column in range(len(WIDTHS))], left=range(len(WIDTHS)))
    for key in source_register.sources(state):
        source = state.pack.sources[key]
        other = (w.either(source.licence_zh, source.licence_en), source.published, source.url)
        row = sheet.line(*(None for _ in range(6)), *((each, "wrap", "indent") for each in other))
        sheet.link(row, 0, notes.short(state, key), source.url)
        sheet.across(row, 1, 3, notes.title(state, key), "row", "indent")
        sheet.across(row, 4, 5, w.either(source.publisher_zh, source.publisher_en), "row", "indent")
    sheet.across(sheet.row + 1, 0, last, source_register.legend(state), "note")
    sheet.row += 2
    sheet.on.repeat_rows(sheet.row)
    name, year, value, *others = (w(title) for title in source_register.TITLES)
    sheet.heads([name, year, value, w(N_("Unit")), *others], left=(0, *range(3, len(WIDTHS))))
    for each in source_register.rows(state):
        digits = max(0, -int(Decimal(repr(each.value)).normalize().as_tuple().exponent))
        said = (each.unit, each.basis, each.trust, each.source, each.locator, each.note)
        sheet.line(each.name, (each.year, "year"), (each.value, f"level:{digits}"),
                   *((what, "wrap", "indent") for what in said))  # fmt: skip
