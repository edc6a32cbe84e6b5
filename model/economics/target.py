"""When a level is reached and what it takes, in closed form, on arrays: leading axes are scenarios, the last is years.

Symbols: L the level to reach, Y[t] the path, h the years from the base year to the deadline, n nominal growth,
g real growth, p the deflator.
"""

import numpy as np
from numpy.typing import ArrayLike

from model.economics.growth import Array
from model.language.rounding import EXACT


def meets(level: ArrayLike, target: ArrayLike) -> np.ndarray:
    """Whether the level is at or above the target, up to the rounding of floating-point arithmetic."""
    return np.asarray(np.asarray(level, float) >= np.asarray(target, float) * (1 - EXACT))


def gap(level: ArrayLike, target: ArrayLike) -> Array:
    """Level less target, (...) [their unit]: negative is short of it, and never where it is met."""
    difference = np.asarray(level, float) - np.asarray(target, float)
    return np.asarray(np.where(meets(level, target), np.maximum(difference, 0.0), difference))


def or_none(value: ArrayLike) -> float | None:
    """A single value as a number; None where it is nan, that is where there is none."""
    number = float(np.asarray(value))
    return None if np.isnan(number) else number


def first_offset(path: Array, target: ArrayLike) -> Array:
    """Years from the base year to the first level at or above the target, (...) [years]; nan where there is none."""
    met = meets(path, np.asarray(target, float)[..., None])
    return np.where(met.any(axis=-1), met.argmax(axis=-1), np.nan)


def uniform_growth(start: ArrayLike, target: ArrayLike, years: int) -> Array:
    """The one growth rate that leads from `start` to the target, (...) [fraction a year]: (L / Y)^(1/years) - 1.

    nan where no year is left to grow in.
    """
    start, target = np.broadcast_arrays(np.asarray(start, float), np.asarray(target, float))
    if years < 1:
        return np.full(start.shape, np.nan)
    return np.asarray((target / start) ** (1.0 / years) - 1.0)


def uniform_real_growth(start: ArrayLike, target: ArrayLike, deflator: Array) -> Array:
    """The one real growth rate that leads to the target, (...) [fraction a year], given the deflator (..., h).

    g = (L / (Y prod(1 + p)))^(1/h) - 1
    """
    prices = np.prod(1.0 + np.asarray(deflator, float), axis=-1)
    return uniform_growth(np.asarray(start, float) * prices, target, np.shape(deflator)[-1])


def growth_in(free: np.ndarray, start: ArrayLike, target: ArrayLike, own: Array, other: ArrayLike) -> Array:
    """The one rate in the free years that leads to the target, all else held, (...) [fraction a year].

    `free` (h,) says which years may change; `own` (..., h) are the rates of the lever's series, `other` those it is
    multiplied with (the deflator for real growth, and the other way round): the x with
    (1 + x)^free = L / (Y prod_held(1 + own) prod(1 + other)). nan where no year is free.
    """
    held = np.prod(np.where(free, 1.0, 1.0 + np.asarray(own, float)) * (1.0 + np.asarray(other, float)), axis=-1)
    return uniform_growth(np.asarray(start, float) * held, target, int(np.sum(free)))


def baseline_needed(target: ArrayLike, nominal: Array) -> Array:
    """The baseline from which these rates reach the target, (...) [the target's unit]: L / prod(1 + n)."""
    return np.asarray(np.asarray(target, float) / np.prod(1.0 + np.asarray(nominal, float), axis=-1))
