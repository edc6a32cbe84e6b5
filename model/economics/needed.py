"""What it takes so that every reading of the verdict reaches the target, at other price changes too; growth needed."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from model.economics.growth import growth
from model.economics.projection import project
from model.economics.solve import Solution, free_years, indicator_of, solution, solve, uniform, usable
from model.economics.verdict import judge, required
from model.region.indicators import DEFLATOR, GDP
from model.scenario.lever import Slot
from model.scenario.levers import GROWTH_SLOTS, lever_key, levers
from model.scenario.scenario import Scenario


def solved(key: str, scenario: Scenario) -> Solution:
    """The value of a lever with which every reading reaches the target; that from the baseline alone where the lever
    moves no other. `met` is whether the verdict is reached."""
    pack = scenario.pack
    found = solve(key, scenario)
    if indicator_of(levers(scenario.pack)[key]) != GDP.key:
        return found
    verdict, value, lever = judge(scenario), found.value, found.lever
    if lever.slot == "level":
        value = min(reading.level for reading in verdict.readings)
    elif lever.slot == "year":
        years = range(pack.first_year, int(levers(pack)["horizon"].high) + 1)
        met = (each for each in years if all(reading.reached for reading in judge(scenario, each).readings))
        value = next(met, None)
    elif lever.slot == "later":
        free = free_years(scenario, verdict.year - pack.base_year, lever.series, lever.slot)
        value = required_in_all(lever.series, free, scenario)
    return solution(lever, value, verdict.status == "reached")


def suffices(found: Solution, scenario: Scenario) -> bool:
    """Whether a lever's usable solution alone meets the target: that of GDP in every reading."""
    value = usable(found)
    if value is None or indicator_of(found.lever) != GDP.key:
        return value is not None
    return all(reading.reached for reading in judge(scenario.set(**{found.lever.key: value})).readings)


def required_in_all(series: str, free: np.ndarray, scenario: Scenario) -> float | None:
    """The lowest rate of GDP or its deflator in the free years, (h,), with which no reading falls short that they move;
    None if no year is free."""
    verdict = judge(scenario)
    grown = growth(scenario, verdict.year - scenario.pack.base_year)
    needed = (required(series, free, scenario, grown, each.start_year, each.start) for each in verdict.readings)
    return max((each for each in needed if each is not None), default=None)


PRICE_CHANGES = (-0.005, 0.0, 0.01)
"""For which the needed growth is answered [fraction a year]: about the municipality's last two years, none, and 1 %."""


class AtPriceChange(NamedTuple):
    """The uniform real growth needed up to the deadline with one price change a year [fractions]."""

    price_change: float
    from_baseline: float | None
    from_official: float | None


def required_by_price_change(scenario: Scenario, year: int | None = None) -> tuple[AtPriceChange, ...]:
    """The growth needed in the reading's years for each of `PRICE_CHANGES` in every year after the plan year, of a
    re-based region in every year.

    By the scenario's own deadline, or by another year.
    """
    found = []
    slots: Iterable[Slot] = GROWTH_SLOTS if scenario.pack.rebased else ("later",)
    for change in PRICE_CHANGES:
        prices = {lever_key(DEFLATOR, slot): change for slot in slots}
        verdict = judge(scenario.with_years(DEFLATOR, {}, ()).set(**prices), year)
        own, official = verdict.from_baseline, verdict.from_official
        found.append(AtPriceChange(change, own.required_growth, official.required_growth if official else None))
    return tuple(found)


@dataclass(frozen=True)
class RequiredGrowth:
    """The growth that the verdict rests on, in the years that can still change [fraction a year]: what is assumed where
    no reading falls short, else what is needed. Where none is left, on average in all of them."""

    assumed: bool
    nominal: float
    real: float
    """With the scenario's deflator."""
    years: tuple[int, ...]


@functools.lru_cache(maxsize=256)
def required_growth(scenario: Scenario) -> RequiredGrowth:
    """The growth that the target takes, or that the scenario assumes where it is reached."""
    pack = scenario.pack
    projection, h = project(scenario), scenario.target_year - pack.base_year
    verdict = judge(scenario)
    binding = verdict.binding
    if binding.required_growth is None or binding.assumed_growth is None:
        years = tuple(range(pack.first_year, scenario.target_year + 1))
        if verdict.reached:
            grown = projection.growth[GDP.key], projection.rates[GDP.key]
            nominal, real = (float(np.prod(1 + rates[:h]) ** (1 / h) - 1) for rates in grown)
            return RequiredGrowth(True, nominal, real, years)
        same = uniform(GDP.key, scenario)
        assert same.real is not None, "GDP grows in real terms"
        return RequiredGrowth(False, same.nominal, same.real, years)
    found = binding.assumed_growth if binding.reached else binding.required_growth
    changes = projection.rates[DEFLATOR][np.array(binding.years) - pack.first_year]
    prices = float(np.prod(1 + changes) ** (1 / len(changes)))
    return RequiredGrowth(binding.reached, (1 + found) * prices - 1, found, binding.years)
