"""`sweep`: ranges for any levers, every combination a row of a file."""

import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import click

from model.answer import Answer
from model.cli.help import Command, language_options
from model.cli.output import BOM, note, overwrite, saving
from model.cli.ranges import Range, read
from model.cli.scenario_options import scenario_options
from model.language.amounts import like_a_fraction
from model.language.problem import Problem, Refused
from model.language.words import N_

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
MISSING = N_("is missing; --help shows how it is written; add it")
NO_ENDING = N_("is neither kind of file (got {got}); allowed: .parquet, .csv; change its ending")


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
    for text in (*answer.problems, *(answer.wording.shown(doubt) for doubt in doubts if doubt)):
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
