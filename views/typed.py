"""A value that can be typed: in either unit, in any width of digits, and refused with a sentence."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

import streamlit as st

from model.levers import REFUSED, Lever
from model.problem import Problem, Refused
from model.rates import rate
from model.scenario import LONGEST_NAME
from model.wording import Wording
from model.words import N_
from views.component import component

HTML = (
    '<h3></h3><div class="line"><label><span></span><input type="text" autocomplete="off" spellcheck="false"></label>'
    '<button type="button"></button></div><output role="alert"></output>'
)
NUMBER = re.compile(r"([+-]?(?:(?:[1-9]\d{0,2}(?:,\d{3})+|\d{1,20})(?:\.\d{0,20})?|\.\d{1,20}))\s*(\D*)", re.ASCII)
"""A comma parts thousands; "0,5" is no number, for it must not become 5."""
SHIFTS = {
    "亿元": {"亿元": 0, "亿": 0, "bn yuan": 1, "bn": 1, "billion": 1, "billion yuan": 1},
    "元": {"元": 0, "yuan": 0, "万元": 4, "万": 4},
    "%": {"%": 0},
    "points": {"%": 0, "points": 0, "个百分点": 0, "百分点": 0},
    "": {"年": 0},
}
"""The units that may be typed behind a number, by the unit of the lever, and the decimal shift each takes; of
those that are the same, the one that is offered first."""
NOT_A_NUMBER = N_(
    "is not a number (got {got}); write digits and a decimal point, with or without the unit; nothing was changed"
)


class Words(NamedTuple):
    """What is said of a value: a heading over it, the line beside it, its whole name for a screen reader, and what a
    button beside it does, if there is one."""

    heading: str
    line: str
    name: str
    button: str = ""
    action: str = ""
    title: str = ""


def show(
    key: str,
    words: Words,
    value: str,
    step: float | None,
    turn: int,
    take: Callable[[], None],
    address: dict[str, object],
    problem: str = "",
) -> None:
    """A line of words and the value beside it; `take` is called when something was typed.

    `step` is what an arrow key adds, None for a text. A new `turn` shows the value again even where it is the same.
    `problem` is what is wrong with what was typed last. `address` is announced to the header, which is not drawn again
    when a lever moves.
    """
    data = {
        **words._asdict(),
        "value": value,
        "step": step,
        "limit": LONGEST_NAME,
        "shown": f"{turn} {value}",
        "address": address,
        "problem": problem,
    }
    component("typed", HTML)(key=key, data=data, on_typed_change=take, height="content")


def given(key: str) -> str:
    """What was typed."""
    return str(getattr(st.session_state[key], "typed", None) or "")


def read(text: str, lever: Lever, name: str, w: Wording) -> float:
    """The lever's value for what was typed. Raises `Refused` with a sentence where it is none.

    Without a unit, a level is meant in the unit that is shown.
    """
    number, unit = _parted(text, lever.unit, name)
    if lever.kind == "rate":
        value = rate(number)
    elif lever.kind == "year":
        value = float(number)
    else:
        value = _level(number, unit, lever.unit, w)
    if fault := lever.fault(value):
        low, high = (_limit(limit, lever, w) for limit in (lever.low, lever.high))
        raise Refused([Problem.at(name, REFUSED[fault], got=text, low=low, high=high)])
    return value


def level(text: str, unit: str, name: str, w: Wording) -> float:
    """The level [the unit] for what was typed, in `unit`, the unit that is shown, or one that is written behind it.

    Raises `Refused` with a sentence where it is no number.
    """
    return _level(*_parted(text, unit, name), unit, w)


def has_unit(text: str, unit: str) -> bool:
    """Whether one of the units that may stand behind a value in `unit` was typed with the number."""
    return bool(_parted(text, unit, "")[1])


def number(text: str, unit: str, name: str) -> float:
    """The number for what was typed, whatever of that unit stands behind it. Raises `Refused` where it is none."""
    return float(_parted(text, unit, name)[0])


def share(text: str, name: str) -> float:
    """The fraction for what was typed in per cent. Raises `Refused` with a sentence where it is no number."""
    return rate(_parted(text, "%", name)[0])


def _level(number: str, behind: str, unit: str, w: Wording) -> float:
    """A number as a level in `unit`; without a unit behind it, it is in the one that is shown."""
    return float(Decimal(number).scaleb(SHIFTS[unit][behind])) if behind else w.unshifted(number, unit)


def _parted(text: str, unit: str, name: str) -> tuple[str, str]:
    """The number and the unit that were typed, of those that may stand behind a value in `unit`."""
    match = NUMBER.fullmatch(unicodedata.normalize("NFKC", text).replace("−", "-").strip())
    behind = match[2].strip().casefold() if match else ""
    if match is None or (behind and behind not in SHIFTS[unit]):
        raise Refused([Problem.at(name, NOT_A_NUMBER, got=text)])
    return match[1].replace(",", ""), behind


def _limit(limit: float, lever: Lever, w: Wording) -> str:
    if lever.unit == "points":
        return w(N_("{number} points"), number=w.number(limit * 100, 0))
    if lever.kind == "rate":
        return w.rate(limit, 0)
    return str(int(limit)) if lever.kind == "year" else w.published(limit, lever.unit)
