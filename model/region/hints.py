"""What else a region's data could hold, and what that would bring: hints, for all of it is optional."""

from pathlib import Path

from model.language.problem import Problem
from model.language.words import N_
from model.region.indicators import GDP, INDICATORS, REVENUE, SECTORS
from model.region.loader import (
    ASSESSED,
    BASELINES,
    GOALS,
    GROWTH,
    HISTORY,
    MET,
    NEEDED,
    OPTIONAL,
    OUTCOMES,
    STATEMENTS,
    TALLIES,
    put_aside,
)
from model.region.pack import Pack
from model.region.records import (
    FIVE_YEAR_PLAN,
    MUNICIPALITY_DEFLATOR,
    MUNICIPALITY_GDP,
    MUNICIPALITY_TARGET,
    OWN_DEFLATOR,
    OWN_TARGET,
    PLAN,
    PLAN_REVENUE,
)

NO_INDICATOR = N_("has no row for {got}; with one, and {goal} in targets.csv, it is projected beside GDP")
NO_RANGE = N_("has no low and high for GDP; with them the verdict says whether it depends on the baseline")
NO_PAST = N_("has no {got}; with several years the growth asked for is set beside the region's own past")
NO_SECTORS = N_("has no {got}; with all of one year growth can be built from the sectors")
NO_REVENUE = N_("has no {got}; with it, and {goal} in targets.csv, planned revenue is set beside GDP")
NO_OUTCOMES = N_("has no {got} of {year}; with it the outcome stands in the chart, and growth is solved for from there")
NO_GROWTH = N_("has no {got} of {year}; with growth of every indicator that year's can be repeated")
NO_PRICES = N_("has neither {got} nor {other}; with one of them the price change is set beside its average")
NO_TARGETS = N_("has neither {got} nor {other}; with one of them past targets are set beside their outcomes")
NO_CITY = N_("has no {got}; with three years up to the plan year growth can be that of the municipality")
NO_PLAN = N_("has no {got}; with it the years after the plan year open with the five-year plan's growth")

NO_FILE = {
    STATEMENTS: N_(
        "is not there; with what the plan report says in figures there are the page “The plan”, further paths, and "
        "targets whose outcomes can be typed"
    ),
    TALLIES: N_("is not there; with it sums of rows of indicators.csv are worked out anew beside the printed totals"),
    MET: N_("is not there; with it the page “The plan” says how many of the plan's indicators were met"),
    ASSESSED: N_("is not there; with it the page “The plan” says which of the plan's indicators were met"),
}
NO_STATEMENTS = N_("has no rows; with them there are the page “The plan”, further paths, and targets beside outcomes")
NOT_READ = N_("is not read under that name; files that a region may go without are called {allowed}")


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
    found += [] if GDP.key in there["history"] else [Problem.at(HISTORY, NO_PAST, got=GDP.key)]
    found += [] if pack.sectors else [Problem.at(HISTORY, NO_SECTORS, got=", ".join(each.key for each in SECTORS))]
    if REVENUE.key not in there["history"]:
        found.append(Problem.at(HISTORY, NO_REVENUE, got=REVENUE.key, goal=PLAN_REVENUE))
    if not any(figure.indicator == GDP.key for figure in pack.outcomes):
        found.append(Problem.at(OUTCOMES, NO_OUTCOMES, got=GDP.key, year=pack.first_year))
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


def file_hints(folder: Path, pack: Pack) -> tuple[Problem, ...]:
    """Which files the region's folder does not hold, though it might; and which it holds that nobody reads."""
    there = sorted(each.name for each in folder.iterdir() if not put_aside(each))
    found = [Problem.at(name, said) for name, said in NO_FILE.items() if name not in there]
    found += [Problem.at(STATEMENTS, NO_STATEMENTS)] if STATEMENTS in there and not pack.statements else []
    unread = [name for name in there if name not in (*NEEDED, *OPTIONAL)]
    return (*found, *(Problem.at(name, NOT_READ, allowed=", ".join(OPTIONAL)) for name in unread))
