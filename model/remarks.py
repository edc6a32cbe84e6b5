"""Is it realistic? What the growth asked for and the ratios it leads to look like beside what has been observed.

Remarks inform and never block. Each carries its numbers, its sources, and one change that a reader may try.
"""

import functools
import statistics
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from model import target
from model.asked import Asked, asked
from model.growth import level_in
from model.indicators import DEFLATOR, GDP, REVENUE
from model.levers import INCOME, levers
from model.observed import best_stretch, city_pace, city_years, past_growth, ratios
from model.pack import Pack
from model.projection import Projection, project
from model.rates import rate
from model.records import FIVE_YEAR_PLAN, MUNICIPALITY_GDP, PLAN_REVENUE, Figure
from model.rounding import rounded, significant_growth
from model.scenario import Scenario
from model.solve import free_years, lever_left

RETAIL = "retail"
SPECK = 1e-12
"""Rates and ratios [fraction] that differ by less are one."""
DIGITS = 4
"""Decimals of a rate that is suggested [fraction a year]."""
ROUNDING = {-1: ROUND_FLOOR, 0: ROUND_HALF_EVEN, 1: ROUND_CEILING}
APART = 0.01
"""Income and GDP growing this far apart [fraction a year] is worth a word."""


@dataclass(frozen=True)
class Remark:
    """One comparison with what has been observed. Rates and ratios are fractions, years are years."""

    key: str
    notable: bool
    """Whether it goes beyond what has been observed or announced."""
    numbers: Mapping[str, float]
    sources: tuple[str, ...]
    suggest: Callable[[], Mapping[str, float]] = field(repr=False, compare=False)

    @functools.cached_property
    def change(self) -> Mapping[str, float]:
        """Lever values that may be tried instead, worked out when asked for; empty where no lever can be named."""
        return self.suggest()


def remarks(scenario: Scenario, pack: Pack) -> tuple[Remark, ...]:
    """Every remark for which the pack has figures, those worth a word first."""
    wanted, projection = asked(scenario, pack), project(scenario, pack)
    found = [
        _own_past(wanted, scenario, pack),
        _latest(wanted, pack),
        _city(wanted, pack),
        _plan(wanted, scenario, pack),
        _ratio(RETAIL, scenario, pack, projection),
        _revenue(scenario, pack, projection),
        _income(scenario, pack, projection),
    ]
    return tuple(sorted((remark for remark in found if remark), key=lambda remark: not remark.notable))


def _own_past(wanted: Asked, scenario: Scenario, pack: Pack) -> Remark | None:
    past, stretch = past_growth(pack), best_stretch(pack)
    if not past or stretch is None:
        return None
    best, worst = max(past, key=past.__getitem__), min(past, key=past.__getitem__)
    median = statistics.median(past.values())
    numbers = {
        "asked": wanted.nominal, "until": wanted.until,
        "best": past[best], "best_year": best, "median": median, "worst": past[worst],
        "worst_year": worst, "stretch": stretch[0], "stretch_from": stretch[1], "stretch_to": stretch[2],
        "above": sum(not _beyond(wanted.nominal, value) for value in past.values()), "count": len(past),
        "from": min(past), "to": max(past),
    }  # fmt: skip
    prices = 0.0 if wanted.lever is None else scenario[wanted.lever.replace(GDP.key, DEFLATOR)]
    change = _instead(wanted, pack, (1 + past[worst]) / (1 + prices) - 1)
    return Remark(
        "own_past", _beyond(wanted.nominal, median), numbers, _sources(pack.shown_history(GDP.key)), lambda: change
    )


def _latest(wanted: Asked, pack: Pack) -> Remark | None:
    figures = [f for year in (pack.own.base_year, pack.own.first_year) if (f := pack.published_growth(GDP.key, year))]
    if not figures:
        return None
    latest = rate(figures[-1].value)
    numbers = {"asked": wanted.real, "until": wanted.until,
               "earlier": rate(figures[0].value), "latest": latest, "year": figures[0].year,
               "latest_year": figures[-1].year}  # fmt: skip
    beyond = _beyond(wanted.real, max(rate(figure.value) for figure in figures))
    return Remark("latest", beyond, numbers, _sources(figures), lambda: _instead(wanted, pack, latest))


def _city(wanted: Asked, pack: Pack) -> Remark | None:
    pace = city_pace(pack)
    if pace is None:
        return None
    figures = [f for f in pack.growth if f.indicator == MUNICIPALITY_GDP]
    best = max(figures, key=lambda f: f.value)
    numbers = {
        "asked": wanted.real, "until": wanted.until, "mean": pace,
        "from": city_years(pack)[0], "to": city_years(pack)[-1],
        "best": rate(best.value), "best_year": best.year, "since": figures[0].year,
        "above": sum(not _beyond(wanted.real, rate(f.value)) for f in figures), "count": len(figures),
    }  # fmt: skip
    return Remark("city", _beyond(wanted.real, pace), numbers, _sources(figures), lambda: _instead(wanted, pack, pace))


