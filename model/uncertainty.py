"""How sure: a band around GDP and the chance of reaching the target, in closed form, nothing sampled.

Errors of log growth are a stationary AR(1) process with standard deviation `s` a year and correlation `r` from one year
to the next, and the baseline has an error of its own. With h the years after the base year,

    Var(ln Y[h]) = s0^2 + s^2 (h + 2 sum_{k=1}^{h-1} (h - k) r^k)

where s0 reads the baseline's range as its 80 % interval. The scenario's path is the median.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from model.indicators import GDP
from model.pack import Pack
from model.paths import Array
from model.projection import project
from model.rates import rate
from model.records import ERROR, MUNICIPALITY_GDP, MUNICIPALITY_TARGET, OWN_TARGET, PERSISTENCE
from model.scenario import Scenario
from model.target import meets

QUANTILES = {0.5: 0.6744897501960817, 0.8: 1.2815515655446004}
"""Standard normal quantiles: half the width of each central interval that is drawn, in standard deviations."""
SHARES = tuple(QUANTILES)
LEAST, MOST = math.nextafter(0.0, 1.0), math.nextafter(1.0, 0.0)
"""The chances nearest to never and to certainty."""


@dataclass(frozen=True)
class Sure:
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


def deviations(low: ArrayLike, high: ArrayLike, years: int, s: ArrayLike, r: ArrayLike) -> Array:
    """Standard deviation of ln GDP after 0, 1, ... `years` years, (..., years + 1), its baseline from low to high."""
    baseline = np.log(np.asarray(high, float) / np.asarray(low, float)) / (2 * QUANTILES[0.8])
    return np.asarray(np.sqrt(np.square(baseline)[..., None] + variance(years, s, r)))


def how_sure(scenario: Scenario, pack: Pack) -> Sure:
    """The scenario's band and chances, from the base year to its last year."""
    projection = project(scenario, pack)
    path = projection.paths[GDP.key]
    low, _, high = scenario.baseline_range
    deviation = deviations(low, high, len(path) - 1, scenario[ERROR], scenario[PERSISTENCE])
    bands = {share: (path * np.exp(-z * deviation), path * np.exp(z * deviation)) for share, z in QUANTILES.items()}
    return Sure(projection.years, deviation, bands, chances(path, scenario["target_level"], deviation))


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
        """Outcome minus target."""
        return rate(round((self.outcome - self.target) * 100, 9))

    def inside(self, share: float, s: float) -> bool:
        """Whether the outcome fell inside the central interval of that share around its target, in log growth."""
        return abs(math.log((1 + self.outcome) / (1 + self.target))) <= QUANTILES[share] * s


def misses(pack: Pack) -> tuple[Miss, ...]:
    """Every past year of the municipality and of the region for which both target and outcome are known."""
    plan, _ = pack.own.announced(GDP.key)
    above = [(MUNICIPALITY_GDP, f) for f in pack.growth if f.indicator == MUNICIPALITY_TARGET]
    own = [(GDP.key, f) for f in pack.growth if f.indicator == OWN_TARGET and f.year != plan.year]
    pairs = [(key, goal, pack.published_growth(key, goal.year)) for key, goal in (*above, *own, (GDP.key, plan))]
    return tuple(Miss(key, t.year, rate(t.value), rate(o.value), (t.source, o.source)) for key, t, o in pairs if o)
