"""The equation that has no closed form, solved in cells: Newton's method, one step a row.

The x with prod(constant + weight x) = product over the years that count, for weights of one sign: see
`model.target.factor_in`, which starts at the same place and goes the same way.
"""

from dataclasses import dataclass

from model.levers import FARTHEST
from model.words import N_
from views.downloads.workbook import years
from views.downloads.workbook.book import Sheet
from views.downloads.workbook.live import NOTHING, Live, call, when
from views.downloads.workbook.rows import Cells

HEIGHT = FARTHEST + 5
"""Rows of a block: its title, three figures, the heads, and a year and a step in each row."""
SETTLED = 1e-10
"""Relative size of a last step that is none."""


@dataclass(frozen=True)
class Equation:
    """What counts (1 or 0), the constants and the weights, each by the column of the year, and their product."""

    product: Live
    counts: Cells
    constant: Cells
    weight: Cells


def solve(sheet: Sheet, row: int, title: str, equation: Equation) -> tuple[Live, Live]:
    """Writes a block from a row on; returns the x, a text where there is none, and the sign of the weights.

    The sign is 0 where the weights are of both signs or all zero.
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
    settled = call("ABS", x - before) <= SETTLED * call("MAX", 1, call("ABS", x))
    found = call("IFERROR", when(settled, sign * x, NOTHING), NOTHING)
    return when(sign.is_(0), NOTHING, found), sign


YEAR, COUNTS, CONSTANT, WEIGHT, LOWEST, STEP = (
    N_("Year"), N_("counts"), N_("constant"), N_("weight"), N_("lowest x"), N_("x, step by step"),
)  # fmt: skip
