"""Checks across rows and files.

One fault, one sentence: what depends on something that could not be read is not checked, nor is a row of which a cell
could not be.
"""

from collections.abc import Collection
from typing import Any, NamedTuple

from model.language.problem import Problem
from model.language.rates import plain
from model.language.words import N_
from model.region.indicators import BY_KEY, GDP, OBSERVED
from model.region.records import (
    CALIBRATION,
    FIVE_YEAR_PLAN,
    MUNICIPALITY_DEFLATOR,
    MUNICIPALITY_GDP,
    MUNICIPALITY_TARGET,
    OWN_DEFLATOR,
    OWN_TARGET,
    PLAN,
    Assessment,
    Baseline,
    Calibration,
    Figure,
    Goal,
    Met,
    Region,
    Statement,
)
from model.region.statement_checks import assessment_faults, met_faults, statement_faults
from model.region.tables import UNKNOWN, Table, at

GROWTH_BASIS = {
    **{indicator.key: indicator.growth_basis for indicator in BY_KEY.values()},
    MUNICIPALITY_GDP: GDP.growth_basis,
    MUNICIPALITY_TARGET: GDP.growth_basis,
    MUNICIPALITY_DEFLATOR: "price_change",
    OWN_TARGET: GDP.growth_basis,
    OWN_DEFLATOR: "price_change",
}
"""The series whose growth is published, and the price basis in which it is."""
PLANNED = {**{goal: indicator for indicator, goal in PLAN.items()}, FIVE_YEAR_PLAN: GDP.key}
"""The goals the page opens with where they are known, and whose growth each of them is."""

UNSOURCED = N_("is not described (got {got}); described: {allowed}; add it to sources.toml or correct the cell")
FORMAL_IN_ONE = N_("are given in one language only; documents are in Chinese and in English; write both or neither")
ONE_LANGUAGE = N_("is in one language only; a note is shown in Chinese and in English; write both or neither")
REPEATED = N_("repeats row {first} ({got}); each may stand once; remove one of the two")
NOT_POSITIVE = N_("is not above zero (got {got}); a level is a positive amount; correct the cell")
NO_GROWTH = N_("is no growth rate (got {got}); allowed: above -100 and up to 100 %; correct the cell")
GAP = N_("jumps from {before} to {got} for {name}; every year must be there; add the missing rows")
ONE_END = N_("is empty where the range has another end; a range has two; fill both cells or neither")
LOW_ABOVE = N_("is above the value {value} (got {got}); low, value and high must ascend; correct one of them")
HIGH_BELOW = N_("is below the value {value} (got {got}); low, value and high must ascend; correct one of them")
NO_BASELINE = N_("has no row for {got}; GDP, and every indicator with a growth target, needs a baseline; add it")
NO_FIGURE = N_("has no row for {got}; the band is drawn from it; add it")
OTHER_YEAR = N_("is not the base year (got {got}); allowed: base_year, {allowed}; correct it")
NO_GOAL = N_("has no row with the key {got}; the page opens with it; add it")
NO_BREAK = N_("has no figure in history.csv in {got}; a break is the first year of another definition; correct it")
NOT_A_LEVEL = N_("names a goal that is not a level of GDP (got {got}); a level with its deadline is needed; name one")


class Tables(NamedTuple):
    """All tables of a region's folder."""

    baselines: Table[Baseline]
    history: Table[Figure]
    outcomes: Table[Figure]
    growth: Table[Figure]
    goals: Table[Goal]
    calibration: Table[Calibration]
    statements: Table[Statement]
    met: Table[Met]
    assessed: Table[Assessment]


def faults(tables: Tables, head: Region | None, sources: Collection[str] | None) -> list[Problem]:
    """Every fault between rows and files; None stands for a file that could not be read."""
    problems = []
    for table in tables:
        problems += _unsourced(table, sources) if sources is not None else []
        problems += _one_language(table) + _repeated(table)
    for table in (tables.baselines, tables.history, tables.outcomes, tables.growth, tables.goals):
        problems += _measures(table, growth=table is tables.growth)
    problems += _ranges(tables.baselines) + (_other_year(tables.baselines, head) if head else [])
    problems += _baselines(tables.baselines, tables.goals) + _gaps(tables.history) + _calibration(tables.calibration)
    problems += _goals(tables.goals, tables.baselines, head) if head else []
    problems += _breaks(tables.history, head) if head else []
    for what in ("formal", "baseline") if head else ():
        in_one = {language: getattr(head, f"{what}_{language}").strip() for language in ("zh", "en")}
        if bool(in_one["zh"]) != bool(in_one["en"]):
            problems.append(Problem.at(f"region.toml {what}_zh, {what}_en", FORMAL_IN_ONE))
    problems += statement_faults(tables.statements) + met_faults(tables.met, tables.statements)
    return problems + assessment_faults(tables.assessed, tables.statements)


def _unsourced(table: Table[Any], sources: Collection[str]) -> list[Problem]:
    return [
        at(table.file, line, "source", UNSOURCED, got=row.source, allowed=", ".join(sources))
        for line, row in table.rows
        if row.source not in sources
    ]


def _one_language(table: Table[Any]) -> list[Problem]:
    return [
        at(table.file, line, "note_zh, note_en", ONE_LANGUAGE)
        for line, row in table.rows
        if bool(row.note_zh) != bool(row.note_en)
    ]


