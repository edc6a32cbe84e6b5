"""The sheet of what would have to be: each lever's value with which its indicator meets its target, all else held."""

from model import phrases
from model.indicators import DEFLATOR, GDP, Indicator
from model.levers import INCOME, PASS_TO_GDP, PASS_TO_INCOME, PASSES, RATES, Lever, levers
from model.scenario import target_levers
from model.solve import indicator_of, solvable
from model.words import N_
from views.downloads.workbook import against, newton, said, years
from views.downloads.workbook.book import Book, Sheet, look_of, unit_of
from views.downloads.workbook.live import NOTHING, Live, Operand, call, when
from views.downloads.workbook.paths import PASSED, PRICES, growth_of

WIDTHS = (48.0, 13.0, 13.0, 11.0, 11.0, 15.0, 44.0, 70.0)
HEADS = (
    N_("What would have to be"), N_("needed"), N_("now"), N_("Unit"), N_("years that follow it"),
    N_("growth of these years, as a multiple"), N_("held"), N_("in words"),
)  # fmt: skip
Solved = tuple[Live, Live]
"""What Newton's method found, and whether the level rises with it."""
DECIMALS_SAID = len(WIDTHS)
"""The column of how many decimals the words have, which is not printed."""
DECIMALS = {"rate": 5, "number": 4}
"""Of what is needed, as it is written."""
TOP = 4
"""The first row under the heads."""
EXACT = N_("What is needed is exact in its cell and rounded to the nearest where it is shown: to quote, round it up.")


def fill(sheet: Sheet) -> None:
    """Writes the sheet and names its results: `gdp_at_deadline`, `gdp_later_needed` and so on."""
    book, w = sheet.book, sheet.book.w
    sheet.put(0, 0, w(N_("Solve: what would have to be true")), "title")
    note = N_("Each row by itself: the value with which the target is met exactly, all else held.")
    sheet.put(1, 0, w.flow((w(note), w(EXACT))), "note")
    sheet.heads(TOP - 1, [w(head) for head in HEADS], left=(0, 6, 7))
    sheet.put(TOP - 1, DECIMALS_SAID, w(N_("decimals in words")), "note", "right")
    sheet.on.freeze_panes(TOP, 1)
    rows = _places(sheet)
    for key in rows:
        if key.rpartition("_")[0] in RATES and key.endswith(("_first", "_later")):
            _years(sheet, rows[key], key)
    foot = max(rows.values())
    sheet.on.print_area(0, 0, foot, len(WIDTHS) - 1)
    solved = _newton(sheet, rows, foot + 3)
    for key, row in rows.items():
        _row(sheet, row, levers(book.now.pack)[key], solved.get(key))


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
    sheet.put(row, 0, w(N_("As things stand, at the deadline")), "row")
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


def _growth(key: str) -> str:
    """The name of the row of growth, with what is passed on, that a growth lever is a part of."""
    series = key.rpartition("_")[0]
    return "gdp_real" if series == GDP.key else f"{series}_own" if series == DEFLATOR else growth_of(series)


def _years(sheet: Sheet, row: int, key: str) -> None:
    """How many years follow a growth lever, and what they multiply the level by."""
    book, free = sheet.book, _free(sheet.book, key)
    sheet.put(row, 4, call("SUMPRODUCT", free), "count", "row")
    grown = call("EXP", call("SUMPRODUCT", free * call("LN", 1 + book[_growth(key)])))
    sheet.put(row, 5, grown, "fraction", "row")


def _newton(sheet: Sheet, rows: dict[str, int], row: int) -> dict[str, Solved]:
    """The blocks of the levers whose equation has no closed form, below the table: what was found of each."""
    book, w, known = sheet.book, sheet.book.w, levers(sheet.book.now.pack)
    price = call("INDEX", book[PRICES], book["target_year"] - book["base_year"] + 1)
    equations = {f"{series}_later": _later(sheet, rows, series) for series, lever in PASSED.items() if lever in known}
    if PASS_TO_GDP in known:
        equations[PASS_TO_GDP] = _passing(book, GDP.key, book["gdp_base"] * price)
    if PASS_TO_INCOME in known:
        equations[PASS_TO_INCOME] = _passing(book, INCOME, book["income_base"])
    found = {}
    between = row + len(equations) * (newton.HEIGHT + 1)
    for key, equation in equations.items():
        title = w(N_("{name}: by Newton's method"), name=phrases.title(known[key], w))
        if key in PASSED.values():
            found[key] = newton.solve(sheet, row, title, equation, between)
            between += newton.STEPS + 5
        else:
            found[key] = newton.solve(sheet, row, title, equation)
        row += newton.HEIGHT + 1
    return found


