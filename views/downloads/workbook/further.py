"""The sheet of further paths: rows of the plan report, whose growth and first level are inputs of their own."""

from model.language.words import N_
from model.progress.further import FURTHER, SLOTS, lever
from model.scenario.levers import SLOTS as WHEN
from views.downloads.workbook.inputs import validate
from views.downloads.workbook.sheet import Sheet, cell
from views.words import further, reported

GROWTH = 2
BASE = GROWTH + len(SLOTS)
"""The columns of the growth rates, and of the first year."""
WIDTHS = (36, 20, *(10.5 for _ in range(20)))
HEADS = 3


def fill(sheet: Sheet) -> None:
    """Writes the sheet up to the last year shown; names growth by its levers, rows of levels `further_<row>`."""
    state, w = sheet.book.state, sheet.book.state.reported
    paths, years = further.listed_paths(state), further.years_of(state)
    last = BASE + len(years) - 1
    sheet.put(0, 0, w(further.TITLE), "title")
    sheet.across(1, 0, last, further.carried_on(state))
    growth = [w(N_("growth {when}"), when=w(when)) for _, when in WHEN]
    sheet.heads(HEADS, [w(N_("Indicator")), w(N_("basis")), *growth], left=(0, 1))
    for column, year in enumerate(years, BASE):
        sheet.put(HEADS, column, year, "year", "head")
    for row, path in enumerate(paths, HEADS + 1):
        name, report = reported.name(state, path.row), path.row
        sheet.put(row, 0, name, "row", "wrap")
        sheet.put(row, 1, further.basis(state, report), "row", "note", "wrap")
        for column, slot in enumerate(SLOTS, GROWTH):
            moved = lever(path.given, slot, state.pack)
            sheet.put(row, column, getattr(path.given, slot), "exact", "input", name=moved.key)
            validate(sheet, moved, row, column, title=name)
        look = f"places:{further.decimals(state, report, path.levels[0])}"
        levels = [float(reported.shifted(state, report, level)) for level in path.levels]
        sheet.put(row, BASE, levels[0], look, "input")
        for column, level in enumerate(levels[1:], BASE + 1):
            rate = cell(row, GROWTH + (column > BASE + 1))
            sheet.formula(row, column, f"{cell(row, column - 1)}*(1+{rate})", level, look, "row")
        sheet.name_cells(f"{FURTHER}_{path.given.key}", row, BASE, last)
        sheet.across(row + len(paths) + 1, 0, last, further.rests_on(state, path), "typed")
    sheet.on.freeze_panes(HEADS + 1, GROWTH)
    sheet.on.print_area(0, 0, HEADS + 2 * len(paths) + 1, last)
