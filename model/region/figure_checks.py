"""Checks of figures that no lever could take, or that are out of proportion to others."""

from collections.abc import Iterator

from model.language import units
from model.language.problem import Problem
from model.language.rates import percent, plain
from model.language.units import Limits
from model.language.words import N_
from model.region import limits
from model.region.checks import Tables
from model.region.indicators import OBSERVED
from model.region.limits import WIDEST
from model.region.records import (
    ERROR,
    FIVE_YEAR_PLAN,
    PERSISTENCE,
    PLAN,
    PLAN_REVENUE,
)
from model.region.records import Region as Head

LEAPS = N_(
    "is out of proportion to the {before} of {year} (got {got}); allowed: {low} to {high} {unit}; correct the cell"
)
NOT_PLAN_YEAR = N_("is not the plan year (got {got}); allowed: {allowed}, the year after base_year; correct it")
NOT_AHEAD = N_("is not after the base year (got {got}); allowed: {allowed} or later; correct it or remove the row")


def figure_faults(tables: Tables, head: Head) -> Iterator[Problem]:
    """Every figure that no lever could take, or that is out of proportion to others; of tables without other faults."""
    yield from _announced(tables, head)
    yield from _outcomes(tables, head)
    for line, base in tables.baselines.rows:
        for column, end in (("low", base.low), ("high", base.high)):
            if end is not None:
                yield from tables.baselines.outside(line, column, end, limits.of_baseline(base.value), base.unit)
    for line, row in tables.calibration.rows:
        if row.indicator == ERROR:
            yield from tables.calibration.outside(line, "value", row.value, _per_cent(limits.ERRORS), "points")
        if row.indicator == PERSISTENCE:
            yield from tables.calibration.outside(line, "value", row.value, limits.PERSISTENCES)


def _announced(tables: Tables, head: Head) -> Iterator[Problem]:
    table, bases, first = tables.goals, {row.indicator: row for _, row in tables.baselines.rows}, head.base_year + 1
    for line, goal in table.rows:
        if goal.key in (*PLAN.values(), PLAN_REVENUE) and goal.year != first:
            yield table.at(line, "year", NOT_PLAN_YEAR, got=goal.year, allowed=first)
        if goal.key in (*(PLAN[indicator] for indicator in bases), FIVE_YEAR_PLAN):
            yield from table.outside(line, "value", goal.value, _per_cent(limits.GROWTH_LIMITS), "%")
        if goal.kind == "level":
            base, unit = bases.get(goal.indicator), OBSERVED[goal.indicator].unit
            yield from table.outside(
                line, "value", goal.value, limits.of_target(base.value) if base else units.find(unit).levels, unit
            )
        if goal.key == head.target:
            yield from table.outside(line, "year", goal.year, limits.of_deadline(head.base_year))


def _outcomes(tables: Tables, head: Head) -> Iterator[Problem]:
    """Outcomes of the past, or of another order than the level known before: a wrong unit, or a digit too many."""
    table, first = tables.outcomes, head.base_year + 1
    known = [row for _, row in (*tables.history.rows, *tables.baselines.rows, *tables.outcomes.rows)]
    for line, row in table.rows:
        if row.year < first:
            yield table.at(line, "year", NOT_AHEAD, got=row.year, allowed=first)
        before = [each for each in known if each.indicator == row.indicator and each.year < row.year]
        if not before:
            continue
        last = max(before, key=lambda each: each.year)
        most = WIDEST ** (row.year - last.year)
        low, high = last.value / most, last.value * most
        if not low <= row.value <= high:
            said = {"before": plain(last.value), "low": plain(float(f"{low:.6g}")), "high": plain(float(f"{high:.6g}"))}
            unit = OBSERVED[row.indicator].unit
            yield table.at(line, "value", LEAPS, got=plain(row.value), unit=unit, year=last.year, **said)


def _per_cent(rates: Limits) -> Limits:
    low, high = (float(percent(rate)) for rate in rates)
    return low, high
