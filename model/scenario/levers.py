"""Every lever of a region, each declared once: sliders, validation, link keys, the table in docs/links.md and the
tests derive from here."""

import functools
import math
from collections.abc import Mapping
from typing import Any

from model.language.rates import rate
from model.language.units import YEAR
from model.language.words import N_
from model.region import limits
from model.region.indicators import GDP, SECTORS, GrowthSeries, Indicator
from model.region.limits import FARTHEST, HIGHEST, HORIZON, LOWEST, round_step, snap
from model.region.pack import CACHED_PACKS, Pack
from model.region.records import ERROR, FIVE_YEAR_PLAN, PERSISTENCE, Baseline, Goal
from model.scenario.lever import Lever, Slot

RATE_STEP = 0.001
GROWTH_SLOTS: Mapping[Slot, str] = {"first": N_("{first}"), "later": N_("from {later}")}
"""The two levers of every growth rate, the plan year's and the later one, and when each applies."""
OF_YEAR = N_("extended from the {year} target")
OF_FIVE_YEARS = N_("extended from the five-year plan to {year}")
REPEATED = N_("the growth of {year}, repeated")
"""What is said of growth in years for which nobody announced it."""

BASELINE = N_("{name} in {base}")
TO_REACH, DEADLINE = N_("{name} to reach"), N_("{name}: target year")
"""What an indicator's levers are called."""


def lever_key(series: str, slot: Slot) -> str:
    """The key of a series' lever: `gdp_later`; of GDP's target plainly `target_level`."""
    if slot in ("level", "year"):
        return f"target_{slot}" if series == GDP.key else f"{series}_target_{slot}"
    return f"{series}_{slot}"


def slot_of(year: int, pack: Pack) -> Slot:
    """The growth lever of a series that a projected year follows."""
    return "first" if year == pack.first_year else "later"


def series_of(pack: Pack) -> tuple[str, ...]:
    """The series that have growth levers, in their order."""
    return tuple(pack.growing)


@functools.lru_cache(maxsize=CACHED_PACKS)
def levers(pack: Pack) -> Mapping[str, Lever]:
    """All levers of a region by key, in the order in which people read them."""
    every = [
        *(lever for series in pack.growing.values() for lever in _rates(series, pack)),
        *(lever for indicator in pack.indicators for lever in _bases(indicator, pack.baselines[indicator.key])),
        *_target(GDP, pack),
        _horizon(pack),
        *(lever for indicator in pack.indicators if indicator is not GDP for lever in _target(indicator, pack)),
        *_error(pack),
        *_sectors(pack, *pack.announced(GDP.key)),
    ]
    return {lever.key: lever for lever in every}


def _goals(series: Indicator | GrowthSeries, pack: Pack) -> tuple[Goal | None, Goal | None]:
    """The growth announced for the plan year and for later ones; None, which is zero, where nothing is."""
    if isinstance(series, GrowthSeries):
        return None, None
    first, later = pack.announced(series.key)
    return (None if pack.rebased else first, None) if series.held else (first, later)


def _rates(series: Indicator | GrowthSeries, pack: Pack) -> list[Lever]:
    key, goals = series.key, _goals(series, pack)
    (low, high), defaults = series.growth_limits, [rate(goal.value) if goal else 0.0 for goal in goals]
    span = min(*series.growth_span, *defaults), max(*series.growth_span, *defaults)
    return [
        Lever(
            lever_key(key, slot), key, "rate", series.growth_label, when, "%", low, high, RATE_STEP, span,
            default, series=key, slot=slot, default_from=(goal, "value") if goal else None,
            extended=_extended(goal, slot, pack) if goal else "",
        )
        for (slot, when), goal, default in zip(GROWTH_SLOTS.items(), goals, defaults, strict=True)
    ]  # fmt: skip


def _extended(goal: Goal, slot: str, pack: Pack) -> str:
    """How a lever goes beyond the years of its goal; empty where it does not, or where a visitor typed the goal."""
    if goal.trust == "D" or (slot == "first" and pack.first_year <= goal.year):
        return ""
    if goal.year < pack.own.first_year:
        return REPEATED
    return OF_FIVE_YEARS if goal.key == FIVE_YEAR_PLAN else OF_YEAR


