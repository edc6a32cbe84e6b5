"""Rates are fractions inside and per cent outside; this is the only place where one becomes the other."""

from decimal import Decimal

PRINTED = 9
"""Decimals that no printed figure has; what lies behind them is the noise of binary fractions."""


def shift(value: float, places: int) -> float:
    """The value with its decimal point moved, exactly: what a person would write, not binary rounding.

    `shift(shift(x, 2), -2)` need not be x for every float; `rate(percent(x))` is, because both go through text.
    """
    return float(Decimal(repr(float(value))).scaleb(places))


def percent(rate: float) -> str:
    """A rate in per cent as the shortest text that gives the same rate back, e.g. 0.065 -> "6.5"."""
    return plain(Decimal(repr(float(rate))).scaleb(2))


def rate(percent: str | float) -> float:
    """The rate [fraction] for a number in per cent, e.g. "6.5" -> 0.065."""
    return float(Decimal(str(percent)).scaleb(-2))


def apart(one: float, other: float) -> float:
    """The first printed number less the second: 0.1 for 6.6 and 6.5."""
    return round(one - other, PRINTED)


def growth_between(before: float, level: float) -> float:
    """The growth from one printed level to the other [per cent]: 20 from 180 to 216."""
    return round((level / before - 1) * 100, PRINTED)


def plain(number: Decimal | float) -> str:
    """A number as the shortest text that reads back as itself, without exponent where that stays short."""
    value = number if isinstance(number, Decimal) else Decimal(repr(float(number)))
    value = value.normalize()
    return format(value, "f") if -20 < value.adjusted() < 20 else str(value)
