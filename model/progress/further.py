"""Rows of the plan report as further paths beside a scenario: the row, its growth in the plan year and afterwards.

A path starts from the report's own level and year, also where the region is planned from
a later one. No number of the scenario depends on it.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from model.economics import paths
from model.economics.paths import Array
from model.language.problem import Problem, Refused
from model.language.rates import percent, rate
from model.language.words import N_
from model.progress.outcome_limits import announced
from model.region.pack import PACKS, Pack
from model.region.records import Statement
from model.region.statements import comparisons
from model.region.typed_outcomes import Outcome
from model.scenario import levers as known
from model.scenario.lever import Lever
from model.scenario.levers import RATE_STEP

FURTHER = "further"
MOST = 6
LOWEST, HIGHEST = -0.9, 5.0
"""Growth that can be set: wide enough for what a plan asks of a trade that begins."""
SLID = -0.5, 1.0
"""What a slider covers at least: as much as most plans ask."""
TIDY = 9
"""Decimals of the growth that two levels mean: 22.1472195 %, which misses the target by less than is ever printed."""
Slot = Literal["first", "later"]
SLOTS: tuple[Slot, Slot] = "first", "later"

COUNT = N_("holds a row that counts the plan's indicators and is none (got {got}); it was left out")
NO_GROWTH = N_("holds a row without a level of {base} and growth from it (got {got}); it was left out")
SIMULATED = N_("holds a row that is an indicator of the scenario already (got {got}); it was left out")
TOO_FAR = N_(
    "holds a row whose plan leaves the range of growth (got {got}); allowed: {low} to {high} %; it was left out"
)
UNKNOWN = N_("holds a row that the plan report of this region does not have (got {got}); it was left out")
UNUSED = N_("Outcomes typed of these rows are not used, for the paths rest on the plan report: {outcomes}.")
FULL = N_("has room for {allowed} further paths (got {got}); remove one first")
EXAMPLE = "tourism_revenue:20:15"


@dataclass(frozen=True)
class Further:
    """One further path: the key of its row, and its growth in the plan year and in every later one [fraction]."""

    key: str
    first: float
    later: float


Paths = tuple[Further, ...]


@functools.lru_cache(maxsize=PACKS)
def offered(pack: Pack) -> Mapping[str, Further]:
    """The paths that the region's report offers, by row, each at the growth that its plan says or means.

    Where the plan says nothing of a row, its growth in the base year is repeated.
    """
    own = pack.own
    return MappingProxyType({key: _planned(key, own) for key in own.statements if _fault(key, own) is None})


def fault(key: str, pack: Pack) -> Problem | None:
    """Why a row cannot be a further path, or None where it can."""
    own = pack.own
    what = _fault(key, own)
    limits = {"low": percent(LOWEST), "high": percent(HIGHEST)}
    return Problem.at(FURTHER, what, got=key, base=own.base_year, **limits) if what else None


def _fault(key: str, own: Pack) -> str | None:
    if key not in own.statements:
        return UNKNOWN
    meant, statement = _meant(key, own), own.statements[key]
    if meant is None:
        return NO_GROWTH
    if statement.counts_plan:
        return COUNT
    if any((b.value, b.unit, b.source) == _level(statement) for b in own.baselines.values()):
        return SIMULATED
    return None if LOWEST <= meant <= HIGHEST else TOO_FAR


def _level(statement: Statement) -> tuple[float | None, str, str]:
    return statement.result, statement.unit_zh, statement.source


def _planned(key: str, own: Pack) -> Further:
    growth = round(_meant(key, own) or 0.0, TIDY)
    return Further(key, growth, 0.0 if held(key, own) else growth)


def _meant(key: str, own: Pack) -> float | None:
    """The growth from a level of the base year that the plan says or means, or else that of the base year, if any."""
    found, row = comparisons(own)[key], own.statements[key]
    if not row.result:
        return None
    if row.has_target:
        return found.growth if found else None
    return None if row.result_growth is None or row.unit_zh == "%" else rate(row.result_growth)


def held(key: str, pack: Pack) -> bool:
    """Whether later years are offered at the target, for the plan prints levels alone: two make no rate of growth."""
    row = pack.own.statements[key]
    return row.has_target and row.target_growth is None


def repeated(key: str, pack: Pack) -> bool:
    """Whether a path is offered at the growth of the base year, for the plan says nothing of its row."""
    return not pack.own.statements[key].has_target


def typed_outcome(key: str, pack: Pack) -> Outcome | None:
    """The outcome that was typed of a row, which its path does not rest on; None where there is none."""
    goal = announced(pack.own).get(key)
    where = (goal.indicator, goal.year) if goal else (key, pack.own.statements[key].target_year)
    return next((each for each in pack.typed_outcomes if (each.indicator, each.year) == where), None)


def lever_key(key: str, slot: Slot) -> str:
    """What the lever of a path's growth is called."""
    return f"{FURTHER}_{key}_{slot}"


def lever(each: Further, slot: Slot, pack: Pack) -> Lever:
    """A growth rate of a path as something that can be typed and slid; its default is the plan's."""
    default, when = getattr(offered(pack)[each.key], slot), dict(known.SLOTS)[slot]
    slid = (*SLID, default)
    return Lever(
        lever_key(each.key, slot), f"{FURTHER} {each.key}", "rate", "", when, "%", LOWEST, HIGHEST, RATE_STEP,
        (min(slid), max(slid)), default,
    )  # fmt: skip


def years(pack: Pack, last: int) -> tuple[int, ...]:
    """The years of a path up to the last one: the first is that of the report's results."""
    return tuple(range(pack.own.base_year, last + 1))


def growth(each: Further, pack: Pack, last: int) -> Array:
    """Its growth in every year after the first (years - 1,) [fraction]."""
    return paths.yearly(each.first, each.later, last - pack.own.base_year)


def levels(each: Further, pack: Pack, last: int) -> Array:
    """Its level in every year (years,) [the row's unit]: Y[t] = Y[t-1] (1 + n[t])."""
    return paths.levels(pack.own.statements[each.key].result or 0.0, growth(each, pack, last))


def add(given: Paths, key: str, pack: Pack) -> Paths:
    """With one more path, at the growth offered; as they were where it is there. Raises `Refused` with the reason."""
    if key in keys(given):
        return given
    if problem := fault(key, pack):
        raise Refused([problem])
    if len(given) >= MOST:
        raise Refused([Problem.at(FURTHER, FULL, got=key, allowed=MOST)])
    return (*given, offered(pack)[key])


def remove(given: Paths, key: str) -> Paths:
    """Without that path."""
    return tuple(each for each in given if each.key != key)


def change(given: Paths, key: str, slot: Slot, growth: float) -> Paths:
    """With another growth rate of one path."""
    rates = {slot: growth}
    return tuple(replace(each, **rates) if each.key == key else each for each in given)  # type: ignore[arg-type]


def keys(given: Paths) -> tuple[str, ...]:
    """The keys of their rows."""
    return tuple(each.key for each in given)


def rates(given: Paths) -> set[tuple[str, float]]:
    """Every growth rate of them, with the key of its lever."""
    return {(lever_key(each.key, slot), getattr(each, slot)) for each in given for slot in SLOTS}
