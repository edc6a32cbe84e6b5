"""Uncertainty of GDP: a band around its path and the chance of reaching the target, in closed form, nothing sampled.

Errors of log growth are a stationary AR(1) process with standard deviation `s` a year and correlation `r` from one year
to the next, and the baseline has an error of its own. With h the years after the base year,

    Var(ln Y[h]) = s0^2 + s^2 (h + 2 sum_{k=1}^{h-1} (h - k) r^k)

where s0 reads the baseline's range as its 80 % interval, and the median is the scenario's path. Where the error `e` of
the start year is known, both are conditional on it: the median moves by e sum_{k=1}^{h} r^k, and

    Var(ln Y[h]) = s0^2 + s^2 (1 - r^2) sum_{m=1}^{h} ((1 - r^m) / (1 - r))^2
"""

import functools
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from model.economics.growth import Array
from model.economics.projection import project
from model.economics.target import meets
from model.economics.verdict import judge
from model.language.rates import rate
from model.region.indicators import GDP
from model.region.pack import Pack
from model.region.records import ERROR, MUNICIPALITY_GDP, MUNICIPALITY_TARGET, OWN_TARGET, PERSISTENCE, Figure, Goal
from model.scenario.scenario import Scenario

QUANTILES = {0.5: 0.6744897501960817, 0.8: 1.2815515655446004}
"""Standard normal quantiles: half the width of each central interval that is drawn, in standard deviations."""
SHARES = tuple(QUANTILES)
LEAST, MOST = math.nextafter(0.0, 1.0), math.nextafter(1.0, 0.0)
"""The chances nearest to never and to certainty."""


@dataclass(frozen=True)
class Uncertainty:
    """GDP's uncertainty by year, the base year first: levels in its unit at current prices."""

    years: tuple[int, ...]
    deviation: Array
    """Standard deviation of ln GDP, (years + 1,)."""
    bands: dict[float, tuple[Array, Array]]
    """Low and high end by share of the central interval, (years + 1,) each."""
    chance: Array
    """That GDP is at or above the target at the end of the year, (years + 1,)."""

    def chance_in(self, year: int) -> float:
        """The chance that GDP is at or above the target at the end of that year."""
        return float(self.chance[year - self.years[0]])


def variance(years: int, s: ArrayLike, r: ArrayLike) -> Array:
    """Variance of the summed errors after 0, 1, ... `years` years, (..., years + 1): s^2 (h + 2 sum (h - k) r^k).

    Summed year by year, so that a year's does not depend, to the last bit, on how many years follow.
    """
    r = np.asarray(r, float)[..., None]
    powers = np.cumprod(np.broadcast_to(r, (*r.shape[:-1], max(years - 1, 0))), axis=-1)
    correlated = np.zeros((*r.shape[:-1], years + 1))
    correlated[..., 2:] = np.cumsum(np.cumsum(powers, axis=-1), axis=-1)
    return np.asarray(np.square(s)[..., None] * (np.arange(years + 1) + 2 * correlated))


def conditional_variance(years: int, s: ArrayLike, r: ArrayLike) -> Array:
    """The same where the error of the start year is known; (1 - r^m) / (1 - r) is sum_{k=0}^{m-1} r^k."""
    sums = np.cumsum(_powers(r, years), axis=-1)
    innovation = np.square(s) * (1 - np.square(r))
    total = np.zeros((*sums.shape[:-1], years + 1))
    total[..., 1:] = np.cumsum(np.square(sums), axis=-1)
    return np.asarray(innovation[..., None] * total)


def _powers(r: ArrayLike, count: int) -> Array:
    return np.asarray(np.asarray(r, float)[..., None] ** np.arange(count))


def deviations(
    low: ArrayLike, high: ArrayLike, years: int, s: ArrayLike, r: ArrayLike, error: float | None = None
) -> Array:
    """Standard deviation of ln GDP after 0, 1, ... `years` years, (..., years + 1), its baseline from low to high.

    `error` is that of the start year, where it is known.
    """
    baseline = np.log(np.asarray(high, float) / np.asarray(low, float)) / (2 * QUANTILES[0.8])
    of_growth = variance(years, s, r) if error is None else conditional_variance(years, s, r)
    return np.asarray(np.sqrt(np.square(baseline)[..., None] + of_growth))


def shifts(years: int, s: ArrayLike, r: ArrayLike, error: float | None) -> Array:
    """How far the median of ln GDP lies from the path after 0, 1, ... `years` years, (..., years + 1).

    e sum_{k=1}^{h} r^k; none where the error of the start year is not known, or growth has no error.
    """
    r, s = np.broadcast_arrays(np.asarray(r, float), np.asarray(s, float))
    moved = np.zeros((*r.shape, years + 1))
    if error is not None:
        moved[..., 1:] = error * r[..., None] * np.cumsum(_powers(r, years), axis=-1)
    return np.asarray(np.where(s[..., None] > 0, moved, 0.0))


