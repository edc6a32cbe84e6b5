"""Does GDP reach the target in time, from which baseline, and what would have to be true."""

import functools
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from model import target
from model.indicators import DEFLATOR, GDP
from model.pack import Pack
from model.projection import project
from model.scenario import Scenario
from model.solve import free_years

Status = Literal["reached", "depends", "not_reached"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True)
class Verdict:
    """The answer at the deadline, unrounded. Levels in GDP's unit at current prices; rates are fractions a year.

    None stands for "there is no such year" or "no year is left to change": in the base year none is left to grow in.
    """

    status: Status
    """Taken at the low, central and high baseline: all reach, none does, or it depends on the baseline."""
    reached: bool
    """At the central baseline."""
    level: float
    gap: float
    """level - target: negative is short of it, and never where it is reached."""
    low: float
    high: float
    """The level from the low and from the high baseline."""
    first_year: int | None
    """The first year at or above the target, within the years projected."""
    required_nominal: float | None
    """Uniform nominal growth from the baseline."""
    required_real: float | None
    """Uniform real growth from the baseline, with the scenario's deflator."""
    required_later: float | None
    """The later GDP lever: real growth after the plan year, with the plan year and years set by hand held."""
    required_baseline: float
    """The baseline from which the scenario's growth reaches the target."""


def status(low: ArrayLike, central: ArrayLike, high: ArrayLike, wanted: ArrayLike) -> np.ndarray:
    """The verdict, by its place among `STATUSES`, (...), on the levels from the low, central and high baseline."""
    met = [target.meets(level, wanted) for level in (low, central, high)]
    return np.where(np.logical_and.reduce(met), 0, np.where(np.logical_or.reduce(met), 1, 2))


@functools.lru_cache(maxsize=256)
def judge(scenario: Scenario, pack: Pack, year: int | None = None) -> Verdict:
    """The verdict on the scenario's target, by its own deadline or by another year of the projection."""
    projection = project(scenario, pack)
    year = scenario.target_year if year is None else year
    if not pack.base_year <= year <= scenario.last_year:
        span = f"{pack.base_year} to {scenario.last_year}"
        raise ValueError(f"year: is not projected (got {year}); allowed: {span}; choose a year between them")
    h = year - pack.base_year
    level_wanted = scenario["target_level"]
    path = projection.paths[GDP.key]
    real, deflator = (projection.rates[series][:h] for series in (GDP.key, DEFLATOR))
    later = free_years(scenario, pack, h, GDP.key, "later")
    base = scenario["gdp_base"]
    ends = [float(projection.low[h]), float(path[h]), float(projection.high[h])]
    first = float(target.first_offset(path, level_wanted))
    return Verdict(
        status=STATUSES[int(status(ends[0], ends[1], ends[2], level_wanted))],
        reached=bool(target.meets(ends[1], level_wanted)),
        level=ends[1],
        gap=float(target.gap(ends[1], level_wanted)),
        low=ends[0],
        high=ends[2],
        first_year=None if np.isnan(first) else pack.base_year + int(first),
        required_nominal=target.or_none(target.uniform_growth(base, level_wanted, h)),
        required_real=target.or_none(target.uniform_real_growth(base, level_wanted, deflator)),
        required_later=target.or_none(target.growth_in(later, base, level_wanted, real, deflator)),
        required_baseline=float(target.baseline_needed(level_wanted, projection.growth[GDP.key][:h])),
    )
