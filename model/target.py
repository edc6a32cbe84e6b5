"""When a level is reached and what it takes, in closed form, on arrays: leading axes are scenarios, the last is years.

Symbols: L the level to reach, Y[t] the path, h the years from the base year to the deadline, n nominal growth,
g real growth, p the deflator.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from model.libm import power
from model.paths import Array

EXACT = 1e-12
"""Relative difference below which two levels are the same number: rounding of the arithmetic, not of the display."""
MOST_STEPS = 60
"""Of Newton's method, which needs about six."""


def meets(level: ArrayLike, target: ArrayLike) -> np.ndarray:
    """Whether the level is at or above the target, up to the rounding of floating-point arithmetic."""
    return np.asarray(np.asarray(level, float) >= np.asarray(target, float) * (1 - EXACT))


def gap(level: ArrayLike, target: ArrayLike) -> Array:
    """Level less target, (...) [their unit]: negative is short of it, and never where it is met."""
    difference = np.asarray(level, float) - np.asarray(target, float)
    return np.asarray(np.where(meets(level, target), np.maximum(difference, 0.0), difference))


def or_none(answer: ArrayLike) -> float | None:
    """A single answer as a number; None where it is nan, that is where there is none."""
    number = float(np.asarray(answer))
    return None if np.isnan(number) else number


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
    return np.asarray(power(target / start, 1.0 / years) - 1.0)


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
    alone = uniform_growth(np.asarray(start, float) * held, target, int(free.sum()))
    added_to = np.asarray(passed[..., free].any(axis=-1))
    if not added_to.any():
        return alone
    product = np.asarray(target, float) / (np.asarray(start, float) * held)
    return np.where(added_to, factor_in(1.0 + passed[..., free], np.ones(int(free.sum())), product), alone)


@np.errstate(divide="ignore", over="ignore", invalid="ignore")  # next to no weight has no answer that is a number
def factor_in(constant: Array, weight: Array, product: ArrayLike) -> Array:
    """The x with prod(constant + weight x) = product over the last axis, (...); nan where there is none.

    For weights of one sign Newton's method on the log of the product, which is concave in x, from a start on its left
    that the inequality of the means provides, until the step is below the resolution of the numbers: each on its own,
    so that none depends on those beside it. For weights of both signs see `factor_between`. Where all weights are zero
    there is none.
    """
    parts = np.asarray(constant, float), np.asarray(weight, float), np.asarray(product, float)[..., None]
    shape = np.broadcast_shapes(*(part.shape for part in parts))
    # Laid out alike, whatever they were taken from: sums then add in the same order for one and for many.
    constant, weight = (np.array(np.broadcast_to(part, shape), order="C") for part in parts[:2])
    product = np.broadcast_to(parts[2][..., 0], constant.shape[:-1])
    falling, some = (weight < 0).any(axis=-1), weight.any(axis=-1)
    both = np.asarray(falling & (weight > 0).any(axis=-1))
    plain = np.asarray(some & ~both)
    size = np.where(plain[..., None], np.abs(weight), 1.0)
    log, years = np.log(product), constant.shape[-1]
    edge = np.max(np.where(size > 0, -constant / size, -np.inf), axis=-1)
    x = (np.exp(log / years) - constant.mean(axis=-1)) / size.mean(axis=-1)
    x = np.maximum(x, edge + 1e-9 * np.maximum(1.0, np.abs(edge)))
    moving = np.ones(x.shape, bool)
    for _ in range(MOST_STEPS):
        factors = constant + size * x[..., None]
        step = (log - np.log(factors).sum(axis=-1)) / (size / factors).sum(axis=-1)
        x = np.where(moving, x + step, x)
        moving &= np.abs(step) > 1e-15 * np.maximum(1.0, np.abs(x))
        if not moving.any():
            break
    found = np.where(plain, np.where(falling, -x, x), np.nan)
    for one in np.ndindex(found.shape) if both.any() else ():
        if both[one]:
            found[one] = factor_between(constant[one], weight[one], float(product[one]))
    return found


def factor_between(constant: Array, weight: Array, product: float) -> float:
    """The x with prod(constant + weight x) = product, for weights of both signs, (h,) each; nan where there is none.

    The log of the product is concave and falls on both sides of its greatest value, so there are two such x or none.
    The one is given that is met first from zero on, or else the one that is nearest below it. By bisection.
    """

    def above(x: float) -> bool:
        return bool(np.log(constant + weight * x).sum() >= np.log(product))

    def rising(x: float) -> bool:
        return bool((weight / (constant + weight * x)).sum() > 0)

    ends = -constant[weight != 0] / weight[weight != 0]
    low, high = float(ends[ends < 0].max(initial=-np.inf)), float(ends[ends > 0].min(initial=np.inf))
    top = _turn(rising, low, high)
    if not above(top):
        return float("nan")
    left, right = _turn(lambda x: not above(x), low, top), _turn(above, top, high)
    return left if left >= 0 else right if right >= 0 else max(left, right)


def _turn(holds: Callable[[float], bool], low: float, high: float) -> float:
    """Where a condition that holds from `low` on stops holding before `high`, to the resolution of the numbers."""
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if holds(middle) else (low, middle)
    return high


def baseline_needed(target: ArrayLike, nominal: Array) -> Array:
    """The baseline from which these rates reach the target, (...) [the target's unit]: L / prod(1 + n)."""
    return np.asarray(np.asarray(target, float) / np.prod(1.0 + np.asarray(nominal, float), axis=-1))
