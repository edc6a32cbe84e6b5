"""Growth and levels year by year from the levers, for one scenario or for arrays of lever values at once: leading axes
are scenarios, the last axis is years."""

import functools
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.region.indicators import factors
from model.scenario.levers import lever_key, series_of
from model.scenario.scenario import Scenario

Array = NDArray[np.float64]
LeverArrays = Mapping[str, ArrayLike]
"""Lever values, and rates of years that it sets by hand (see `by_hand`), that replace the scenario's own: arrays of
scenarios."""
NO_CHANGES: LeverArrays = {}


class Growth(NamedTuple):
    """Growth by year, (..., years) [fraction a year]; the leading axes are those of the lever values."""

    rates: Mapping[str, Array]
    """By series, as the levers state it: GDP real, the deflator, the others nominal."""
    nominal: Mapping[str, Array]
    """Nominal growth by indicator."""


def growth(scenario: Scenario, years: int, arrays: LeverArrays = NO_CHANGES) -> Growth:
    """The scenario's growth in the first `years` years after the base year."""
    rates = {series: _rates(scenario, series, years, arrays) for series in series_of(scenario.pack)}
    keys = (indicator.key for indicator in scenario.pack.indicators)
    return Growth(rates, {key: compound(*(rates[each] for each in factors(key))) for key in keys})


def level_in(year: int, indicator: str, scenario: Scenario, arrays: LeverArrays = NO_CHANGES) -> Array:
    """The indicator's level at the end of that year, (...) [its unit, current prices]."""
    rates = growth(scenario, year - scenario.pack.base_year, arrays).nominal[indicator]
    base = lever_key(indicator, "base")
    return np.asarray(levels(arrays.get(base, scenario[base]), rates)[..., -1])


def by_hand(series: str, year: int) -> str:
    """The key of a year's rate, among the keys of levers."""
    return f"{series}@{year}"


def _rates(scenario: Scenario, series: str, years: int, arrays: LeverArrays) -> Array:
    single = {
        year - scenario.pack.first_year: arrays.get(by_hand(series, year), rate)
        for year, rate in scenario.rates_by_hand(series).items()
    }
    first, later = (arrays.get(key, scenario[key]) for key in (lever_key(series, "first"), lever_key(series, "later")))
    return yearly(first, later, years, single)


def yearly(first: ArrayLike, later: ArrayLike, years: int, by_hand: Mapping[int, ArrayLike] | None = None) -> Array:
    """Growth rates by year, (..., years) [fraction a year].

    The first year takes `first`, every other `later`; `by_hand` maps an offset (0 = first year) to the rate that
    replaces it. Scenario axes broadcast.
    """
    set_by_hand = {offset: np.asarray(rate, float) for offset, rate in (by_hand or {}).items() if offset < years}
    first, later = np.asarray(first, float), np.asarray(later, float)
    scenarios = np.broadcast_shapes(first.shape, later.shape, *(rate.shape for rate in set_by_hand.values()))
    rates = np.empty((*scenarios, years))
    rates[...] = later[..., None]
    rates[..., :1] = first[..., None]
    for offset, rate in set_by_hand.items():
        rates[..., offset] = rate
    return rates


def compound(*rates: ArrayLike) -> Array:
    """Nominal growth from real growth and the deflator, elementwise [fraction a year]: n = (1 + g)(1 + p) - 1; growth
    of any product from that of its factors."""
    arrays = (np.asarray(each, float) for each in rates)
    return np.asarray(functools.reduce(lambda g, p: g + p + g * p, arrays, np.zeros(())))


def levels(baseline: ArrayLike, rates: ArrayLike) -> Array:
    """Levels from the base year on, (..., years + 1) [the baseline's unit]: Y[t] = Y[t-1] (1 + n[t]).

    `baseline` has the scenario axes (...), `rates` (..., years) [fraction a year]; they broadcast.
    """
    rates = np.asarray(rates, float)
    baseline = np.broadcast_to(np.asarray(baseline, float), np.broadcast_shapes(np.shape(baseline), rates.shape[:-1]))
    out = np.empty((*baseline.shape, rates.shape[-1] + 1))
    out[..., 0] = baseline
    np.add(rates, 1.0, out=out[..., 1:])
    np.cumprod(out, axis=-1, out=out)
    return out
