"""Numbers written with fewer digits than they have, without saying what is not so."""

import sys
from decimal import ROUND_HALF_EVEN, Context, Decimal

MOST_DIGITS = 12
SIGNIFICANT = sys.float_info.dig
"""Digits by which binary fractions tell any number from its neighbours: the sixteenth may be noise."""
WIDE = Context(prec=sys.float_info.max_10_exp - sys.float_info.min_10_exp + 2 * sys.float_info.dig)
"""Holds all digits of any float, to as many decimals as any other has."""


def significant(number: float) -> float:
    """The number to 15 significant digits: 416.415 where binary arithmetic comes to 416.41499999999996."""
    return float(f"{number:.{SIGNIFICANT}g}")


def significant_growth(rate: float) -> float:
    """The rate, 1 + rate to 15 significant digits: what is worked out from two levels is no finer than they are."""
    return round(float(rate), SIGNIFICANT - 1)


def rounded(number: Decimal, digits: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """The number with that many decimals, however large it is; itself where it is infinite or none."""
    return number.quantize(Decimal(1).scaleb(-digits), rounding, WIDE) if number.is_finite() else number


def on_its_side(number: Decimal | float, limit: Decimal | float, digits: int, below: bool) -> Decimal:
    """The number rounded to `digits` decimals, or to as many more as keep it below the limit, or at least at it.

    549.9996 is short of 550, so with one decimal wanted it is "549.9996" and not "550.0".
    """
    exact, edge = _exact(number), _exact(limit)
    for places in range(digits, MOST_DIGITS + 1):
        shown = rounded(exact, places)
        if (shown < edge) == below:
            return shown
    return edge


def decimals_beside(number: Decimal | float, limit: Decimal | float | None, least: int) -> int:
    """How many decimals, at least so many, show the number on its side of the limit, or on the limit where it is.

    14.9992 is short of 15, so with two decimals wanted it takes a third.
    """
    if limit is None:
        return least
    exact, edge = _exact(number), _exact(limit)
    apart = exact.compare(edge)
    return next((each for each in range(least, MOST_DIGITS + 1) if rounded(exact, each).compare(edge) == apart), least)


def _exact(number: Decimal | float) -> Decimal:
    return number if isinstance(number, Decimal) else Decimal(repr(float(number)))
