"""When a level is reached and what it takes, in closed form, on arrays: leading axes are scenarios, the last is years.

Symbols: L the level to reach, Y[t] the path, h the years from the base year to the deadline, n nominal growth,
g real growth, p the deflator.
"""

import numpy as np
from numpy.typing import ArrayLike

from model.paths import Array

EXACT = 1e-12
"""Relative difference below which two levels are the same number: rounding of the arithmetic, not of the display."""
MOST_STEPS = 60
"""Of Newton's method, which needs about six."""
FOUND = 1e-11
"""How far the log of what was found may be from what was sought."""


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


def growth_in(
    free: np.ndarray, start: ArrayLike, target: ArrayLike, own: Array, other: ArrayLike, passed: ArrayLike = 0.0
) -> Array:
    """The one rate in the free years that leads to the target, all else held, (...) [fraction a year].

    `free` (h,) says which years may change; `own` (..., h) are the rates of the lever's series, `other` those it is
    multiplied with (the deflator for real growth, and the other way round), `passed` what is added to `own` from
    elsewhere: the x with prod_free(1 + x + passed) = L / (Y prod_held(1 + own + passed) prod(1 + other)). nan where no
    year is free.
    """
    free = np.asarray(free, bool)
    own, passed = np.broadcast_arrays(np.asarray(own, float), np.asarray(passed, float))
    held = np.prod(np.where(free, 1.0, 1.0 + own + passed) * (1.0 + np.asarray(other, float)), axis=-1)
    if not free.any() or not passed[..., free].any():
        return uniform_growth(np.asarray(start, float) * held, target, int(free.sum()))
    product = np.asarray(target, float) / (np.asarray(start, float) * held)
    return factor_in(1.0 + passed[..., free], np.ones(int(free.sum())), product)


def factor_in(constant: Array, weight: Array, product: ArrayLike) -> Array:
    """The x with prod(constant + weight x) = product over the last axis, (...); nan where there is none.

    Newton's method on the log of the product, which is concave in x. Where the weights are of one sign there is one x,
    and the inequality of the means provides a start on its left. Where they are of both signs there are two or none,
    and the one is found that is met first from zero on. It stops when the step is below the resolution of the numbers.
    """
    constant, weight = np.broadcast_arrays(np.asarray(constant, float), np.asarray(weight, float))
    falling = np.asarray((weight <= 0).all(axis=-1))
    one_sign = np.asarray(falling | (weight >= 0).all(axis=-1))
    weight = np.where(falling[..., None], -weight, weight)
    log, years = np.log(np.asarray(product, float)), constant.shape[-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        edge = np.max(np.where(weight > 0, -constant / weight, -np.inf), axis=-1)
        x = (np.exp(log / years) - constant.mean(axis=-1)) / weight.mean(axis=-1)
        x = np.where(one_sign, np.maximum(x, edge + 1e-9 * np.maximum(1.0, np.abs(edge))), 0.0)
        for _ in range(MOST_STEPS):
            factors = constant + weight * x[..., None]
            step = (log - np.log(factors).sum(axis=-1)) / (weight / factors).sum(axis=-1)
            x = x + step
            if not (np.abs(step) > 1e-15 * np.maximum(1.0, np.abs(x))).any():
                break
        apart = np.log(constant + weight * x[..., None]).sum(axis=-1) - log
    found = np.abs(apart) < FOUND  # false for nan
    return np.where(found, np.where(falling, -x, x), np.nan)


def baseline_needed(target: ArrayLike, nominal: Array) -> Array:
    """The baseline from which these rates reach the target, (...) [the target's unit]: L / prod(1 + n)."""
    return np.asarray(np.asarray(target, float) / np.prod(1.0 + np.asarray(nominal, float), axis=-1))
