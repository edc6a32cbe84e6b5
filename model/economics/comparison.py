"""What scenarios lead to in one year, and how far from what a reference leads to."""

from typing import NamedTuple

from model.economics import target
from model.economics.projection import Projection, project
from model.scenario.scenario import Scenario


class Result(NamedTuple):
    """An indicator at the end of a year [its unit, current prices; fractions]."""

    indicator: str
    level: float
    ratio: float
    """level / reference's level - 1."""
    growth: float
    """Average nominal growth a year from the base year."""


def results(scenario: Scenario, reference: Scenario, year: int) -> tuple[Result, ...]:
    """What the scenario leads to by the end of that year, beside the reference, indicator by indicator."""
    mine, theirs = as_long(scenario, year).paths, as_long(reference, year).paths
    years = year - scenario.pack.base_year
    found = []
    for key in (indicator.key for indicator in scenario.pack.indicators):
        start, level, other = mine[key][0], mine[key][years], theirs[key][years]
        growth = float(target.uniform_growth(start, level, years))
        found.append(Result(key, float(level), float(level / other - 1), growth))
    return tuple(found)


def as_long(scenario: Scenario, year: int) -> Projection:
    """The scenario's projection, up to that year at least."""
    return project(scenario.set(horizon=max(float(year), scenario["horizon"])))
