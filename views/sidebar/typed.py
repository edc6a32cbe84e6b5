"""What is typed into a lever: in either unit, in any width of digits, and refused with a sentence."""

from collections.abc import Iterable
from dataclasses import replace

from model.language import amounts
from model.language.problem import Problem, Refused
from model.language.rates import percent, rate
from model.language.wording import Wording
from model.language.words import N_
from model.scenario.lever import REFUSED, Lever

SHORTER = {REFUSED["outside"]: N_("must lie between {low} and {high}")}


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


def in_box(problems: Iterable[Problem], w: Wording) -> str:
    """What is wrong with the text in a lever's box, without the lever's name and as short as its place is."""
    said = (replace(each, where="", what=SHORTER.get(each.what, each.what)) for each in problems)
    return " ".join(w.shown(each) for each in said)


def _limit(limit: float, lever: Lever, w: Wording) -> str:
    if lever.unit == "points":
        return w(N_("{number} points"), number=w.number(limit * 100, 0))
    if lever.kind == "rate":
        return w.rate(limit, 0)
    return str(int(limit)) if lever.kind == "year" else w.published(limit, lever.unit)