def _later(sheet: Sheet, rows: dict[str, int], series: str) -> newton.Equation:
    """The later growth where what is passed on differs between the years that follow the lever."""
    book, (wanted, deadline) = sheet.book, target_levers(series)
    grown = sheet.cell(rows[f"{series}_later"], 5)

    def counts(column: int) -> Operand:
        if column == years.FIRST:
            return 0.0
        return when(book.at("years", column) <= book[deadline], book.at(f"{series}_follows", column), 0)

    return newton.Equation(
        product=grown * book[wanted] / book[f"{series}_at_deadline"],
        counts=counts,
        constant=lambda column: 1 + book.at(f"{series}_passed", column),
        weight=lambda column: 1.0,
    )


def _passing(book: Book, series: str, start: Live) -> newton.Equation:
    """How much is to be passed on to an indicator from growth above the plan's."""
    wanted, deadline = target_levers(series)
    above = _above(series)
    return newton.Equation(
        product=book[wanted] / start,
        counts=lambda column: when(book.at("years", column) <= book[deadline], 1, 0),
        constant=lambda column: 1 + book.at(f"{series}_own", column),
        weight=lambda column: book.at(above[0], column) - book.at(above[1], column),
    )


def _above(series: str) -> tuple[str, str]:
    """The names of the rows of growth that is passed on to an indicator, and of the plan's."""
    return ("fai_own", "fai_planned") if series == GDP.key else ("gdp_real", "gdp_planned")


def _row(sheet: Sheet, row: int, lever: Lever, solved: Solved | None) -> None:
    """A lever: what it would have to be, what it is, what is held, and what that comes to in words."""
    book, w, indicator = sheet.book, sheet.book.w, indicator_of(lever.key)
    look = {"rate": "fine", "level": f"fine:{lever.unit}", "year": "year", "number": "fraction"}[lever.kind]
    sheet.put(row, 0, phrases.title(lever, w), "row", "wrap")
    found = sheet.put(
        row, 1, _needed(sheet, row, lever, solved), look, "row", "right", "strong", name=f"{lever.key}_needed"
    )
    if lever.kind in DECIMALS:
        sign = w.percent_sign if lever.kind == "rate" else ""
        against.never_nought(sheet, row, 1, DECIMALS[lever.kind], against.EVERY_DECIMAL + sign.replace(" ", "\\ "))
    sheet.put(row, 2, book[lever.key], look_of(lever), "row")
    sheet.put(row, 3, unit_of(lever, book), "row", "right")
    if lever.kind != "rate":
        sheet.rule(row, (4, 5))
    sheet.put(row, 6, phrases.held(lever, w), "row", "wrap", "note", "apart")
    met = call("INDEX", book[f"{indicator}_met"], book[target_levers(indicator)[1]] - book["base_year"] + 1)
    rises = solved[1] if solved and lever.key in PASSES else None
    digits = sheet.put(row, DECIMALS_SAID, said.decimals(found, book[lever.key], lever, rises, w), "count", "note")
    words = said.solution(lever, found, met, rises, _no_answer(lever, solved, book), digits, book)
    sheet.put(row, 7, words, "row", "wrap", "apart")


def _needed(sheet: Sheet, row: int, lever: Lever, solved: Solved | None) -> Live:
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
    if lever.key in PASSES:
        assert solved is not None, "a pass-through lever is solved by Newton's method"
        return solved[0]
    series, _, slot = key.rpartition("_")
    count, grown = sheet.cell(row, 4), sheet.cell(row, 5)
    alike = (grown * book[wanted] / level) ** (1 / count) - 1
    if PASSED.get(series) in levers(book.now.pack) and slot == "first":
        alike = alike - call("INDEX", book[f"{series}_passed"], 1)
    elif solved is not None:
        alike = when(book[PASSED[series]].is_(0), alike, solved[0])
    return when(count.is_(0), NOTHING, alike)


def _no_answer(lever: Lever, solved: Solved | None, book: Book) -> Live | str:
    """Why there is no value."""
    w = book.w
    if lever.kind == "year":
        return w(phrases.REASONS["never"], high=str(int(lever.high)))
    if lever.key not in PASSES or solved is None:
        return w(phrases.REASONS["no_year"])
    series = indicator_of(lever.key)
    own, planned = _above(series)
    in_time = book["years"] <= book[target_levers(series)[1]]
    above = call("SUMPRODUCT", in_time * call("ABS", book[own] - book[planned]))
    return when(above > 0, w(phrases.REASONS["no_value"]), w(phrases.REASONS["nothing_passed"]))
