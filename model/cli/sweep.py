"""`sweep`: ranges for any levers, every combination a row of a file."""

import math
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import IO, NamedTuple

import click
import numpy as np

from model.amounts import like_a_fraction
from model.answer import Answer
from model.cli.help import Command, language_options
from model.cli.output import BOM, note, overwrite, saving
from model.cli.scenario_options import allowed, find, number, parted, scenario_options
from model.levers import Lever
from model.pack import Pack
from model.paths import Array
from model.problem import Problem, Refused
from model.words import N_

EXAMPLES = (
    ("sweep --range gdp_later=5:9:0.1 --output later.parquet", N_("one lever in steps: start, stop, step")),
    ('sweep "gdp=6.5,9" --range gdp_base=380,386,391 --range gdp@2026=4:8:0.5 --output both.csv',
     N_("every combination; one year's growth among them")),
    ("sweep --range gdp_later=5:9:0.1 --output -", N_("as CSV on standard output, for another program")),
)  # fmt: skip
COLUMNS = N_(
    "Columns: each lever that moves, as it is typed (growth in per cent); gdp, gdp_from_official and gap, in 亿元; "
    "status; required_later, per cent; chance, from 0 to 1; the other indicators at their own deadlines. Parquet keeps "
    "unit and meaning of each column, the link of all that stands still, and the edition of the data."
)
MOST = 1_000_000
MISSING = N_("is missing; --help shows how it is written; add it")
NO_RANGE = N_("is not a lever and its values (got {got}); KEY=START:STOP:STEP or KEY=A,B,C is needed; write it so")
NO_STEP = N_("has no value from start to stop (got {got}); the step leads from one to the other; correct it")
TOO_MANY = N_("has too many values (got {got}); allowed: {allowed}; use a larger step")
TWICE = N_("is given twice; each lever may have one value or one range; leave one out")
NO_ENDING = N_("is neither kind of file (got {got}); allowed: .parquet, .csv; change its ending")


class Range(NamedTuple):
    """The values of one lever, or of one year's growth."""

    key: str
    lever: Lever
    """Of a single year: that of the later years."""
    year: int | None
    typed: Array
    """The values as they are typed, rates in per cent."""
    inside: Array
    """The same in the unit of the model."""


@click.command(
    cls=Command, examples=EXAMPLES, epilog=COLUMNS,
    help=N_("ranges for any levers: every combination a row of a Parquet or CSV file"),
)  # fmt: skip
@scenario_options
@click.option("--range", "typed", multiple=True, metavar="KEY=START:STOP:STEP", help=N_(
    "the values of a lever, or of one year as in gdp@2026, the last among them, as often as needed; or a list: "
    "KEY=A,B,C"
))  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help=N_(
    "where the rows go: .parquet or .csv; - prints them as CSV"
))  # fmt: skip
@overwrite
@language_options
def sweep(answer: Answer, typed: tuple[str, ...], output: Path | None, overwrite: bool) -> int:
    """0."""
    if not typed or output is None:
        option = "--output" if typed else "--range"
        raise Refused([Problem.at(option, MISSING)])
    ranges = read(typed, click.get_current_context().params["sets"], answer.pack)
    doubts = [like_a_fraction(e.key, float(max(e.typed, key=abs))) for e in ranges if e.lever.unit == "%"]
    for text in (*answer.problems, *(answer.wording.sentence(doubt) for doubt in doubts if doubt)):
        click.echo(note(text, answer.language), err=True)
    if str(output) == "-":
        with click.open_file("-", "wb") as stdout:
            _save(stdout, True, answer, ranges)
        return 0
    if output.suffix.lower() not in (".parquet", ".csv"):
        raise Refused([Problem.at("--output", NO_ENDING, got=output)])
    csv = output.suffix.lower() == ".csv"
    with saving(output, overwrite) as file:
        file.write(BOM.encode() if csv else b"")
        total = _save(file, csv, answer, ranges)
    click.echo(answer.wording(N_("{file}: {rows} rows"), file=output, rows=f"{total:,}"))
    return 0


def _save(file: IO[bytes], csv: bool, answer: Answer, ranges: Sequence[Range]) -> int:
    """How many rows were written, with a bar on standard error where somebody sees it."""
    from model.cli import rows  # here, so that no other command waits until pyarrow is loaded

    total = math.prod(len(each.typed) for each in ranges)
    unseen = sys.stderr is None or not sys.stderr.isatty()
    with click.progressbar(length=total, show_pos=True, hidden=unseen, file=sys.stderr) as bar:
        rows.save(file, csv, answer, ranges, bar.update)
    return total


def read(typed: Iterable[str], sets: Iterable[str], pack: Pack) -> list[Range]:
    """The ranges that were typed, beside the levers that are set. Raises `Refused` with every fault."""
    found: list[Range] = []
    problems: list[Problem] = []
    for each in typed:
        try:
            found.append(_range(each, pack))
        except Refused as refusal:
            problems += refusal.problems
    keys = [*{parted(each, "--set", NO_RANGE)[0] for each in sets}, *(one.key for one in found)]
    problems += [Problem.at(key, TWICE) for key in dict.fromkeys(keys) if keys.count(key) > 1]
    if problems:
        raise Refused(problems)
    return found


def _range(typed: str, pack: Pack) -> Range:
    key, text = parted(typed, "--range", NO_RANGE)
    lever, year = find(key, pack, "--range")
    pieces = [piece.strip() for piece in text.split(":" if ":" in text else ",")]
    if ":" in text:
        if len(pieces) != 3:
            raise Refused([Problem.at("--range", NO_RANGE, got=typed)])
        numbers = _steps(key, text, *(number(key, piece, lever) for piece in pieces))
    else:
        numbers = list(dict.fromkeys(number(key, piece, lever) for piece in pieces))
    inside = [allowed(key, value, lever) for value in numbers]
    return Range(key, lever, year, np.array(numbers, float), np.array(inside))


def _steps(key: str, text: str, start: Decimal, stop: Decimal, step: Decimal) -> list[Decimal]:
    """From start to stop at most, exactly."""
    count = math.floor((stop - start) / step) + 1 if step else 0
    if count < 1:
        raise Refused([Problem.at(key, NO_STEP, got=text)])
    if count > MOST:
        raise Refused([Problem.at(key, TOO_MANY, got=f"{count:,}", allowed=f"{MOST:,}")])
    return [start + step * n for n in range(count)]
