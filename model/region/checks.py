"""Checks across rows and files: what is said of whom, once, in which unit, and whether all that is needed is there."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from model.language import units
from model.language.problem import Problem
from model.language.rates import plain
from model.language.words import N_
from model.region.indicators import BY_KEY, GDP, OBSERVED
from model.region.limits import SMALLEST
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
    Statement,
    Tally,
)
from model.region.records import Region as Head
from model.region.tables import UNKNOWN, Table

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
REPEATED = N_("repeats row {first} ({got}); each may appear once; remove one of the two")
NO_GROWTH = N_("is not a growth rate (got {got}); allowed: above -100 and up to 100 %; correct the cell")
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
    tallies: Table[Tally]


def faults(tables: Tables, head: Head, sources: tuple[str, ...]) -> Iterator[Problem]:
    """Every fault between rows and files."""
    for table in tables[:-1]:
        yield from _rows(table, sources)
    for table in (tables.baselines, tables.history, tables.outcomes, tables.growth, tables.goals):
        yield from _measures(table, growth=table is tables.growth)
    yield from _baselines(tables, head)
    yield from _gaps(tables.history)
    there = {row.indicator for _, row in tables.calibration.rows}
    yield from (Problem.at(tables.calibration.file, NO_FIGURE, got=key) for key in CALIBRATION if key not in there)
    yield from _goals(tables, head)
    yield from _head(tables, head)


def _rows(table: Table[Any], sources: tuple[str, ...]) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], int | str] = {}
    for line, row in table.rows:
        if row.source not in sources:
            yield table.at(line, "source", UNSOURCED, got=row.source, allowed=", ".join(sources))
        if bool(row.note_zh) != bool(row.note_en):
            yield table.at(line, "note_zh, note_en", ONE_LANGUAGE)
        identity = tuple(getattr(row, column) for column in row.IDENTITY)
        if (first := seen.setdefault(identity, line)) != line:
            yield table.at(line, "", REPEATED, first=first, got=" ".join(map(str, identity)))


def _measures(table: Table[Any], growth: bool) -> Iterator[Problem]:
    """Units, price bases and signs: a level in its indicator's unit at current prices, growth in per cent."""
    for line, row in table.rows:
        kind = row.kind if isinstance(row, Goal) else "growth" if growth else "level"
        unit = "%" if kind == "growth" else OBSERVED[row.indicator].unit
        basis = GROWTH_BASIS.get(row.indicator, "current") if kind == "growth" else "current"
        measures = {"unit": unit, "price_basis": basis}
        if isinstance(row, Goal) and (planned := PLANNED.get(row.key)) and (kind, row.indicator) != ("growth", planned):
            # The wrong goal altogether has another unit and basis with good reason.
            measures = {"kind": "growth", "indicator": planned}
        for column, right in measures.items():
            if (got := getattr(row, column)) != right:
                yield table.at(line, column, UNKNOWN, got=got, allowed=right)
        if growth and not -100 < row.value <= 100:
            yield table.at(line, "value", NO_GROWTH, got=plain(row.value))
        for column in ("value", "low", "high") if kind == "level" else ():
            if (level := getattr(row, column, None)) is not None:
                least, most = units.find(unit).levels
                yield from table.outside(
                    line, column, level, (least if isinstance(row, Baseline) else SMALLEST, most), unit
                )


def _baselines(tables: Tables, head: Head) -> Iterator[Problem]:
    table = tables.baselines
    for line, row in table.rows:
        if row.year != head.base_year:
            yield table.at(line, "year", OTHER_YEAR, got=row.year, allowed=head.base_year)
        if (row.low is None) != (row.high is None):
            yield table.at(line, "low" if row.low is None else "high", ONE_END)
        if row.low is not None and row.low > row.value:
            yield table.at(line, "low", LOW_ABOVE, got=plain(row.low), value=plain(row.value))
        if row.high is not None and row.high < row.value:
            yield table.at(line, "high", HIGH_BELOW, got=plain(row.high), value=plain(row.value))
    there, announced = {row.indicator for _, row in table.rows}, {goal.key for _, goal in tables.goals.rows}
    needed = (key for key, goal in PLAN.items() if key == GDP.key or goal in announced)
    yield from (Problem.at(table.file, NO_BASELINE, got=key) for key in needed if key not in there)


def _gaps(table: Table[Figure]) -> Iterator[Problem]:
    last: dict[str, int] = {}
    for line, row in table.rows:
        before = last.setdefault(row.indicator, row.year)
        if row.year > before + 1:
            yield table.at(line, "year", GAP, before=before, got=row.year, name=row.indicator)
        last[row.indicator] = max(before, row.year)


def _goals(tables: Tables, head: Head) -> Iterator[Problem]:
    there = {goal.key: goal for _, goal in tables.goals.rows}
    planned = dict.fromkeys((GDP.key, *(row.indicator for _, row in tables.baselines.rows)))
    needed = dict.fromkeys((*(PLAN[indicator] for indicator in planned), head.target))
    yield from (Problem.at(tables.goals.file, NO_GOAL, got=key) for key in needed if key not in there)
    goal = there.get(head.target)
    if goal and (goal.kind, goal.indicator) != ("level", GDP.key):
        yield Problem.at("region.toml target", NOT_A_LEVEL, got=f"{goal.key}: {goal.indicator}, {goal.kind}")


def _head(tables: Tables, head: Head) -> Iterator[Problem]:
    for what, zh, en in (("formal", head.formal_zh, head.formal_en), ("baseline", head.baseline_zh, head.baseline_en)):
        if bool(zh.strip()) != bool(en.strip()):
            yield Problem.at(f"region.toml {what}_zh, {what}_en", FORMAL_IN_ONE)
    for series, years in head.breaks.items():
        where, known = f"region.toml breaks {series}", {f.year for _, f in tables.history.rows if f.indicator == series}
        if series not in OBSERVED:
            yield Problem.at(where, UNKNOWN, got=series, allowed=", ".join(OBSERVED))
        yield from (Problem.at(where, NO_BREAK, got=year) for year in years if known and year not in known)
