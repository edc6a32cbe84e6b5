"""Is it realistic? What the growth asked for and the ratios it leads to look like beside what has been observed.

Remarks inform and never block. Each carries its numbers, its sources, and one change that a reader may try.
"""

import functools
import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from model import target
from model.growth import INCOME, INVESTMENT, growth
from model.indicators import DEFLATOR, GDP, REVENUE
from model.levers import levers
from model.pack import FIVE_YEAR_PLAN, MUNICIPALITY_GDP, PLAN, PLAN_REVENUE, Figure, Pack
from model.projection import CONSTANT, Projection, project
from model.rates import rate
from model.scenario import Scenario
from model.solve import free_years, uniform
from model.verdict import judge

RETAIL = "retail"
STRETCH = 5
"""Years of the best stretch of the past."""
CITY_YEARS = 3
"""The municipality's mean real growth is taken over this many years, up to the plan year."""
SPECK = 1e-12
"""Rates and ratios [fraction] that differ by less are one."""
FINE = 1e-4
"""Rates that are suggested are whole multiples of this [fraction a year]."""
COARSE = 50
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


@dataclass(frozen=True)
class Asked:
    """The growth that the answer rests on, on average from the base year to the deadline [fraction a year]: what is
    assumed where the target is reached, else what is needed."""

    assumed: bool
    nominal: float
    real: float
    """With the scenario's deflator, and with all that is passed on."""
    until: int
    passed: float
    """What investment adds to GDP in the years that follow the lever, on average."""
    lever: str | None
    """What can still change it: the later GDP lever, or the plan year's where no later year follows it; None where all
    years are set by hand."""


@functools.lru_cache(maxsize=256)
def asked(scenario: Scenario, pack: Pack) -> Asked:
    """The growth asked for by the scenario's answer."""
    projection, until = project(scenario, pack), scenario.target_year
    lever, years = _lever(GDP.key, scenario, pack), until - pack.base_year
    passed = 0.0
    if lever is not None:
        free = free_years(scenario, pack, years, GDP.key, lever.rpartition("_")[2])
        passed = float((projection.growth[CONSTANT][:years] - projection.rates[GDP.key][:years])[free].mean())
    if judge(scenario, pack).reached:
        paths = [projection.paths[key] for key in (GDP.key, CONSTANT)]
        nominal, real = (float(target.uniform_growth(path[0], path[years], years)) for path in paths)
        return Asked(True, nominal, real, until, passed, lever)
    same = uniform(GDP.key, scenario, pack)
    assert same.real is not None, "GDP grows in real terms"
    return Asked(False, same.nominal, same.real, until, passed, lever)


def past_growth(pack: Pack) -> dict[int, float]:
    """GDP's own nominal growth by year [fraction], between neighbouring years that may both be shown."""
    levels = {f.year: f.value for f in pack.shown_history(GDP.key)}
    return {year: level / levels[year - 1] - 1 for year, level in levels.items() if year - 1 in levels}


def best_stretch(pack: Pack) -> tuple[float, int, int] | None:
    """The highest average nominal growth [fraction a year] over five years without a gap, and the years of its ends."""
    levels = {f.year: f.value for f in pack.shown_history(GDP.key)}
    whole = [year for year in levels if all(year - back in levels for back in range(STRETCH + 1))]
    found = [((levels[year] / levels[year - STRETCH]) ** (1 / STRETCH) - 1, year - STRETCH, year) for year in whole]
    return max(found, default=None)


def city_pace(pack: Pack) -> float | None:
    """The municipality's mean real growth over the last years up to the plan year [fraction a year]."""
    years = range(pack.first_year - CITY_YEARS + 1, pack.first_year + 1)
    found = [figure.value for year in years if (figure := pack.published_growth(MUNICIPALITY_GDP, year))]
    return rate(round(sum(found) / CITY_YEARS, 6)) if len(found) == CITY_YEARS else None


