"""The sheet of what would have to be: each lever's value with which its indicator meets its target, all else held."""

from model.economics import phrases
from model.economics.solve import indicator_of, solvable
from model.language.words import N_
from model.region.indicators import Indicator
from model.scenario.levers import RATES, Lever, levers
from model.scenario.scenario import target_levers
from views.downloads.workbook import against, said, years
from views.downloads.workbook.book import Book, Sheet, look_of, unit_of
from views.downloads.workbook.live import NOTHING, Live, call, when

WIDTHS = (48.0, 13.0, 13.0, 11.0, 11.0, 15.0, 44.0, 70.0)
HEADS = (
    N_("Condition"), N_("needed"), N_("now"), N_("Unit"), N_("years that follow it"),
    N_("growth of these years, as a multiple"), N_("held"), N_("in words"),
)  # fmt: skip
DECIMALS_SAID = len(WIDTHS)
"""The column of how many decimals the words have, which is not printed."""
DECIMALS = 5
"""Of a rate that is needed, as it is written."""
TOP = 4
"""The first row under the heads."""
EXACT = N_("What is needed is exact in its cell and rounded to the nearest where it is shown: to quote, round it up.")


def fill(sheet: Sheet) -> None:
    """Writes the sheet and names its results: `gdp_at_deadline`, `gdp_later_needed` and so on."""
    book, w = sheet.book, sheet.book.w
    sheet.put(0, 0, w(N_("Solve: conditions of the target")), "title")
    note = N_("Each row by itself: the value with which the target is met exactly, all else held.")
    sheet.put(1, 0, w.flow((w(note), w(EXACT))), "note")
    sheet.heads(TOP - 1, [w(head) for head in HEADS], left=(0, 6, 7))
    sheet.put(TOP - 1, DECIMALS_SAID, w(N_("decimals in words")), "note", "right")
    sheet.on.freeze_panes(TOP, 1)
    rows = _places(sheet)
    for key in rows:
        if key.rpartition("_")[0] in RATES and key.endswith(("_first", "_later")):
            _years(sheet, rows[key], key)
    sheet.on.print_area(0, 0, max(rows.values()), len(WIDTHS) - 1)
    for key, row in rows.items():
        _row(sheet, row, levers(book.now.pack)[key])


def _places(sheet: Sheet) -> dict[str, int]:
    """Writes a heading for each indicator; returns the rows of the levers below them."""
    pack, row = sheet.book.now.pack, TOP
    rows: dict[str, int] = {}
    for indicator in pack.indicators:
        _heading(sheet, row, indicator)
        row += 1
        for key in solvable(pack):
            if indicator_of(key) == indicator.key:
                row += 1
                rows[key] = row
        row += 2
    return rows


def _heading(sheet: Sheet, row: int, indicator: Indicator) -> None:
    """The target in words, and the level at its deadline as things stand."""
    book, w, key = sheet.book, sheet.book.w, indicator.key
    wanted, year = (book[lever] for lever in target_levers(key))
    unit = f" {w.unit(indicator.unit)}"
    goal = said.level(wanted, indicator.unit, w) & unit
    title = N_("{name}: {level} by the end of {year}")
    sheet.put(row, 0, said.filled(title, w, name=w(indicator.name), level=goal, year=year), "part")
    row += 1
    sheet.put(row, 0, w(N_("On these assumptions, at the deadline")), "row")
    sheet.rule(row, range(2, len(WIDTHS)))
    level = call("INDEX", book[f"{key}_level"], year - book["base_year"] + 1)
    against.put(sheet, row, 1, level, wanted, indicator.unit, "row", "strong", name=f"{key}_at_deadline")
    reached = call("INDEX", book[f"{key}_met"], year - book["base_year"] + 1)
    sheet.put(row, 7, when(reached.is_(1), w(N_("at or above it")), w(N_("below it"))), "row", "apart")


def _free(book: Book, key: str) -> Live:
    """Which years follow a growth lever up to the deadline of its indicator: 1 or 0, by year."""
    series, _, slot = key.rpartition("_")
    deadline = book[target_levers(indicator_of(key))[1]]
    if slot == "first":
        return book["years"].is_(book["first_year"]) * book[f"{series}_follows"]
    return (book["years"] > book["first_year"]) * (book["years"] <= deadline) * book[f"{series}_follows"]


def _years(sheet: Sheet, row: int, key: str) -> None:
    """How many years follow a growth lever, and what they multiply the level by."""
    book, free = sheet.book, _free(sheet.book, key)
    sheet.put(row, 4, call("SUMPRODUCT", free), "count", "row")
    grown = call("EXP", call("SUMPRODUCT", free * call("LN", 1 + book[f"{key.rpartition('_')[0]}_own"])))
    sheet.put(row, 5, grown, "fraction", "row")


def _row(sheet: Sheet, row: int, lever: Lever) -> None:
    """A lever: what it would have to be, what it is, what is held, and what that comes to in words."""
    book, w, indicator = sheet.book, sheet.book.w, indicator_of(lever.key)
    look = {"rate": "fine", "level": f"fine:{lever.unit}", "year": "year"}[lever.kind]
    sheet.put(row, 0, phrases.title(lever, w), "row", "wrap")
    found = sheet.put(row, 1, _needed(sheet, row, lever), look, "row", "right", "strong", name=f"{lever.key}_needed")
    if lever.kind == "rate":
        against.never_nought(sheet, row, 1, DECIMALS, against.EVERY_DECIMAL + w.percent_sign.replace(" ", "\\ "))
    sheet.put(row, 2, book[lever.key], look_of(lever), "row")
    sheet.put(row, 3, unit_of(lever, book), "row", "right")
    if lever.kind != "rate":
        sheet.rule(row, (4, 5))
    sheet.put(row, 6, phrases.held(lever, w), "row", "wrap", "note", "apart")
    met = call("INDEX", book[f"{indicator}_met"], book[target_levers(indicator)[1]] - book["base_year"] + 1)
    digits = sheet.put(row, DECIMALS_SAID, said.decimals(found, book[lever.key], lever, w), "count", "note")
    none = w(phrases.REASONS["never" if lever.kind == "year" else "no_year"], high=str(int(lever.high)))
    words = said.solution(lever, found, met, none, digits, book)
    sheet.put(row, 7, words, "row", "wrap", "apart")


def _needed(sheet: Sheet, row: int, lever: Lever) -> Live:
    """The formula of the value that meets the target, a dash where there is none."""
    book, key = sheet.book, lever.key
    indicator = indicator_of(key)
    wanted, year = target_levers(indicator)
    level, base = book[f"{indicator}_at_deadline"], f"{indicator}_base"
    if key == wanted:
        return level
    if key == year:
        met = book.span(f"{indicator}_met", years.FIRST, years.LAST)
        first = call("INDEX", book["years"], call("MATCH", 1, met, 0))
        return when(call("SUM", met) > 0, first, NOTHING)
    if key == base:
        return book[wanted] / (level / book[base])
    count, grown = sheet.cell(row, 4), sheet.cell(row, 5)
    return when(count.is_(0), NOTHING, (grown * book[wanted] / level) ** (1 / count) - 1)
