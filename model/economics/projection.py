"""From a scenario to its paths, year by year, from which every chart, table and file is made."""

import functools
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from model.economics.growth import Array, Growth, growth, levels
from model.language.units import find
from model.language.words import N_
from model.region.indicators import GDP, Indicator
from model.scenario.scenario import Scenario


class Derived(NamedTuple):
    """A path that no lever has and without a target: worked out from others, and listed, printed and exported as they
    are."""

    indicator: str
    """The indicator that it stands after in tables, and whose baseline it starts from."""
    name: str
    unit: str
    price_basis: str
    start: Callable[[Scenario], tuple[float, float, float] | None]
    """Its baseline low, central, high; None in a region where it is not known."""
    growth: Callable[[Growth], Array]


CONSTANT = "gdp_constant"
DERIVED_PATHS: dict[str, Derived] = {
    CONSTANT: Derived(
        GDP.key, N_("GDP at {base} prices"), GDP.unit, "constant",
        lambda scenario: scenario.range_of(GDP.key), lambda grown: grown.rates[GDP.key],
    ),
}  # fmt: skip
"""They follow the indicators' paths."""


class Point(NamedTuple):
    """A level of a path in a year; low and high only differ from it where the baseline has a range.

    growth [fraction] is missing in the base year.
    """

    indicator: str
    price_basis: str
    unit: str
    year: int
    growth: float
    low: float
    level: float
    high: float

    @property
    def ends(self) -> tuple[float, float]:
        """The level from the low and from the high baseline; nan where the baseline has no range."""
        return (self.low, self.high) if self.low < self.high else (math.nan, math.nan)


@dataclass(frozen=True, eq=False)
class Projection:
    """A scenario's growth and levels as arrays; the base year comes first in a path."""

    years: tuple[int, ...]
    indicators: tuple[Indicator, ...]
    rates: Mapping[str, Array]
    """Growth by series, (years,) [fraction a year], as the levers state it: GDP real, the others nominal."""
    growth: Mapping[str, Array]
    """Growth by path, (years,) [fraction a year]: nominal of an indicator's."""
    paths: Mapping[str, Array]
    """Levels by path, (years + 1,) [its unit]: current prices of an indicator's."""
    ends: Mapping[str, Array]
    """The same from the low and the high baseline, (2, years + 1), where the baseline has a range."""

    @property
    def low(self) -> Array:
        """GDP at current prices from the low baseline, (years + 1,)."""
        return self._end(GDP.key, 0)

    @property
    def high(self) -> Array:
        """GDP at current prices from the high baseline, (years + 1,)."""
        return self._end(GDP.key, 1)

    def _end(self, key: str, end: int) -> Array:
        return self.ends[key][end] if key in self.ends else self.paths[key]

    @functools.cached_property
    def points(self) -> Mapping[str, tuple[Point, ...]]:
        """What there is of every year, by path, in the order of years."""
        points, units = {}, {indicator.key: indicator.unit for indicator in self.indicators}
        for key, path in self.paths.items():
            unit = DERIVED_PATHS[key].unit if key in DERIVED_PATHS else units[key]
            basis = DERIVED_PATHS[key].price_basis if key in DERIVED_PATHS else find(unit).basis
            growth = (math.nan, *self.growth[key].tolist())
            columns = (self.years, growth, self._end(key, 0).tolist(), path.tolist(), self._end(key, 1).tolist())
            points[key] = tuple(Point(key, basis, unit, *row) for row in zip(*columns, strict=True))
        return MappingProxyType(points)


@functools.lru_cache(maxsize=256)
def project(scenario: Scenario) -> Projection:
    """The scenario's projection, from the base year to its last year."""
    grown = growth(scenario, scenario.last_year - scenario.pack.base_year)
    derived = {key: start for key, each in DERIVED_PATHS.items() if (start := each.start(scenario))}
    ranges = {**{key: scenario.range_of(key) for key in grown.nominal}, **derived}
    rising = {**grown.nominal, **{key: DERIVED_PATHS[key].growth(grown) for key in derived}}
    paths = {key: levels(base, rising[key]) for key, (_, base, _) in ranges.items()}
    ends = {key: levels(np.array([low, high]), rising[key]) for key, (low, _, high) in ranges.items() if low < high}
    for array in (*grown.rates.values(), *rising.values(), *paths.values(), *ends.values()):
        array.setflags(write=False)  # a projection is remembered and shared
    years = tuple(range(scenario.pack.base_year, scenario.last_year + 1))
    return Projection(years, scenario.pack.indicators, *map(MappingProxyType, (grown.rates, rising, paths, ends)))


def baseline_of(path: str) -> str:
    """The indicator whose baseline a path starts from."""
    return DERIVED_PATHS[path].indicator if path in DERIVED_PATHS else path
