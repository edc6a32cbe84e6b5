"""Everything a user may change, each declared once: sliders, validation, link keys, the README's table and the tests
derive from here."""

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from model.indicators import BY_KEY, DEFLATOR, GDP, INDICATORS
from model.pack import FIVE_YEAR_PLAN, PLAN, Baseline, Pack
from model.problem import Problem
from model.rates import plain, rate
from model.words import N_

Kind = Literal["rate", "level", "year"]
LOWEST, HIGHEST, RATE_STEP = -0.10, 0.30, 0.001
HORIZON = 5
FARTHEST = 12
"""Years after the base year: shown by default, and at most."""

RATES = {
    GDP.key: N_("GDP, real growth"),
    DEFLATOR: N_("Price change (GDP deflator)"),
    "fai": N_("Investment, nominal growth"),
    "retail": N_("Retail sales, nominal growth"),
    "income": N_("Income per head, nominal growth"),
}
BASES = {
    GDP.key: N_("GDP in {base}"),
    "fai": N_("Investment in {base}"),
    "retail": N_("Retail sales in {base}"),
    "income": N_("Income per head in {base}"),
}


@dataclass(frozen=True)
class Lever:
    """One thing a user may change. Rates are fractions; levels are in `unit`, current prices."""

    key: str
    param: str
    """The link parameter that carries it; levers of one parameter stand there in declared order."""
    kind: Kind
    name: str
    when: str
    unit: str
    low: float
    high: float
    step: float
    span: tuple[float, float]
    """What the slider covers; a typed value may lie anywhere from low to high."""
    default: float

    def allows(self, value: float) -> bool:
        """Whether the value may be set: finite, within low..high, and whole where it is a year."""
        whole = self.kind != "year" or float(value).is_integer()
        return math.isfinite(value) and whole and self.low <= value <= self.high


OUTSIDE = N_("is outside the range (got {got}); allowed: {low} to {high}; choose a value between them")


def outside(lever: Lever, got: str, what: str = OUTSIDE) -> Problem:
    """The sentence for a number the lever does not allow, its limits written as people write them."""
    low, high = (plain(v * 100) if lever.kind == "rate" else plain(v) for v in (lever.low, lever.high))
    return Problem.at(lever.param, what, got=got, low=low, high=f"{high} {lever.unit}".strip())


@functools.cache
def levers(pack: Pack) -> Mapping[str, Lever]:
    """All levers of a region by key, in the order in which people read them."""
    every = [
        *_rates(pack, GDP.key, pack.goals[FIVE_YEAR_PLAN].value),
        *_rates(pack, DEFLATOR, 0.0),
        *(lever for key in BY_KEY if key != GDP.key for lever in _rates(pack, key, pack.goals[PLAN[key]].value)),
        *(lever for indicator in INDICATORS for lever in _bases(pack.baselines[indicator.key])),
        *_target(pack),
    ]
    return MappingProxyType({lever.key: lever for lever in every})


def _rates(pack: Pack, series: str, later: float) -> list[Lever]:
    first = pack.goals[PLAN[series]].value if series in PLAN else later
    everywhere: dict[str, Any] = {
        "unit": "%",
        "low": LOWEST,
        "high": HIGHEST,
        "step": RATE_STEP,
        "span": (LOWEST, HIGHEST),
    }
    return [
        Lever(f"{series}_first", series, "rate", RATES[series], N_("{first}"), default=rate(first), **everywhere),
        Lever(f"{series}_later", series, "rate", RATES[series], N_("from {later}"), default=rate(later), **everywhere),
    ]


def _bases(base: Baseline) -> list[Lever]:
    """The baseline and, where one is known, its range."""
    step = _round_step(base.value)
    everywhere: dict[str, Any] = {
        "unit": base.unit,
        "low": _snap(base.value / 10, step),
        "high": _snap(base.value * 10, step),
        "step": step,
        "span": (_snap(base.value * 0.9, step), _snap(base.value * 1.1, step)),
    }
    places = [("base", "", base.value)]
    if base.low is not None and base.high is not None:
        places += [("low", N_("at least"), base.low), ("high", N_("at most"), base.high)]
    key, name = base.indicator, BASES[base.indicator]
    return [
        Lever(f"{key}_{place}", f"{key}0", "level", name, when, default=v, **everywhere) for place, when, v in places
    ]


def _target(pack: Pack) -> list[Lever]:
    goal, base = pack.target, pack.baselines[pack.target.indicator]
    step = _round_step(base.value)
    level: dict[str, Any] = {
        "unit": base.unit,
        "low": step,
        "high": _snap(base.value * 100, step),
        "step": step * 5,
        "span": (_snap(base.value, step * 50), _snap(base.value * 2, step * 50)),
    }
    first, usual, last = (
        float(year) for year in (pack.first_year, pack.base_year + HORIZON, pack.base_year + FARTHEST)
    )
    years: dict[str, Any] = {"unit": "", "high": last, "step": 1.0}
    by, until = {**years, "low": first, "span": (first, last)}, {**years, "low": usual, "span": (usual, last)}
    return [
        Lever("target_level", "target", "level", N_("GDP to reach"), "", default=goal.value, **level),
        Lever("target_year", "target", "year", N_("Deadline (end of year)"), "", default=float(goal.year), **by),
        Lever("horizon", "horizon", "year", N_("Show until"), "", default=usual, **until),
    ]


def _round_step(level: float) -> float:
    """A round step of between 0.1 and 1 per cent of the level, e.g. 1 for 386."""
    return 10.0 ** math.floor(math.log10(level) - 2)


def _snap(level: float, step: float) -> float:
    return round(round(level / step) * step, 6)
