"""Outcomes against what was announced for their year, and the part of a year that is done against an even pace."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from model.economics.projection import project
from model.language.rates import apart, growth_between, rate
from model.progress.outcome_limits import announced, comparable
from model.progress.rebasing import known_years
from model.progress.target_results import GrowthFrom, Track, paced_rows
from model.region.indicators import BY_KEY, GDP, OBSERVED
from model.region.key import Outcome
from model.region.outcomes import outcomes
from model.region.pack import CACHED_PACKS, Pack
from model.region.records import FIVE_YEAR_PLAN, PLAN, Figure, Goal, Statement
from model.region.unpublished import DERIVED, TYPED
from model.scenario.scenario import Scenario

MONTHS = 12
FIVE_YEARS = 5


@dataclass(frozen=True)
class YearTarget:
    """What a part of a year is a part of."""

    level: float
    """In the unit of the indicator."""
    goal: Goal | None
    """What was announced for the year: the level, or growth that leads to it; None where it is a scenario's path."""
    base: float | None
    """The level on which that growth is taken."""
    row: Statement | None = None
    """The row of the plan report that says it, where it is of no series."""


@dataclass(frozen=True)
class Pace:
    """Part of a year's target that is done, against an even path [fractions of the target]."""

    done: float
    even: float
    ahead: float
    """Done less even: negative is behind."""
    needed: float | None
    """What is left to do over what an even path leaves, e.g. 1.164 times the even pace; None at the end of the year."""


def tracks(pack: Pack) -> tuple[Track, ...]:
    """Every outcome after the region's own base year, by year, in the order of the indicators."""
    own, known = pack.own, outcomes(pack.own, pack.series_outcomes)
    typed = {(each.indicator, each.year): each for each in pack.series_outcomes}
    order = list(OBSERVED)
    found = sorted((key for key in known if key[0] in comparable(own)), key=lambda key: (key[1], order.index(key[0])))
    return tuple(_track(key, own, known, typed.get(key)) for key in found if key[1] > own.base_year)


@functools.lru_cache(maxsize=CACHED_PACKS)
def series_results(pack: Pack) -> Mapping[str, Track]:
    """The outcome of every target in the plan report that is a series' goal, by its row; official ones first."""
    rows = announced(pack.own).items()
    known = (*tracks(pack), *tracks(pack.own))
    return {key: track for track in known for key, goal in rows if track.target is goal}


def latest(pack: Pack) -> int | None:
    """The latest year with an outcome from which can be planned again; None where there is none."""
    return max(known_years(pack.own, pack.series_outcomes), default=None)


def pace(done: float, month: int) -> Pace:
    """What a part of the year's target [fraction] says after that many months, 1 to 12."""
    even = month / MONTHS
    return Pace(done, even, apart(done, even), max(1 - done, 0.0) / (1 - even) if even < 1 else None)


def current_year(pack: Pack, last: int) -> int:
    """The year that goes on: the one after the latest outcomes, among those that a scenario up to `last` has."""
    return min(max((latest(pack) or pack.base_year) + 1, pack.first_year), last)


def paced_years(pack: Pack, last: int) -> tuple[int, ...]:
    """The years of which a part can be held against a target: those with one announced, and the one that goes on."""
    own = pack.own
    years = {goal.year for goal in own.goals.values() if _announced(goal.indicator, goal.year, own)}
    return tuple(sorted({current_year(pack, last), *(year for year in years if own.base_year < year <= last)}))


def year_target(indicator: str, year: int, scenario: Scenario) -> YearTarget | None:
    """What was announced for that year, as a level, or else what the scenario makes of it; None where neither is."""
    pack = scenario.pack
    goal, own = _announced(indicator, year, pack.own), pack.own
    if indicator in paced_rows(own):
        row = own.statements[indicator]
        return YearTarget(paced_rows(own)[indicator], None, None, row) if year == row.target_year else None
    if goal and goal.kind == "level":
        return YearTarget(goal.value, goal, None)
    if goal:
        base = own.baselines[indicator].value if pack.rebased else scenario.base(indicator)
        return YearTarget(base * (1 + rate(goal.value)), goal, base)
    if indicator in pack.baselines and pack.first_year <= year <= scenario.last_year:
        return YearTarget(float(project(scenario).paths[indicator][year - pack.base_year]), None, None)
    return None


def _track(key: tuple[str, int], own: Pack, known: Mapping[tuple[str, int], Figure], typed: Outcome | None) -> Track:
    indicator, year = key
    level = known[key]
    growth, growth_from, source = _growth(key, own, known, typed)
    average = _average_goal(indicator, year, own)
    goal = _growth_goal(indicator, year, own) or _level_goal(indicator, year, own) or average
    outcome = None if goal is None else level.value if goal.kind == "level" else growth
    beyond = None if outcome is None or goal is None else apart(outcome, goal.value)
    official = next((f for f in own.outcomes if (f.indicator, f.year) == key), None)
    return Track(
        key=indicator, year=year, level=level.value, unit=level.unit, growth=growth, growth_from=growth_from,
        target=goal, aim=goal.value if goal and goal.kind == "growth" else None, apart=beyond,
        met=None if beyond is None else beyond >= 0, averaged=_five_years(goal) if goal and goal is average else None,
        figure=None if typed else level, source=source, replaced=official if typed else None,
    )  # fmt: skip


def _growth(
    key: tuple[str, int], own: Pack, known: Mapping[tuple[str, int], Figure], typed: Outcome | None
) -> tuple[float | None, GrowthFrom | None, Figure | None]:
    """The growth of an outcome in the terms of its target, and where it comes from."""
    indicator, year = key
    if typed and typed.growth is not None:
        return typed.growth, "typed", None
    published = own.published_growth(indicator, year)
    if published and not typed:
        return published.value, "published", published
    before = known.get((indicator, year - 1)) or (own.baselines.get(indicator) if year == own.first_year else None)
    if before is None or indicator not in BY_KEY or BY_KEY[indicator].growth_basis != "current":
        return None, None, None  # nominal growth says nothing of real
    return growth_between(before.value, known[key].value), "worked out", None


def _growth_goal(indicator: str, year: int, own: Pack) -> Goal | None:
    goal = own.goals.get(PLAN.get(indicator, ""))
    return goal if goal and goal.year == year else None


def _announced(indicator: str, year: int, own: Pack) -> Goal | None:
    """The goal that somebody announced for that very year: a level, or else growth.

    Growth that is typed for a county of one's own is what was announced there; a level to reach is the visitor's own.
    """
    level, growth = _level_goal(indicator, year, own), _growth_goal(indicator, year, own)
    if level and level.source not in (DERIVED, TYPED):
        return level
    return growth if growth and growth.source != DERIVED else None


def _average_goal(indicator: str, year: int, own: Pack) -> Goal | None:
    """The growth that a five-year plan announced, where it covers that year."""
    goal = own.goals.get(FIVE_YEAR_PLAN)
    if goal is None or goal.source == TYPED or indicator != GDP.key:
        return None
    first, last = _five_years(goal)
    return goal if first <= year <= last else None


def _five_years(goal: Goal) -> tuple[int, int]:
    """The years of a five-year plan, which ends in the year of its goal."""
    return goal.year - FIVE_YEARS + 1, goal.year


def _level_goal(indicator: str, year: int, pack: Pack) -> Goal | None:
    goals = pack.own.goals.values()
    return next((g for g in goals if (g.indicator, g.year, g.kind) == (indicator, year, "level")), None)
