"""Which outcomes may be typed: of which series and of which rows of the plan report, and within which bounds."""

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType

from model.language.problem import Level, Problem
from model.language.rates import plain
from model.language.words import N_
from model.progress.rebase import projected
from model.region.indicators import BY_KEY, OBSERVED, REVENUE
from model.region.key import OUTCOME, REGION
from model.region.limits import FARTHEST, WIDEST
from model.region.pack import PACKS, Pack
from model.region.records import Goal, Statement
from model.region.statements import unit_of
from model.region.typed_outcomes import Outcome, RowOutcome, SeriesOutcome

KEY = re.compile(r"[A-Za-z0-9_]{1,60}", re.ASCII)
"""The key of a row that a text can hold."""
LEAST_GROWTH, MOST_GROWTH = -50.0, 100.0
"""Of an outcome of a series, in per cent."""
WIDEST_OF_ROW, WHOLE, WIDEST_RATIO, FROM_NOTHING = 10, 100.0, 200.0, 100.0
"""What an outcome of a row may be: so many times what the report says of it, but a share up to the whole, another ratio
up to so many per cent, and so much where the report says zero. Programmes are cancelled, so that it may be nothing."""
RATIOS = "毛入学率", "减亏"
"""What the names of ratios say that are no shares: pupils of any age are enrolled, and losses turn into profits."""
LEAST_OF_ROW, MOST_OF_ROW = -100.0, 500.0
"""Growth of an outcome of a row, in per cent: profits and accidents leap."""

UNKNOWN = N_(
    "holds an outcome with which no target is compared (got {got}); known: {allowed}, and the rows of a plan report "
    "with another target; it was left out"
)
YEARS = N_("holds an outcome of another year (got {got}); allowed: {low} to {high}; it was left out")
ANOTHER_YEAR = N_("holds an outcome of another year than its target's (got {got}); allowed: {year}; it was left out")
LEVEL = N_("holds a level that cannot be (got {got}: {level}); allowed: {low} to {high}; it was left out")
GROWTH = N_("holds a growth rate that cannot be (got {got}); allowed: {low} to {high} %; it was left out")
NO_GROWTH = N_("holds growth where only a level is compared (got {got}); give the level alone; it was left out")
NO_LEVEL = N_("holds a level where only growth is compared (got {got}); give the growth alone; it was left out")


def comparable(own: Pack) -> tuple[str, ...]:
    """The keys of the series of which outcomes can be compared: the projected ones, and revenue where it is known."""
    return (*projected(own), *([REVENUE.key] if _last_level(REVENUE.key, own) else []))


@functools.lru_cache(maxsize=PACKS)
def announced(own: Pack) -> Mapping[str, Goal]:
    """The rows of the plan report that say a goal of such a series: their outcomes are those of the series."""
    goals = [goal for goal in own.goals.values() if goal.indicator in comparable(own)]
    found = {key: next((g for g in goals if _says(row, g)), None) for key, row in own.statements.items()}
    return MappingProxyType({key: goal for key, goal in found.items() if goal})


@functools.lru_cache(maxsize=PACKS)
def tracked_rows(own: Pack) -> Mapping[str, Statement]:
    """The rows of the plan report, by key, that have a target and are no series: their outcomes can be typed too."""
    rows = own.statements.items()
    taken = {*announced(own), *comparable(own)}
    return MappingProxyType(
        {
            key: row
            for key, row in rows
            if row.has_target and not row.counts_plan and key not in taken and KEY.fullmatch(key)
        }
    )


def takes_level(row: Statement) -> bool:
    """Whether a level says whether the row's target is met: as such, or by the growth from a result alike."""
    return row.target is not None or bool(row.result and row.result > 0 and row.comparable == "yes")


def takes_growth(row: Statement) -> bool:
    """Whether the row's target is growth."""
    return row.target is None


def span(key: str, own: Pack) -> tuple[float, float]:
    """The lowest and the highest level that an outcome may have [its unit], so that no unit is mistaken for another."""
    if row := tracked_rows(own).get(key):
        return _row_span(row)
    last = _last_level(key, own) or 1.0
    return round(last / WIDEST, 6), round(last * WIDEST, 6)


def _row_span(row: Statement) -> tuple[float, float]:
    said = [figure for figure in (row.result, row.target) if figure is not None]
    most = WIDEST_OF_ROW * max(map(abs, said), default=0.0) or FROM_NOTHING
    if row.unit_zh == "%":
        share = max(said, default=0.0) <= WHOLE and not any(name in row.name_zh for name in RATIOS)
        most = WHOLE if share else max(WIDEST_RATIO, *said)
    return (-most if min(said, default=0.0) < 0 else 0.0), round(most, 6)


def where(outcome: Outcome) -> str:
    """The key of an outcome in links."""
    return OUTCOME + outcome.indicator


def fault(each: Outcome, own: Pack) -> Problem | None:
    """What is wrong with an outcome by itself, or None."""
    return _series_fault(each, own) if isinstance(each, SeriesOutcome) else _row_fault(each, own)


def _series_fault(typed: SeriesOutcome, own: Pack) -> Problem | None:
    low, high = own.first_year, own.base_year + FARTHEST
    got, at = str(typed), where(typed)
    if typed.indicator not in comparable(own):
        return _unknown(typed, own)
    if not low <= typed.year <= high:
        return Problem.at(at, YEARS, got=got, low=low, high=high)
    least, most = span(typed.indicator, own)
    if not least <= typed.level <= most:
        unit = OBSERVED[typed.indicator].unit
        low_level, high_level = Level(least, unit, named=False), Level(most, unit)
        return Problem.at(at, LEVEL, got=got, level=Level(typed.level, unit), low=low_level, high=high_level)
    if typed.growth is None:
        return None
    if typed.indicator not in BY_KEY:
        return Problem.at(at, NO_GROWTH, got=got)
    if not LEAST_GROWTH <= typed.growth <= MOST_GROWTH:
        return Problem.at(at, GROWTH, got=got, low=plain(LEAST_GROWTH), high=plain(MOST_GROWTH))
    return None


def _row_fault(each: RowOutcome, own: Pack) -> Problem | None:
    got, at, row = str(each), where(each), tracked_rows(own).get(each.indicator)
    if row is None:
        return _unknown(each, own)
    if each.year != row.target_year:
        return Problem.at(at, ANOTHER_YEAR, got=got, year=row.target_year)
    if each.level is not None and not takes_level(row):
        return Problem.at(at, NO_LEVEL, got=got)
    if each.growth is not None and not takes_growth(row):
        return Problem.at(at, NO_GROWTH, got=got)
    least, most = _row_span(row)
    if each.level is not None and not least <= each.level <= most:
        unit = unit_of(row)
        low, high = Level(least, unit, named=False), Level(most, unit)
        return Problem.at(at, LEVEL, got=got, level=Level(each.level, unit), low=low, high=high)
    if each.growth is not None and not LEAST_OF_ROW <= each.growth <= MOST_OF_ROW:
        return Problem.at(at, GROWTH, got=got, low=plain(LEAST_OF_ROW), high=plain(MOST_OF_ROW))
    return None


def _unknown(each: Outcome, own: Pack) -> Problem:
    return Problem.at(REGION, UNKNOWN, got=each.indicator, allowed=", ".join(comparable(own)))


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
