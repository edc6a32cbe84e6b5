"""Faults of figures in time: goals that are not of the plan year, outcomes of the past, and levels that leap."""

from model.checks import Tables
from model.indicators import OBSERVED
from model.outcome_limits import WIDEST
from model.problem import Problem
from model.rates import plain
from model.records import PLAN, PLAN_REVENUE, Figure, Region
from model.tables import at
from model.words import N_

OF_PLAN_YEAR = {*PLAN.values(), PLAN_REVENUE}
"""The goals that are the plan year's."""
NOT_PLAN_YEAR = N_("is not the plan year (got {got}); allowed: {allowed}, the year after base_year; correct it")
NOT_AHEAD = N_("is not after the base year (got {got}); allowed: {allowed} or later; correct it or remove the row")
LEAPS = N_(
    "is out of proportion to the {before} of {year} (got {got}); allowed: {low} to {high} {unit}; correct the cell"
)


def time_faults(tables: Tables, head: Region) -> list[Problem]:
    """Every fault of goals and outcomes beside the base year and the levels before them."""
    started = {row.year for _, row in tables.baselines.rows}
    if started and head.base_year not in started:  # named already: the base year itself may be wrong
        return _leaps(tables)
    return [*_goals(tables, head), *_outcomes(tables, head), *_leaps(tables)]


def _goals(tables: Tables, head: Region) -> list[Problem]:
    table, first = tables.goals, head.base_year + 1
    return [
        at(table.file, line, "year", NOT_PLAN_YEAR, got=row.year, allowed=first)
        for line, row in table.having("key", "year")
        if row.key in OF_PLAN_YEAR and row.year != first
    ]


def _outcomes(tables: Tables, head: Region) -> list[Problem]:
    table, first = tables.outcomes, head.base_year + 1
    return [
        at(table.file, line, "year", NOT_AHEAD, got=row.year, allowed=first)
        for line, row in table.having("year")
        if row.year < first
    ]


def _leaps(tables: Tables) -> list[Problem]:
    """Outcomes of another order than the level known before them: a wrong unit, or a digit too many."""
    problems = []
    known: list[Figure] = [row for _, row in (*tables.history.rows, *tables.baselines.rows, *tables.outcomes.rows)]
    for line, row in tables.outcomes.rows:
        before = [each for each in known if each.indicator == row.indicator and each.year < row.year]
        last = max(before, key=lambda each: each.year, default=None)
        if last is None or last.value <= 0:
            continue
        most = WIDEST ** (row.year - last.year)
        low, high = last.value / most, last.value * most
        if 0 < row.value < low or row.value > high:
            said = {
                "before": plain(last.value),
                "year": last.year,
                "low": plain(float(f"{low:.6g}")),
                "high": plain(float(f"{high:.6g}")),
            }
            unit = OBSERVED[row.indicator].unit
            problems.append(at(tables.outcomes.file, line, "value", LEAPS, got=plain(row.value), unit=unit, **said))
    return problems
