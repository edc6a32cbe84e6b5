"""The sheet of further paths: rows of the plan report, their levels and growth to be changed, and what follows."""

from model.language.words import N_
from model.progress.further import FURTHER, SLOTS, lever
from model.region.limits import FARTHEST
from model.scenario.levers import SLOTS as WHEN
from views.downloads.workbook import inputs
from views.downloads.workbook.book import Sheet
from views.downloads.workbook.live import NOTHING, Live, call, when
from views.downloads.workbook.looks import DIMMED
from views.words import further, reported
from views.words.further import Path

GROWTH = 2
BASE = GROWTH + len(SLOTS)
"""The columns of the growth rates, and of the first year."""
WIDTHS = (40.0, 24.0, *(11.5 for _ in range(GROWTH, BASE + 2 * FARTHEST + 1)))
"""A re-planned region is shown for as many years from its later start, paths begin with the report's own year."""
HEADS = 4


def fill(sheet: Sheet) -> None:
    """Writes the sheet; cells of growth are named by their levers, rows of levels `further_<row>`."""
    now, book = sheet.book.now, sheet.book
    w, first, paths = now.reported, now.pack.own.base_year, further.listed_paths(now)
    last = BASE + now.pack.base_year + FARTHEST - first
    sheet.put(0, 0, w(further.TITLE), "title")
    sheet.put(1, 0, w(N_("Blue cells may be changed: growth a year, and the level of {base}.")), "note")
    sheet.put(2, 0, further.carried_on(now), "note")
    growth = [w(N_("growth {when}"), when=w(when)) for _, when in WHEN]
    sheet.heads(HEADS, [w(N_("Indicator")), w(N_("basis")), *growth], left=(0, 1))
    for column in range(BASE, last + 1):
        sheet.put(HEADS, column, float(first + column - BASE), "year", "head")
    for row, path in enumerate(paths, HEADS + 1):
        _path(sheet, row, path, last)
        sheet.across(row + len(paths) + 1, 0, BASE + FARTHEST, further.rests_on(now, path), "wrap", "top", "typed")
    sheet.mark(
        sheet.cell(HEADS, BASE).held(row=True) > book["last_year"], (HEADS, BASE, HEADS + len(paths), last),
        font_color=DIMMED,
    )  # fmt: skip
    sheet.on.freeze_panes(HEADS + 1, GROWTH)


def _path(sheet: Sheet, row: int, path: Path, last: int) -> None:
    """One path: its growth and first level as they may be changed, then a chain of formulas."""
    now, given, report = sheet.book.now, path.given, path.row
    sheet.put(row, 0, reported.name(now, report), "row", "wrap")
    sheet.put(row, 1, further.basis(now, report), "row", "note", "wrap", "apart")
    rates, allowed = [], list[Live]()
    for column, slot in enumerate(SLOTS, GROWTH):
        moved = lever(given, slot, now.pack)
        rate = sheet.put(row, column, getattr(given, slot), "chosen", "input", name=moved.key)
        allowed += [rate >= moved.low, rate <= moved.high]
        rates.append(rate)
        inputs.check(sheet, moved, row, column, row, column, reported.name(now, report))
    look = f"places:{further.decimals(now, report, path.levels[0])}"
    level = float(reported.shifted(now, report, path.levels[0]))
    base = before = sheet.put(row, BASE, level, look, "input")
    for column in range(BASE + 1, last + 1):
        grown = before * (1 + rates[column > BASE + 1])
        whole = call("AND", call("COUNT", base, *rates).is_(1 + len(rates)), base > 0, *allowed)
        before = sheet.put(row, column, when(whole, grown, NOTHING), look, "row")
    sheet.cells(row, BASE, row, last, name=f"{FURTHER}_{given.key}")
