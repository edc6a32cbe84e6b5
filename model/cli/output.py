"""What a command prints: a table, CSV, or JSON."""

import csv
import functools
import io
import json
import math
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

import click
import wcwidth

from model.answer import Answer
from model.cli.help import language
from model.language.problem import Problem
from model.language.rates import shift
from model.language.rounding import significant
from model.language.spreadsheet import neutral
from model.language.wording import DataUnits, Wording
from model.language.words import N_
from model.scenario.lever import Lever

Cell = str | float | int | None


class Forms(NamedTuple):
    """One answer in every form; only the form that is asked for is made."""

    table: Callable[[], Iterable[str]]
    csv: Callable[[], Iterable[Sequence[Cell]]]
    """Its first row holds the heads."""
    json: Callable[[], dict[str, Any]]


Show = Callable[[Forms, Answer], None]


def output_options(command: Callable[..., int]) -> Callable[..., int]:
    """Adds --json and --csv; the command gets `show`, which prints its answer so."""

    @click.option("--json", "form", flag_value="json", help=N_("as JSON, for a program: rates are fractions"))
    @click.option("--csv", "form", flag_value="csv", help=N_("as CSV: growth is in per cent"))
    @functools.wraps(command)
    def with_show(form: str | None, **others: Any) -> int:
        return command(show=functools.partial(_show, form=form), **others)

    return with_show


as_json = click.option("--json", "as_json", is_flag=True, help=N_("as JSON, for a program"))


def _show(forms: Forms, answer: Answer, form: str | None) -> None:
    """Prints the answer in the form asked for.

    What is wrong with a link stands in JSON already; it is printed under a table, and on standard error beside CSV.
    """
    notes = "".join(f"{note(problem, answer.language)}\n" for problem in answer.problems)
    if form == "json":
        click.echo(json_text(forms.json()), nl=False)
        return
    text = csv_text(forms.csv()) if form == "csv" else "".join(f"{line}\n" for line in forms.table())
    click.echo(text, nl=False)
    click.echo(notes, nl=False, err=form == "csv")


def note(text: str, language: str) -> str:
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
