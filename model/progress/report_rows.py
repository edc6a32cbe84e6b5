"""Rows of the plan report as indicators: a baseline, growth in the plan year and afterwards, like any other.

A region with some of its rows is a pack like any other, so that all that holds of its indicators holds of them.
"""

import functools
from dataclasses import replace
from typing import Any, Literal

from model.language.problem import Problem, Refused
from model.language.rates import percent, plain, rate
from model.language.wording import LOCALES, Wording
from model.language.words import N_, Both
from model.progress.rebasing import derived_region
from model.region.indicators import OBSERVED, Indicator
from model.region.pack import CACHED_PACKS, Pack
from model.region.records import Baseline, Goal, Statement, plan_key
from model.region.statements import comparisons, trust, unit_of
from model.scenario.levers import levers

MOST = 6
LIMITS = LOWEST, HIGHEST = -0.9, 5.0
"""Growth that can be set: wide enough for what a plan asks of a trade that begins."""
SPAN = -0.5, 1.0
"""What a slider covers at least: as much as most plans ask."""
ROWS = N_("Rows of the plan report")
FULL = N_("can be projected up to {allowed} at a time (got {got}); remove one first")
PLANNED, REPEATED = N_("{first} plan"), N_("{base} growth repeated")
NOT_ALIKE = N_("{base} and {first} are counted differently: the growth between them means nothing.")
Reason = Literal["unknown", "no_growth", "count", "less", "projected", "too_far"]


@functools.lru_cache(maxsize=CACHED_PACKS)
def offered(pack: Pack) -> tuple[str, ...]:
    """The rows of the region's report that can be indicators."""
    return tuple(key for key in pack.own.statements if unfit(key, pack) is None)


def unfit(key: str, pack: Pack) -> Reason | None:
    """Why a row cannot be an indicator, or None where it can."""
    own = pack.own
    if key not in own.statements:
        return "unknown"
    growth, row = _growth(key, own), own.statements[key]
    if growth is None:
        return "no_growth"
    if row.counts_plan:
        return "count"
    if row.direction == "less":
        return "less"  # a level to reach is a floor everywhere
    same = (base for each, base in own.baselines.items() if each in OBSERVED and base.value == row.result)
    others = (lever for lever in levers(own).values() if lever.series not in keys(own))
    taken = {name for lever in others for name in (lever.key, lever.link_key)}
    if key in taken or key in OBSERVED or any((base.unit, base.source) == (row.unit_zh, row.source) for base in same):
        return "projected"
    return None if LOWEST <= growth <= HIGHEST else "too_far"


def doubt(key: str, pack: Pack, w: Wording) -> str:
    """That a row's two years are not counted alike; empty for any other indicator."""
    row = pack.own.statements.get(key) if key in keys(pack) else None
    return w(NOT_ALIKE) if row and row.comparable == "no" else ""


def keys(pack: Pack) -> tuple[str, ...]:
    """The rows that are its indicators."""
    return tuple(row.key for row in pack.rows)


def add(key: str, pack: Pack) -> tuple[str, ...]:
    """Its rows with one more. Raises `Refused` where there is no room."""
    if key not in keys(pack) and len(pack.rows) >= MOST:
        raise Refused([Problem.at(ROWS, FULL, got=key, allowed=MOST)])
    return tuple(dict.fromkeys((*keys(pack), key)))


def remove(key: str, pack: Pack) -> tuple[str, ...]:
    """Its rows without that one."""
    return tuple(each for each in keys(pack) if each != key)


def with_rows(pack: Pack, rows: tuple[str, ...]) -> Pack:
    """The pack with exactly these rows of its report as indicators."""
    if rows == keys(pack):
        return pack
    return derived_region(_own(pack.own, rows), pack.key.base_year, pack.typed_outcomes)


@functools.lru_cache(maxsize=CACHED_PACKS)
def _own(own: Pack, rows: tuple[str, ...]) -> Pack:
    """The region's own pack with these rows: their results are baselines, their growth is announced."""
    before = keys(own)
    baselines = {key: base for key, base in own.baselines.items() if key not in before}
    goals = {key: goal for key, goal in own.goals.items() if goal.indicator not in before}
    for key in rows:
        baselines[key] = _baseline(own.statements[key], own)
        goals[plan_key(key)] = _goal(key, own)
    indicators = tuple(_indicator(own.statements[key]) for key in rows)
    return replace(own, baselines=baselines, goals=goals, rows=indicators)


def _growth(key: str, own: Pack) -> float | None:
    """The growth from a level of the base year that the plan says or means, or else that of the base year, if any."""
    found, row = comparisons(own)[key], own.statements[key]
    if not row.result or row.result < 0:
        return None
    if row.has_target:
        return found.growth if found else None
    return None if row.result_growth is None or row.unit_zh == "%" else rate(row.result_growth)


def _indicator(row: Statement) -> Indicator:
    """The row as an indicator, named by its own names."""
    basis: Literal["current", "constant", ""] = row.price_basis if row.price_basis != "price_change" else ""
    zh, en = (name.replace("{", "{{").replace("}", "}}") for name in (row.name_zh, row.name_en))
    name = Both(en, zh)
    return Indicator(row.key, name, name, unit_of(row), basis, LIMITS, SPAN, _held(row))


def _baseline(row: Statement, own: Pack) -> Baseline:
    level: dict[str, Any] = {"value": row.result, "unit": unit_of(row)}
    return Baseline.model_construct(**_figure(row, own), **level, year=own.base_year, low=None, high=None)


def _goal(key: str, own: Pack) -> Goal:
    """The growth of the plan year, that of the base year where the plan says nothing of the row."""
    row, growth = own.statements[key], float(percent(_growth(key, own) or 0.0))
    figure = _figure(row, own, f"{plain(row.target or 0.0)}÷{plain(row.result or 0.0)}−1" if _held(row) else "")
    for language in LOCALES:
        figure[f"name_{language}"] = Wording(language, own.base_year)(PLANNED if row.has_target else REPEATED)
    year = own.first_year if row.has_target else own.base_year
    return Goal.model_construct(**figure, key=plan_key(key), kind="growth", year=year, unit="%", value=growth)


def _held(row: Statement) -> bool:
    """Whether later years are offered at the target, for the plan prints levels alone: two make no rate of growth."""
    return row.has_target and row.target_growth is None


def _figure(row: Statement, own: Pack, how: str = "") -> dict[str, Any]:
    """What every figure of the row has; the note says how it was worked out and what its text leaves open."""
    printed = trust(row, own)
    figure = {"indicator": row.key, "price_basis": row.price_basis, "trust": max("C", printed) if how else printed,
              "source": row.source, "locator": row.locator}  # fmt: skip
    for language, note in (("zh", row.note_zh), ("en", row.note_en)):
        w = Wording(language, own.base_year)
        apart = w(NOT_ALIKE) if row.comparable == "no" else ""
        figure[f"note_{language}"] = w.listing([*filter(None, (how, apart, note))])
    return figure