def known_error(pack: Pack, year: int) -> float | None:
    """The error of GDP's log growth in a year: ln of 1 + outcome over 1 + target; None where either is unknown."""
    target = next((goal for goal in _targets(pack) if goal.year == year), None)
    typed = next((each for each in pack.series_outcomes if (each.indicator, each.year) == (GDP.key, year)), None)
    published = pack.published_growth(GDP.key, year)
    outcome = typed.growth if typed else published.value if published else None
    if target is None or outcome is None:
        return None
    return math.log((1 + rate(outcome)) / (1 + rate(target.value)))


def start_error(pack: Pack) -> float | None:
    """The known error of the base year: of a region re-based on an outcome. A region's own base year has none."""
    return known_error(pack, pack.base_year) if pack.rebased else None


def chance_from_official(scenario: Scenario) -> float | None:
    """The chance that GDP from its latest official level is at or above the target at the deadline.

    Conditional on the error of that level's year; None where no official level is known, or not that error.
    """
    reading = judge(scenario).from_official
    error = known_error(scenario.pack, reading.start_year) if reading else None
    if reading is None or error is None:
        return None
    years, s, r = scenario.target_year - reading.start_year, scenario[ERROR], scenario[PERSISTENCE]
    median = reading.level * np.exp(shifts(years, s, r, error)[years])
    return float(chances(median, scenario["target_level"], deviations(1, 1, years, s, r, error)[years]))


@functools.lru_cache(maxsize=256)
def uncertainty(scenario: Scenario) -> Uncertainty:
    """The scenario's band and chances, from the base year to its last year."""
    projection, error = project(scenario), start_error(scenario.pack)
    path, s, r = projection.paths[GDP.key], scenario[ERROR], scenario[PERSISTENCE]
    low, _, high = scenario.range_of(GDP.key)
    median = path * np.exp(shifts(len(path) - 1, s, r, error))
    deviation = deviations(low, high, len(path) - 1, s, r, error)
    bands = {share: (median * np.exp(-z * deviation), median * np.exp(z * deviation)) for share, z in QUANTILES.items()}
    return Uncertainty(projection.years, deviation, bands, chances(median, scenario["target_level"], deviation))


def chances(level: ArrayLike, target: ArrayLike, deviation: ArrayLike) -> Array:
    """Phi(ln(Y / L) / deviation), (...); without any uncertainty 1 where the target is met and 0 where not.

    With some it is neither, also where the nearest number would be 0 or 1.
    """
    every = np.broadcast_arrays(*(np.asarray(part, float) for part in (level, target, deviation)))
    sure = [
        min(max(0.5 * math.erfc(-math.log(y / goal) / (spread * math.sqrt(2))), LEAST), MOST)
        if spread
        else float(meets(y, goal))
        for y, goal, spread in zip(*(part.ravel().tolist() for part in every), strict=True)
    ]
    return np.reshape(sure, every[0].shape)


@dataclass(frozen=True)
class Miss:
    """One past outcome of real growth against the target announced for it [fractions a year]."""

    series: str
    year: int
    target: float
    outcome: float
    sources: tuple[str, ...]

    @property
    def error(self) -> float:
        return rate(round((self.outcome - self.target) * 100, 9))

    def inside(self, share: float, s: float) -> bool:
        """Whether the outcome fell inside the central interval of that share around its target, in log growth."""
        return abs(math.log((1 + self.outcome) / (1 + self.target))) <= QUANTILES[share] * s


def misses(pack: Pack) -> tuple[Miss, ...]:
    """Every past year of the municipality and of the region for which both target and outcome are known."""
    above = [(MUNICIPALITY_GDP, f) for f in pack.growth if f.indicator == MUNICIPALITY_TARGET]
    own = [(GDP.key, goal) for goal in _targets(pack)]
    pairs = [(key, goal, pack.published_growth(key, goal.year)) for key, goal in (*above, *own)]
    return tuple(Miss(key, t.year, rate(t.value), rate(o.value), (t.source, o.source)) for key, t, o in pairs if o)


def _targets(pack: Pack) -> tuple[Figure | Goal, ...]:
    """The region's own growth targets by year, that of the plan last."""
    plan, _ = pack.own.announced(GDP.key)
    return (*(f for f in pack.growth if f.indicator == OWN_TARGET and f.year != plan.year), plan)
