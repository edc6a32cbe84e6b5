"""What a row of the plan report says, in words and in the units of the reader: its name, its result, its target."""

from decimal import Decimal
from typing import NamedTuple

from model.records import Statement
from model.rounding import significant
from model.statements import Comparison, shift
from model.words import N_
from views.state import State

LEVEL = N_("result in the plan report"), N_("growth in the plan report")
AIM = N_("target in the plan report"), N_("growth target in the plan report")
"""What the level and the growth of a row are called: of the base year, and of the year that is aimed at."""
SIGNS = {"": "", "~": "≈ ", ">=": "≥ ", "<=": "≤ "}
NONE = "–"


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
    now: State, row: Statement, year: int, both: tuple[float | None, float | None], kinds: tuple[str, str]
) -> list[Stated]:
    """A level and a growth of a row as figures, those of them that there are; `kinds` says what each is."""
    level, growth = both
    found = []
    if level is not None:
        found.append(
            Stated(row, year, kinds[0], shifted(now, row, level), now.reported.either(row.unit_zh, row.unit_en))
        )
    if growth is not None:
        found.append(Stated(row, year, kinds[1], Decimal(repr(float(growth))).normalize(), "%"))
    return found


def said_of(now: State, row: Statement) -> list[Stated]:
    """All figures that the report prints of a row."""
    own = now.pack.own
    return [
        *stated(now, row, own.base_year, (row.result, row.result_growth), LEVEL),
        *stated(now, row, row.target_year or own.first_year, (row.target, row.target_growth), AIM),
    ]


def name(now: State, each: Statement) -> str:
    """What a statement is about."""
    return now.reported.either(each.name_zh, each.name_en)


def result(now: State, each: Statement) -> str:
    """What the report says of the base year: a level, its growth, or both."""
    said = []
    if each.result is not None:
        said.append(SIGNS[each.result_sign] + level(now, each, each.result))
    if each.result_growth is not None:
        said.append(rate(now, each.result_growth))
    return " · ".join(said) or NONE


def target(now: State, each: Statement, found: Comparison | None) -> str:
    """What the report aims at, with the level that a rate means where one follows, and its year where it is another.

    That level has all its digits, so that a level which is short of it never reads as it.
    """
    if not each.has_target:
        return NONE
    sign = SIGNS[each.target_sign]
    if each.target_year != now.pack.own.first_year:
        sign = now.reported(N_("{year}: "), year=each.target_year) + sign
    if each.target is not None:
        return sign + level(now, each, each.target)
    said = sign + rate(now, each.target_growth or 0.0)
    if found is None or found.level is None or each.result is None:
        return said
    meant = significant(found.level)
    return f"{said} → {level(now, each, meant, max(digits(now, each, each.result) + 1, digits(now, each, meant)))}"


def level(now: State, each: Statement, value: float, decimals: int | None = None) -> str:
    """A level in the unit of the language, with the digits that are printed or with so many."""
    w = now.reported
    shown = w.number(shifted(now, each, value), digits(now, each, value) if decimals is None else decimals)
    return shown + (w.percent_sign if each.unit_zh == "%" else "")


def shifted(now: State, each: Statement, value: float) -> Decimal:
    """A level in the unit of the language, exactly."""
    return Decimal(repr(float(value))).scaleb(0 if now.language == "zh" else shift(each)).normalize()


def digits(now: State, each: Statement, value: float) -> int:
    """The decimals that are printed of a level, in the unit of the language."""
    return places(shifted(now, each, value))


def places(number: Decimal) -> int:
    """The decimals of a number."""
    return max(0, -int(number.as_tuple().exponent))


def rate(now: State, per_cent: float) -> str:
    """Growth in per cent with its sign and the digits that are printed."""
    w, exact = now.reported, Decimal(repr(float(per_cent))).normalize()
    return w.number(exact, places(exact), sign=True) + w.percent_sign
