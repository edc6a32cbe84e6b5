"""Reads data packs from files, and refuses with every fault at once, each naming file, row and column."""

import csv
import functools
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from model.indicators import BY_KEY
from model.pack import (
    FIVE_YEAR_PLAN,
    MUNICIPALITY_DEFLATOR,
    MUNICIPALITY_GDP,
    PLAN,
    Baseline,
    Figure,
    Goal,
    Pack,
    Record,
    Region,
    Source,
)
from model.problem import Problem, Refused
from model.words import N_

DATA = Path(__file__).resolve().parent.parent / "data"
SOURCES = "sources.toml"
GROWTH_SERIES = (*BY_KEY, MUNICIPALITY_GDP, MUNICIPALITY_DEFLATOR)

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=Figure)

ADVICE = {
    "missing": N_("is missing; every column of the table is needed; add it"),
    "extra_forbidden": N_("is not a column of this table (got {got}); remove it or correct its name"),
    "literal_error": N_("is unknown (got {got}); allowed: {allowed}; correct the cell"),
    "string_too_short": N_("is empty; a text is needed; fill the cell"),
    "int_parsing": N_("is not a whole number (got {got}); a year such as 2023 is needed; correct the cell"),
}
NOT_A_NUMBER = N_("is not a number (got {got}); a finite number is needed; correct the cell")


def regions(data: Path = DATA) -> tuple[str, ...]:
    """The keys of all regions: the folders under data/ that hold a region.toml."""
    return tuple(sorted(folder.parent.name for folder in data.glob("*/region.toml")))


@functools.cache
def load(region: str, data: Path = DATA) -> Pack:
    """The region's pack, frozen. Raises `Refused` with all faults of all its files."""
    problems: list[Problem] = []
    folder = data / region
    described = _toml(data / SOURCES, problems)
    sources = {key: _record(Source, SOURCES, key, row, problems) for key, row in described.items()}
    head = _record(Region, "region.toml", "", _toml(folder / "region.toml", problems), problems)
    baselines = _table(Baseline, folder / "baselines.csv", BY_KEY, problems)
    history = _table(Figure, folder / "history.csv", BY_KEY, problems)
    outcomes = _table(Figure, folder / "outcomes.csv", BY_KEY, problems)
    growth = _table(Figure, folder / "growth.csv", GROWTH_SERIES, problems)
    goals = _table(Goal, folder / "targets.csv", BY_KEY, problems)
    tables: dict[str, list[Any]] = {
        "baselines.csv": baselines, "history.csv": history, "outcomes.csv": outcomes,
        "growth.csv": growth, "targets.csv": goals,
    }  # fmt: skip
    for file, rows in tables.items():
        problems += _unsourced(file, rows, sources) + _one_language(file, rows)
        problems += _repeated(file, rows)
        if file in ("baselines.csv", "history.csv", "outcomes.csv"):
            problems += _odd_levels(file, rows)
    problems += _gaps("history.csv", history) + _disordered("baselines.csv", baselines)
    if head and not problems:
        problems += _incomplete(head, baselines, goals)
    if problems or head is None:
        raise Refused(problems)
    return Pack(
        key=region,
        region=head,
        baselines=MappingProxyType({row.indicator: row for _, row in baselines}),
        history=tuple(row for _, row in history),
        outcomes=tuple(row for _, row in outcomes),
        growth=tuple(row for _, row in growth),
        goals=MappingProxyType({row.key: row for _, row in goals}),
        sources=MappingProxyType({key: source for key, source in sources.items() if source}),
    )