def _repeated(table: Table[Any]) -> list[Problem]:
    seen: dict[tuple[object, ...], int | str] = {}
    problems = []
    for line, row in table.rows:
        columns = (
            ("key",) if isinstance(row, Goal | Statement)
            else ("name_en", "year") if isinstance(row, Assessment)
            else ("indicator", "year")
        )  # fmt: skip
        key = tuple(getattr(row, column) for column in columns)
        if seen.setdefault(key, line) != line:
            problems.append(at(table.file, line, "", REPEATED, first=seen[key], got=" ".join(map(str, key))))
    return problems


def _measures(table: Table[Any], growth: bool) -> list[Problem]:
    """Units, price bases and signs: a level in its indicator's unit at current prices, growth in per cent."""
    problems = []
    for line, row in table.rows:
        kind = row.kind if isinstance(row, Goal) else "growth" if growth else "level"
        if kind == "growth":
            measures = {"unit": "%", "price_basis": GROWTH_BASIS[row.indicator]}
        else:
            measures = {"unit": OBSERVED[row.indicator].unit, "price_basis": "current"}
        if isinstance(row, Goal) and row.key in PLANNED:
            meant = {"kind": "growth", "indicator": PLANNED[row.key]}
            # The wrong goal altogether has another unit and basis with good reason.
            measures = meant if any(getattr(row, column) != right for column, right in meant.items()) else measures
        problems += [
            at(table.file, line, column, UNKNOWN, got=getattr(row, column), allowed=right)
            for column, right in measures.items()
            if getattr(row, column) != right
        ]
        amounts = {column: getattr(row, column, None) for column in ("value", "low", "high")} if kind == "level" else {}
        problems += [
            at(table.file, line, column, NOT_POSITIVE, got=plain(amount))
            for column, amount in amounts.items()
            if amount is not None and amount <= 0
        ]
        if growth and not -100 < row.value <= 100:
            problems.append(at(table.file, line, "value", NO_GROWTH, got=plain(row.value)))
    return problems


def _ranges(table: Table[Any]) -> list[Problem]:
    problems = []
    for line, row in table.rows:
        if (row.low is None) != (row.high is None):
            problems.append(at(table.file, line, "low" if row.low is None else "high", ONE_END))
        if row.low is not None and row.low > row.value > 0:
            problems.append(at(table.file, line, "low", LOW_ABOVE, got=plain(row.low), value=plain(row.value)))
        if row.high is not None and 0 < row.high < row.value:
            problems.append(at(table.file, line, "high", HIGH_BELOW, got=plain(row.high), value=plain(row.value)))
    return problems


def _gaps(table: Table[Figure]) -> list[Problem]:
    problems = []
    years: dict[str, list[int]] = {}
    for line, row in table.rows if table.whole else ():
        before = years.setdefault(row.indicator, [])
        if row.year in before:
            continue  # named as repeated
        if before and row.year != before[-1] + 1:
            problems.append(at(table.file, line, "year", GAP, before=before[-1], got=row.year, name=row.indicator))
        before.append(row.year)
    return problems


def _breaks(table: Table[Figure], head: Region) -> list[Problem]:
    problems = []
    for series, years in head.breaks.items():
        where, known = f"region.toml breaks {series}", {row.year for _, row in table.rows if row.indicator == series}
        if series not in OBSERVED:
            problems.append(Problem.at(where, UNKNOWN, got=series, allowed=", ".join(OBSERVED)))
        problems += [Problem.at(where, NO_BREAK, got=year) for year in years if known and year not in known]
    return problems


def _baselines(table: Table[Baseline], goals: Table[Goal]) -> list[Problem]:
    there, announced = ({getattr(row, key) for _, row in t.rows} for t, key in ((table, "indicator"), (goals, "key")))
    needed = [key for key, goal in PLAN.items() if key == GDP.key or goal in announced]
    return [Problem.at(table.file, NO_BASELINE, got=key) for key in needed if table.whole and key not in there]


def _other_year(table: Table[Any], head: Region) -> list[Problem]:
    return [
        at(table.file, line, "year", OTHER_YEAR, got=row.year, allowed=head.base_year)
        for line, row in table.rows
        if row.year != head.base_year
    ]


def _calibration(table: Table[Calibration]) -> list[Problem]:
    there = {row.indicator for _, row in table.rows}
    return [Problem.at(table.file, NO_FIGURE, got=key) for key in CALIBRATION if table.whole and key not in there]


def _goals(table: Table[Goal], baselines: Table[Baseline], head: Region) -> list[Problem]:
    there = {row.key: row for _, row in table.rows}
    needed = dict.fromkeys((GDP.key, *(row.indicator for _, row in baselines.rows)))
    lacking = [k for k in (*(PLAN[i] for i in needed), head.target) if k not in there] if table.whole else []
    problems = [Problem.at(table.file, NO_GOAL, got=key) for key in dict.fromkeys(lacking)]
    goal = there.get(head.target)
    if goal and (goal.kind, goal.indicator) != ("level", GDP.key):
        got = f"{goal.key}: {goal.indicator}, {goal.kind}"
        problems.append(Problem.at("region.toml target", NOT_A_LEVEL, got=got))
    return problems
