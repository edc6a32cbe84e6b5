"""Which outcomes may be typed: of which series and of which rows of the plan report, and within which bounds."""

import functools
import re
from collections.abc import Mapping

from model.language.problem import Level, Problem
from model.language.rates import plain
from model.language.units import Limits
from model.language.words import N_
from model.region.indicators import BY_KEY, OBSERVED, REVENUE
from model.region.key import OUTCOME, REGION, Outcome
from model.region.limits import FARTHEST, WIDEST
from model.region.pack import CACHED_PACKS, Pack
from model.region.records import Goal, Statement
from model.region.statements import unit_of

KEY = re.compile(r"[A-Za-z0-9_]{1,60}", re.ASCII)
"""The key of a row that a text can hold."""
TYPED_GROWTH, TYPED_GROWTH_OF_ROW = (-50.0, 100.0), (-100.0, 500.0)
"""Of an outcome of a series and of a row, in per cent: profits and accidents leap."""
WIDEST_OF_ROW, WIDEST_RATIO, FROM_NOTHING = 10, 200.0, 100.0
"""What an outcome of a row may be: so many times what the report says of it, but a ratio up to so many per cent, and so
much where the report says zero. Programmes are cancelled, so that it may be nothing."""

UNKNOWN = N_(
    "has an outcome without a target to compare (got {got}); known: {allowed}, and the rows of a plan report with"
    " another target; it was left out"
)
YEARS = N_("has an outcome of another year (got {got}); allowed: {low} to {high}; it was left out")
ANOTHER_YEAR = N_("has an outcome of another year than its target's (got {got}); allowed: {low}; it was left out")
LEVEL = N_("has an impossible level (got {got}: {level}); allowed: {low} to {high}; it was left out")
GROWTH = N_("has an impossible growth rate (got {got}); allowed: {low} to {high} %; it was left out")
NO_GROWTH = N_("has growth where only a level is compared (got {got}); give the level alone; it was left out")
NO_LEVEL = N_("has a level where only growth is compared (got {got}); give the growth alone; it was left out")


def projected(pack: Pack) -> tuple[str, ...]:
    """The keys of the indicators that the pack projects, in their order."""
    return tuple(key for key in BY_KEY if key in pack.baselines)


def comparable(own: Pack) -> tuple[str, ...]:
    """The keys of the series of which outcomes can be compared: the projected ones, and revenue where it is known."""
    return (*projected(own), *([REVENUE.key] if _last_level(REVENUE.key, own) else []))


@functools.lru_cache(maxsize=CACHED_PACKS)
def announced(own: Pack) -> Mapping[str, Goal]:
    """The rows of the plan report that say a goal of such a series: their outcomes are those of the series."""
    goals = [goal for goal in own.goals.values() if goal.indicator in comparable(own)]
    found = {key: next((g for g in goals if _says(row, g)), None) for key, row in own.statements.items()}
    return {key: goal for key, goal in found.items() if goal}


@functools.lru_cache(maxsize=CACHED_PACKS)
def tracked_rows(own: Pack) -> Mapping[str, Statement]:
    """The rows of the plan report, by key, that have a target and are no series: their outcomes can be typed too."""
    rows = own.statements.items()
    taken = {*announced(own), *OBSERVED}
    return {
        key: row
        for key, row in rows
        if row.has_target and not row.counts_plan and key not in taken and KEY.fullmatch(key)
    }


def takes_level(row: Statement) -> bool:
    """Whether a level says whether the row's target is met: as such, or by the growth from a result alike."""
    return row.target is not None or bool(row.result and row.result > 0 and row.comparable == "yes")


def takes_growth(row: Statement) -> bool:
    """Whether the row's target is growth."""
    return row.target is None


def span(key: str, own: Pack) -> Limits:
    """The lowest and the highest level that an outcome may have [its unit], so that no unit is mistaken for another."""
    row = tracked_rows(own).get(key)
    if row is None:
        last = _last_level(key, own) or 1.0
        return round(last / WIDEST, 6), round(last * WIDEST, 6)
    said = [figure for figure in (row.result, row.target) if figure is not None]
    most = WIDEST_OF_ROW * max(map(abs, said), default=0.0) or FROM_NOTHING
    if row.unit_zh == "%":
        most = max(WIDEST_RATIO, *said)
    return (-most if min(said, default=0.0) < 0 else 0.0), round(most, 6)


def where(outcome: Outcome) -> str:
    """The key of an outcome in links."""
    return OUTCOME + outcome.indicator


def fault(each: Outcome, own: Pack) -> Problem | None:
    """What is wrong with an outcome by itself, or None."""
    got, at, row = str(each), where(each), tracked_rows(own).get(each.indicator)
    unit: str
    if row:
        first = last = row.target_year or own.first_year
        levels = span(row.key, own) if takes_level(row) else None
        unit, growth = unit_of(row), TYPED_GROWTH_OF_ROW if takes_growth(row) else None
    elif each.indicator in comparable(own):
        first, last = own.first_year, own.base_year + FARTHEST
        levels, unit = span(each.indicator, own), OBSERVED[each.indicator].unit
        growth = TYPED_GROWTH if each.indicator in BY_KEY else None
    else:
        return Problem.at(REGION, UNKNOWN, got=each.indicator, allowed=", ".join(comparable(own)))
    if not first <= each.year <= last:
        return Problem.at(at, ANOTHER_YEAR if row else YEARS, got=got, low=first, high=last)
    if each.level is not None and levels is None:
        return Problem.at(at, NO_LEVEL, got=got)
    if each.growth is not None and growth is None:
        return Problem.at(at, NO_GROWTH, got=got)
    if each.level is not None and levels and not levels[0] <= each.level <= levels[1]:
        low, high = Level(levels[0], unit, named=False), Level(levels[1], unit)
        return Problem.at(at, LEVEL, got=got, level=Level(each.level, unit), low=low, high=high)
    if each.growth is not None and growth and not growth[0] <= each.growth <= growth[1]:
        return Problem.at(at, GROWTH, got=got, low=plain(growth[0]), high=plain(growth[1]))
    return None


def _says(row: Statement, goal: Goal) -> bool:
    """Whether the row is the goal: the same figure for the same year, in the same place of the same source."""
    value = row.target_growth if goal.kind == "growth" else row.target
    place = row.source == goal.source and goal.locator in row.locator.split("; ")
    return place and (row.target_year, value) == (goal.year, goal.value)


def _last_level(indicator: str, own: Pack) -> float | None:
    """The latest level that the region's figures have."""
    every = (*own.shown_history(indicator), *own.baselines.values(), *own.outcomes)
    figures = [figure for figure in every if figure.indicator == indicator]
    return max(figures, key=lambda figure: figure.year).value if figures else None
