"""The sheet of what moves the answer: each lever by itself, with a chart, and a table of two levers together."""

from model.economics import phrases
from model.economics.sensitivity import ACROSS, ON_GDP, POINT, UP
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP
from model.scenario.levers import Lever, levers
from views.downloads.workbook import against, said
from views.downloads.workbook.against import meets
from views.downloads.workbook.book import Book, Sheet, look_of
from views.downloads.workbook.charts import tornado
from views.downloads.workbook.live import NOTHING, Live, Operand, call, when
from views.downloads.workbook.looks import MET, UNMET
from views.downloads.workbook.said import filled
from views.downloads.workbook.verdict import level_in

WIDTHS = (52.0, *(12.0 for _ in range(13)))
FINE, GAP = f"fine:{GDP.unit}", f"gap:{GDP.unit}"
SIDE = 4
"""Steps of the table of two levers to each side of the scenario's own values."""
STEP = 0.005
"""Of the table at first [fraction a year]."""
SPECK = 11
"""Decimals beyond which an effect is noise of the arithmetic."""
CHART = 16
"""Rows down to the foot of the chart."""


def fill(sheet: Sheet) -> None:
    """Writes the sheet."""
    w = sheet.book.w
    sheet.put(0, 0, w(N_("Sensitivity: what moves the answer")), "title")
    note = N_("Rates one point down and up, the baseline at its low and high; all else held, recomputed exactly.")
    sheet.put(1, 0, w(note), "note")
    below = CHART + 2
    working = below + 2 * SIDE + 10
    sheet.on.print_area(0, 0, working - 2, len(WIDTHS))
    _each(sheet, working)
    _ranked(sheet, 3, working + 2)
    _two_way(sheet, below)


def _each(sheet: Sheet, row: int) -> None:
    """The levers in their own order, with GDP when each is moved and the place of its effect among all."""
    book, w = sheet.book, sheet.book.w
    sheet.put(row, 0, w(N_("Worked out here, lever by lever")), "part")
    heads = [
        N_("Lever"), N_("now"), N_("down to"), N_("up to"), N_("GDP, down"), N_("GDP, up"), N_("difference"),
        N_("rank"),
    ]  # fmt: skip
    sheet.heads(row + 1, [w(head) for head in heads])
    sheet.put(row + 1, 8, w(N_("moved to")), "head", "apart")
    sheet.rule(row + 1, (9, 10), "head")
    first, last = row + 2, row + 1 + len(ON_GDP)
    for at, key in enumerate(ON_GDP, first):
        lever = levers(book.now.pack)[key]
        look = look_of(lever)
        sheet.put(at, 0, phrases.title(lever, w), "row", "wrap")
        sheet.put(at, 1, book[key], look, "row")
        moved = [sheet.put(at, 2 + place, to, look, "row") for place, to in enumerate(_ends(book, lever))]
        levels = [sheet.put(at, 4 + place, _level(book, key, to), FINE, "row") for place, to in enumerate(moved)]
        sheet.put(at, 6, call("ABS", levels[1] - levels[0]), FINE, "row")
        words = said.value(moved[0], lever, w) & " … " & said.value(moved[1], lever, w)
        sheet.put(at, 8, words, "row", "note", "apart")
        sheet.rule(at, (9, 10))
    widths = sheet.cells(first, 6, last, 6)
    for at in range(first, last + 1):
        own = sheet.cell(at, 6)
        larger = call("SUMPRODUCT", (call("ROUND", widths, 9) > call("ROUND", own, 9)) * 1)
        same = (call("ROUND", sheet.cells(first, 6, at, 6), 9).is_(call("ROUND", own, 9))) * 1
        sheet.put(at, 7, larger + call("SUMPRODUCT", same), "count", "row")


