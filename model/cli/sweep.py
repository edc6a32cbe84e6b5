"""`sweep`: ranges for any levers, every combination a row of a file."""

import math
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import click

from model.answer import Answer
from model.cli.help import Command, language_options
from model.cli.output import note
from model.cli.scenario_options import find, number, parted, scenario_options
from model.language.amounts import like_a_fraction
from model.language.problem import Problem, Refused
from model.language.words import N_
from model.region.pack import Pack

EXAMPLES = (
    ("sweep --range gdp_later=5:9:0.1 --output later.parquet", N_("one lever in steps: start, stop, step")),
    ('sweep "gdp=6.5,9" --range gdp_base=380,386,391 --range gdp@2026=4:8:0.5 --output both.csv',
     N_("every combination; one year's growth among them")),
    ("sweep --range gdp_later=5:9:0.1 --output -", N_("as CSV on standard output, for another program")),
)  # fmt: skip
COLUMNS = N_(
    "Columns: each lever that moves, as it is typed (growth in per cent); gdp, gdp_from_official and gap, in 亿元; "
    "status; required_later, per cent; chance, from 0 to 1; the other indicators at their own deadlines. Parquet is a "
    "folder of parts and keeps unit and meaning of each column, the link of all that stands still, and the edition of "
    "the data."
)
MISSING = N_("is missing; --help shows how it is written; add it")
NO_ENDING = N_("is neither kind of file (got {got}); allowed: .parquet, .csv; change its ending")
NO_DASK = N_('needs a package that is not installed (got {got}); python -m pip install "dask[dataframe]" distributed')

MOST = 100_000
NO_RANGE = N_("is not a lever and its values (got {got}); KEY=START:STOP:STEP or KEY=A,B,C is needed; write it so")
NO_STEP = N_("has no value from start to stop (got {got}); the step must lead from one to the other; correct it")
TOO_MANY = N_("has too many values (got {got}); allowed: {allowed}; use a larger step")
TWICE = N_("is given twice; each lever may have one value or one range; leave one out")


@click.command(
    cls=Command, examples=EXAMPLES, epilog=COLUMNS,
    help=N_("ranges for any levers: every combination a row of Parquet or CSV"),
)  # fmt: skip
@scenario_options
@click.option("--range", "typed", multiple=True, metavar="KEY=START:STOP:STEP", help=N_(
    "the values of a lever, or of one year as in gdp@2026, the last among them, as often as needed; or a list: "
    "KEY=A,B,C"
))  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help=N_(
    "where the rows go: .parquet or .csv; - prints them as CSV"
))  # fmt: skip
@click.option("--overwrite", is_flag=True, help=N_("overwrite the file if there is one"))
@click.option("--scheduler", metavar="ADDRESS", help=N_(
    "address of a Dask cluster that computes the rows, as tcp://host:8786; by default this machine does"
))  # fmt: skip
@language_options
def sweep(answer: Answer, typed: tuple[str, ...], output: Path | None, overwrite: bool, scheduler: str | None) -> int:
    """0."""
    if not typed or output is None:
        option = "--output" if typed else "--range"
        raise Refused([Problem.at(option, MISSING)])
    values = _ranges(typed, click.get_current_context().params["sets"], answer.pack)
    csv = str(output) == "-" or output.suffix.lower() == ".csv"
    if not csv and output.suffix.lower() != ".parquet":
        raise Refused([Problem.at("--output", NO_ENDING, got=output)])
    try:
        from model.cli import rows  # here, for no other command should wait until Dask is loaded
        from model.sweep import columns, sweep

        frame, schema = sweep(answer, values), columns(answer, values)
        doubts = [
            like_a_fraction(key, max(values[key], key=abs))
            for key in values
            if schema.field(key).metadata[b"unit"] == b"%"
        ]
        for text in (*answer.problems, *(answer.wording.shown(doubt) for doubt in doubts if doubt)):
            click.echo(note(text, answer.language), err=True)
        (rows.write_csv if csv else rows.write_parquet)(frame, schema, output, overwrite, scheduler)
    except ModuleNotFoundError as error:
        raise Refused([Problem.at("sweep", NO_DASK, got=error.name)]) from error
    if str(output) != "-":
        total = f"{math.prod(map(len, values.values())):,}"
        click.echo(answer.wording(N_("{file}: {rows} rows"), file=output, rows=total))
    return 0


def _ranges(typed: Iterable[str], sets: Iterable[str], pack: Pack) -> dict[str, list[float]]:
    """The ranges that were typed, beside the levers that are set: rates in per cent. Raises `Refused`."""
    ranges, problems = list[tuple[str, list[float]]](), list[Problem]()
    for each in typed:
        try:
            ranges.append(_range(each, pack))
        except Refused as refusal:
            problems += refusal.problems
    keys = [*{parted(each, "--set", NO_RANGE)[0] for each in sets}, *(key for key, _ in ranges)]
    problems += [Problem.at(key, TWICE) for key in dict.fromkeys(keys) if keys.count(key) > 1]
    if problems:
        raise Refused(problems)
    return dict(ranges)


def _range(typed: str, pack: Pack) -> tuple[str, list[float]]:
    key, text = parted(typed, "--range", NO_RANGE)
    lever, _ = find(key, pack, "--range")
    pieces = [piece.strip() for piece in text.split(":" if ":" in text else ",")]
    if ":" in text and len(pieces) != 3:
        raise Refused([Problem.at("--range", NO_RANGE, got=typed)])
    numbers = [number(key, piece, lever) for piece in pieces]
    return key, list(map(float, _steps(key, text, *numbers) if ":" in text else dict.fromkeys(numbers)))


def _steps(key: str, text: str, start: Decimal, stop: Decimal, step: Decimal) -> list[Decimal]:
    """From start to stop at most, exactly."""
    count = math.floor((stop - start) / step) + 1 if step else 0
    if count < 1:
        raise Refused([Problem.at(key, NO_STEP, got=text)])
    if count > MOST:
        raise Refused([Problem.at(key, TOO_MANY, got=f"{count:,}", allowed=f"{MOST:,}")])
    return [start + step * n for n in range(count)]
