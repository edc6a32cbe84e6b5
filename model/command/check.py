"""`check`: whether the figures of a region are whole, every fault where they are not, and what else they could hold."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from model.command import given, written
from model.command.parser import Command, Parser
from model.command.written import Cell, Forms
from model.language.problem import Problem, Refused
from model.language.wording import Wording
from model.language.words import N_
from model.region.hints import file_hints, hints
from model.region.loader import DATA, HEAD, load, put_aside, regions
from model.region.pack import Pack

SAYS = N_("check a region's figures: every fault with file, row and column")
EXAMPLES = (
    ("check", N_("every folder in data/")),
    ("check fengjie", N_("one region")),
    ("check fengjie --json", N_("for a program")),
    ("check data/fengjie", N_("a folder anywhere, with sources.toml and calibration.csv beside it")),
)
NOT_THERE = N_("is neither a region nor a folder; regions: {allowed}; correct it")
CLEAN = N_("{region}: clean: {figures} figures from {sources} sources")
HINT = N_("could hold more: {text}")
FAULTS = N_("{region}: faults: {count}")
HEADS = ("region", "kind", "words")


class Checked(NamedTuple):
    """What was found in a region's folder, in sentences."""

    region: str
    faults: list[str]
    hints: Sequence[str] = ()
    """What else it could hold."""
    figures: int | None = None
    sources: int | None = None
    """How many there are; None where it has faults."""


def declare(parser: Parser) -> None:
    """Adds the region."""
    w = parser.w
    parser.add_argument_group(w(N_("data"))).add_argument(
        "region", nargs="?", metavar="REGION|FOLDER",
        help=w(N_("a region by its key, or the folder that holds its files; without it, all regions")),
    )  # fmt: skip

    written.declare(parser)


def run(options: argparse.Namespace) -> int:
    """0; 1 where anything has a fault."""
    w = Wording(given.language(options.lang), 0)
    found = [_checked(folder, w) for folder in _folders(options.region)]
    forms = Forms(
        lambda: _table(found, w), lambda: _rows(found), lambda: {"regions": [each._asdict() for each in found]}
    )
    written.show(forms, (), options)
    return int(any(each.faults for each in found))


COMMAND = Command(SAYS, EXAMPLES, declare, run, "region")


def _folders(typed: str | None) -> list[Path]:
    """The folders that are meant. Raises `Refused` where there are none."""
    if typed in regions():
        return [DATA / typed]
    folder = DATA if typed is None else Path(typed).resolve()
    if not folder.is_dir():
        raise Refused([Problem.at(str(typed), NOT_THERE, allowed=", ".join(regions()))])
    if (folder / HEAD).exists() or not regions(folder):
        return [folder]
    return sorted(each for each in folder.iterdir() if each.is_dir() and not put_aside(each))


def _checked(folder: Path, w: Wording) -> Checked:
    """What is wrong with a region's figures; where nothing is, how many there are, and what else they could hold."""
    try:
        pack = load(folder.name, folder.parent)
    except Refused as refusal:
        return Checked(folder.name, [w.sentence(problem) for problem in refusal.problems])
    figures = _figures(pack)
    more = [w.sentence(hint) for hint in (*hints(pack), *file_hints(folder, pack))]
    return Checked(folder.name, [], more, len(figures), len(set(figures)))


def _table(found: Sequence[Checked], w: Wording) -> list[str]:
    lines = []
    for each in found:
        if each.faults:
            lines += [w(FAULTS, region=each.region, count=len(each.faults)), *(f"  {fault}" for fault in each.faults)]
        else:
            lines.append(w(CLEAN, region=each.region, figures=each.figures, sources=each.sources))
            lines += [f"  {w(HINT, text=hint)}" for hint in each.hints]
    return lines


def _rows(found: Sequence[Checked]) -> list[Sequence[Cell]]:
    rows: list[Sequence[Cell]] = [HEADS]
    for each in found:
        rows += [[each.region, "fault", fault] for fault in each.faults]
        rows += [[each.region, "hint", hint] for hint in each.hints]
    return rows


def _figures(pack: Pack) -> list[str]:
    """The source of every figure."""
    tables = (pack.baselines.values(), pack.goals.values(), pack.calibration.values())
    rows = (
        row for table in (*tables, pack.history, pack.outcomes, pack.growth, pack.met, pack.assessed) for row in table
    )
    return [*(row.source for row in rows), *(row.source for row in pack.statements.values())]