def _ends(book: Book, lever: Lever) -> tuple[Operand, Operand]:
    """What a lever is moved to, down and up."""
    if lever.key == f"{GDP.key}_base":
        return level_in(book, book["base_year"], "low"), level_in(book, book["base_year"], "high")
    return book[lever.key] - POINT, book[lever.key] + POINT


def _level(book: Book, key: str, to: Live) -> Live:
    """GDP at the deadline with that lever moved."""
    if key == f"{GDP.key}_base":
        return book["gdp_at_deadline"] / book[key] * to
    real, price, moved = book["gdp_own"], book[f"{DEFLATOR}_own"], (to - book[key]) * _free(book, key)
    return _gdp(book, real, price + moved) if key.startswith(DEFLATOR) else _gdp(book, real + moved, price)


def _gdp(book: Book, real: Live, price: Live) -> Live:
    """GDP at the deadline with such growth by year."""
    grown = (book["years"] <= book["target_year"]) * (call("LN", 1 + real) + call("LN", 1 + price))
    return book["gdp_base"] * call("EXP", call("SUMPRODUCT", grown))


def _free(book: Book, key: str) -> Live:
    """Which years follow a growth lever: 1 or 0, by year."""
    series, _, slot = key.rpartition("_")
    years, first = book["years"], book["first_year"]
    return (years.is_(first) if slot == "first" else years > first) * book[f"{series}_follows"]


def _ranked(sheet: Sheet, row: int, worked: int) -> None:
    """The levers by the size of their effect, as a table and as bars."""
    book, w = sheet.book, sheet.book.w
    unit = w.unit(GDP.unit)
    heads = [
        w(N_("Lever")), w(N_("effect down, {unit}"), unit=unit), w(N_("effect up, {unit}"), unit=unit),
        w(N_("from the target, down")), w(N_("from the target, up")),
    ]  # fmt: skip
    sheet.heads(row, heads)
    sheet.put(row, 5, w(N_("moved to")), "head", "apart")
    sheet.rule(row, (6,), "head")
    count = len(ON_GDP)
    last = worked + count - 1
    ranks = sheet.cells(worked, 7, last, 7)
    for place in range(1, count + 1):
        at = call("MATCH", place, ranks, 0)
        name, down, up, width, words = (
            call("INDEX", sheet.cells(worked, column, last, column), at) for column in (0, 4, 5, 6, 8)
        )
        sheet.put(
            row + place, 0, when(width > 0, name, filled(N_("{name} (without effect)"), w, name=name)), "row", "wrap"
        )
        for column, level in enumerate((down, up)):
            sheet.put(row + place, 1 + column, call("ROUND", level - book["gdp_at_deadline"], SPECK), GAP, "row")
            against.put_gap(sheet, row + place, 3 + column, level, book["target_level"], GDP.unit, "row")
        sheet.put(row + place, 5, words, "row", "note", "apart")
        sheet.rule(row + place, (6,))
    title = w(N_("Effect on GDP at the deadline, {unit}"), unit=unit)
    chart = tornado(sheet, title, (row + 1, row + count), (w(N_("down")), w(N_("up"))))
    sheet.on.insert_chart(row - 1, 7, chart, {"x_offset": 12})


