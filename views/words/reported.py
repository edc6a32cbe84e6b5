"""What a row of the plan report says, in words and in the units of the reader: its name, its result, its target."""

from decimal import Decimal

from model.language.rounding import decimals, significant
from model.language.words import N_
from model.region.records import Statement
from model.region.statements import comparisons, unit_of
from views.state import State

SIGNS = {"": "", "~": "≈ ", ">=": "≥ ", "<=": "≤ "}
NONE = "–"
BASES = {"": "", "current": N_("current prices"), "constant": N_("constant prices"), "price_change": N_("price change")}
"""Price bases."""
FIGURES = 4
"""How many significant figures a level has that is worked out, at least."""


def name(state: State, row: Statement) -> str:
    """What a row is about."""
    return state.reported.either(row.name_zh, row.name_en)


def unit(state: State, row: Statement) -> str:
    """The unit of a row's levels for the reader; empty where that is per cent, which stands with the number."""
    return "" if row.unit_zh == "%" else state.reported.either(row.unit_zh, row.unit_en)


def result(state: State, row: Statement) -> str:
    """What the report says of the base year: a level, its growth, or both."""
    said = []
    if row.result is not None:
        said.append(SIGNS[row.result_sign] + level(state, row, row.result))
    if row.result_growth is not None:
        said.append(_rate(state, row.result_growth))
    return " · ".join(said) or NONE


def target(state: State, row: Statement, reached: float | None = None) -> str:
    """What the report aims at, with the level that a rate means where one follows, and its year where it is another.

    Where the level `reached` stands beside it, it has the digits that tell the two apart.
    """
    if not row.has_target:
        return NONE
    w, of, sign = state.reported, unit_of(row), SIGNS[row.target_sign]
    if row.target_year != state.pack.own.first_year:
        sign = w(N_("{year}: "), year=row.target_year) + sign
    if row.target is not None:
        return sign + level(state, row, row.target)
    said, meant = sign + _rate(state, row.target_growth or 0.0), level_meant(state, row)
    if meant is None or row.result is None:
        return said
    exact = w.shifted(meant, of)
    digits = min(decimals(exact), max(decimals(w.shifted(row.result, of)), FIGURES - 1 - exact.adjusted()))
    shown = w.bare(meant, of, digits=digits) if reached is None else w.beside(meant, reached, of, digits)
    return f"{said} → {shown}"


def level_meant(state: State, row: Statement) -> float | None:
    """The level that the target is or means; None where there is none."""
    found = comparisons(state.pack.own)[row.key]
    return row.target if found is None or found.level is None else significant(found.level)


def level(state: State, row: Statement, value: float) -> str:
    """A level with the digits that are printed, without its unit; a share in per cent."""
    w = state.reported
    return w.exactly(value, unit_of(row)) + (w.percent_sign if row.unit_zh == "%" else "")


def _rate(state: State, per_cent: float) -> str:
    """Growth in per cent with its sign and the digits that are printed."""
    w, exact = state.reported, Decimal(repr(float(per_cent)))
    return w.number(exact, decimals(exact), sign=True) + w.percent_sign
