"""Level and growth that were typed of one outcome, held against each other: the growth decides."""

from decimal import Decimal
from fractions import Fraction

from model.language.rates import exact, growth_between


def other_growth(before: float, level: float, growth: float, aim: float, at_most: bool = False) -> float | None:
    """The growth that the level means [per cent], where it is not the growth typed with it; None where they agree.

    They agree where rounding can have parted them, and both are on the same side of the growth that is aimed at.
    """
    meant, typed = growth_between(before, level), exact(growth)
    least = growth_between(before + _rounding(before), level - _rounding(level))
    most = growth_between(before - _rounding(before), level + _rounding(level))
    rounded = least - _rounding(growth) <= typed <= most + _rounding(growth)
    alike = _met(meant, aim, at_most) == _met(typed, aim, at_most)
    return None if rounded and alike else float(meant)


def _met(growth: Fraction, aim: float, at_most: bool) -> bool:
    return growth <= exact(aim) if at_most else growth >= exact(aim)


def _rounding(number: float) -> float:
    """Half of the last decimal that is written of a number, or of one where it is whole."""
    exponent = Decimal(repr(float(number))).normalize().as_tuple().exponent
    return 0.5 * 10.0 ** min(0, int(exponent))
