"""What can be tracked, a series or a row of the plan report: what it is called, its unit, how its level is read."""

from collections.abc import Container, Mapping

from model import amounts
from model.indicators import OBSERVED
from model.outcome_limits import comparable, takes_level, tracked_rows
from model.records import Statement
from model.statements import THEMES, shift
from model.words import N_
from views import reported
from views.state import State


def row_of(now: State, key: str) -> Statement | None:
    """The row of the plan report that a key is of; None where it is a series."""
    return _rows(now).get(key)


def choices(now: State, among: Container[str]) -> tuple[str, ...]:
    """The series, and behind them those rows, by theme."""
    themes, rows = list(THEMES), _rows(now)
    found = sorted((key for key in rows if key in among), key=lambda key: themes.index(rows[key].theme))
    return (*comparable(now.pack.own), *found)


def label(now: State, key: str) -> str:
    """What it is called among those to choose from: a row by its theme, its name, its unit."""
    row = row_of(now, key)
    if row is None:
        return short(now, key)
    parts = (now.wording(THEMES[row.theme]), short(now, key), unit_of(now, row) if takes_level(row) else "")
    return " · ".join(part for part in parts if part)


def short(now: State, key: str) -> str:
    """What it is called."""
    row = row_of(now, key)
    return reported.name(now, row) if row else now.wording(OBSERVED[key].short)


def called(now: State, key: str, year: int) -> str:
    """What its outcome of a year is called."""
    return now.wording(N_("{name} {year}"), name=short(now, key), year=year)


def unit(now: State, key: str) -> str:
    """The unit of its levels for the reader."""
    row = row_of(now, key)
    return now.wording.either(row.unit_zh, row.unit_en) if row else now.wording.unit(OBSERVED[key].unit)


def unit_of(now: State, row: Statement) -> str:
    """The unit of a row's levels for the reader; empty where that is per cent, which stands with the number."""
    return "" if row.unit_zh == "%" else now.wording.either(row.unit_zh, row.unit_en)


def level(now: State, key: str, text: str, where: str) -> float:
    """The level [the data's unit] for what was typed, in the unit of the reader or in one that stands behind it.

    Raises `Refused` with a sentence where it is no number.
    """
    row = row_of(now, key)
    if row is None:
        return amounts.level(text, OBSERVED[key].unit, where, now.wording)
    english = -shift(row)
    units = {**amounts.SHIFTS.get(row.unit_zh, {}), row.unit_zh: 0, row.unit_en: english}
    return amounts.measured(text, units, 0 if now.language == "zh" else english, where)


def _rows(now: State) -> Mapping[str, Statement]:
    return tracked_rows(now.pack.own)
