"""What a row of the plan report says, in words and in the units of the reader: its name, its result, its target."""

from decimal import Decimal
from typing import NamedTuple

from model.language import rounding
from model.language.rounding import significant
from model.language.words import N_
from model.region.records import Statement
from model.region.statements import Comparison, shift
from views.state import State

SIGNS = {"": "", "~": "≈ ", ">=": "≥ ", "<=": "≤ "}
NONE = "–"
BASES = {"": "", "current": N_("current prices"), "constant": N_("constant prices"), "price_change": N_("price change")}
"""Price bases."""
FIGURES = 4
"""How many significant figures a level has that is worked out, at least."""


class Stated(NamedTuple):
    """A level or a growth of a row, as a figure among others."""

    row: Statement
    year: int
    kind: str
    """What it is, as a message."""
    value: Decimal
    """In the unit of the reader, or per cent."""
    unit: str
    """Of the reader, or %."""


def stated(
    state: State, row: Statement, year: int, both: tuple[float | None, float | None], kinds: tuple[str, str]
) -> list[Stated]:
    """A level and a growth of a row as figures, those of them that there are; `kinds` says what each is."""
    level, growth = both
    found = []
    if level is not None:
        found.append(
            Stated(row, year, kinds[0], shifted(state, row, level), state.reported.either(row.unit_zh, row.unit_en))
        )
    if growth is not None:
        found.append(Stated(row, year, kinds[1], Decimal(repr(float(growth))).normalize(), "%"))
    return found


def name(state: State, each: Statement) -> str:
    """What a statement is about."""
    return state.reported.either(each.name_zh, each.name_en)


def result(state: State, each: Statement) -> str:
    """What the report says of the base year: a level, its growth, or both."""
    said = []
    if each.result is not None:
        said.append(SIGNS[each.result_sign] + level(state, each, each.result))
    if each.result_growth is not None:
        said.append(rate(state, each.result_growth))
    return " · ".join(said) or NONE


def target(state: State, each: Statement, found: Comparison | None, beside: float | None = None) -> str:
    """What the report aims at, with the level that a rate means where one follows, and its year where it is another.

    Where the level reached stands `beside` it, it has the digits that tell the two apart.
    """
    if not each.has_target:
        return NONE
    sign = SIGNS[each.target_sign]
    if each.target_year != state.pack.own.first_year:
        sign = state.reported(N_("{year}: "), year=each.target_year) + sign
    if each.target is not None:
        return sign + level(state, each, each.target)
    said = sign + rate(state, each.target_growth or 0.0)
    if found is None or found.level is None or each.result is None:
        return said
    meant = shifted(state, each, significant(found.level))
    finest = min(places(meant), max(digits(state, each, each.result), FIGURES - 1 - meant.adjusted()))
    if beside is not None:
        finest = places_beside(meant, shifted(state, each, beside), finest)
    return f"{said} → {state.reported.number(meant, finest)}"


def level(state: State, each: Statement, value: float, decimals: int | None = None) -> str:
    """A level in the unit of the language, with the digits that are printed or with so many."""
    w = state.reported
    shown = w.number(shifted(state, each, value), digits(state, each, value) if decimals is None else decimals)
    return shown + (w.percent_sign if each.unit_zh == "%" else "")


def shifted(state: State, each: Statement, value: float) -> Decimal:
    """A level in the unit of the language, exactly."""
    return Decimal(repr(float(value))).scaleb(0 if state.language == "zh" else shift(each)).normalize()


def digits(state: State, each: Statement, value: float) -> int:
    """The decimals that are printed of a level, in the unit of the language."""
    return places(shifted(state, each, value))


def places(number: Decimal) -> int:
    """The decimals of a number."""
    return max(0, -int(number.as_tuple().exponent))


def places_of(value: float) -> int:
    """The decimals that are printed of a number."""
    return places(Decimal(repr(float(value))).normalize())


def places_beside(number: Decimal | float, limit: Decimal | float | None, least: int) -> int:
    """The decimals of a number, at least so many, that keep it on its side of the limit beside it, if there is one."""
    return least if limit is None else places(rounding.beside(number, limit, least)[0])


def rate(state: State, per_cent: float) -> str:
    """Growth in per cent with its sign and the digits that are printed."""
    w, exact = state.reported, Decimal(repr(float(per_cent))).normalize()
    return w.number(exact, places(exact), sign=True) + w.percent_sign