def _plan(wanted: Asked, scenario: Scenario, pack: Pack) -> Remark:
    this_year, later = pack.announced(GDP.key)
    pace = rate(later.value)
    numbers: dict[str, float] = {"asked": wanted.real, "until": wanted.until}
    if this_year.key != FIVE_YEAR_PLAN:
        numbers |= {"plan": rate(this_year.value), "year": this_year.year}
    if later.key == FIVE_YEAR_PLAN:
        numbers["five_years"] = pace
    change = _instead(wanted, pack, pace)
    if any(scenario[lever] == value for lever, value in change.items()):
        change = _instead(wanted, pack, rate(this_year.value))
    return Remark("plan", _beyond(wanted.real, pace), numbers, _sources([this_year, later]), lambda: change)


def _ratio(series: str, scenario: Scenario, pack: Pack, projection: Projection) -> Remark | None:
    seen = ratios(series, pack) if series in pack.baselines else {}
    if not seen:
        return None
    h = scenario.target_year - pack.base_year
    gdp = float(projection.paths[GDP.key][h])
    implied = float(projection.paths[series][h]) / gdp
    numbers = {"implied": implied, "year": scenario.target_year, **_range(seen)}
    outside = _outside(numbers)
    to = min(max(implied, numbers["low"]), numbers["high"]) if outside else seen[max(seen)]
    inwards = 0 if not outside else -1 if implied > to else 1
    figures = [f for f in (*pack.history, *pack.outcomes) if f.indicator == series and f.year in seen]
    sources = _sources([*figures, pack.baselines[series], pack.baselines[GDP.key]])
    suggest = functools.partial(_growth_to, series, to, inwards, scenario, pack)
    return Remark(f"ratio_{series}", outside, numbers, sources, suggest)


def _revenue(scenario: Scenario, pack: Pack, projection: Projection) -> Remark | None:
    seen, planned = ratios(REVENUE.key, pack), pack.goals.get(PLAN_REVENUE)
    if not seen or planned is None:
        return None
    latest = seen[max(seen)]
    implied = planned.value / float(projection.paths[GDP.key][planned.year - pack.base_year])
    numbers = {"implied": implied, "year": planned.year, "planned": planned.value, **_range(seen), "latest": latest}
    outcome = pack.published_growth(GDP.key, planned.year)
    useful = planned.year == pack.first_year and pack.first_year not in scenario.rates_by_hand(GDP.key)
    change = {f"{GDP.key}_first": rate(outcome.value)} if outcome and useful else {}
    figures = [planned, *(f for f in (*pack.history, *pack.outcomes) if f.indicator == REVENUE.key)]
    return Remark("ratio_revenue", _outside(numbers), numbers, _sources(figures), lambda: change)


def _income(scenario: Scenario, pack: Pack, projection: Projection) -> Remark | None:
    if INCOME not in pack.baselines:
        return None
    h = scenario.target_year - pack.base_year
    paths = [projection.paths[key] for key in (INCOME, GDP.key)]
    income, gdp = (float(target.uniform_growth(path[0], path[h], h)) for path in paths)
    numbers = {"income": income, "gdp": gdp, "apart": income - gdp, "year": scenario.target_year}
    suggest = functools.partial(_growth_to, INCOME, float(paths[0][0] / paths[1][0]), 0, scenario, pack)
    return Remark("income", _beyond(abs(income - gdp), APART), numbers, _sources([pack.baselines[INCOME]]), suggest)


def _range(seen: Mapping[int, float]) -> dict[str, float]:
    """The lowest and highest of what has been seen, and in which years."""
    low, high = min(seen, key=seen.__getitem__), max(seen, key=seen.__getitem__)
    return {
        "low": seen[low], "low_year": low, "high": seen[high], "high_year": high,
        "count": len(seen), "from": min(seen), "to": max(seen),
    }  # fmt: skip


def _outside(numbers: Mapping[str, float]) -> bool:
    """Whether the implied ratio lies outside all that has been seen."""
    return _beyond(numbers["low"], numbers["implied"]) or _beyond(numbers["implied"], numbers["high"])


def _beyond(value: float, limit: float) -> bool:
    """Whether the value is above the limit, beyond the rounding of the arithmetic."""
    return value > limit + SPECK


def _growth_to(series: str, ratio: float, inwards: int, scenario: Scenario, pack: Pack) -> dict[str, float]:
    """The growth with which the series ends at that ratio to GDP, in hundredths of a point; empty where none does.

    `inwards` says to which side it is rounded: -1 to a lower ratio, 1 to a higher one, 0 to the nearest.
    """
    lever, year = lever_left(series, scenario, pack), scenario.target_year
    if lever is None:
        return {}
    years = year - pack.base_year
    free = free_years(scenario, pack, years, series, lever.rpartition("_")[2])
    rates = project(scenario, pack).rates[series][:years]
    level = ratio * float(level_in(year, GDP.key, scenario, pack))
    exact = significant_growth(float(target.growth_in(free, scenario[f"{series}_base"], level, rates, 0.0)))
    value = float(rounded(Decimal(repr(exact)), DIGITS, ROUNDING[inwards]))
    return {lever: value} if levers(pack)[lever].allows(value) else {}


def _instead(wanted: Asked, pack: Pack, real: float) -> dict[str, float]:
    """That real growth for the lever that can still change GDP."""
    value = round(real, DIGITS)
    return {wanted.lever: value} if wanted.lever and levers(pack)[wanted.lever].allows(value) else {}


def _sources(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.source for figure in figures))
