"""The ranges of a sweep: KEY=START:STOP:STEP, or KEY=A,B,C."""

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

import numpy as np

from model.cli.scenario_options import allowed, find, number, parted
from model.economics.paths import Array
from model.language.problem import Problem, Refused
from model.language.words import N_
from model.region.pack import Pack
from model.scenario.lever import Lever

MOST = 1_000_000
NO_RANGE = N_("is not a lever and its values (got {got}); KEY=START:STOP:STEP or KEY=A,B,C is needed; write it so")
NO_STEP = N_("has no value from start to stop (got {got}); the step leads from one to the other; correct it")
TOO_MANY = N_("has too many values (got {got}); allowed: {allowed}; use a larger step")
TWICE = N_("is given twice; each lever may have one value or one range; leave one out")


class Range(NamedTuple):
    """The values of one lever, or of one year's growth."""

    key: str
    lever: Lever
    """Of a single year: that of the later years."""
    year: int | None
    typed: Array
    """The values as they are typed, rates in per cent."""
    inside: Array
    """The same in the unit of the model."""


def read(typed: Iterable[str], sets: Iterable[str], pack: Pack) -> list[Range]:
    """The ranges that were typed, beside the levers that are set. Raises `Refused` with every fault."""
    found: list[Range] = []
    problems: list[Problem] = []
    for each in typed:
        try:
            found.append(_range(each, pack))
        except Refused as refusal:
            problems += refusal.problems
    keys = [*{parted(each, "--set", NO_RANGE)[0] for each in sets}, *(one.key for one in found)]
    problems += [Problem.at(key, TWICE) for key in dict.fromkeys(keys) if keys.count(key) > 1]
    if problems:
        raise Refused(problems)
    return found


def _range(typed: str, pack: Pack) -> Range:
    key, text = parted(typed, "--range", NO_RANGE)
    lever, year = find(key, pack, "--range")
    pieces = [piece.strip() for piece in text.split(":" if ":" in text else ",")]
    if ":" in text:
        if len(pieces) != 3:
            raise Refused([Problem.at("--range", NO_RANGE, got=typed)])
        numbers = _steps(key, text, *(number(key, piece, lever) for piece in pieces))
    else:
        numbers = list(dict.fromkeys(number(key, piece, lever) for piece in pieces))
    inside = [allowed(key, value, lever) for value in numbers]
    return Range(key, lever, year, np.array(numbers, float), np.array(inside))


def _steps(key: str, text: str, start: Decimal, stop: Decimal, step: Decimal) -> list[Decimal]:
    """From start to stop at most, exactly."""
    count = math.floor((stop - start) / step) + 1 if step else 0
    if count < 1:
        raise Refused([Problem.at(key, NO_STEP, got=text)])
    if count > MOST:
        raise Refused([Problem.at(key, TOO_MANY, got=f"{count:,}", allowed=f"{MOST:,}")])
    return [start + step * n for n in range(count)]
