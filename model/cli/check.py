"""`check`: whether the figures of a region are whole, and every fault where they are not."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from model.cli.help import Command, language, language_options
from model.cli.output import as_json, json_text
from model.language.problem import Problem, Refused
from model.language.wording import Wording
from model.language.words import N_
from model.region.loader import DATA, HEAD, NEEDED, OPTIONAL, load, put_aside, regions
from model.region.pack import Pack

EXAMPLES = (
    ("check", N_("every folder in data/")),
    ("check fengjie", N_("one region")),
    ("check data/fengjie --json", N_("a folder anywhere, with sources.toml and calibration.csv beside it")),
)
NOT_THERE = N_("is neither a region nor a folder; regions: {allowed}; correct it")
CLEAN = N_("{region}: clean: {figures} figures from {sources} sources")
FAULTS = N_("{region}: faults: {count}")
NOT_READ = N_("is not read under that name; files that a region may go without are called {allowed}")


class Checked(NamedTuple):
    """What was found in a region's folder, in sentences."""

    region: str
    faults: list[str]
    unread: list[str]
    """Files under a name that nobody reads."""
    figures: int | None = None
    sources: int | None = None
    """How many there are; None where it has faults."""


@click.command(
    cls=Command, examples=EXAMPLES, help=N_("check a region's figures: every fault with file, row and column")
)
@click.argument(
    "region", required=False, metavar="[REGION|FOLDER]",
    help=N_("a region by its key, or the folder that holds its files; without it, all regions"),
)  # fmt: skip
@as_json
@language_options
def check(region: str | None, as_json: bool) -> int:
    """0; 1 where anything has a fault."""
    w = Wording(language(), 0)
    found = [_checked(folder, w) for folder in _folders(region)]
    if as_json:
        click.echo(json_text({"regions": [each._asdict() for each in found]}), nl=False)
    else:
        click.echo("\n".join(line for each in found for line in _lines(each, w)))
    return int(any(each.faults for each in found))


def _folders(typed: str | None) -> list[Path]:
    """The folders that are meant. Raises `Refused` where there are none."""
    if typed in regions():
        return [DATA / typed]
    folder = DATA if typed is None else Path(typed)
    if typed == "" or not folder.is_dir():
        raise Refused([Problem.at(str(typed), NOT_THERE, allowed=", ".join(regions()))])
    folder = folder.resolve()
    if (folder / HEAD).exists() or not regions(folder):
        return [folder]
    return sorted(each for each in folder.iterdir() if each.is_dir() and not put_aside(each))


def _checked(folder: Path, w: Wording) -> Checked:
    """What is wrong with a region's figures; where nothing is, how many there are."""
    read = (*NEEDED, *OPTIONAL)
    names = sorted(each.name for each in folder.iterdir() if not put_aside(each) and each.name not in read)
    unread = [w.shown(Problem.at(name, NOT_READ, allowed=", ".join(OPTIONAL))) for name in names]
    try:
        sources = list(_sources(load(folder.name, folder.parent)))
    except Refused as refusal:
        return Checked(folder.name, [w.shown(problem) for problem in refusal.problems], unread)
    return Checked(folder.name, [], unread, len(sources), len(set(sources)))


def _lines(found: Checked, w: Wording) -> list[str]:
    if found.faults:
        head = w(FAULTS, region=found.region, count=len(found.faults))
    else:
        head = w(CLEAN, region=found.region, figures=found.figures, sources=found.sources)
    return [head, *(f"  {each}" for each in (*found.faults, *found.unread))]


def _sources(pack: Pack) -> Iterator[str]:
    for table in (pack.baselines, pack.goals, pack.calibration, pack.statements):
        yield from (row.source for row in table.values())
    for rows in (pack.history, pack.outcomes, pack.growth, pack.met, pack.assessed):
        yield from (row.source for row in rows)
