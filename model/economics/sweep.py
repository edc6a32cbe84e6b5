"""What many scenarios lead to at once: lever values as arrays, every row what that one scenario's page would show."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from model.economics import target
from model.economics.growth import Array, LeverArrays, growth, levels
from model.economics.solve import free_years
from model.economics.uncertainty import chances, deviations, shifts, start_error
from model.economics.verdict import latest_official, status
from model.region.indicators import DEFLATOR, GDP
from model.region.records import ERROR, PERSISTENCE
from model.scenario.levers import lever_key, levers
from model.scenario.scenario import Scenario, target_levers


class Outcomes(NamedTuple):
    """What scenarios lead to, (scenarios,) each; levels in the indicator's unit at current prices."""

    levels: Mapping[str, Array]
    """By indicator, at the end of its own deadline."""
    gap: Array
    """GDP less its target."""
    from_official: Array
    """GDP at its deadline from the latest official level before it; nan where none is known."""
    status: np.ndarray
    """By its place among `verdict.STATUSES`."""
    required_later: Array
    """The later GDP lever that meets the target [fraction a year]; nan where no year follows it."""
    chance: Array
    """That GDP is at or above the target at its deadline."""


def outcomes(scenario: Scenario, arrays: LeverArrays) -> Outcomes:
    """What the scenario leads to with levers replaced by arrays of values, (scenarios,) each and all equally long.

    Any lever can be replaced, and any year that the scenario sets by hand (see `growth.by_hand`). Equal to
    `economics.projection`, `economics.verdict` and `economics.uncertainty`, but for rounding in the last digit.
    """
    every = _Every(scenario, arrays)
    ends = {indicator.key: every.deadline(indicator.key) for indicator in scenario.pack.indicators}
    years = int(max(end.max() for end in ends.values()))
    grown = growth(scenario, years, arrays)
    found = {i: every.at(levels(every[lever_key(i, "base")], grown.nominal[i]), end) for i, end in ends.items()}
    wanted, until, central = every[target_levers(GDP.key)[0]], ends[GDP.key], found[GDP.key]
    low, high = every.range
    from_low, from_high = (every.at(levels(end, grown.nominal[GDP.key]), until) for end in (low, high))
    rates = grown.rates[GDP.key], grown.rates[DEFLATOR]
    official = _from_official(every, until, grown.nominal[GDP.key])
    known = np.isfinite(official)
    from_ends = status((from_low, central, from_high), wanted)
    s, r, error = every[ERROR], every[PERSISTENCE], start_error(scenario.pack)
    deviation = every.at(deviations(low, high, years, s, r, error), until)
    median = central * np.exp(every.at(shifts(years, s, r, error), until))
    return Outcomes(
        levels=found,
        gap=target.gap(central, wanted),
        from_official=official,
        status=np.where(known, status((central, official), wanted), from_ends),
        required_later=_later(every, until, wanted, rates),
        chance=chances(median, wanted, deviation),
    )


def _from_official(every: "_Every", until: Array, nominal: Array) -> Array:
    """GDP at the deadline from the latest official level up to it, (scenarios,): those with one deadline together."""
    found = np.full(every.count, np.nan)
    for years in np.unique(until).tolist():
        rows, figure = until == years, latest_official(every.pack, every.pack.base_year + years)
        if figure:
            grown = every.whole(nominal, years)[rows, figure.year - every.pack.base_year :]
            found[rows] = levels(figure.value, grown)[..., -1]
    return found


def _later(every: "_Every", until: Array, wanted: ArrayLike, rates: tuple[Array, ...]) -> Array:
    """The later GDP lever with which no reading falls short that it moves, (scenarios,): those with the same deadline
    together."""
    needed = np.empty(every.count)
    for years in np.unique(until).tolist():
        rows, figure = until == years, latest_official(every.pack, every.pack.base_year + years)
        free = free_years(every.scenario, years, GDP.key, "later")
        base, goal = (every.whole(part)[rows] for part in (every[lever_key(GDP.key, "base")], wanted))
        grown = [every.whole(part, years)[rows] for part in rates]
        needed[rows] = target.growth_in(free, base, goal, *grown)
        if figure:
            before = figure.year - every.pack.base_year
            official = target.growth_in(free[before:], figure.value, goal, *(part[:, before:] for part in grown))
            needed[rows] = np.fmax(needed[rows], official)
    return needed


class _Every:
    """The scenarios: one, with the values of some levers replaced."""

    def __init__(self, scenario: Scenario, arrays: LeverArrays) -> None:
        self.scenario, self.pack, self.arrays = scenario, scenario.pack, arrays
        self.count = np.broadcast(*arrays.values(), 0).size

    def __getitem__(self, lever: str) -> Array:
        return np.asarray(self.arrays.get(lever, self.scenario[lever]), float)

    def deadline(self, indicator: str) -> np.ndarray:
        """Years from the base year to the indicator's deadline, (scenarios,)."""
        return self.whole(self[target_levers(indicator)[1]]).astype(int) - self.pack.base_year

    @property
    def range(self) -> tuple[Array, Array]:
        """The ends of GDP's baseline; see `Scenario.range_of`."""
        keys = (lever_key(GDP.key, place) for place in ("base", "low", "high"))
        ends = [self[key] for key in keys if key in levers(self.pack)]
        low, high = ends[0], ends[0]
        for end in ends[1:]:
            low, high = np.minimum(low, end), np.maximum(high, end)
        return low, high

    def whole(self, part: ArrayLike, years: int | None = None) -> Array:
        """One value, or `years` of them, for every scenario."""
        part = np.asarray(part, float)
        shape = (self.count,) if years is None else (self.count, years)
        return np.broadcast_to(part if years is None else part[..., :years], shape)

    def at(self, path: Array, offset: np.ndarray) -> Array:
        """The path's value that many years after its start, (scenarios,)."""
        path = np.broadcast_to(path, (self.count, path.shape[-1]))
        return np.take_along_axis(path, offset[:, None], axis=-1)[:, 0]