def ratios(series: str, pack: Pack) -> dict[int, float]:
    """The series over GDP by year [fraction], wherever both are known: history, baselines, official outcomes."""
    known: list[tuple[Figure, ...]] = [pack.history, tuple(pack.baselines.values()), pack.outcomes]
    levels = {(f.indicator, f.year): f.value for some in known for f in some if f.trust != "D"}
    return {year: value / levels[GDP.key, year] for (key, year), value in levels.items()
            if key == series and (GDP.key, year) in levels}  # fmt: skip


def remarks(scenario: Scenario, pack: Pack) -> tuple[Remark, ...]:
    """Every remark for which the pack has figures, those worth a word first."""
    wanted, projection = asked(scenario, pack), project(scenario, pack)
    found = [
        _own_past(wanted, scenario, pack),
        _latest(wanted, pack),
        _city(wanted, pack),
        _plan(wanted, scenario, pack),
        _ratio(INVESTMENT, scenario, pack, projection),
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
    figures = [f for year in (pack.base_year, pack.first_year) if (f := pack.published_growth(GDP.key, year))]
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
        "from": pack.first_year - CITY_YEARS + 1, "to": pack.first_year,
        "best": rate(best.value), "best_year": best.year, "since": figures[0].year,
        "above": sum(not _beyond(wanted.real, rate(f.value)) for f in figures), "count": len(figures),
    }  # fmt: skip
    return Remark("city", _beyond(wanted.real, pace), numbers, _sources(figures), lambda: _instead(wanted, pack, pace))


def _plan(wanted: Asked, scenario: Scenario, pack: Pack) -> Remark:
    this_year, five_years = pack.goals[PLAN[GDP.key]], pack.goals[FIVE_YEAR_PLAN]
    pace = rate(five_years.value)
    numbers = {
        "asked": wanted.real,
        "until": wanted.until,
        "plan": rate(this_year.value),
        "year": this_year.year,
        "five_years": pace,
    }
    change = _instead(wanted, pack, pace)
    if any(scenario[lever] == value for lever, value in change.items()):
        change = _instead(wanted, pack, rate(this_year.value))
    return Remark("plan", _beyond(wanted.real, pace), numbers, _sources([this_year, five_years]), lambda: change)


def _ratio(series: str, scenario: Scenario, pack: Pack, projection: Projection) -> Remark | None:
    seen = ratios(series, pack)
    if not seen:
        return None
    h = scenario.target_year - pack.base_year
    gdp = float(projection.paths[GDP.key][h])
    implied = float(projection.paths[series][h]) / gdp
    low, high = min(seen, key=seen.__getitem__), max(seen, key=seen.__getitem__)
    numbers = {
        "implied": implied, "year": scenario.target_year, "low": seen[low], "low_year": low, "high": seen[high],
        "high_year": high, "count": len(seen), "from": min(seen), "to": max(seen),
    }  # fmt: skip
    outside = _beyond(seen[low], implied) or _beyond(implied, seen[high])
    to = min(max(implied, seen[low]), seen[high]) if outside else seen[max(seen)]
    inwards = 0 if not outside else -1 if implied > to else 1
    figures = [f for f in (*pack.history, *pack.outcomes) if f.indicator == series and f.year in seen]
    sources = _sources([*figures, pack.baselines[series], pack.baselines[GDP.key]])
    suggest = functools.partial(_growth_to, series, to, inwards, scenario, pack)
    return Remark(f"ratio_{series}", outside, numbers, sources, suggest)


