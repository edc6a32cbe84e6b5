"""Does GDP reach the target in time, and what growth would it take: read from the baseline and from the latest outcome.

The baseline and the price change of the year after it are one unknown where the level of that year is published: the
same growth from there on is then the second reading, and the verdict depends on it alone.
"""

import functools
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from model.economics import target
from model.economics.growth import Growth, growth, levels
from model.economics.solve import free_years, multiplied_with
from model.language.rates import rate
from model.region.indicators import DEFLATOR, GDP
from model.region.pack import Pack
from model.region.records import Figure
from model.scenario.levers import levers
from model.scenario.scenario import Scenario

Status = Literal["reached", "depends", "not_reached"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True)
class Reading:
    """GDP from one known level on. Levels in its unit at current prices, growth in fractions a year, all unrounded."""

    start_year: int
    start: float
    """The level at the end of that year."""
    level: float
    """At the deadline."""
    gap: float
    """level - target: negative is short of it, and never where it is reached."""
    reached: bool
    first_year: int | None
    """The first year at or above the target, within the years projected."""
    required_growth: float | None
    """Uniform real growth in `years`, all other years fixed; None if no year is left."""
    assumed_growth: float | None
    """The scenario's own in the same years, on average; None if no year is left."""
    years: tuple[int, ...]
    """The years after the start, up to the deadline, that are not set by hand; without the plan year, unless the region
    is re-based: no plan announced growth for the year after an outcome."""


@dataclass(frozen=True)
class Verdict:
    """Whether GDP reaches the target by one deadline; None where there is no such year, or none left to grow in."""

    year: int
    """The deadline."""
    target: float
    status: Status
    """Reached or not in both readings, else it depends. Without an official level: from the low, central and high
    baseline."""
    from_baseline: Reading
    from_official: Reading | None
    """The same growth from the latest official level between base year and deadline; None where none is known."""
    low: float
    high: float
    """The level from the low and from the high baseline."""
    uniform_nominal_from_baseline: float | None
    """Uniform nominal growth with which that reading alone reaches the target."""
    uniform_real_from_baseline: float | None
    """The same in real terms, with the scenario's deflator."""
    baseline_on_target: float
    """The baseline from which the scenario's growth leads to the target: enough in that reading alone."""

    @property
    def level(self) -> float:
        return self.from_baseline.level

    @property
    def reached(self) -> bool:
        return self.from_baseline.reached

    @property
    def readings(self) -> tuple[Reading, ...]:
        """One or two, that from the baseline first."""
        return (self.from_baseline, *filter(None, [self.from_official]))

    @property
    def binding(self) -> Reading:
        """The one that asks for most growth, or is short with no year left: its growth reaches the target in both."""
        return max(self.readings, key=_demand)


def _demand(reading: Reading) -> tuple[float, float]:
    """By this readings are ordered; growth is above -1."""
    without = -1.0 if reading.reached else np.inf
    return without if reading.required_growth is None else reading.required_growth, -reading.level


@dataclass(frozen=True)
class Implied:
    """The level of the year after the base year that a baseline implies at published growth, beside the published."""

    year: int
    growth: float
    """Published real growth."""
    level: float
    published: float
    price_change: float
    """Of that year, with which the baseline leads to the published level: published / level - 1."""


def status(found: tuple[ArrayLike, ...], wanted: ArrayLike) -> np.ndarray:
    """The verdict, by its place among `STATUSES`, (...): all levels reach the target, some do, or none does."""
    met = [target.meets(level, wanted) for level in found]
    return np.where(np.logical_and.reduce(met), 0, np.where(np.logical_or.reduce(met), 1, 2))


def official_levels(pack: Pack) -> tuple[Figure, ...]:
    """GDP's official levels after the base year, by year."""
    found = (f for f in pack.outcomes if f.indicator == GDP.key and f.year > pack.base_year)
    return tuple(sorted(found, key=lambda figure: figure.year))


def latest_official(pack: Pack, until: int) -> Figure | None:
    """The latest of them up to the end of that year."""
    return max((f for f in official_levels(pack) if f.year <= until), key=lambda figure: figure.year, default=None)


