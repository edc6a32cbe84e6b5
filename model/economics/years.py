"""All years of one growth series at once, filled in by a rule.

A series is a key of `Pack.growing`. A rule replaces the years that are not locked, or gives them back to the
levers.
"""

from collections.abc import Callable
from fractions import Fraction

from model.language.problem import Problem, Refused
from model.language.rates import percent
from model.language.words import N_
from model.region.pack import Pack
from model.scenario.lever import outside
from model.scenario.levers import GROWTH_SLOTS, lever_key, levers, slot_of
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


def flat(series: str, rate: float, scenario: Scenario) -> Scenario:
    """The scenario with the same growth [fraction a year] in every unlocked year: g[t] = rate, set by the levers.

    Raises `Refused` where the series does not allow the rate.
    """
    locked = {slot_of(year, scenario.pack) for year in scenario.locked(series)} & {"first"}
    return free(series, scenario).set(**{lever_key(series, slot): rate for slot in GROWTH_SLOTS if slot not in locked})


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
        raise Refused([Problem.at(scenario.pack.growing[series].growth_label, PACE, got=percent(pace))])
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
