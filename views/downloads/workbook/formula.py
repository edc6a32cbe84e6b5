"""Formulas, as cells hold them, and what they come to."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from xlsxwriter.utility import xl_rowcol_to_cell

from model.language.rounding import safe

UP = 4
"""Decimals to which a rate that is needed is rounded up: hundredths of a per cent."""


@dataclass(frozen=True)
class Formula:
    """A formula, without its equals sign, and what it comes to; None is a dash."""

    text: str
    value: str | float | None


Content = str | float | Formula | None


def cell(row: int, column: int) -> str:
    """A cell of the same sheet, as formulas say it."""
    return str(xl_rowcol_to_cell(row, column))


def in_year(row: str, year: str = "target_year") -> str:
    """The formula of a row in a year."""
    return f"INDEX({row},1,{year}-base_year+1)"


def rounded_up(formula: str, digits: int = UP) -> str:
    """The formula of a number above -1 rounded up to so many decimals, but for the noise of the arithmetic."""
    return f"(ROUNDUP(ROUND(({formula})*{10**digits},6)+{10**digits},0)-{10**digits})/{10**digits}"


def up(value: str | float | None, digits: int = UP) -> float | None:
    """What `rounded_up` comes to."""
    return None if value is None else float(safe(Decimal(repr(float(value))), digits, ROUND_CEILING))