def _bases(indicator: Indicator, base: Baseline) -> list[Lever]:
    """The baseline and, where one is known, its range."""
    step = round_step(base.value)
    low, high = limits.of_baseline(base.value)
    everywhere: dict[str, Any] = {
        "unit": base.unit,
        "low": low,
        "high": high,
        "step": step,
        "span": (snap(base.value * 0.9, step), snap(base.value * 1.1, step)),
    }
    places: list[tuple[Slot, str, str, float]] = [("base", "", "value", base.value)]
    if base.low is not None and base.high is not None:
        places += [("low", N_("at least"), "low", base.low), ("high", N_("at most"), "high", base.high)]
    key, name = indicator.key, indicator.label(BASELINE)
    return [
        Lever(
            lever_key(key, slot), f"{key}0", "level", name, when, default=value, default_from=(base, column),
            series=key, slot=slot, **everywhere,
        )
        for slot, when, column, value in places
    ]  # fmt: skip


def _target(indicator: Indicator, pack: Pack) -> list[Lever]:
    """The level to reach and its deadline: GDP's as announced."""
    key, goal = indicator.key, pack.target if indicator is GDP else None
    readings = (each for each in pack.deadlines if goal and each.value == goal.value and each.source != "derived")
    level_from, year_from = ((next(readings, goal), "value"), (goal, "year")) if goal else (None, None)
    both: dict[str, Any] = {"link_key": f"{key}_target" if goal is None else "target", "when": "", "series": key}
    return [
        Lever(
            lever_key(key, "level"), kind="level", name=indicator.label(TO_REACH), slot="level",
            default_from=level_from, default=goal.value if goal else _near(indicator, pack), **both,
            **_amounts(pack.baselines[key]),
        ),
        Lever(
            lever_key(key, "year"), kind="year", name=indicator.label(DEADLINE), slot="year", default_from=year_from,
            default=float(goal.year if goal else _usual_end(pack)), **both,
            **_years(*limits.of_deadline(pack.base_year)),
        ),
    ]  # fmt: skip


def _near(indicator: Indicator, pack: Pack) -> float:
    """A level to reach for an indicator that has none announced: a round number near where the plan's growth leads.

    A re-based pack keeps to its own region's, for the question is still the same.
    """
    own, (low, high) = pack.own, indicator.growth_limits
    first, later = (min(max(rate(goal.value) if goal else 0.0, low), high) for goal in _goals(indicator, own))
    ahead = own.baselines[indicator.key].value * (1 + first) * (1 + later) ** (_usual_end(own) - own.first_year)
    near = snap(ahead, 10.0 ** (math.floor(math.log10(ahead)) - 1))
    least, most = limits.of_target(pack.baselines[indicator.key].value)
    return min(max(near, least), most)


def _horizon(pack: Pack) -> Lever:
    usual = float(_usual_end(pack))
    name, years = N_("Show at least until"), _years(usual, float(pack.base_year + FARTHEST))
    return Lever("horizon", "horizon", "year", name, "", default=usual, **years)


def _usual_end(pack: Pack) -> int:
    """The last year that is shown by default, and the deadline where none is announced.

    A re-based pack keeps to its own region's, for the question is still the same, or to the target's deadline.
    """
    usual = pack.own.base_year + HORIZON
    return max(usual, pack.target.year) if pack.rebased else usual


def _amounts(base: Baseline) -> dict[str, Any]:
    step, (low, high) = round_step(base.value), limits.of_target(base.value)
    return {
        "unit": base.unit,
        "low": low,
        "high": high,
        "step": step * 5,
        "span": (snap(base.value, step * 50), snap(base.value * 2, step * 50)),
    }


def _years(first: float, last: float) -> dict[str, Any]:
    return {"unit": YEAR, "low": first, "high": last, "step": 1.0, "span": (first, last)}


def _error(pack: Pack) -> list[Lever]:
    """How far growth lands from what is assumed: see `economics.uncertainty`."""
    sd, persistence = pack.calibration[ERROR], pack.calibration[PERSISTENCE]
    return [
        Lever(
            ERROR, "error", "rate", N_("Error of growth in a year (standard deviation)"), "", "points",
            *limits.ERRORS, RATE_STEP, limits.ERRORS_SPAN, rate(sd.value), (sd, "value"),
        ),
        Lever(
            PERSISTENCE, "error", "number", N_("Year-to-year error correlation"), "", "",
            *limits.PERSISTENCES, 0.05, limits.PERSISTENCES, persistence.value, (persistence, "value"),
        ),
    ]  # fmt: skip


def _sectors(pack: Pack, first: Goal, later: Goal) -> list[Lever]:
    """Real growth of each sector, at first the plan's for GDP; none where no shares are known."""
    return [
        Lever(
            lever_key(sector.key, slot), "sectors", "rate", sector.short, when, "%",
            LOWEST, HIGHEST, RATE_STEP, (LOWEST, HIGHEST), rate(goal.value), series=sector.key, slot=slot,
        )
        for sector in (SECTORS if pack.sectors else ())
        for (slot, when), goal in zip(GROWTH_SLOTS.items(), (first, later), strict=True)
    ]  # fmt: skip
