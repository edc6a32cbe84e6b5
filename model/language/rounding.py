"""Numbers written with fewer digits than they have, without saying what is not so."""

import functools
import sys
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal

EXACT = 1e-12
"""Relative difference below which two numbers are the same: rounding of the arithmetic, not of the display."""
MOST_DIGITS = 6
"""Decimals shown of a level that somebody chose: links carry them all."""
FINEST = 20
"""Decimals by which any two numbers that differ by more than noise can be told apart."""
NOISE = Decimal(repr(EXACT))
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


def safe(number: Decimal, digits: int, rounding: str) -> Decimal:
    """The number rounded to a safe side, but not for the noise of the arithmetic; or to the nearest."""
    noise = abs(number) * NOISE if number.is_finite() else Decimal(0)
    return rounded(number + {ROUND_CEILING: -noise, ROUND_FLOOR: noise}.get(rounding, Decimal(0)), digits, rounding)


def side(number: Decimal | float, limit: Decimal | float) -> int:
    """-1 where the number is below the limit, 1 above, 0 where it is the limit but for the noise of the arithmetic."""
    exact, edge = _exact(number), _exact(limit)
    if exact == edge or (exact.is_finite() and edge.is_finite() and abs(exact - edge) <= abs(edge) * NOISE):
        return 0
    return int(exact.compare(edge))


@functools.lru_cache(maxsize=10_000)
def beside(number: Decimal | float, limit: Decimal | float, least: int, rounding: str = "") -> tuple[Decimal, Decimal]:
    """A number and the limit beside it as they are shown: on the same side of each other as they are.

    Both have `least` decimals, or as many more as that takes: 549.9996 is short of 550, so it is "549.9996" and not
    "550.0". A limit that somebody chose keeps its digits; one that is worked out is rounded to its safe side by
    `rounding`, up to the number itself: 6.12 is enough where at least 6.1191 is needed.
    """
    exact, edge = _exact(number), _exact(limit)
    apart, own = side(exact, edge), min(decimals(edge), MOST_DIGITS)
    limits = (safe(edge, d, rounding) if rounding else rounded(edge, max(d, own)) for d in range(least, FINEST))
    allowed = (apart, 0) if rounding else (apart,)
    shown = next((each for each in limits if not apart or exact.compare(each) in allowed), rounded(edge, FINEST))
    numbers = (rounded(exact, d) for d in range(least, FINEST))
    return next((each for each in numbers if apart and each.compare(shown) == apart), shown), shown


def decimals(number: Decimal) -> int:
    """Decimals of the number; 0 where it is infinite."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _exact(number: Decimal | float) -> Decimal:
    return number if isinstance(number, Decimal) else Decimal(repr(float(number)))
