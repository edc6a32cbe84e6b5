"""Rates are fractions inside and per cent outside; this is the only place where one becomes the other."""

from decimal import Decimal
from fractions import Fraction


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


def exact(number: float) -> Fraction:
    """The number as it is written."""
    return Fraction(repr(float(number)))


def growth_between(before: float, level: float) -> Fraction:
    """The growth from one level to the other, as they are written, exactly [per cent]."""
    return (exact(level) / exact(before) - 1) * 100


def plain(number: Decimal | float) -> str:
    """A number as the shortest text that reads back as itself, without exponent where that stays short."""
    value = number if isinstance(number, Decimal) else Decimal(repr(float(number)))
    value = value.normalize()
    return format(value, "f") if -20 < value.adjusted() < 20 else str(value)
