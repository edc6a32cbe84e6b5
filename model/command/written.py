"""What a command prints or saves: a table, CSV, or JSON."""

import argparse
import csv
import io
import json
import math
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from model.command import files
from model.command.parser import Parser, among
from model.language.problem import Problem, Refused
from model.language.rates import shift
from model.language.rounding import significant
from model.language.spreadsheet import neutral
from model.language.words import N_
from model.scenario.levers import Lever

FORMATS = ("table", "csv", "json")
ENDINGS = {".txt": "table", ".csv": "csv", ".json": "json"}
TWO_FORMS = N_("asks for another form than --format (got {got}); one is printed or saved; leave one of the two out")
NO_FORM = N_("does not say by its ending how it is meant (got {got}); allowed: {allowed}; change it, or add --format")
BOM = "\ufeff"
"""What tells Excel that a CSV file is UTF-8."""
Cell = str | float | int | None


class Forms(NamedTuple):
    """One answer in every form; only the form that is asked for is made."""

    table: Callable[[], list[str]]
    csv: Callable[[], list[Sequence[Cell]]]
    """Its first row holds the heads."""
    json: Callable[[], dict[str, Any]]


def declare(parser: Parser) -> None:
    """Adds the options of an answer that can be printed in every form."""
    w = parser.w
    group = parser.add_argument_group(w(N_("output")))
    group.add_argument(
        "--format", metavar="|".join(FORMATS),
        help=w(N_("how it is printed: in CSV, growth is in per cent; without it, as the ending of --output says")),
    )  # fmt: skip
    group.add_argument("--json", action="store_true", help=w(N_("the same as --format json: rates are fractions")))
    group.add_argument(
        "--output", metavar="FILE", type=Path,
        help=w(
            N_("save it there, in a file ending in {allowed}, or in any with --format; a file that is there is left "
               "as it is"),
            allowed=", ".join(ENDINGS),
        ),
    )  # fmt: skip
    group.add_argument("--overwrite", action="store_true", help=w(N_("save it even where a file is there")))


def show(forms: Forms, notes: Sequence[str], options: argparse.Namespace, aside: bool = False) -> None:
    """Prints or saves the answer in the form that the options ask for; raises `Refused` where it cannot.

    Notes stand in JSON already; under a table they are printed, beside CSV, and `aside`, they go to standard error.
    """
    form = _form(options)
    if options.output is not None:
        files.check(options.output, options.overwrite)
    if form == "csv":
        text = csv_text(forms.csv())
    elif form == "json":
        text = json.dumps(forms.json(), allow_nan=False, ensure_ascii=False) + "\n"
    else:
        text = "".join(f"{line}\n" for line in (*forms.table(), *(() if aside else notes)))
    if options.output is None:
        sys.stdout.write(text)
    else:
        with files.writing(options.output) as part:
            part.write_text((BOM if form == "csv" else "") + text, encoding="utf-8", newline="")
    if form == "csv" or (aside and form == "table"):
        sys.stderr.writelines(f"{note}\n" for note in notes)


def csv_text(rows: Sequence[Sequence[Cell]]) -> str:
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


def _form(options: argparse.Namespace) -> str:
    """The form asked for: said, or told by the file's ending. Raises `Refused` where neither says it, or two do."""
    said: str | None = options.format
    if said is not None and among("--format", said, FORMATS) != "json" and options.json:
        raise Refused([Problem.at("--json", TWO_FORMS, got=said)])
    if options.json or said is not None:
        return said or "json"
    if options.output is None:
        return "table"
    if (ending := options.output.suffix.lower()) not in ENDINGS:
        raise Refused([Problem.at("--output", NO_FORM, got=options.output, allowed=", ".join(ENDINGS))])
    return ENDINGS[ending]