def _toml(path: Path, problems: list[Problem]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        problems.append(Problem.at(path.name, N_("is not there; a data pack needs it; add the file")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(Problem.at(path.name, N_("is not valid TOML in UTF-8 ({got}); correct it"), got=error))
    return {}


def _table(kind: type[F], path: Path, allowed: Iterable[str], problems: list[Problem]) -> list[tuple[int, F]]:
    """The rows of a CSV file that could be read, each with its line number."""
    try:
        lines = list(
            csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), restkey="", restval="", strict=True)
        )
    except FileNotFoundError:
        problems.append(Problem.at(path.name, N_("is not there; a data pack needs it; add the file")))
        return []
    except (csv.Error, UnicodeDecodeError) as error:
        problems.append(Problem.at(path.name, N_("is not CSV in UTF-8 ({got}); save it as such"), got=error))
        return []
    rows = []
    for number, cells in enumerate(lines, start=2):
        # An empty optional number is an absent one; everything else is judged as it was typed.
        given = {key: None if key in ("low", "high") and cell == "" else cell for key, cell in cells.items()}
        row = _record(kind, path.name, number, given, problems)
        if row is None:
            continue
        if row.indicator not in allowed:
            problems.append(
                _at(
                    path.name,
                    number,
                    "indicator",
                    ADVICE["literal_error"],
                    got=row.indicator,
                    allowed=", ".join(allowed),
                )
            )
            continue
        rows.append((number, row))
    return rows


def _record(kind: type[R], file: str, row: int | str, cells: Mapping[str, Any], problems: list[Problem]) -> R | None:
    try:
        return kind.model_validate(cells)
    except ValidationError as error:
        for fault in error.errors():
            column = str(fault["loc"][0])
            annotation = kind.model_fields[column].annotation if column in kind.model_fields else None
            problems.append(
                _at(
                    file, row, column, ADVICE.get(fault["type"], NOT_A_NUMBER),
                    got=fault["input"], allowed=", ".join(map(str, get_args(annotation))),
                )
            )  # fmt: skip
        return None


def _at(file: str, row: int | str, column: str, what: str, **values: object) -> Problem:
    place = " ".join(str(part) for part in (file, row, column) if part != "")
    return Problem.at(place, what, **values)


def _unsourced(file: str, rows: list[tuple[int, Figure]], sources: Mapping[str, object]) -> list[Problem]:
    what = N_("is not described (got {got}); described: {allowed}; add it to sources.toml or correct the cell")
    return [
        _at(file, n, "source", what, got=row.source, allowed=", ".join(sources))
        for n, row in rows
        if row.source not in sources
    ]


def _one_language(file: str, rows: list[tuple[int, Figure]]) -> list[Problem]:
    what = N_("is in one language only; a note is shown in Chinese and in English; write both or neither")
    return [_at(file, n, "note_zh, note_en", what) for n, row in rows if bool(row.note_zh) != bool(row.note_en)]


def _repeated(file: str, rows: list[tuple[int, Figure]]) -> list[Problem]:
    what = N_("repeats row {first} ({got}); each may stand once; remove one of the two")
    seen: dict[tuple[object, ...], int] = {}
    problems = []
    for n, row in rows:
        key = (row.key,) if isinstance(row, Goal) else (row.indicator, row.year)
        if key in seen:
            problems.append(_at(file, n, "", what, first=seen[key], got=" ".join(map(str, key))))
        seen.setdefault(key, n)
    return problems


def _odd_levels(file: str, rows: list[tuple[int, Figure]]) -> list[Problem]:
    problems = []
    for n, row in rows:
        unit = BY_KEY[row.indicator].unit
        if row.unit != unit:
            problems.append(_at(file, n, "unit", ADVICE["literal_error"], got=row.unit, allowed=unit))
        if row.value <= 0:
            what = N_("is not above zero (got {got}); a level is a positive amount; correct the cell")
            problems.append(_at(file, n, "value", what, got=row.value))
    return problems


def _gaps(file: str, rows: list[tuple[int, Figure]]) -> list[Problem]:
    what = N_("jumps from {before} to {got} for {name}; every year must be there; add the missing rows")
    problems = []
    last: dict[str, int] = {}
    for n, row in rows:
        before = last.get(row.indicator)
        if before is not None and row.year not in (before, before + 1):
            problems.append(_at(file, n, "year", what, before=before, got=row.year, name=row.indicator))
        last[row.indicator] = row.year
    return problems


def _disordered(file: str, rows: list[tuple[int, Baseline]]) -> list[Problem]:
    problems = []
    for n, row in rows:
        if row.low is not None and row.low > row.value:
            what = N_("is above the value {value} (got {got}); low, value and high must ascend; correct one of them")
            problems.append(_at(file, n, "low", what, got=row.low, value=row.value))
        if row.high is not None and row.high < row.value:
            what = N_("is below the value {value} (got {got}); low, value and high must ascend; correct one of them")
            problems.append(_at(file, n, "high", what, got=row.high, value=row.value))
    return problems


def _incomplete(head: Region, baselines: list[tuple[int, Baseline]], goals: list[tuple[int, Goal]]) -> list[Problem]:
    """What a simulation cannot start without."""
    problems = []
    there = {row.indicator: row for _, row in baselines}
    announced = {row.key: row for _, row in goals}
    for key in BY_KEY:
        if key not in there:
            what = N_("has no row for {got}; every indicator needs a baseline; add it")
            problems.append(Problem.at("baselines.csv", what, got=key))
        elif there[key].year != head.base_year:
            what = N_("has another year for {name} (got {got}); allowed: base_year, {allowed}; correct it")
            problems.append(Problem.at("baselines.csv", what, got=there[key].year, allowed=head.base_year, name=key))
    for key in (*PLAN.values(), FIVE_YEAR_PLAN, head.target):
        if key not in announced:
            what = N_("has no row with the key {got}; the page opens with it; add it")
            problems.append(Problem.at("targets.csv", what, got=key))
    if head.target in announced and announced[head.target].kind != "level":
        what = N_("names a goal that is not a level (got {got}); the target is a level and a deadline; name another")
        problems.append(Problem.at("region.toml target", what, got=head.target))
    return problems


@functools.cache
def packs(data: Path = DATA) -> Mapping[str, Pack]:
    """All regions' packs by key. Raises `Refused` where one has a fault."""
    return {region: load(region, data) for region in regions(data)}
