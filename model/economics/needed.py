"""What it takes so that every reading of the verdict reaches the target, and at other price changes."""

from typing import NamedTuple

import numpy as np

from model.economics.growth import growth
from model.economics.solve import Solution, free_years, indicator_of, solution, solve
from model.economics.verdict import judge, required
from model.region.indicators import DEFLATOR, GDP
from model.scenario.lever import Slot
from model.scenario.levers import GROWTH, lever_key, levers
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
    slots: tuple[Slot, ...] = GROWTH if scenario.pack.replanned else ("later",)
    for change in PRICE_CHANGES:
        prices = {lever_key(DEFLATOR, slot): change for slot in slots}
        verdict = judge(scenario.with_years(DEFLATOR, {}, ()).set(**prices), year)
        own, official = verdict.from_baseline, verdict.from_official
        found.append(AtPriceChange(change, own.required_growth, official.required_growth if official else None))
    return tuple(found)
