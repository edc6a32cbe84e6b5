"""Amounts as people type them: in any width of digits, with commas between thousands, and a unit behind or none."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from model.problem import Problem, Refused
from model.rates import rate
from model.wording import Wording
from model.words import N_

NUMBER = re.compile(r"([+-]?(?:(?:[1-9]\d{0,2}(?:,\d{3})+|\d{1,20})(?:\.\d{0,20})?|\.\d{1,20}))\s*(\D*)", re.ASCII)
"""A comma parts thousands; "0,5" is no number, for it must not become 5."""
SHIFTS = {
    "亿元": {
        "亿元": 0,
        "亿": 0,
        "bn yuan": 1,
        "bn": 1,
        "billion": 1,
        "billion yuan": 1,
        "万元": -4,
        "万": -4,
        "million yuan": -2,
        "million": -2,
    },
    "元": {"元": 0, "yuan": 0, "万元": 4, "万": 4},
    "%": {"%": 0},
    "points": {"%": 0, "points": 0, "个百分点": 0, "百分点": 0},
    "": {"年": 0},
}
"""The units that may be typed behind a number, by the unit of the lever, and the decimal shift each takes; of
those that are the same, the one that is offered first."""
EMPTY = N_("is missing; write digits and a decimal point, with or without the unit; nothing was changed")
NOT_A_NUMBER = N_(
    "is not a number (got {got}); write digits and a decimal point, with or without the unit; nothing was changed"
)


def level(text: str, unit: str, name: str, w: Wording) -> float:
    """The level [the unit] for what was typed, in `unit`, the unit that is shown, or one that is written behind it.

    Raises `Refused` with a sentence where it is no number.
    """
    return in_unit(*parted(text, unit, name), unit, w)


def measured(text: str, units: Mapping[str, int], usual: int, name: str) -> float:
    """The amount for what was typed, with one of these units behind it or none: each takes a decimal shift.

    Without a unit the shift is the usual one. Raises `Refused` with a sentence where it is no number.
    """
    folded = _folded(text).casefold()
    known = {_folded(unit).casefold(): shift for unit, shift in units.items()}
    behind = max((unit for unit in known if folded.endswith(unit)), key=len, default="")
    match = NUMBER.fullmatch(folded.removesuffix(behind).strip())
    if match is None or match[2]:
        raise _refused(text, name)
    return float(Decimal(match[1].replace(",", "")).scaleb(known.get(behind, usual)))


def has_unit(text: str, unit: str) -> bool:
    """Whether one of the units that may stand behind a value in `unit` was typed with the number."""
    return bool(parted(text, unit, "")[1])


def number(text: str, unit: str, name: str) -> float:
    """The number for what was typed, whatever of that unit stands behind it. Raises `Refused` where it is none."""
    return float(parted(text, unit, name)[0])


def share(text: str, name: str) -> float:
    """The fraction for what was typed in per cent. Raises `Refused` with a sentence where it is no number."""
    return rate(parted(text, "%", name)[0])


def in_unit(number: str, behind: str, unit: str, w: Wording) -> float:
    """A number as a level in `unit`; without a unit behind it, it is in the one that is shown."""
    return float(Decimal(number).scaleb(SHIFTS[unit][behind])) if behind else w.unshifted(number, unit)


def parted(text: str, unit: str, name: str) -> tuple[str, str]:
    """The number and the unit that were typed, of those that may stand behind a value in `unit`."""
    match = NUMBER.fullmatch(_folded(text))
    behind = match[2].strip().casefold() if match else ""
    if match is None or (behind and behind not in SHIFTS[unit]):
        raise _refused(text, name)
    return match[1].replace(",", ""), behind


def _refused(text: str, name: str) -> Refused:
    """Why nothing can be read: nothing was typed, or no number."""
    return Refused([Problem.at(name, NOT_A_NUMBER, got=text) if text.strip() else Problem.at(name, EMPTY)])


def _folded(text: str) -> str:
    """The text in one width of letters and digits, with the minus that programs know."""
    return unicodedata.normalize("NFKC", text).replace("−", "-").strip()
