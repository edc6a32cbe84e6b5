"""Loads data packs from their files, and refuses with every fault at once, each naming file, row and column."""

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from model.language.problem import Problem, Refused
from model.language.words import N_
from model.region.checks import GROWTH_BASIS, Tables, faults
from model.region.figure_checks import level_faults, lever_faults, time_faults
from model.region.indicators import BY_KEY, OBSERVED
from model.region.key import RegionKey
from model.region.naming_checks import key_faults, name_faults
from model.region.pack import Pack
from model.region.records import (
    CALIBRATION,
    Assessment,
    Baseline,
    Calibration,
    Figure,
    Goal,
    Met,
    Region,
    Source,
    Statement,
    Tally,
)
from model.region.statement_checks import tally_faults
from model.region.statements import ALL_OF
from model.region.tables import R, Table, read_record, read_rows, read_table, read_toml

DATA = Path(__file__).resolve().parents[2] / "data"
SOURCES, HEAD = "sources.toml", "region.toml"
BASELINES, HISTORY, OUTCOMES = "baselines.csv", "history.csv", "outcomes.csv"
GROWTH, GOALS = "growth.csv", "targets.csv"
STATEMENTS, TALLIES, MET, ASSESSED = "indicators.csv", "sums.toml", "met.csv", "assessed.csv"
NEEDED = (HEAD, BASELINES, HISTORY, OUTCOMES, GROWTH, GOALS)
OPTIONAL = (STATEMENTS, TALLIES, MET, ASSESSED)
"""The files of a region: those without which it is none, and those that it may go without."""
NO_REGION = N_("holds no region; at least one folder with a region.toml is needed; add it")


def regions(data: Path = DATA) -> tuple[str, ...]:
    """The keys of all regions: the folders under data/ that hold a region.toml and are not put aside."""
    return tuple(sorted(head.parent.name for head in data.glob(f"*/{HEAD}") if not put_aside(head.parent)))


def put_aside(folder: Path) -> bool:
    """Whether a folder's name says that it is no region, or none yet."""
    return folder.name.startswith((".", "_"))


@functools.cache
def packs(data: Path = DATA) -> Mapping[str, Pack]:
    """All regions' packs by key, the one that opens first before all others.

    Raises `Refused` where one has a fault, or where there is none.
    """
    if not regions(data):
        raise Refused([Problem.at(f"{data.name}/", NO_REGION)])
    every = [load(region, data) for region in regions(data)]
    return MappingProxyType({pack.key.region: pack for pack in sorted(every, key=lambda pack: not pack.region.first)})


@functools.cache
def load(region: str, data: Path = DATA) -> Pack:
    """The region's pack, frozen. Raises `Refused` with all faults of all its files."""
    problems = key_faults(region)
    folder = data / region
    described = read_toml(data / SOURCES, problems)
    sources = {key: read_record(Source, SOURCES, key, row, problems) for key, row in (described or {}).items()}
    said = read_toml(folder / HEAD, problems)
    head = None if said is None else read_record(Region, HEAD, "", said, problems)
    tables = Tables(
        baselines=read_table(Baseline, folder / BASELINES, BY_KEY, problems),
        history=read_table(Figure, folder / HISTORY, OBSERVED, problems),
        outcomes=read_table(Figure, folder / OUTCOMES, OBSERVED, problems),
        growth=read_table(Figure, folder / GROWTH, GROWTH_BASIS, problems),
        goals=read_table(Goal, folder / GOALS, OBSERVED, problems),
        calibration=read_table(Calibration, data / "calibration.csv", CALIBRATION, problems),
        statements=_rows(Statement, folder / STATEMENTS, problems),
        met=_met(folder, problems),
        assessed=_rows(Assessment, folder / ASSESSED, problems),
    )
    tallies = _tallies(folder, problems)
    problems += faults(tables, head, None if described is None else sources)
    problems += level_faults(tables)
    problems += tally_faults(TALLIES, tallies, tables.statements)
    if head:
        problems += time_faults(tables, head) + name_faults(HEAD, head, _others(region, data))
    if head and not problems:
        problems = lever_faults(tables, head)
    if problems or head is None:
        raise Refused(problems)
    cited = {row.source for table in tables for _, row in table.rows}
    return Pack(
        key=RegionKey(region),
        region=head,
        baselines=MappingProxyType({row.indicator: row for _, row in tables.baselines.rows}),
        history=tuple(row for _, row in tables.history.rows),
        outcomes=tuple(row for _, row in tables.outcomes.rows),
        growth=tuple(row for _, row in tables.growth.rows),
        goals=MappingProxyType({row.key: row for _, row in tables.goals.rows}),
        calibration=MappingProxyType({row.indicator: row for _, row in tables.calibration.rows}),
        sources=MappingProxyType({key: source for key, source in sources.items() if source and key in cited}),
        statements=MappingProxyType({row.key: row for _, row in tables.statements.rows}),
        tallies=MappingProxyType(tallies),
        met=tuple(row for _, row in tables.met.rows),
        assessed=tuple(row for _, row in tables.assessed.rows),
    )


def _others(region: str, data: Path) -> dict[str, Region]:
    """What the other regions say of themselves, as far as it can be read."""
    said = {key: read_toml(data / key / HEAD, []) for key in regions(data) if key != region}
    read = {key: read_record(Region, HEAD, "", each, []) for key, each in said.items() if each is not None}
    return {key: head for key, head in read.items() if head}


def _rows(kind: type[R], path: Path, problems: list[Problem]) -> Table[R]:
    """The rows of a file that a region may go without."""
    return read_rows(kind, path, problems) if path.exists() else Table(path.name, whole=True)


def _met(folder: Path, problems: list[Problem]) -> Table[Met]:
    """How many indicators of the plan were met, where a later report has said it."""
    path = folder / MET
    return read_table(Met, path, ALL_OF.values(), problems) if path.exists() else Table(path.name, whole=True)


def _tallies(folder: Path, problems: list[Problem]) -> dict[str, Tally]:
    """The sums of the report that are checked, where the region has any."""
    path = folder / TALLIES
    said = read_toml(path, problems) if path.exists() else None
    read = {key: read_record(Tally, TALLIES, key, row, problems) for key, row in (said or {}).items()}
    return {key: tally for key, tally in read.items() if tally}
