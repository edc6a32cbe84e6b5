"""What a command prints or saves: a table, CSV, or JSON."""

import csv
import errno
import functools
import io
import json
import math
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, NamedTuple

import click
import wcwidth

from model.answer import Answer
from model.cli.help import language
from model.language.problem import Problem, Refused
from model.language.rates import shift
from model.language.rounding import significant
from model.language.spreadsheet import neutral
from model.language.wording import DataUnits, Wording
from model.language.words import N_
from model.scenario.lever import Lever

THERE = N_("is there already (got {got}); a new name is needed, or --overwrite; choose one of the two")
NOT_WRITTEN = N_("could not be written (got {got}: {why}); no part of it was left behind; mend that and try again")
BOM = "\ufeff"
"""What tells Excel that a CSV file is UTF-8."""
PART_NAME = "part-{:06}.parquet"
"""The files of a Parquet dataset, in the order of their names."""
Cell = str | float | int | None


class Forms(NamedTuple):
    """One answer in every form; only the form that is asked for is made."""

    table: Callable[[], Iterable[str]]
    csv: Callable[[], Iterable[Sequence[Cell]]]
    """Its first row holds the heads."""
    json: Callable[[], dict[str, Any]]


Show = Callable[[Forms, Answer], None]


def output_options(command: Callable[..., int]) -> Callable[..., int]:
    """Adds --json, --csv, --output and --overwrite; the command gets `show`, which does as they say."""

    @click.option("--json", "form", flag_value="json", help=N_("as JSON, for a program: rates are fractions"))
    @click.option("--csv", "form", flag_value="csv", help=N_("as CSV: growth is in per cent"))
    @click.option(
        "--output", metavar="FILE", type=click.Path(path_type=Path),
        help=N_("save it there; an ending in .csv or .json says the form"),
    )  # fmt: skip
    @overwrite
    @functools.wraps(command)
    def with_show(form: str | None, output: Path | None, overwrite: bool, **others: Any) -> int:
        return command(show=functools.partial(_show, form=form, output=output, overwrite=overwrite), **others)

    return with_show


overwrite = click.option("--overwrite", is_flag=True, help=N_("save it even where a file is there"))
as_json = click.option("--json", "as_json", is_flag=True, help=N_("as JSON, for a program"))


def _show(forms: Forms, answer: Answer, form: str | None, output: Path | None, overwrite: bool) -> None:
    """Prints or saves the answer, in the form asked for.

    What is wrong with a link stands in JSON already; it is printed under a table, and on standard error beside CSV.
    """
    form = form or (output.suffix.lower()[1:] if output else "")
    notes = [note(problem, answer.language) for problem in answer.problems]
    if form == "csv":
        text = csv_text(forms.csv())
    elif form == "json":
        text = json_text(forms.json())
    else:
        text = "".join(f"{line}\n" for line in (*forms.table(), *notes))
    if output is None:
        click.echo(text, nl=False)
    else:
        with saving(output, overwrite) as file:
            file.write(((BOM if form == "csv" else "") + text).encode())
    if form == "csv":
        click.echo("".join(f"{each}\n" for each in notes), nl=False, err=True)


@contextmanager
def saving(path: Path, overwrite: bool) -> Iterator[IO[bytes]]:
    """A file that gets its name when it is whole, and goes when it is not. Raises `Refused` where it cannot be."""
    with whole(path, overwrite) as part, part.open("wb") as file:
        yield file


@contextmanager
def whole(path: Path, overwrite: bool) -> Iterator[Path]:
    """Where a file, or a folder of Parquet files, is made that gets its name when it is whole, and goes when it is not.

    Of folders only one that a sweep has made is replaced. Raises `Refused` where it cannot be.
    """
    part = path.absolute().with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.exists() and not overwrite:
            raise Refused([Problem.at("--output", THERE, got=path)])
        if path.is_dir() and {each.suffix for each in (path, *path.iterdir())} != {".parquet"}:
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        try:
            yield part
            if path.is_dir():
                shutil.rmtree(path)
            part.replace(path)
        finally:
            if part.is_dir():
                shutil.rmtree(part)
            part.unlink(missing_ok=True)
    except OSError as error:
        raise Refused([Problem.at("--output", NOT_WRITTEN, got=path, why=error.strerror or error)]) from error


def note(text: str, language: str) -> str:
    """The text as a note."""
    return Wording(language, 0)(N_("note: {text}"), text=text)


def complain(problems: Iterable[Problem]) -> None:
    """Says what is wrong, a line each; where nobody can be told, the exit code has to do."""
    w = DataUnits(language(), 0)
    with suppress(OSError):
        click.echo("\n".join(w.shown(problem) for problem in problems), err=True)


def table(rows: Sequence[Sequence[str]], right: Collection[int] = (), indent: str = "") -> list[str]:
    """The rows as lines with aligned columns; those numbered in `right` stand right."""
    widths = [max(map(wcwidth.width, column)) for column in zip(*rows, strict=True)]
    return [
        indent + "  ".join(
            (wcwidth.rjust if place in right else wcwidth.ljust)(cell, widths[place]) for place, cell in enumerate(row)
        ).rstrip()
        for row in rows
    ]  # fmt: skip


def json_text(parts: dict[str, Any]) -> str:
    """One line of JSON."""
    return json.dumps(parts, allow_nan=False, ensure_ascii=False) + "\n"


def csv_text(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows as CSV: numbers to 15 significant digits, nan as nothing, no text that a spreadsheet would work out."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(map(_cell, row) for row in rows)
    return text.getvalue()


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return neutral(cell)
    if not isinstance(cell, float):
        return cell
    return None if math.isnan(cell) else significant(cell)


def outside(value: float | None, lever: Lever) -> float | int | None:
    """A lever's value as CSV has it: rates in per cent, years whole."""
    if value is None:
        return None
    return int(value) if lever.kind == "year" else shift(value, 2) if lever.kind == "rate" else value