@functools.lru_cache(maxsize=256)
def judge(scenario: Scenario, year: int | None = None) -> Verdict:
    """The verdict on the scenario's target, by its own deadline or by another year."""
    pack = scenario.pack
    until, last = scenario.target_year if year is None else year, int(levers(pack)["horizon"].high)
    if not pack.base_year <= until <= last:
        span = f"{pack.base_year} to {last}"
        raise ValueError(f"year: is not projected (got {until}); allowed: {span}; choose a year between them")
    h, wanted = until - pack.base_year, scenario["target_level"]
    grown = growth(scenario, max(until, scenario.last_year) - pack.base_year)
    low, base, high = scenario.range_of(GDP.key)
    ends = levels(np.array([low, high]), grown.nominal[GDP.key])[:, h]
    official = latest_official(pack, until)
    from_baseline = _reading(scenario, grown, until, pack.base_year, base)
    from_official = _reading(scenario, grown, until, official.year, official.value) if official else None
    tried = (from_official.level,) if from_official else tuple(ends.tolist())
    return Verdict(
        year=until,
        target=wanted,
        status=STATUSES[int(status((from_baseline.level, *tried), wanted))],
        from_baseline=from_baseline,
        from_official=from_official,
        low=float(ends[0]),
        high=float(ends[1]),
        uniform_nominal_from_baseline=target.or_none(target.uniform_growth(base, wanted, h)),
        uniform_real_from_baseline=target.or_none(target.uniform_real_growth(base, wanted, grown.rates[DEFLATOR][:h])),
        baseline_on_target=float(target.baseline_needed(wanted, grown.nominal[GDP.key][:h])),
    )


def by_deadline(scenario: Scenario) -> tuple[Verdict, ...]:
    """The verdict on the scenario's target by its own deadline and by every one announced, by year."""
    readings = {goal.year for goal in scenario.pack.deadlines}
    last = int(levers(scenario.pack)["horizon"].high)
    return tuple(judge(scenario, year) for year in sorted({scenario.target_year, *readings}) if year <= last)


def implied(scenario: Scenario) -> Implied | None:
    """What the baseline implies for the year after it; None unless growth and level of that year are published."""
    pack = scenario.pack
    year = pack.first_year
    level = next((figure for figure in official_levels(pack) if figure.year == year), None)
    grown = pack.published_growth(GDP.key, year)
    if level is None or grown is None:
        return None
    implied_level = scenario["gdp_base"] * (1 + rate(grown.value))
    return Implied(year, rate(grown.value), implied_level, level.value, level.value / implied_level - 1)


def readings_by(year: int, scenario: Scenario) -> tuple[Reading, ...]:
    """The readings by that deadline that have a year left, the binding one first.

    Where no official level is known, from the low and from the high baseline too, as the verdict is.
    """
    verdict = judge(scenario, year)
    readings = tuple(sorted(verdict.readings, key=_demand, reverse=True))
    if verdict.from_official is None:
        low, _, high = scenario.range_of(GDP.key)
        grown = growth(scenario, year - scenario.pack.base_year)
        readings += tuple(_reading(scenario, grown, year, scenario.pack.base_year, end) for end in (low, high))
    return tuple(each for each in readings if each.years)


def _reading(scenario: Scenario, grown: Growth, until: int, year: int, start: float) -> Reading:
    """GDP from its level at the end of that year, with the scenario's growth."""
    pack = scenario.pack
    before, h, wanted = year - pack.base_year, until - pack.base_year, scenario["target_level"]
    path = levels(start, grown.nominal[GDP.key][before:])
    free = free_years(scenario, h, GDP.key, "later")
    if pack.rebased:
        free |= free_years(scenario, h, GDP.key, "first")
    assumed = grown.rates[GDP.key][before:h][free[before:]]
    first = target.or_none(target.first_offset(path, wanted))
    return Reading(
        start_year=year,
        start=start,
        level=float(path[until - year]),
        gap=float(target.gap(path[until - year], wanted)),
        reached=bool(target.meets(path[until - year], wanted)),
        first_year=None if first is None else year + int(first),
        required_growth=required(GDP.key, free, scenario, grown, year, start),
        assumed_growth=_mean(assumed) if assumed.size else None,
        years=tuple((np.flatnonzero(free[before:]) + year + 1).tolist()),
    )


def required(series: str, free: np.ndarray, scenario: Scenario, grown: Growth, year: int, start: float) -> float | None:
    """The rate in the free years, (h,), after `year` with which GDP's level at its end leads to the target."""
    before, h = year - scenario.pack.base_year, free.size
    own, other = (rates[before:h] for rates in (grown.rates[series], multiplied_with(series, GDP.key, grown)))
    return target.or_none(target.growth_in(free[before:], start, scenario["target_level"], own, other))


def _mean(rates: np.ndarray) -> float:
    """The one rate that compounds to the same; itself where all are one."""
    return float(rates[0] if (rates == rates[0]).all() else np.prod(1 + rates) ** (1 / rates.size) - 1)
