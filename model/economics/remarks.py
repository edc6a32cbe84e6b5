"""Checks against experience: the growth asked for, and the ratios it leads to, against the range ever observed.

They inform and never block.
"""

import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.economics import target
from model.economics.needed import RequiredGrowth, required_growth
from model.economics.projection import Projection, project
from model.language.rates import rate
from model.language.rounding import side
from model.region.indicators import GDP, INCOME, REVENUE
from model.region.observed import best_stretch, city_latest, city_pace, latest_growth, past_growth, ratios
from model.region.pack import Pack
from model.region.records import FIVE_YEAR_PLAN, MUNICIPALITY_GDP, PLAN_REVENUE, Figure
from model.scenario.scenario import Scenario

RETAIL = "retail"
APART = 0.01
"""Income and GDP growing this far apart [fraction a year] is worth a word."""


@dataclass(frozen=True)
class Remark:
    """One comparison with what has been observed. Rates and ratios are fractions, years are years."""

    key: str
    notable: bool
    """Whether growth is above the range, or a ratio outside it."""
    value: float
    low: float
    high: float
    """What is compared, and the range that was observed or announced."""
    numbers: Mapping[str, float]
    sources: tuple[str, ...]


def remarks(scenario: Scenario) -> tuple[Remark, ...]:
    """Every check for which the pack has figures, those outside past experience first."""
    pack = scenario.pack
    wanted, projection = required_growth(scenario), project(scenario)
    found = [
        _own_past(wanted, pack),
        _latest(wanted, pack),
        _city(wanted, pack),
        _plan(wanted, pack),
        _ratio(RETAIL, scenario, projection),
        _revenue(scenario, projection),
        _income(scenario, projection),
    ]
    return tuple(sorted((remark for remark in found if remark), key=lambda remark: not remark.notable))


def _own_past(wanted: RequiredGrowth, pack: Pack) -> Remark | None:
    past, stretch = past_growth(pack), best_stretch(pack)
    if not past or stretch is None:
        return None
    best, worst = max(past, key=past.__getitem__), min(past, key=past.__getitem__)
    numbers = {
        "growth": wanted.nominal,
        "best": past[best], "best_year": best, "median": statistics.median(past.values()), "worst": past[worst],
        "worst_year": worst, "stretch": stretch[0], "stretch_from": stretch[1], "stretch_to": stretch[2],
        "above": sum(side(wanted.nominal, value) <= 0 for value in past.values()), "count": len(past),
        "from": min(past), "to": max(past),
    }  # fmt: skip
    return _growth("own_past", wanted.nominal, past.values(), numbers, pack.shown_history(GDP.key))


def _latest(wanted: RequiredGrowth, pack: Pack) -> Remark | None:
    figures = latest_growth(pack)
    if not figures:
        return None
    rates = [rate(figure.value) for figure in figures]
    numbers = {"growth": wanted.real,
               "earlier": rates[0], "latest": rates[-1], "year": figures[0].year,
               "latest_year": figures[-1].year}  # fmt: skip
    return _growth("latest", wanted.real, rates, numbers, figures)


def _city(wanted: RequiredGrowth, pack: Pack) -> Remark | None:
    pace, lately = city_pace(pack), city_latest(pack)
    if pace is None:
        return None
    figures = [f for f in pack.growth if f.indicator == MUNICIPALITY_GDP]
    best = max(figures, key=lambda f: f.value)
    numbers = {
        "growth": wanted.real, "mean": pace,
        "from": lately[0].year, "to": lately[-1].year,
        "best": rate(best.value), "best_year": best.year, "since": figures[0].year,
        "above": sum(side(wanted.real, rate(f.value)) <= 0 for f in figures), "count": len(figures),
    }  # fmt: skip
    return _growth("city", wanted.real, [rate(f.value) for f in lately], numbers, figures)


def _plan(wanted: RequiredGrowth, pack: Pack) -> Remark:
    this_year, later = pack.announced(GDP.key)
    numbers: dict[str, float] = {"growth": wanted.real}
    if this_year.key != FIVE_YEAR_PLAN:
        numbers |= {"plan": rate(this_year.value), "year": this_year.year}
    if later.key == FIVE_YEAR_PLAN:
        numbers["five_years"] = rate(later.value)
    return _growth("plan", wanted.real, [rate(this_year.value), rate(later.value)], numbers, [this_year, later])


def _growth(
    key: str, value: float, seen: Iterable[float], numbers: Mapping[str, float], figures: Iterable[Figure]
) -> Remark:
    """Growth against growth that was seen: less than ever is no cause for doubt."""
    rates = list(seen)
    return Remark(key, side(value, max(rates)) > 0, value, min(rates), max(rates), numbers, _sources(figures))


def _ratio(series: str, scenario: Scenario, projection: Projection) -> Remark | None:
    pack = scenario.pack
    seen = ratios(series, pack) if series in pack.baselines else {}
    if not seen:
        return None
    h = scenario.target_year - pack.base_year
    implied = float(projection.paths[series][h]) / float(projection.paths[GDP.key][h])
    numbers = {"implied": implied, "year": scenario.target_year, **_range(seen)}
    figures = [f for f in (*pack.history, *pack.outcomes) if f.indicator == series and f.year in seen]
    return _over_gdp(f"ratio_{series}", numbers, [*figures, pack.baselines[series], pack.baselines[GDP.key]])


def _revenue(scenario: Scenario, projection: Projection) -> Remark | None:
    pack = scenario.pack
    seen, planned = ratios(REVENUE.key, pack), pack.goals.get(PLAN_REVENUE)
    if not seen or planned is None:
        return None
    implied = planned.value / float(projection.paths[GDP.key][planned.year - pack.base_year])
    numbers = {"implied": implied, "year": planned.year, "planned": planned.value, **_range(seen)}
    return _over_gdp(
        "ratio_revenue", numbers, [planned, *(f for f in (*pack.history, *pack.outcomes) if f.indicator == REVENUE.key)]
    )


def _over_gdp(key: str, numbers: Mapping[str, float], figures: Iterable[Figure]) -> Remark:
    """A ratio to GDP against the lowest and the highest seen."""
    value, low, high = (numbers[name] for name in ("implied", "low", "high"))
    return Remark(key, side(value, low) < 0 or side(value, high) > 0, value, low, high, numbers, _sources(figures))


def _income(scenario: Scenario, projection: Projection) -> Remark | None:
    pack = scenario.pack
    if INCOME.key not in pack.baselines:
        return None
    h = scenario.target_year - pack.base_year
    paths = [projection.paths[key] for key in (INCOME.key, GDP.key)]
    income, gdp = (float(target.uniform_growth(path[0], path[h], h)) for path in paths)
    numbers = {"income": income, "gdp": gdp, "apart": income - gdp, "year": scenario.target_year}
    outside = side(abs(income - gdp), APART) > 0
    sources = _sources([pack.baselines[INCOME.key]])
    return Remark("income", outside, income, gdp - APART, gdp + APART, numbers, sources)


def _range(seen: Mapping[int, float]) -> dict[str, float]:
    """The lowest and highest of what has been seen, and in which years."""
    low, high = min(seen, key=seen.__getitem__), max(seen, key=seen.__getitem__)
    return {
        "low": seen[low], "low_year": low, "high": seen[high], "high_year": high,
        "count": len(seen), "from": min(seen), "to": max(seen),
    }  # fmt: skip


def _sources(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.source for figure in figures))
