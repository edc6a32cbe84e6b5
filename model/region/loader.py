"""Loads data packs from their files, and refuses with every fault at once, each naming file, row and column."""

import functools
import itertools
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from model.language.problem import Problem, Refused
from model.language.words import N_
from model.region.checks import GROWTH_BASIS, Tables, faults
from model.region.figure_checks import figure_faults
from model.region.indicators import BY_KEY, OBSERVED
from model.region.key import RegionKey
from model.region.naming import key_faults, name_faults
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
from model.region.statement_checks import statement_faults
from model.region.statements import ALL_OF
from model.region.tables import R, Table, read_csv, read_figures, read_toml

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
    """The region's pack, frozen. Raises `Refused` with all that cannot be read, else all faults between rows."""
    folder = data / region
    sources, heads = read_toml(Source, data / SOURCES), read_toml(Region, folder / HEAD, single=True)
    tables = Tables(
        baselines=read_figures(Baseline, folder / BASELINES, BY_KEY),
        history=read_figures(Figure, folder / HISTORY, OBSERVED),
        outcomes=read_figures(Figure, folder / OUTCOMES, OBSERVED),
        growth=read_figures(Figure, folder / GROWTH, GROWTH_BASIS),
        goals=read_figures(Goal, folder / GOALS, OBSERVED),
        calibration=read_figures(Calibration, data / "calibration.csv", CALIBRATION),
        statements=_optional(folder / STATEMENTS, functools.partial(read_csv, Statement)),
        met=_optional(folder / MET, lambda path: read_figures(Met, path, ALL_OF.values())),
        assessed=_optional(folder / ASSESSED, functools.partial(read_csv, Assessment)),
        tallies=_optional(folder / TALLIES, functools.partial(read_toml, Tally)),
    )
    _refuse([*key_faults(region), *(fault for each in (sources, heads, *tables) for fault in each.problems)])
    ((_, head),) = heads.rows
    found = (faults(tables, head, tuple(str(key) for key, _ in sources.rows)), statement_faults(tables))
    _refuse([*itertools.chain(*found), *name_faults(HEAD, head, _others(region, data))])
    _refuse([*figure_faults(tables, head)])
    cited = {row.source for table in tables[:-1] for _, row in table.rows}
    return Pack(
        key=RegionKey(region),
        region=head,
        baselines=MappingProxyType({row.indicator: row for _, row in tables.baselines.rows}),
        history=tuple(row for _, row in tables.history.rows),
        outcomes=tuple(row for _, row in tables.outcomes.rows),
        growth=tuple(row for _, row in tables.growth.rows),
        goals=MappingProxyType({row.key: row for _, row in tables.goals.rows}),
        calibration=MappingProxyType({row.indicator: row for _, row in tables.calibration.rows}),
        sources=MappingProxyType({str(key): source for key, source in sources.rows if key in cited}),
        statements=MappingProxyType({row.key: row for _, row in tables.statements.rows}),
        tallies=MappingProxyType({str(key): tally for key, tally in tables.tallies.rows}),
        met=tuple(row for _, row in tables.met.rows),
        assessed=tuple(row for _, row in tables.assessed.rows),
    )


def _refuse(problems: list[Problem]) -> None:
    """Raises `Refused` where there are any: what rests on something faulty is not checked."""
    if problems:
        raise Refused(problems)


def _others(region: str, data: Path) -> dict[str, Region]:
    """What the other regions say of themselves, as far as it can be read."""
    heads = {key: read_toml(Region, data / key / HEAD, single=True).rows for key in regions(data) if key != region}
    return {key: head for key, rows in heads.items() for _, head in rows}


def _optional(path: Path, read: Callable[[Path], Table[R]]) -> Table[R]:
    """The records of a file that a region may go without."""
    return read(path) if path.exists() else Table(path.name)
