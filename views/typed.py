"""A value that can be typed: in either unit, in any width of digits, and refused with a sentence."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from model import amounts
from model.levers import REFUSED, Lever
from model.problem import Problem, Refused
from model.rates import percent, rate
from model.scenario import LONGEST_NAME
from model.wording import Wording
from model.words import N_
from views.component import component

HTML = (
    '<h3></h3><div class="line"><label><span></span><input type="text" autocomplete="off" spellcheck="false"></label>'
    '<button type="button"></button></div><output role="alert"></output>'
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


def read(text: str, lever: Lever, name: str, w: Wording, notes: list[Problem]) -> float:
    """The lever's value for what was typed; what may be meant otherwise is added to `notes`.

    Without a unit, a level is meant in the unit that is shown. Raises `Refused` with a sentence where it is no value.
    """
    number, unit = amounts.parted(text, lever.unit, name)
    if lever.kind == "rate":
        value = rate(number)
    elif lever.kind == "year":
        value = float(number)
    else:
        value = amounts.in_unit(number, unit, lever.unit, w)
    if fault := lever.fault(value):
        low, high = (_limit(limit, lever, w) for limit in (lever.low, lever.high))
        raise Refused([Problem.at(name, REFUSED[fault], got=text, low=low, high=high)])
    if lever.unit == "%" and (note := amounts.like_a_fraction(name, percent(value))):
        notes.append(note)
    return value


def _limit(limit: float, lever: Lever, w: Wording) -> str:
    if lever.unit == "points":
        return w(N_("{number} points"), number=w.number(limit * 100, 0))
    if lever.kind == "rate":
        return w.rate(limit, 0)
    return str(int(limit)) if lever.kind == "year" else w.published(limit, lever.unit)
