"""`check`: whether the figures of a region are whole, every fault where they are not, and what else they could hold."""

import argparse
from pathlib import Path

from model.command import given
from model.command.parser import Command, Parser
from model.hints import hints
from model.loader import DATA, HEAD, load, regions
from model.pack import Pack
from model.problem import Problem, Refused
from model.wording import Wording
from model.words import N_

SAYS = N_("check a region's figures: every fault with file, row and column")
EXAMPLES = (
    ("check", N_("every folder in data/")),
    ("check fengjie", N_("one region")),
    ("check data/fengjie", N_("a folder anywhere, with sources.toml and calibration.csv beside it")),
)
NOT_THERE = N_("is neither a region nor a folder; regions: {allowed}; correct it")
CLEAN = N_("{region}: clean: {figures} figures from {sources} sources")
HINT = N_("could hold more: {text}")
FAULTS = N_("{region}: faults: {count}")


def declare(parser: Parser) -> None:
    """Adds the region."""
    w = parser.w
    parser.add_argument_group(w(N_("data"))).add_argument(
        "region", nargs="?", metavar="REGION|FOLDER",
        help=w(N_("a region by its key, or the folder that holds its files; without it, all regions")),
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """0; 1 where anything has a fault."""
    w = Wording(given.language(options.lang), 0)
    faulty = [_faults(folder, w) for folder in _folders(options.region)]
    return int(any(faulty))


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
    return sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith((".", "_")))


def _faults(folder: Path, w: Wording) -> bool:
    """Prints what is wrong with a region's figures, or that nothing is; whether anything is."""
    try:
        pack = load(folder.name, folder.parent)
    except Refused as refusal:
        print(w(FAULTS, region=folder.name, count=len(refusal.problems)))
        for problem in refusal.problems:
            print(f"  {w.sentence(problem)}")
        return True
    figures = _figures(pack)
    print(w(CLEAN, region=folder.name, figures=len(figures), sources=len(set(figures))))
    for hint in hints(pack):
        print(f"  {w(HINT, text=w.sentence(hint))}")
    return False


def _figures(pack: Pack) -> list[str]:
    """The source of every figure."""
    tables = (pack.baselines.values(), pack.vintages.values(), pack.goals.values(), pack.calibration.values())
    rows = (row for table in (*tables, pack.history, pack.outcomes, pack.growth) for row in table)
    return [*(row.source for row in rows), *(row.source for row in pack.statements.values())]
