"""Reads one file of a data pack into records, or says where it is none: file, row and column of every fault."""

import csv
import io
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args

from pydantic import ValidationError

from model.language.problem import Problem
from model.language.words import N_
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
TWO_COLUMNS = N_("stands twice in the first line; each column is needed once; remove one")
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
    """The rows of a CSV file that could be read, each with its line number."""

    file: str
    rows: list[tuple[int, R]] = field(default_factory=list)
    whole: bool = False
    """Whether every row could be read: what is missing here is missing there."""


def at(file: str, row: int | str, column: str, what: str, **values: object) -> Problem:
    """A fault at a row (by line number or key) and column, as far as there are any."""
    return Problem.at(" ".join(str(part) for part in (file, row, column) if part != ""), what, **values)


def read_toml(path: Path, problems: list[Problem]) -> dict[str, Any] | None:
    """What a TOML file says; None, and a fault, where it is none."""
    if (text := _text(path, problems, Problem.at(path.name, NOT_THERE))) is None:
        return None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem.at(path.name, NOT_TOML, got=error))
        return None


def read_table(kind: type[F], path: Path, indicators: Iterable[str], problems: list[Problem]) -> Table[F]:
    """The records of a CSV file of figures, each of one of these indicators."""
    table, allowed = read_rows(kind, path, problems), ", ".join(indicators)
    unknown = [(line, row.indicator) for line, row in table.rows if row.indicator not in indicators]
    problems += [at(path.name, line, "indicator", UNKNOWN, got=key, allowed=allowed) for line, key in unknown]
    known = [(line, row) for line, row in table.rows if row.indicator in indicators]
    return Table(path.name, known, table.whole and not unknown)


def read_rows(kind: type[R], path: Path, problems: list[Problem]) -> Table[R]:
    """The records of a CSV file whose first line names the fields of their kind."""
    table, before = Table[R](path.name), len(problems)
    header, rows = _cells(path, list(kind.model_fields), problems)
    problems += _header_faults(path.name, header, list(kind.model_fields)) if header else []
    if len(problems) > before:
        return table
    for line, cells in rows:
        if len(cells) != len(header):
            problems.append(at(path.name, line, "", UNEVEN, got=len(cells), allowed=len(header)))
        elif record := read_record(kind, path.name, line, dict(zip(header, cells, strict=True)), problems):
            table.rows.append((line, record))
    table.whole = len(problems) == before
    return table


def read_record(kind: type[R], file: str, row: int | str, values: object, problems: list[Problem]) -> R | None:
    """The values as a record of that kind; None, and every fault, where they are none."""
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        for fault in error.errors():
            column = str(fault["loc"][0]) if fault["loc"] else ""
            known = kind.model_fields.get(column)
            allowed = get_args(known.annotation) if known else kind.model_fields
            advice = ADVICE.get(fault["type"], NOT_A_NUMBER)
            problems.append(at(file, row, column, advice, got=fault["input"], allowed=", ".join(map(str, allowed))))
        return None


def _text(path: Path, problems: list[Problem], absent: Problem) -> str | None:
    """What stands in a file, without the mark that tells spreadsheets of UTF-8; None, and a fault, where it is none."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        problems.append(absent)
    except OSError as error:
        problems.append(Problem.at(path.name, NOT_READ, got=error.strerror))
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line, byte = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        problems.append(at(path.name, line, "", NOT_UTF_8, byte=byte, got=f"0x{error.object[error.start]:02X}"))
    return None


def _cells(path: Path, columns: list[str], problems: list[Problem]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The first line's cells, and those of every other that is not blank, each with its line number."""
    absent = Problem.at(path.name, NO_TABLE, allowed=",".join(columns))
    if (text := _text(path, problems, absent)) is None:
        return [], []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        lines = [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error as error:
        problems.append(at(path.name, reader.line_num, "", NOT_CSV, got=error))
        return [], []
    if lines:
        return lines[0][1], lines[1:]
    problems.append(Problem.at(path.name, NO_HEADER, allowed=",".join(columns)))
    return [], []


def _header_faults(file: str, header: list[str], columns: list[str]) -> list[Problem]:
    faults = [at(file, "", column, MISSING) for column in columns if column not in header]
    for column in dict.fromkeys(header):
        if column not in columns:
            faults.append(at(file, "", column, NOT_A_COLUMN, allowed=", ".join(columns)))
        elif header.count(column) > 1:
            faults.append(at(file, "", column, TWO_COLUMNS))
    return faults
