"""`sweep`: ranges for any levers, every combination a row of a file."""

import math
from pathlib import Path

import click

from model.answer import Answer
from model.cli import ranges
from model.cli.help import Command, language_options
from model.cli.output import note
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
    "status; required_later, per cent; chance, from 0 to 1; the other indicators at their own deadlines. Parquet is a "
    "folder of parts and keeps unit and meaning of each column, the link of all that stands still, and the edition of "
    "the data."
)
MISSING = N_("is missing; --help shows how it is written; add it")
NO_ENDING = N_("is neither kind of file (got {got}); allowed: .parquet, .csv; change its ending")
NO_DASK = N_('needs a package that is not installed (got {got}); python -m pip install "dask[dataframe]" distributed')


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
@click.option("--overwrite", is_flag=True, help=N_("save it even where a file is there"))
@click.option("--scheduler", metavar="ADDRESS", help=N_(
    "of a Dask cluster that works the rows out, as tcp://host:8786; without it this machine does"
))  # fmt: skip
@language_options
def sweep(answer: Answer, typed: tuple[str, ...], output: Path | None, overwrite: bool, scheduler: str | None) -> int:
    """0."""
    if not typed or output is None:
        option = "--output" if typed else "--range"
        raise Refused([Problem.at(option, MISSING)])
    values = ranges.read(typed, click.get_current_context().params["sets"], answer.pack)
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
