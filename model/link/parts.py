"""Levers in a link: values and years set by hand, `gdp=6.5,7.5,2026:5`, and which are locked, `gdp.locked=2026`."""

import functools
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from model.language import amounts
from model.language.problem import Problem, combined
from model.language.words import N_
from model.region.pack import CACHED_PACKS, Pack
from model.scenario.lever import Fault, Lever, number, outside
from model.scenario.levers import levers
from model.scenario.scenario import NOT_BY_HAND, TWICE, Lock, Override, Scenario, override_problem

BY_HAND = re.compile(r"(\d{4}):(.*)", re.ASCII)
"""A year and its rate."""
LOCKED = ".locked"

NOT_A_NUMBER = N_("is not a number (got {got}); allowed: {low} to {high}; the value of the plan is used instead")
OUTSIDE = N_("is outside the range (got {got}); allowed: {low} to {high}; the value of the plan is used instead")
NOT_WHOLE = N_("is not a whole year (got {got}); allowed: {low} to {high}; the value of the plan is used instead")
WIDE = N_("is written in full-width characters (got {got}); it was read as {read}")
TOO_MANY = N_("has more values than the {allowed} it can have (got {got}); the rest was left out")
TOO_FEW = N_("has {got} of {allowed} values; those of the plan are used for the rest")
REFUSED: dict[Fault, str] = {"outside": OUTSIDE, "not_whole": NOT_WHOLE}


@dataclass
class Part:
    """What one part says: the values that can be used, and what is wrong with the others."""

    values: dict[str, float] = field(default_factory=dict)
    by_hand: list[Override] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@functools.lru_cache(maxsize=CACHED_PACKS)
def link_keys(pack: Pack) -> Mapping[str, list[Lever]]:
    """The link parameters that carry levers, and the levers of each in their order."""
    params: dict[str, list[Lever]] = {}
    for lever in levers(pack).values():
        params.setdefault(lever.link_key, []).append(lever)
    return params


def written(scenario: Scenario) -> dict[str, str]:
    """What a link says of the scenario's levers, by key."""
    said = {}
    for key, members in link_keys(scenario.pack).items():
        years = (f"{year}:{members[-1].written(rate)}" for year, rate in scenario.rates_by_hand(key).items())
        said[key] = ",".join((*(member.written(scenario[member.key]) for member in members), *years))
        if locked := scenario.locked(key):
            said[key + LOCKED] = ",".join(map(str, locked))
    return said


def read_part(typed: str, members: list[Lever], pack: Pack) -> Part:
    """The values of the levers that share this part, in their order, and the years set by hand."""
    part, key = Part(), members[0].link_key
    text = amounts.folded(typed)
    if text != typed:
        part.problems.append(Problem.at(key, WIDE, got=typed, read=text))
    pieces = [piece.strip() for piece in text.split(",")] if text.strip() else []
    numbers = [piece for piece in pieces if ":" not in piece]
    if len(numbers) > len(members):
        part.problems.append(Problem.at(key, TOO_MANY, got=",".join(numbers), allowed=len(members)))
    elif len(numbers) < len(members):
        part.problems.append(Problem.at(key, TOO_FEW, got=len(numbers), allowed=len(members)))
    problems = _read_numbers(part, numbers, members)
    problems += _read_years(part, [piece for piece in pieces if ":" in piece], members[-1], pack)
    part.problems += combined(problems)
    return part


def _read_numbers(part: Part, pieces: list[str], members: list[Lever]) -> list[Problem]:
    problems = []
    for lever, piece in zip(members, pieces, strict=False):
        value = number(piece, lever)
        if value is None:
            problems.append(outside(lever, piece, NOT_A_NUMBER))
        elif fault := lever.fault(value):
            problems.append(outside(lever, value, REFUSED[fault], piece))
        else:
            part.values[lever.key] = value
    return problems


def _read_years(part: Part, pieces: list[str], lever: Lever, pack: Pack) -> list[Problem]:
    problems = []
    found: dict[int, Override] = {}
    for piece in pieces:
        match = BY_HAND.fullmatch(piece)
        value = number(match[2].strip(), lever) if match else None
        if not lever.by_year or match is None or value is None:
            problems.append(outside(lever, piece, NOT_A_NUMBER))
        elif (year := int(match[1])) in found:
            problems.append(Problem.at(lever.link_key, TWICE, got=piece))
        elif problem := override_problem(pack, lever.series, year, value, piece):
            problems.append(problem)
        else:
            found[year] = (lever.series, year, value)
    part.by_hand += found.values()
    return problems


def read_locks(typed: str, series: str, years: Container[int]) -> tuple[list[Lock], list[Problem]]:
    """The locked years that a part says, of those set by hand; and what is wrong with the others."""
    said = [piece.strip() for piece in amounts.folded(typed).split(",")]
    good = [piece for piece in said if re.fullmatch(r"\d{4}", piece, re.ASCII) and int(piece) in years]
    problems = [Problem.at(series, NOT_BY_HAND, got=piece) for piece in said if piece and piece not in good]
    return [(series, int(piece)) for piece in dict.fromkeys(good)], combined(problems)