def _two_way(sheet: Sheet, row: int) -> None:
    """GDP over two levers, whose values may be chosen, and for each column what would meet the target."""
    book, w, known = sheet.book, sheet.book.w, levers(sheet.book.now.pack)
    across, up = known[ACROSS], known[UP]
    title = N_("Two levers together: GDP at the end of {year} against the target")
    sheet.put(row, 0, filled(title, w, year=book["target_year"]), "part")
    starts = [_axis(sheet, row + 1, across), _axis(sheet, row + 2, up)]
    given = call("COUNT", *(cell for axis in starts for cell in axis)).is_(2 * len(starts))

    def shown(formula: Live) -> Live:
        return when(given, formula, book["missing"])

    sheet.put(row + 3, 0, w(N_("Green: the target is met. Framed: the scenario. Type another start or step.")), "note")
    top, end, last = row + 6, row + 6 + 2 * SIDE, 2 + 2 * SIDE
    heading = N_("across: {across}; down: {down}, and before it what prices multiply GDP by")
    sheet.put(row + 4, 0, w(heading, across=phrases.title(across, w), down=phrases.title(up, w)), "head")
    sheet.rule(row + 4, (1,), "head")
    sheet.put(row + 5, 0, w(N_("what real growth multiplies GDP by")), "row", "note", "right")
    sheet.rule(row + 5, (1,))
    target, base = book["target_level"], book["gdp_base"]
    in_time, prices, real = book["years"] <= book["target_year"], book[f"{DEFLATOR}_own"], book["gdp_own"]
    for column in range(2, last + 1):
        start, step = starts[0]
        here = start if column == 2 else sheet.cell(row + 4, column - 1) + step
        x = sheet.put(row + 4, column, shown(here), "chosen", "head", "right")
        moved = real + (x - real) * _free(book, ACROSS)
        multiple = call("EXP", call("SUMPRODUCT", in_time * call("LN", 1 + moved)))
        sheet.put(row + 5, column, shown(multiple), "fraction", "row", "note", "right")
    for at in range(top, end + 1):
        start, step = starts[1]
        here = start if at == top else sheet.cell(at - 1, 1) + step
        y = sheet.put(at, 1, shown(here), "chosen", "row", "strong", "right")
        moved = prices + (y - prices) * _free(book, UP)
        multiple = call("EXP", call("SUMPRODUCT", in_time * call("LN", 1 + moved)))
        sheet.put(at, 0, shown(multiple), "fraction", "row", "note", "right")
        for column in range(2, last + 1):
            level = base * sheet.cell(row + 5, column) * sheet.cell(at, 0)
            sheet.put(at, column, shown(level), f"level:{GDP.unit}", "row", "right")
    free = in_time * _free(book, UP)
    count = call("SUMPRODUCT", free)
    held = call("EXP", call("SUMPRODUCT", in_time * (1 - _free(book, UP)) * call("LN", 1 + prices)))
    sheet.put(end + 1, 0, w(N_("{name}: what meets the target"), name=phrases.title(up, w)), "row", "strong", "wrap")
    sheet.rule(end + 1, (1,))
    for column in range(2, last + 1):
        needed = (target / (base * sheet.cell(row + 5, column) * held)) ** (1 / count) - 1
        sheet.put(end + 1, column, shown(when(count.is_(0), NOTHING, needed)), "fine", "row", "right", "strong")
    area = (top, 2, end, last)
    x, y = sheet.cell(row + 4, 2).held(row=True), sheet.cell(top, 1).held(column=True)
    here = call("AND", *(call("ABS", at - book[key]) < phrases.SAME for at, key in ((x, ACROSS), (y, UP))))
    met = call("AND", call("ISNUMBER", sheet.cell(top, 2)), meets(sheet.cell(top, 2), target))
    sheet.mark(call("AND", here, met), area, bg_color=MET, bold=True, border=1)
    sheet.mark(here, area, bg_color=UNMET, bold=True, border=1)
    sheet.mark(met, area, bg_color=MET)
    sheet.mark(sheet.cell(top, 2) < target, area, bg_color=UNMET)


def _axis(sheet: Sheet, row: int, lever: Lever) -> tuple[Live, Live]:
    """Where the values of a lever start and by how much they go on, in cells that may be changed."""
    book, w = sheet.book, sheet.book.w
    sheet.put(row, 0, phrases.title(lever, w), "row")
    sheet.put(row, 1, w(N_("start")), "row", "right", "note")
    sheet.put(row, 3, w(N_("step")), "row", "right", "note")
    step = sheet.put(row, 4, STEP, "chosen", "input")
    return sheet.put(row, 2, book[lever.key] - SIDE * step, "chosen", "input"), step
