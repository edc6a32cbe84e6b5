"""Reads one file of a data pack into records, and says where it is none: file, row and column of every fault."""

import csv
import io
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar, get_args

from pydantic import ValidationError

from model.language.problem import Problem, Refused
from model.language.rates import plain
from model.language.units import Limits
from model.language.words import N_
from model.region.limits import OUTSIDE
from model.region.records import Figure, Met, Record

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=Figure | Met)

NOT_THERE = N_("is not there; a data pack needs it; add the file")
NO_TABLE = N_("is not there; a data pack needs it, if only with its first line: {allowed}; add the file")
NOT_READ = N_("cannot be read ({got}); a data pack needs it; make it a file that can be read")
NOT_UTF_8 = N_("is not UTF-8 from byte {byte} of the line on (got {got}); no other encoding is read; save it as UTF-8")
NOT_TOML = N_("is not valid TOML ({got}); correct it")
NOT_CSV = N_("is not CSV ({got}); save it as such")
NO_HEADER = N_("is empty; its first line names the columns: {allowed}; write it")
TWO_COLUMNS = N_("appears twice in the first line; each column is needed once; remove one")
UNEVEN = N_("has another number of cells than the first line (got {got}); allowed: {allowed}; correct the row")
UNKNOWN = N_("is unknown (got {got}); allowed: {allowed}; correct the cell")
MISSING = N_("is missing; every column and every key is needed; add it")
NOT_A_COLUMN = N_("is not a column or key known here; allowed: {allowed}; remove it or correct its name")
EMPTY = N_("is empty; a text is needed; fill the cell")
NOT_A_TEXT = N_("is not a text (got {got}); a text in quotation marks is needed; correct it")
NOT_A_TABLE = N_("is not a table (got {got}); every source is described in a table of its own; correct it")
NOT_WHOLE = N_("is not a whole number (got {got}); a year such as 2023 is needed; correct the cell")
NOT_A_SIGN = N_("is neither true nor false (got {got}); one of the two is needed, without quotation marks; correct it")
NOT_A_NUMBER = N_("is not a number (got {got}); a finite number is needed; correct the cell")
ADVICE = {
    "missing": MISSING,
    "extra_forbidden": NOT_A_COLUMN,
    "literal_error": UNKNOWN,
    "string_too_short": EMPTY,
    "string_type": NOT_A_TEXT,
    "model_type": NOT_A_TABLE,
    "int_parsing": NOT_WHOLE,
    "int_parsing_size": NOT_WHOLE,
    "int_from_float": NOT_WHOLE,
    "int_type": NOT_WHOLE,
    "bool_type": NOT_A_SIGN,
}
"""What is said of each kind of fault that pydantic finds; of any other, that it is not a number."""


@dataclass
class Table(Generic[R]):
    """The records of a file that could be read, each with its line number or key, and what is wrong with the others."""

    file: str
    rows: list[tuple[int | str, R]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def at(self, row: int | str, column: str, what: str, **values: object) -> Problem:
        return at(self.file, row, column, what, **values)

    def outside(self, row: int | str, column: str, value: float, limits: Limits, unit: str = "") -> list[Problem]:
        """A fault where the value lies outside the limits."""
        low, high = map(plain, limits)
        said = {"got": plain(value), "low": low, "high": f"{high} {unit}".strip()}
        return [] if limits[0] <= value <= limits[1] else [self.at(row, column, OUTSIDE, **said)]


def at(file: str, row: int | str, column: str, what: str, **values: object) -> Problem:
    return Problem.at(" ".join(str(part) for part in (file, row, column) if part != ""), what, **values)


def read_toml(kind: type[R], path: Path, single: bool = False) -> Table[R]:
    """The records of a TOML file, each of its tables one; or a `single` one, all of it, without a key."""
    table = Table[R](path.name)
    try:
        said = tomllib.loads(_text(path, Problem.at(path.name, NOT_THERE)))
    except Refused as refusal:
        table.problems += refusal.problems
    except tomllib.TOMLDecodeError as error:
        table.problems.append(Problem.at(path.name, NOT_TOML, got=error))
    else:
        _fill(table, kind, [("", said)] if single else list(said.items()))
    return table


def read_csv(kind: type[R], path: Path) -> Table[R]:
    """The records of a CSV file whose first line names the fields of their kind."""
    table, columns = Table[R](path.name), list(kind.model_fields)
    try:
        header, *lines = _cells(path, columns)
    except Refused as refusal:
        table.problems += refusal.problems
        return table
    table.problems += _header_faults(path.name, header[1], columns)
    if table.problems:
        return table
    even = [(line, cells) for line, cells in lines if len(cells) == len(header[1])]
    table.problems += [
        table.at(line, "", UNEVEN, got=len(cells), allowed=len(header[1]))
        for line, cells in lines
        if len(cells) != len(header[1])
    ]
    _fill(table, kind, [(line, dict(zip(header[1], cells, strict=True))) for line, cells in even])
    return table


def read_figures(kind: type[F], path: Path, indicators: Iterable[str]) -> Table[F]:
    """The records of a CSV file of figures, each of one of these indicators."""
    table, allowed = read_csv(kind, path), ", ".join(indicators)
    unknown = [
        table.at(line, "indicator", UNKNOWN, got=row.indicator, allowed=allowed)
        for line, row in table.rows
        if row.indicator not in indicators
    ]
    known = [(line, row) for line, row in table.rows if row.indicator in indicators]
    return Table(path.name, known, [*table.problems, *unknown])


def _fill(table: Table[R], kind: type[R], records: Iterable[tuple[int | str, object]]) -> None:
    """Puts what can be read into the table, and every fault of the rest."""
    for row, values in records:
        try:
            table.rows.append((row, kind.model_validate(values)))
        except ValidationError as error:
            for fault in error.errors():
                column = str(fault["loc"][0]) if fault["loc"] else ""
                known = kind.model_fields.get(column)
                allowed = ", ".join(map(str, get_args(known.annotation) if known else kind.model_fields))
                advice = ADVICE.get(fault["type"], NOT_A_NUMBER)
                table.problems.append(table.at(row, column, advice, got=fault["input"], allowed=allowed))


def _text(path: Path, absent: Problem) -> str:
    """What stands in a file, without the mark that tells spreadsheets of UTF-8. Raises `Refused` where it is none."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        problem = absent
    except OSError as error:
        problem = Problem.at(path.name, NOT_READ, got=error.strerror)
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line, byte = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        problem = at(path.name, line, "", NOT_UTF_8, byte=byte, got=f"0x{error.object[error.start]:02X}")
    raise Refused([problem])


def _cells(path: Path, columns: list[str]) -> list[tuple[int, list[str]]]:
    """The cells of every line that is not blank, with its number, the head first. Raises `Refused` if there is none."""
    text = _text(path, Problem.at(path.name, NO_TABLE, allowed=",".join(columns)))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        lines = [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error as error:
        raise Refused([at(path.name, reader.line_num, "", NOT_CSV, got=error)]) from error
    if not lines:
        raise Refused([Problem.at(path.name, NO_HEADER, allowed=",".join(columns))])
    return lines


def _header_faults(file: str, header: list[str], columns: list[str]) -> list[Problem]:
    faults = [at(file, "", column, MISSING) for column in columns if column not in header]
    for column in dict.fromkeys(header):
        if column not in columns:
            faults.append(at(file, "", column, NOT_A_COLUMN, allowed=", ".join(columns)))
        elif header.count(column) > 1:
            faults.append(at(file, "", column, TWO_COLUMNS))
    return faults
