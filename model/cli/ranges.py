"""The ranges of a sweep: KEY=START:STOP:STEP, or KEY=A,B,C."""

import math
from collections.abc import Iterable
from decimal import Decimal

from model.cli.scenario_options import find, number, parted
from model.language.problem import Problem, Refused
from model.language.words import N_
from model.region.pack import Pack

MOST = 100_000
NO_RANGE = N_("is not a lever and its values (got {got}); KEY=START:STOP:STEP or KEY=A,B,C is needed; write it so")
NO_STEP = N_("has no value from start to stop (got {got}); the step leads from one to the other; correct it")
TOO_MANY = N_("has too many values (got {got}); allowed: {allowed}; use a larger step")
TWICE = N_("is given twice; each lever may have one value or one range; leave one out")


def read(typed: Iterable[str], sets: Iterable[str], pack: Pack) -> dict[str, list[float]]:
    """The ranges that were typed, beside the levers that are set: rates in per cent. Raises `Refused`."""
    ranges, problems = list[tuple[str, list[float]]](), list[Problem]()
    for each in typed:
        try:
            ranges.append(_range(each, pack))
        except Refused as refusal:
            problems += refusal.problems
    keys = [*{parted(each, "--set", NO_RANGE)[0] for each in sets}, *(key for key, _ in ranges)]
    problems += [Problem.at(key, TWICE) for key in dict.fromkeys(keys) if keys.count(key) > 1]
    if problems:
        raise Refused(problems)
    return dict(ranges)


def _range(typed: str, pack: Pack) -> tuple[str, list[float]]:
    key, text = parted(typed, "--range", NO_RANGE)
    lever, _ = find(key, pack, "--range")
    pieces = [piece.strip() for piece in text.split(":" if ":" in text else ",")]
    if ":" in text and len(pieces) != 3:
        raise Refused([Problem.at("--range", NO_RANGE, got=typed)])
    numbers = [number(key, piece, lever) for piece in pieces]
    return key, list(map(float, _steps(key, text, *numbers) if ":" in text else dict.fromkeys(numbers)))


def _steps(key: str, text: str, start: Decimal, stop: Decimal, step: Decimal) -> list[Decimal]:
    """From start to stop at most, exactly."""
    count = math.floor((stop - start) / step) + 1 if step else 0
    if count < 1:
        raise Refused([Problem.at(key, NO_STEP, got=text)])
    if count > MOST:
        raise Refused([Problem.at(key, TOO_MANY, got=f"{count:,}", allowed=f"{MOST:,}")])
    return [start + step * n for n in range(count)]