def _revenue(scenario: Scenario, pack: Pack, projection: Projection) -> Remark | None:
    seen, planned = ratios(REVENUE.key, pack), pack.goals.get(PLAN_REVENUE)
    if not seen or planned is None:
        return None
    implied = planned.value / float(projection.paths[GDP.key][planned.year - pack.base_year])
    low, high = min(seen, key=seen.__getitem__), max(seen, key=seen.__getitem__)
    numbers = {
        "implied": implied, "year": planned.year, "planned": planned.value, "low": seen[low], "low_year": low,
        "high": seen[high], "high_year": high, "count": len(seen), "from": min(seen), "to": max(seen),
        "latest": seen[max(seen)],
    }  # fmt: skip
    outcome = pack.published_growth(GDP.key, planned.year)
    useful = planned.year == pack.first_year and pack.first_year not in scenario.rates_by_hand(GDP.key)
    change = {f"{GDP.key}_first": rate(outcome.value)} if outcome and useful else {}
    figures = [planned, *(f for f in (*pack.history, *pack.outcomes) if f.indicator == REVENUE.key)]
    outside = _beyond(seen[low], implied) or _beyond(implied, seen[high])
    return Remark("ratio_revenue", outside, numbers, _sources(figures), lambda: change)


def _income(scenario: Scenario, pack: Pack, projection: Projection) -> Remark:
    h = scenario.target_year - pack.base_year
    paths = [projection.paths[key] for key in (INCOME, GDP.key)]
    income, gdp = (float(target.uniform_growth(path[0], path[h], h)) for path in paths)
    numbers = {"income": income, "gdp": gdp, "apart": income - gdp, "year": scenario.target_year}
    suggest = functools.partial(_growth_to, INCOME, float(paths[0][0] / paths[1][0]), 0, scenario, pack)
    return Remark("income", _beyond(abs(income - gdp), APART), numbers, _sources([pack.baselines[INCOME]]), suggest)


def _beyond(value: float, limit: float) -> bool:
    """Whether the value is above the limit, beyond the rounding of the arithmetic."""
    return value > limit + SPECK


def _growth_to(series: str, ratio: float, inwards: int, scenario: Scenario, pack: Pack) -> dict[str, float]:
    """The growth with which the series ends at that ratio to GDP, in hundredths of a point; empty where none does.

    `inwards` says to which side it is rounded: -1 to a lower ratio, 1 to a higher one, 0 to the nearest. The rates that
    the lever allows are tried, first far apart and then around the best: investment that moves GDP moves both sides of
    the ratio, so that there is no closed form.
    """
    lever, year = _lever(series, scenario, pack), scenario.target_year
    if lever is None:
        return {}
    lowest, highest = (round(limit / FINE) for limit in (levers(pack)[lever].low, levers(pack)[lever].high))
    tried = np.arange(lowest, highest + 1, COARSE)
    for _ in range(2):
        instead = {lever: tried * FINE}
        rates = growth(scenario, pack, year - pack.base_year, instead).nominal
        grown, gdp = (np.prod(1 + rates[key], axis=-1) for key in (series, GDP.key))
        over = scenario[f"{series}_base"] / scenario["gdp_base"] * (grown / gdp)
        apart = np.abs(np.where(inwards * (over - ratio) < -SPECK, np.inf, over - ratio))
        best = int(tried[apart.argmin()])
        found = np.isfinite(apart).any() and (inwards or lowest < best < highest)
        tried = np.arange(max(lowest, best - COARSE), min(highest, best + COARSE) + 1)
    return {lever: round(best * FINE, 6)} if found else {}


def _lever(series: str, scenario: Scenario, pack: Pack) -> str | None:
    """The growth lever that can still change a series up to GDP's deadline: the later one, or else the first."""
    years = scenario.target_year - pack.base_year
    slots = (slot for slot in ("later", "first") if free_years(scenario, pack, years, series, slot).any())
    return next((f"{series}_{slot}" for slot in slots), None)


def _instead(wanted: Asked, pack: Pack, real: float) -> dict[str, float]:
    """Another value for the lever that can still change GDP: with what is passed on it makes that real growth."""
    value = round(real - wanted.passed, 4)
    return {wanted.lever: value} if wanted.lever and levers(pack)[wanted.lever].allows(value) else {}


def _sources(figures: list[Figure] | tuple[Figure, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.source for figure in figures))
