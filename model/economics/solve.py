"""What would have to be true: for each lever, the value with which its indicator meets its target, all else held.

Closed forms on unrounded numbers.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from model.economics import target
from model.economics.growth import NO_CHANGES, Array, Growth, LeverArrays, compound, growth, level_in, levels
from model.language.problem import Problem, Refused
from model.language.rounding import EXACT, beside, rounded
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP, GROWTH_SERIES, factors
from model.region.pack import Pack
from model.scenario.lever import Lever, Slot
from model.scenario.levers import lever_key, levers
from model.scenario.scenario import Scenario

Place = Literal["within", "below", "above", "none"]
Reason = Literal["no_year", "never"]
"""No year follows the lever, or the target is reached in no year."""


@dataclass(frozen=True)
class Solution:
    """The value with which the target is met exactly, unrounded; rates are fractions."""

    lever: Lever
    value: float | None
    reason: Reason | None
    """Why there is no value; None where there is one."""
    place: Place
    """Where it lies against what the lever allows."""
    met: bool
    """Whether the target is met as things stand, so that the value is what is just enough."""


OF_TARGET: tuple[Slot, ...] = ("level", "year")
OF_LEVEL: tuple[Slot, ...] = ("base", *OF_TARGET)


def solvable(pack: Pack) -> tuple[str, ...]:
    """The levers on which some indicator's target hangs, in their order."""
    found = levers(pack).items()
    return tuple(key for key, lever in found if (lever.by_year and indicator_of(lever)) or lever.slot in OF_LEVEL)


def indicator_of(lever: Lever) -> str:
    """The indicator whose target the lever is solved for; empty where none hangs on it."""
    series = GROWTH_SERIES.get(lever.series)
    return series.factor_of if series else lever.series


def solve(key: str, scenario: Scenario) -> Solution:
    """The value of a lever with which its indicator meets its target by the deadline, all else held."""
    lever, indicator = levers(scenario.pack)[key], indicator_of(levers(scenario.pack)[key])
    wanted, year = scenario.target(indicator)
    level = float(level_in(year, indicator, scenario))
    met = bool(target.meets(level, wanted))
    if lever.slot == "level":
        value: float | None = level
    elif lever.slot == "year":
        value = _first_year(scenario, indicator)
    else:
        value = target.or_none(values(key, scenario))
    return solution(lever, value, met)


def solution(lever: Lever, value: float | None, met: bool) -> Solution:
    """The solution with that value: where it lies, and why there is none."""
    reason: Reason | None = None if value is not None else "never" if lever.kind == "year" else "no_year"
    return Solution(lever, value, reason, place(lever, value), met)


def values(key: str, scenario: Scenario, arrays: LeverArrays = NO_CHANGES) -> Array:
    """The values of a growth or baseline lever that meet its indicator's target, (...); nan where none can.

    `arrays` replaces other levers by arrays of values: one solution for each.
    """
    lever = levers(scenario.pack)[key]
    indicator = indicator_of(lever)
    wanted, year = scenario.target(indicator)
    years = year - scenario.pack.base_year
    base: ArrayLike = arrays.get(lever_key(indicator, "base"), scenario.base(indicator))
    grown = growth(scenario, years, arrays)
    if lever.slot == "base":
        return target.baseline_needed(wanted, grown.nominal[indicator])
    free = free_years(scenario, years, lever.series, lever.slot)
    own, other = grown.rates[lever.series], multiplied_with(lever.series, indicator, grown)
    return target.growth_in(free, base, wanted, own, other)


def multiplied_with(series: str, indicator: str, grown: Growth) -> Array:
    """The growth that compounds with the series' to the indicator's, (..., years): real GDP and its deflator."""
    return compound(*(grown.rates[each] for each in factors(indicator) if each != series))


def free_years(scenario: Scenario, years: int, series: str, slot: str) -> np.ndarray:
    """Which of the first `years` years follow the series' first or later lever, (years,): none that is set by hand."""
    pack = scenario.pack
    by_hand = scenario.rates_by_hand(series)
    span = range(pack.first_year, pack.first_year + years)
    return np.array([(year == pack.first_year) == (slot == "first") and year not in by_hand for year in span], bool)


@dataclass(frozen=True)
class FromYear:
    """The uniform growth needed from one year to the deadline, what was before held [fractions a year]."""

    year: int
    start: float
    """GDP at the end of the year before [its unit, current prices]."""
    nominal: float
    real: float
    """With the scenario's deflator."""
    outcome: int | None
    """The year whose official outcome is held; None where the years before are the scenario's own."""


