"""Levels year by year, on arrays of scenarios: leading axes are scenarios, the last axis is years."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


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


def nominal(real: ArrayLike, deflator: ArrayLike) -> Array:
    """Nominal growth from real growth and the deflator, elementwise [fraction a year]: n = (1 + g)(1 + p) - 1."""
    real, deflator = np.asarray(real, float), np.asarray(deflator, float)
    return np.asarray(real + deflator + real * deflator)


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
