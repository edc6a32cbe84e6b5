"""What else a region's data could hold, and what that would bring: hints, for all of it is optional."""

from model.indicators import GDP, INDICATORS, REVENUE, SECTORS
from model.pack import Pack
from model.problem import Problem
from model.records import (
    FIVE_YEAR_PLAN,
    MUNICIPALITY_DEFLATOR,
    MUNICIPALITY_GDP,
    MUNICIPALITY_TARGET,
    OWN_DEFLATOR,
    OWN_TARGET,
    PLAN,
    PLAN_REVENUE,
)
from model.words import N_

BASELINES, GOALS, GROWTH, HISTORY = "baselines.csv", "targets.csv", "growth.csv", "history.csv"
NO_INDICATOR = N_("has no row for {got}; with one, and {goal} in targets.csv, it is projected beside GDP")
NO_RANGE = N_("has no low and high for GDP; with them the verdict says whether it depends on the baseline")
NO_VINTAGES = N_("has no rows; with readings of GDP's baseline, first release and revised, one can be chosen")
NO_PAST = N_("has no {got}; with several years the growth asked for is set beside the region's own past")
NO_SECTORS = N_("has no {got}; with all of one year growth can be built from the sectors")
NO_REVENUE = N_("has no {got}; with it, and {goal} in targets.csv, planned revenue is set beside GDP")
NO_OUTCOMES = N_("has no {got} of {year}; with it the outcome stands in the chart, and growth is solved for from there")
NO_GROWTH = N_("has no {got} of {year}; with growth of every indicator that year's can be repeated")
NO_PRICES = N_("has neither {got} nor {other}; with one of them the price change is set beside its average")
NO_TARGETS = N_("has neither {got} nor {other}; with one of them past targets are set beside their outcomes")
NO_CITY = N_("has no {got}; with three years up to the plan year growth can be that of the municipality")
NO_PLAN = N_("has no {got}; with it the years after the plan year open with the five-year plan's growth")


def hints(pack: Pack) -> tuple[Problem, ...]:
    """What the region's data do not hold, though they might, file by file."""
    there = {"growth": {f.indicator for f in pack.growth}, "history": {f.indicator for f in pack.history}}
    base = pack.baselines[GDP.key]
    found = [
        Problem.at(BASELINES, NO_INDICATOR, got=indicator.key, goal=PLAN[indicator.key])
        for indicator in INDICATORS
        if indicator not in pack.indicators
    ]
    found += [Problem.at(BASELINES, NO_RANGE)] if base.low is None else []
    found += [] if pack.vintages else [Problem.at("vintages.csv", NO_VINTAGES)]
    found += [] if GDP.key in there["history"] else [Problem.at(HISTORY, NO_PAST, got=GDP.key)]
    found += [] if pack.sectors else [Problem.at(HISTORY, NO_SECTORS, got=", ".join(each.key for each in SECTORS))]
    if REVENUE.key not in there["history"]:
        found.append(Problem.at(HISTORY, NO_REVENUE, got=REVENUE.key, goal=PLAN_REVENUE))
    if not any(figure.indicator == GDP.key for figure in pack.outcomes):
        found.append(Problem.at("outcomes.csv", NO_OUTCOMES, got=GDP.key, year=pack.first_year))
    found += [
        Problem.at(GROWTH, NO_GROWTH, got=GDP.key, year=year)
        for year in (pack.base_year, pack.first_year)
        if pack.published_growth(GDP.key, year) is None
    ]
    either = ((OWN_DEFLATOR, MUNICIPALITY_DEFLATOR, NO_PRICES), (OWN_TARGET, MUNICIPALITY_TARGET, NO_TARGETS))
    found += [
        Problem.at(GROWTH, said, got=own, other=above)
        for own, above, said in either
        if not {own, above} & there["growth"]
    ]
    found += [] if MUNICIPALITY_GDP in there["growth"] else [Problem.at(GROWTH, NO_CITY, got=MUNICIPALITY_GDP)]
    return tuple(found) + (() if FIVE_YEAR_PLAN in pack.goals else (Problem.at(GOALS, NO_PLAN, got=FIVE_YEAR_PLAN),))
