"""The result that a link carries, so that a reader learns when data or model have changed since it was made."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args

from model.economics.verdict import Status, judge
from model.language.problem import Problem
from model.language.rates import plain
from model.language.rounding import beside
from model.language.words import N_
from model.scenario.scenario import Scenario

DIGITS = 3
ROUNDING = 1.5 * 10**-DIGITS
"""Levels closer than this are the same headline, whatever machine rounded them."""
SHOWN = re.compile(rf"(\d{{1,20}}(?:\.\d{{1,20}})?),({'|'.join(get_args(Status))})", re.ASCII)

MOVED = N_("This link showed {then} when it was made; today it is {now}.")
TURNED: Mapping[Status, str] = {
    "reached": N_("This link said “reached” of the same {now} when it was made."),
    "depends": N_("This link said “depends on the starting level” of the same {now} when it was made."),
    "not_reached": N_("This link said “not reached” of the same {now} when it was made."),
}


@dataclass(frozen=True)
class Shown:
    """A headline: GDP at the deadline, to three decimals or as many as its verdict needs [GDP's unit], and that."""

    level: float
    status: Status

    def __str__(self) -> str:
        return f"{plain(self.level)},{self.status}"


def parse(text: str) -> Shown | None:
    """The headline that the text states, or None where it states none."""
    match = SHOWN.fullmatch(text)
    return Shown(float(match[1]), match[2]) if match and float(match[1]) > 0 else None  # type: ignore[arg-type]  # matched


def headline(scenario: Scenario) -> Shown:
    """What a link made now shows."""
    verdict = judge(scenario)
    level = beside(verdict.level, scenario["target_level"], DIGITS)[0]
    return Shown(float(level), verdict.status)


def difference(then: Shown, now: Shown, say: Callable[[float], str]) -> Problem | None:
    """The sentence that a headline has changed, or None; levels that `say` writes alike are the same level."""
    said_then, said_now = say(then.level), say(now.level)
    if abs(then.level - now.level) > ROUNDING and said_then != said_now:
        return Problem.at("", MOVED, then=said_then, now=said_now)
    return None if then.status == now.status else Problem.at("", TURNED[then.status], now=said_now)
