"""When a level is reached and what it takes, in closed form, on arrays: leading axes are scenarios, the last is years.

Symbols: L the level to reach, Y[t] the path, h the years from the base year to the deadline, n nominal growth,
g real growth, p the deflator.
"""

import numpy as np
from numpy.typing import ArrayLike

from model.paths import Array

EXACT = 1e-12
"""Relative difference below which two levels are the same number: rounding of the arithmetic, not of the display."""


def meets(level: ArrayLike, target: ArrayLike) -> np.ndarray:
    """Whether the level is at or above the target, up to the rounding of floating-point arithmetic."""
    return np.asarray(np.asarray(level, float) >= np.asarray(target, float) * (1 - EXACT))


def first_offset(path: Array, target: ArrayLike) -> Array:
    """Years from the base year to the first level at or above the target, (...) [years]; nan where there is none."""
    met = meets(path, np.asarray(target, float)[..., None])
    return np.where(met.any(axis=-1), met.argmax(axis=-1), np.nan)


def crossing(path: Array, target: ArrayLike) -> Array:
    """Fractional years from the base year to the target, (...) [years]; 0 where the baseline meets it, nan where none.

    Log-linear between the last level below and the first at or above: t - 1 + ln(L / Y[t-1]) / ln(Y[t] / Y[t-1]).
    Scenario axes of the path and of the target broadcast, here and in `first_offset`.
    """
    target = np.asarray(target, float)
    path = np.broadcast_to(path, (*np.broadcast_shapes(path.shape[:-1], target.shape), path.shape[-1]))
    first = first_offset(path, target)
    after = np.fmin(np.fmax(first, 1), path.shape[-1] - 1).astype(int)[..., None]
    around = np.take_along_axis(path, np.concatenate((after - 1, after), axis=-1), -1)
    below, above = around[..., 0], around[..., 1]
    with np.errstate(divide="ignore", invalid="ignore"):
        part = np.log(target / below) / np.log(above / below)
    return np.where(first > 0, after[..., 0] - 1 + np.minimum(np.maximum(part, 0.0), 1.0), first)


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


def growth_in(free: np.ndarray, start: ArrayLike, target: ArrayLike, real: Array, deflator: Array) -> Array:
    """The one real growth rate in the free years that leads to the target, all others held, (...) [fraction a year].

    `free` (h,) says which years may change; `real` and `deflator` are (..., h). With k free years,
    g = (L / (Y prod_held(1 + g) prod(1 + p)))^(1/k) - 1. nan where no year is free.
    """
    free = np.asarray(free, bool)
    held = np.prod(np.where(free, 1.0, 1.0 + real) * (1.0 + deflator), axis=-1)
    return uniform_growth(np.asarray(start, float) * held, target, int(free.sum()))


def baseline_needed(target: ArrayLike, nominal: Array) -> Array:
    """The baseline from which these rates reach the target, (...) [the target's unit]: L / prod(1 + n)."""
    return np.asarray(np.asarray(target, float) / np.prod(1.0 + np.asarray(nominal, float), axis=-1))
