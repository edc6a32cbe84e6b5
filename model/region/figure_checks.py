"""Checks of figures: of an impossible order, out of proportion to those before, beyond their lever, of a wrong year."""

from typing import Any

from model.language.problem import Problem
from model.language.rates import percent, plain
from model.language.words import N_
from model.region import limits
from model.region.checks import Tables
from model.region.indicators import OBSERVED
from model.region.limits import LEVELS, OUTSIDE, WIDEST, Limits
from model.region.records import ERROR, FIVE_YEAR_PLAN, PERSISTENCE, PLAN, PLAN_REVENUE, Figure, Region
from model.region.tables import Table, at

IMPOSSIBLE = N_("cannot be used (got {got}); allowed: {low} to {high}; correct it")
LEAPS = N_(
    "is out of proportion to the {before} of {year} (got {got}); allowed: {low} to {high} {unit}; correct the cell"
)
OF_PLAN_YEAR = {*PLAN.values(), PLAN_REVENUE}
"""The goals that are the plan year's."""
NOT_PLAN_YEAR = N_("is not the plan year (got {got}); allowed: {allowed}, the year after base_year; correct it")
NOT_AHEAD = N_("is not after the base year (got {got}); allowed: {allowed} or later; correct it or remove the row")


def level_faults(tables: Tables) -> list[Problem]:
    """Every baseline that no region can have; and outcomes out of proportion to the levels before them."""
    return [*_impossible(tables), *_leaps(tables)]


def _impossible(tables: Tables) -> list[Problem]:
    """Baselines that would be refused of a county of one's own too; those not above zero have their own sentence."""
    problems = []
    for line, row in tables.baselines.rows:
        if row.value > 0 and not _possible(row):
            unit = OBSERVED[row.indicator].unit
            low, high = (plain(limit) for limit in LEVELS[unit])
            said = {"got": plain(row.value), "low": low, "high": f"{high} {unit}"}
            problems.append(at(tables.baselines.file, line, "value", IMPOSSIBLE, **said))
    return problems


def _possible(figure: Figure) -> bool:
    """Whether a level is of an order that a region's can have."""
    low, high = LEVELS[OBSERVED[figure.indicator].unit]
    return low <= figure.value <= high


def _leaps(tables: Tables) -> list[Problem]:
    """Outcomes of another order than the level known before them: a wrong unit, or a digit too many."""
    problems = []
    known: list[Figure] = [row for _, row in (*tables.history.rows, *tables.baselines.rows, *tables.outcomes.rows)]
    for line, row in tables.outcomes.rows:
        before = [each for each in known if each.indicator == row.indicator and each.year < row.year]
        last = max(before, key=lambda each: each.year, default=None)
        if last is None or not _possible(last):
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


def lever_faults(tables: Tables, head: Region) -> list[Problem]:
    """Figures that would set a lever to a value it does not allow; those of files without any other fault."""
    bases = {row.indicator: row for _, row in tables.baselines.rows}
    growth = {*(PLAN[indicator] for indicator in bases), FIVE_YEAR_PLAN}
    rates: Limits = (float(percent(limits.LOWEST)), float(percent(limits.HIGHEST)))
    found = []
    for line, goal in tables.goals.rows:
        if goal.key in growth:
            found += _beyond(tables.goals, line, "value", goal.value, rates, "%")
        if goal.kind == "level":
            base, unit = bases.get(goal.indicator), OBSERVED[goal.indicator].unit
            allowed = limits.of_target(base.value) if base else LEVELS[unit]
            found += _beyond(tables.goals, line, "value", goal.value, allowed, unit)
        if goal.key == head.target:
            found += _beyond(tables.goals, line, "year", goal.year, limits.of_deadline(head.base_year))
    for line, base in tables.baselines.rows:
        for column, end in (("low", base.low), ("high", base.high)):
            if end is not None:
                found += _beyond(tables.baselines, line, column, end, limits.of_baseline(base.value), base.unit)
    errors: Limits = (float(percent(limits.ERRORS[0])), float(percent(limits.ERRORS[1])))
    for line, row in tables.calibration.rows:
        if row.indicator == ERROR:
            found += _beyond(tables.calibration, line, "value", row.value, errors, "points")
        if row.indicator == PERSISTENCE:
            found += _beyond(tables.calibration, line, "value", row.value, limits.PERSISTENCES)
    return found


def _beyond(
    table: Table[Any], line: int | str, column: str, value: float, allowed: Limits, unit: str = ""
) -> list[Problem]:
    low, high = allowed
    if low <= value <= high:
        return []
    said = {"got": plain(value), "low": plain(low), "high": f"{plain(high)} {unit}".strip()}
    return [at(table.file, line, column, OUTSIDE, **said)]


def time_faults(tables: Tables, head: Region) -> list[Problem]:
    """Every fault of goals and outcomes beside the base year."""
    started = {row.year for _, row in tables.baselines.rows}
    if started and head.base_year not in started:  # named already: the base year itself may be wrong
        return []
    return [*_goals(tables, head), *_outcomes(tables, head)]


def _goals(tables: Tables, head: Region) -> list[Problem]:
    table, first = tables.goals, head.base_year + 1
    return [
        at(table.file, line, "year", NOT_PLAN_YEAR, got=row.year, allowed=first)
        for line, row in table.rows
        if row.key in OF_PLAN_YEAR and row.year != first
    ]


def _outcomes(tables: Tables, head: Region) -> list[Problem]:
    table, first = tables.outcomes, head.base_year + 1
    return [
        at(table.file, line, "year", NOT_AHEAD, got=row.year, allowed=first)
        for line, row in table.rows
        if row.year < first
    ]
