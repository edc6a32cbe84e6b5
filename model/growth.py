"""Growth year by year from the levers, for one scenario or for arrays of lever values at once.

Pass-through (off at first): with `b` points of GDP growth per point of investment growth and `e` points of income
growth per point of GDP growth, both above the plan's,

    real[t] = g[t] + b (f[t] - f_plan[t])        income[t] = i[t] + e (real[t] - g_plan[t])

so that b = e = 0, or a scenario that grows as the plan does, has exactly no effect. Where a region knows only one end,
nothing is passed on.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from model.indicators import DEFLATOR, GDP
from model.levers import INCOME, INVESTMENT, PASS_TO_GDP, PASS_TO_INCOME, series_of
from model.pack import Pack
from model.paths import Array, levels, nominal, yearly
from model.scenario import Scenario, plan

Instead = Mapping[str, ArrayLike]
"""Lever values, and rates of years that it sets by hand (see `by_hand`), that replace the scenario's own: arrays of
scenarios."""
AS_IT_IS: Instead = MappingProxyType({})


class Growth(NamedTuple):
    """Growth by year, (..., years) [fraction a year]; the leading axes are those of the lever values."""

    own: Mapping[str, Array]
    """By series, as the levers state it: GDP real, the deflator, the others nominal."""
    passed: Mapping[str, Array]
    """What is passed on to GDP (real) and to income (nominal) on top of that, where the region knows both ends."""
    real: Array
    """Real GDP growth, with what is passed on."""
    nominal: Mapping[str, Array]
    """Nominal growth by indicator, with what is passed on."""


def growth(scenario: Scenario, pack: Pack, years: int, instead: Instead = AS_IT_IS) -> Growth:
    """The scenario's growth in the first `years` years after the base year."""
    own = {series: _rates(scenario, pack, series, years, instead) for series in series_of(pack)}
    total = {indicator.key: own[indicator.key] for indicator in pack.indicators}
    passed: dict[str, Array] = {}

    def above(series: str, rates: Array, lever: str) -> Array:
        part = np.asarray(instead.get(lever, scenario[lever]), float)[..., None]
        return np.asarray(part * (rates - _rates(plan(pack), pack, series, years)))

    real = own[GDP.key]
    if INVESTMENT in own:
        passed[GDP.key] = above(INVESTMENT, own[INVESTMENT], PASS_TO_GDP)
        real = real + passed[GDP.key]
    if INCOME in own:
        passed[INCOME] = above(GDP.key, real, PASS_TO_INCOME)
        total[INCOME] = own[INCOME] + passed[INCOME]
    total[GDP.key] = nominal(real, own[DEFLATOR])
    return Growth(own, passed, real, total)


def level_in(year: int, indicator: str, scenario: Scenario, pack: Pack, instead: Instead = AS_IT_IS) -> Array:
    """The indicator's level at the end of that year, (...) [its unit, current prices]."""
    rates = growth(scenario, pack, year - pack.base_year, instead).nominal[indicator]
    base = f"{indicator}_base"
    return np.asarray(levels(instead.get(base, scenario[base]), rates)[..., -1])


def by_hand(series: str, year: int) -> str:
    """The key of a year's rate, among the keys of levers."""
    return f"{series}@{year}"


def _rates(scenario: Scenario, pack: Pack, series: str, years: int, instead: Instead = AS_IT_IS) -> Array:
    single = {
        year - pack.first_year: instead.get(by_hand(series, year), rate)
        for year, rate in scenario.rates_by_hand(series).items()
    }
    first, later = (instead.get(key, scenario[key]) for key in (f"{series}_first", f"{series}_later"))
    return yearly(first, later, years, single)
