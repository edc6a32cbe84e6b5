"""Rows of the plan report as indicators: a baseline, growth in the plan year and afterwards, like any other.

A region with some of its rows is a pack like any other, so that all that holds of its indicators holds of them.
"""

import functools
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal

from model.language.problem import Problem, Refused
from model.language.rates import percent, rate
from model.language.wording import Wording
from model.language.words import N_, Both, Unit
from model.progress.regions import made
from model.region.indicators import DEFLATOR, OBSERVED, Indicator
from model.region.pack import PACKS, Pack
from model.region.records import Baseline, Goal, Statement, later_key, plan_key
from model.region.statements import comparisons, shift, trust

MOST = 6
LIMITS = LOWEST, HIGHEST = -0.9, 5.0
"""Growth that can be set: wide enough for what a plan asks of a trade that begins."""
SPAN = -0.5, 1.0
"""What a slider covers at least: as much as most plans ask."""
TIDY = 9
"""Decimals of the growth that two levels mean: 22.1472195 %, which misses the target by less than is ever printed."""
FINE = 1000
"""Below it a level has a decimal also where the report prints none: growth would not show otherwise."""
ROWS = N_("Rows of the plan report")
FULL = N_("can be projected up to {allowed} at a time (got {got}); remove one first")
PLANNED = N_("{first} plan")
NOT_ALIKE = N_("{base} and {first} are not counted alike: the growth between them is not that of one thing.")
Reason = Literal["unknown", "no_growth", "count", "projected", "too_far"]


@functools.lru_cache(maxsize=PACKS)
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
    same = (base for each, base in own.baselines.items() if each in OBSERVED and base.value == row.result)
    if key in (*OBSERVED, DEFLATOR) or any((base.unit, base.source) == (row.unit_zh, row.source) for base in same):
        return "projected"
    return None if LOWEST <= growth <= HIGHEST else "too_far"


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
    return made(_own(pack.own, rows), pack.base_year if pack.replanned else None, pack.given)


@functools.lru_cache(maxsize=PACKS)
def _own(own: Pack, rows: tuple[str, ...]) -> Pack:
    """The region's own pack with these rows: their results are baselines, their growth is announced."""
    before = keys(own)
    baselines = {key: base for key, base in own.baselines.items() if key not in before}
    goals = {key: goal for key, goal in own.goals.items() if goal.indicator not in before}
    for key in rows:
        baselines[key] = _baseline(own.statements[key], own)
        goals |= {goal.key: goal for goal in _goals(key, own)}
    indicators = tuple(_indicator(own.statements[key], own.base_year) for key in rows)
    return replace(own, baselines=MappingProxyType(baselines), goals=MappingProxyType(goals), rows=indicators)


def _growth(key: str, own: Pack) -> float | None:
    """The growth from a level of the base year that the plan says or means, or else that of the base year, if any."""
    found, row = comparisons(own)[key], own.statements[key]
    if not row.result or row.result < 0:
        return None
    if row.has_target:
        return found.growth if found else None
    return None if row.result_growth is None or row.unit_zh == "%" else rate(row.result_growth)


def _indicator(row: Statement, base_year: int) -> Indicator:
    """The row as an indicator, named by its own names."""
    level = Decimal(repr(float(row.result or 0.0)))
    digits = _digits(level), _digits(level.scaleb(shift(row)))
    unit = Unit(row.unit_zh, row.unit_en, shift(row), digits, row.price_basis)
    name = Both(row.name_en, row.name_zh)

    def named(message: str) -> Both:
        english, chinese = (
            Wording(language, base_year).template(message).replace("{name}", text.replace("{", "{{").replace("}", "}}"))
            for language, text in (("en", row.name_en), ("zh", row.name_zh))
        )
        return Both(english, chinese)

    basis: Literal["current", "constant", ""] = row.price_basis if row.price_basis != "price_change" else ""
    return Indicator(
        row.key, name, name, unit, basis, named(N_("{name}, growth")), named(N_("{name} in {base}")),
        named(N_("{name} to reach")), named(N_("{name}: target year")), LIMITS, SPAN,
    )  # fmt: skip


def _digits(level: Decimal) -> int:
    """The decimals that are printed of a level; one at least where it is small."""
    return max(-int(level.normalize().as_tuple().exponent), int(level < FINE))


def _baseline(row: Statement, own: Pack) -> Baseline:
    level: dict[str, Any] = {"value": row.result, "unit": _indicator(row, own.base_year).unit}
    return Baseline.model_construct(**_figure(row, own), **level, year=own.base_year, low=None, high=None)


def _goals(key: str, own: Pack) -> list[Goal]:
    """The growth of the plan year and of the years after it.

    Where the plan says nothing of a row, its growth in the base year is repeated. Where it prints levels alone, later
    years stay at the target, for two levels make no rate of growth.
    """
    row, growth = own.statements[key], float(percent(round(_growth(key, own) or 0.0, TIDY)))
    year = row.target_year if row.has_target and row.target_year else own.base_year
    names = {f"name_{language}": Wording(language, own.base_year)(PLANNED) for language in ("zh", "en")}
    announced: dict[str, Any] = {**_figure(row, own), **names, "kind": "growth", "year": year, "unit": "%"}
    goals = [Goal.model_construct(**announced, key=plan_key(key), value=growth)]
    if row.has_target and row.target_growth is None:
        goals.append(Goal.model_construct(**announced, key=later_key(key), value=0.0))
    return goals


def _figure(row: Statement, own: Pack) -> dict[str, Any]:
    """What every figure of the row has; the note says what its text leaves open."""
    notes = {}
    for language, note in (("zh", row.note_zh), ("en", row.note_en)):
        w = Wording(language, own.base_year)
        notes[f"note_{language}"] = w.listing([*filter(None, (w(NOT_ALIKE) * (row.comparable == "no"), note))])
    return {
        "indicator": row.key, "price_basis": row.price_basis, "trust": trust(row, own), "source": row.source,
        "locator": row.locator, **notes,
    }  # fmt: skip
