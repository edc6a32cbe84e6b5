"""The template of a county of one's own: where each field stands in it, and what a workbook that was filled in says."""

import io
import re
from collections.abc import Sequence
from typing import NamedTuple

from python_calamine import CalamineError, CalamineWorkbook

from model import amounts
from model.county import County
from model.county_fields import BY_FIELD, FIELDS, Field, checked, named
from model.county_units import hinted
from model.levers import HIGHEST
from model.pack import Pack
from model.percent_cells import percent_cells
from model.problem import Problem, Refused
from model.rates import percent, plain
from model.scenario import LONGEST_NAME, clean_name
from model.wording import Wording
from model.words import N_
from model.workbook_guard import NOT_A_WORKBOOK, WORKBOOK
from model.workbook_guard import checked as guarded

VERSION = 1
SHEETS = {"zh": "县区", "en": "County"}
"""The name of the one sheet, by the language and so the units in which the template is written."""
NAME = "name"
VALUE, FIRST_ROW = 1, 5
"""The column that is filled in, and the row of the name, from 0; a row for each field follows in their order."""
ROWS = {key: FIRST_ROW + place for place, key in enumerate((NAME, *BY_FIELD))}
MARK_ROW = FIRST_ROW + len(ROWS) + 1
MARK = re.compile(r"county (\d{1,6}) ([a-z]{2})", re.ASCII)

NO_SHEET = N_("has no sheet called {allowed} (got {got}); fill in the template that this page offers")
MOVED = N_(
    "has no version of the template in {cell}, so its rows were moved, added or removed; download it anew, fill in "
    "only its yellow cells and save it as .xlsx"
)
OTHER_VERSION = N_("is of another version of the template (got {got}); known: {allowed}; download it anew")
NOT_A_NUMBER = N_("is not a number (got {got}); write digits and a decimal point, without a unit")
UNSURE = N_(
    "may be per cent that a spreadsheet keeps as a fraction, as 0.05 for 5 % (got {got}); allowed: 0, or more than "
    "{limit} in size; write 5 for 5 %, and what is truly so small in the form on the page"
)

LONG_NAME = N_("is too long for a name (got {got} characters); allowed: {allowed} at most; shorten it")


class Sheet(NamedTuple):
    """What a filled-in workbook says, and in which language, which settles its units."""

    county: County
    language: str


def cell(key: str) -> str:
    """The address of a field's value, e.g. B7."""
    return _address(ROWS[key])


def _address(row: int) -> str:
    """The address of what stands in a row, counted from 0, in the column of values."""
    return f"{chr(ord('A') + VALUE)}{row + 1}"


def mark(language: str) -> str:
    """What the template says of itself."""
    return f"county {VERSION} {language}"


def read(data: bytes, like: Pack, w: Wording) -> Sheet:
    """The county that a workbook says. Raises `Refused` with a sentence for every cell that is wrong.

    `w` is the wording of who reads these sentences; levels are in the units of the workbook's own language.
    """
    language, rows, percents = _rows(guarded(data))
    of_sheet, problems, numbers = Wording(language, 0), list[Problem](), dict[str, float]()
    texts = {field.key: _text(_at(rows, ROWS[field.key])) for field in FIELDS}
    for field in FIELDS:
        given = _at(rows, ROWS[field.key])
        if str(given).strip():
            try:
                numbers[field.key] = _number(given, field, _where(field, w), cell(field.key) in percents, of_sheet)
            except Refused as refusal:
                problems += refusal.problems
    name = str(_at(rows, ROWS[NAME])).strip()
    if len(name) > LONGEST_NAME:
        problems.append(Problem.at(cell(NAME), LONG_NAME, got=len(name), allowed=LONGEST_NAME))
    bad = {problem.where for problem in problems}
    found = checked(clean_name(name), numbers, like)
    problems += [
        hinted(fault.at(where, named=w.language != language), fault, numbers, texts, like, of_sheet)
        for fault in found.faults
        if (where := _where(fault.field, w)) not in bad
    ]
    if problems or found.county is None:
        raise Refused(problems)
    return Sheet(found.county, language)


def _where(field: Field, w: Wording) -> str:
    """The cell of a field, and what is written beside it."""
    return f"{cell(field.key)} ({named(field, w)})"


def _rows(data: bytes) -> tuple[str, Sequence[Sequence[object]], frozenset[str]]:
    """The language of the template, the cells of its sheet, and which of them show per cent."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            known = {name: language for language, name in SHEETS.items()}
            name = next((name for name in book.sheet_names if name in known), None)
            if name is None:
                names = {"allowed": ", ".join(SHEETS.values()), "got": ", ".join(book.sheet_names)}
                raise Refused([Problem.at(WORKBOOK, NO_SHEET, **names)])
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MARK_ROW + 1)
    except CalamineError as error:
        raise Refused([Problem.at(WORKBOOK, NOT_A_WORKBOOK)]) from error
    said = str(_at(rows, MARK_ROW))
    if not MARK.fullmatch(said):
        raise Refused([Problem.at(WORKBOOK, MOVED, cell=_address(MARK_ROW))])
    if said != mark(known[name]):
        raise Refused([Problem.at(WORKBOOK, OTHER_VERSION, got=said, allowed=mark(known[name]))])
    return known[name], rows, percent_cells(data, name)


def _at(rows: Sequence[Sequence[object]], row: int) -> object:
    """What stands in the column of values; an empty text where nothing does."""
    return rows[row][VALUE] if row < len(rows) and len(rows[row]) > VALUE else ""


def _text(given: object) -> str:
    """What stands in a cell as it would be typed."""
    return plain(given) if isinstance(given, float) else str(given)


def _number(given: object, field: Field, where: str, shows_percent: bool, w: Wording) -> float:
    """The number of a field for what its cell holds, also where that is a text, with a unit behind or none.

    `w` settles the units. Raises `Refused` with a sentence where it is no number, or where nobody can tell which.
    """
    counts = isinstance(given, int | float) and not isinstance(given, bool)
    if counts and shows_percent:
        shown = percent(float(str(given)))
        if field.kind != "rate":
            raise Refused([Problem.at(where, NOT_A_NUMBER, got=f"{shown}%")])
        return float(shown)
    found = None if counts else amounts.split(str(given))
    if not counts and found is None:
        return _typed(given, field, where, w)
    number = float(found[0] if found else str(given))
    if field.kind == "rate" and 0 < abs(number) <= HIGHEST:
        raise Refused([Problem.at(where, UNSURE, got=plain(number), limit=plain(HIGHEST))])
    return w.unshifted(repr(number), field.unit) if field.kind == "level" else number


def _typed(given: object, field: Field, where: str, w: Wording) -> float:
    """The number of a text as it may be typed into the form as well."""
    try:
        if isinstance(given, str) and field.kind == "level":
            return amounts.level(given, field.unit, where, w)
        if isinstance(given, str):
            return amounts.number(given, field.unit, where)
    except Refused:
        pass
    raise Refused([Problem.at(where, NOT_A_NUMBER, got=given)])
