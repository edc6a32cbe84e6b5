"""The equation that has no closed form, solved in cells: Newton's method, one step a row.

The x with prod(constant + weight x) = product over the years that count. For weights of one sign see
`model.target.factor_in`, which starts at the same place and goes the same way. For weights of both signs the log of the
product is concave between two poles: from next to each pole Newton's method goes one way, to the nearer of the two x.
"""

from dataclasses import dataclass

from model.levers import FARTHEST
from model.words import N_
from views.downloads.workbook import years
from views.downloads.workbook.book import Sheet
from views.downloads.workbook.live import NOTHING, Live, Operand, call, when
from views.downloads.workbook.rows import Cells

HEIGHT = FARTHEST + 5
"""Rows of a block: its title, three figures, the heads, and a year and a step in each row."""
STEPS = 40
"""From a pole, where the first ones are short."""
SETTLED = 1e-10
"""Relative size of a last step that is none."""


@dataclass(frozen=True)
class Equation:
    """What counts (1 or 0), the constants and the weights, each by the column of the year, and their product."""

    product: Live
    counts: Cells
    constant: Cells
    weight: Cells


def solve(sheet: Sheet, row: int, title: str, equation: Equation, between: int | None = None) -> tuple[Live, Live]:
    """Writes a block from a row on; returns the x, a text where there is none, and whether the product rises with it.

    `between` is the row of the steps for weights of both signs, where there may be any.
    """
    w, book = sheet.book.w, sheet.book
    sheet.put(row, 0, title, "part")
    sheet.put(row + 1, 0, w(N_("Product to be reached")), "row")
    wanted = sheet.put(row + 1, 1, equation.product, "fraction", "row")
    top, end = row + 5, row + 4 + FARTHEST
    sheet.heads(row + 4, [w(head) for head in (YEAR, COUNTS, CONSTANT, WEIGHT, LOWEST, STEP)])
    for at, column in enumerate(range(years.FIRST, years.LAST + 1), top):
        sheet.put(at, 0, book.at("years", column), "year", "row", "left")
        counted = sheet.put(at, 1, equation.counts(column), "count", "row").is_(1)
        own = sheet.put(at, 2, when(counted, equation.constant(column), 1), "fraction", "row")
        size = call("ABS", sheet.put(at, 3, when(counted, equation.weight(column), 0), "fraction", "row"))
        sheet.put(at, 4, when(size > 0, -(own / size), NOTHING), "fraction", "row", "right")
    count, own, weights, edges = (sheet.cells(top, column, end, column) for column in (1, 2, 3, 4))
    size, least = call("ABS", weights), call("MAX", edges)
    falling, rising = call("MIN", weights) < 0, call("MAX", weights) > 0
    sheet.put(row + 2, 0, w(N_("Sign of the weights")), "row")
    sign = sheet.put(row + 2, 1, when(falling, when(rising, 0, -1), when(rising, 1, 0)), "count", "row")
    mean = call("EXP", call("LN", wanted) / call("SUM", count))
    start = (mean * call("SUM", count) - call("SUMPRODUCT", count * own)) / call("SUMPRODUCT", size)
    above = least + 1e-9 * call("MAX", 1, call("ABS", least))
    sheet.put(row + 3, 0, w(N_("Start, from the means, or just above the lowest x")), "row", "wrap")
    x = sheet.put(row + 3, 1, call("IFERROR", call("MAX", start, above), NOTHING), "fraction", "row", "right")
    before = x
    for at in range(top, end + 1):
        factors = own + size * x
        step = (call("LN", wanted) - call("SUMPRODUCT", call("LN", factors))) / call("SUMPRODUCT", size / factors)
        before, x = x, sheet.put(at, 5, call("IFERROR", x + step, NOTHING), "fraction", "row", "right")
    found = _settled(x, before, sign)
    if between is None:
        return when(sign.is_(0), NOTHING, found), sign > 0
    left, right = _between(sheet, between, title, (top, end), wanted)
    outside = when(right >= 0, right, call("MAX", left, right))
    both = call("IFERROR", when(left >= 0, left, outside), NOTHING)
    mixed = call("AND", falling, rising)
    return when(mixed, both, when(sign.is_(0), NOTHING, found)), when(mixed, both.is_(left), sign > 0)


def _between(sheet: Sheet, row: int, title: str, rows: tuple[int, int], wanted: Live) -> tuple[Live, Live]:
    """The two x of weights of both signs, from below and from above; a text where there are none."""
    w, (top, end) = sheet.book.w, rows
    sheet.put(row, 0, w(N_("{title}, weights of both signs"), title=title), "part")
    poles = []
    for at in range(top, end + 1):
        own, weight = sheet.cell(at, 2), sheet.cell(at, 3)
        for column, test in ((6, weight > 0), (7, weight < 0)):
            sheet.put(at, column, when(test, -(own / weight), NOTHING), "fraction", "row", "right")
    for column, head in ((6, LOWEST), (7, HIGHEST)):
        sheet.put(top - 1, column, w(head), "head", "right")
    for place, (of, column, head) in enumerate((("MAX", 6, LOWEST), ("MIN", 7, HIGHEST)), 1):
        sheet.put(row + 1, place, w(head), "head", "right")
        poles.append(sheet.put(row + 2, place, call(of, sheet.cells(top, column, end, column)), "fraction", "row"))
    own, weights = (sheet.cells(top, column, end, column) for column in (2, 3))
    found, near = [], 1e-9 * (poles[1] - poles[0])
    for column, start in ((1, poles[0] + near), (2, poles[1] - near)):
        before = x = sheet.put(row + 3, column, start, "fraction", "row", "right")
        for at in range(row + 4, row + 4 + STEPS):
            factors = own + weights * x
            apart = call("LN", wanted) - call("SUMPRODUCT", call("LN", factors))
            step = apart / call("SUMPRODUCT", weights / factors)
            before, x = x, sheet.put(at, column, call("IFERROR", x + step, NOTHING), "fraction", "row", "right")
        found.append(_settled(x, before, 1))
    return found[0], found[1]


def _settled(x: Live, before: Live, sign: Operand) -> Live:
    """The x, or that of the other sign, where the last step was none."""
    settled = call("ABS", x - before) <= SETTLED * call("MAX", 1, call("ABS", x))
    return call("IFERROR", when(settled, sign * x, NOTHING), NOTHING)


YEAR, COUNTS, CONSTANT, WEIGHT, LOWEST, HIGHEST, STEP = (
    N_("Year"), N_("counts"), N_("constant"), N_("weight"), N_("lowest x"), N_("highest x"), N_("x, step by step"),
)  # fmt: skip