def from_each_year(scenario: Scenario) -> tuple[FromYear, ...]:
    """The growth GDP needs from every year up to the deadline, then the same from its official outcomes."""
    pack = scenario.pack
    wanted, last = scenario.target(GDP.key)
    grown = growth(scenario, last - pack.base_year)
    path = levels(scenario["gdp_base"], grown.nominal[GDP.key])
    outcomes = {f.year: f.value for f in pack.outcomes if f.indicator == GDP.key and pack.base_year < f.year < last}

    def needed(year: int, start: float, outcome: int | None) -> FromYear:
        offset = year - pack.first_year
        prices = grown.rates[DEFLATOR][offset:]
        nominal = float(target.uniform_growth(start, wanted, last - year + 1))
        return FromYear(year, start, nominal, float(target.uniform_real_growth(start, wanted, prices)), outcome)

    own = [needed(year, float(path[year - pack.first_year]), None) for year in range(pack.first_year, last + 1)]
    return (*own, *(needed(year + 1, level, year) for year, level in sorted(outcomes.items())))


@dataclass(frozen=True)
class Uniform:
    """One rate for all years up to the deadline, in every way of reading it [fraction a year]."""

    nominal: float
    real: float | None
    """With the scenario's deflator; None, like the next, for an indicator whose growth is nominal."""
    deflator: float | None
    """With the scenario's real growth."""


def uniform(indicator: str, scenario: Scenario) -> Uniform:
    """The uniform growth that leads from the baseline to the indicator's target."""
    wanted, year = scenario.target(indicator)
    years, base = year - scenario.pack.base_year, scenario.base(indicator)
    rates = growth(scenario, years).rates
    nominal = float(target.uniform_growth(base, wanted, years))
    if indicator != GDP.key:
        return Uniform(nominal, None, None)
    real, prices = (float(target.uniform_real_growth(base, wanted, rates[o])) for o in (DEFLATOR, GDP.key))
    return Uniform(nominal, real, prices)


NO_YEAR = N_("has no year left to change up to the deadline; choose a later one, or give back a year set by hand")
TOO_MUCH = N_("{got} is needed; allowed: {low} to {high}; change the target, the baseline or what is set by hand")


def allowed(found: Solution) -> float:
    """The solution. Raises `Refused` where there is none, or none within what the lever allows."""
    lever, value = found.lever, found.value
    if value is None:
        raise Refused([Problem.at(lever.name, NO_YEAR)])
    if found.place != "within":
        limit = lever.low if found.place == "below" else lever.high
        got, _ = beside(*(Decimal(lever.written(each)) for each in (value, limit)), 2)
        low, high = lever.written(lever.low), f"{lever.written(lever.high)} {lever.unit}".strip()
        raise Refused([Problem.at(lever.name, TOO_MUCH, got=f"{got:f}", low=low, high=high)])
    return min(max(value, lever.low), lever.high)


def apply(found: Solution, scenario: Scenario) -> Scenario:
    """The scenario with the lever at its solution. Raises `Refused` where it allows none."""
    return scenario.set(**{found.lever.key: allowed(found)})


PARTS = 10
"""Of a lever's step: people are told, and set, growth in hundredths of a per cent where a slider has tenths."""
NOISE_DIGITS = 9
"""Decimals, of steps: what is further behind is the noise of binary fractions."""


def usable(found: Solution) -> float | None:
    """The solution as a whole multiple of a tenth of the lever's step, on the side on which the target is met.

    None where there is no solution that the lever allows.
    """
    if found.value is None or found.place != "within":
        return None
    step = Decimal(repr(found.lever.step)) / PARTS
    steps = rounded(Decimal(repr(found.value)) / step, NOISE_DIGITS)
    value = float(rounded(steps, 0, ROUND_FLOOR if found.lever.slot in OF_TARGET else ROUND_CEILING) * step)
    return value if found.lever.allows(value) else None


def reach(found: Solution, scenario: Scenario) -> Scenario:
    """The scenario with the lever at its usable solution, the exact one at the end of its range. Raises `Refused`."""
    exact, value = allowed(found), usable(found)
    return scenario.set(**{found.lever.key: exact if value is None else value})


def place(lever: Lever, value: float | None) -> Place:
    """Where a solution lies against the lever's range, up to rounding; "none" where there is none."""
    if value is None:
        return "none"
    speck = EXACT * max(abs(lever.low), abs(lever.high))
    return "below" if value < lever.low - speck else "above" if value > lever.high + speck else "within"


def _first_year(scenario: Scenario, indicator: str) -> float | None:
    """The first year whose level meets the target, of all that could be shown."""
    pack = scenario.pack
    last = int(levers(pack)["horizon"].high)
    grown = growth(scenario, last - pack.base_year).nominal[indicator]
    path = levels(scenario.base(indicator), grown)[1:]
    first = target.or_none(target.first_offset(path, scenario.target(indicator)[0]))
    return None if first is None else pack.first_year + first
