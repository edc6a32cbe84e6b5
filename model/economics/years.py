"""All years of one growth series at once: what those left to choose would take, and rates filled in by a rule.

A series is a key of `levers.growth_names`. A locked year is never changed here. Solving for the rest holds every year
set by hand; a rule replaces those that are not locked, or gives them back to the levers.
"""

from collections.abc import Callable
from fractions import Fraction

import numpy as np

from model.economics import target
from model.economics.growth import growth, level_in
from model.economics.needed import required_in_all
from model.economics.solve import Solution, allowed, indicator_of, solution
from model.economics.verdict import judge
from model.language.problem import Problem, Refused
from model.language.rates import percent
from model.language.words import N_
from model.region.indicators import GDP
from model.region.pack import Pack
from model.scenario.lever import outside
from model.scenario.levers import GROWTH, growth_names, lever_key, levers
from model.scenario.scenario import Scenario

DIGITS = 4
"""Decimals of a rate that a rule fills in: 0.01 per cent, which links write in few characters."""
PACE = N_(
    "the part of the distance that is closed each year is outside the range (got {got} %); allowed: above 0 to 100 %; "
    "choose a value between them"
)


def open_years(series: str, scenario: Scenario) -> tuple[int, ...]:
    """The projected years in which the series is not locked."""
    locked = scenario.locked(series)
    return tuple(year for year in range(scenario.pack.first_year, scenario.last_year + 1) if year not in locked)


def rest(series: str, scenario: Scenario) -> Solution:
    """The one rate in the years that follow the levers with which the series' indicator meets its target, GDP in every
    reading that they move.

    Over the years up to the deadline; see `target.growth_in`. It stands for the series' later lever.
    """
    lever = levers(scenario.pack)[lever_key(series, "later")]
    indicator = indicator_of(lever)
    wanted, deadline = scenario.target(indicator)
    years = range(scenario.pack.first_year, deadline + 1)
    by_hand = scenario.rates_by_hand(series)
    free = np.array([year not in by_hand for year in years])
    if indicator == GDP.key:
        value, met = required_in_all(series, free, scenario), judge(scenario).status == "reached"
    else:
        start, own = scenario.base(indicator), growth(scenario, len(years)).rates[series]
        value = target.or_none(target.growth_in(free, start, wanted, own, 0.0))
        met = bool(target.meets(level_in(deadline, indicator, scenario), wanted))
    return solution(lever, value, met)


def set_rest(series: str, scenario: Scenario) -> Scenario:
    """The scenario with that rate in every year that is not set by hand.

    Raises `Refused` where the series does not allow it, or where no year is left to change.
    """
    slots = GROWTH[1:] if scenario.pack.first_year in scenario.rates_by_hand(series) else GROWTH
    return scenario.set(**dict.fromkeys((lever_key(series, slot) for slot in slots), allowed(rest(series, scenario))))


def flat(series: str, rate: float, scenario: Scenario) -> Scenario:
    """The scenario with the same growth [fraction a year] in every unlocked year: g[t] = rate, set by the levers.

    Raises `Refused` where the series does not allow the rate.
    """
    slots = GROWTH[1:] if scenario.pack.first_year in scenario.locked(series) else GROWTH
    return free(series, scenario).set(**{lever_key(series, slot): rate for slot in slots})


def ramp(series: str, first: float, last: float, scenario: Scenario) -> Scenario:
    """The scenario with growth on a straight line from the plan year to the last year projected, set by hand.

    g[t] = first + (last - first) t / T [fraction a year, to 0.01 %], t in years from the plan year, T those up to the
    last; where that is the plan year, g = first. Raises `Refused` where the series does not allow one of the two.
    """
    start, end = _exact(series, scenario.pack, first, last)
    span = scenario.last_year - scenario.pack.first_year
    return _drawn(series, lambda t: start + (end - start) * t / max(span, 1), scenario)


def converge(series: str, first: float, long_run: float, pace: float, scenario: Scenario) -> Scenario:
    """The scenario with growth that draws nearer to its long-run rate by the same part every year, set by hand.

    g[t] = long_run + (first - long_run) (1 - pace)^t [fraction a year, to 0.01 %], t in years from the plan year.
    Raises `Refused` where the series does not allow one of the two rates, or the pace is not above 0 and at most 1.
    """
    if not 0 < pace <= 1:
        raise Refused([Problem.at(growth_names(scenario.pack)[series], PACE, got=percent(pace))])
    start, end = _exact(series, scenario.pack, first, long_run)
    left = 1 - Fraction(repr(float(pace)))
    return _drawn(series, lambda t: end + (start - end) * left**t, scenario)


def free(series: str, scenario: Scenario) -> Scenario:
    """The scenario with every year of the series that is not locked given back to its levers."""
    return _by_hand(series, {}, scenario)


def _exact(series: str, pack: Pack, *rates: float) -> list[Fraction]:
    """The rates as people write them, without binary rounding. Raises `Refused` with every one that is not allowed."""
    lever = levers(pack)[lever_key(series, "later")]
    problems = [outside(lever, rate) for rate in rates if not lever.allows(rate)]
    if problems:
        raise Refused(problems)
    return [Fraction(repr(float(rate))) for rate in rates]


def _drawn(series: str, line: Callable[[int], Fraction], scenario: Scenario) -> Scenario:
    """The scenario with the line's rate, by years from the plan year, in every unlocked year projected."""
    rates = {y: float(round(line(y - scenario.pack.first_year), DIGITS)) for y in open_years(series, scenario)}
    return _by_hand(series, rates, scenario)


def _by_hand(series: str, rates: dict[int, float], scenario: Scenario) -> Scenario:
    """The scenario with exactly these years of a series set by hand beside its locked ones."""
    held = scenario.only_locked.rates_by_hand(series)
    return scenario.with_years(series, {**rates, **held}, held)
