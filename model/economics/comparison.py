"""What scenarios lead to in one year, and how far from what a reference leads to."""

from typing import NamedTuple

from model.economics import target
from model.economics.projection import Projection, project
from model.scenario.scenario import Scenario


class Result(NamedTuple):
    """An indicator at the end of a year [its unit, current prices; fractions], exactly zero apart from itself."""

    indicator: str
    level: float
    difference: float
    """level - reference's level."""
    ratio: float
    """level / reference's level - 1."""
    growth: float
    """Average nominal growth a year from the base year."""
    points: float
    """growth - reference's growth."""


def results(scenario: Scenario, reference: Scenario, year: int) -> tuple[Result, ...]:
    """What the scenario leads to by the end of that year, beside the reference, indicator by indicator.

    ratio = Y / R - 1 with the levels Y and R; growth = (Y / Y[base])^(1 / years) - 1, points = growth - R's growth.
    """
    mine, theirs = as_long(scenario, year), as_long(reference, year)
    years = year - scenario.pack.base_year
    found = []
    for indicator in scenario.pack.indicators:
        paths = mine.paths[indicator.key], theirs.paths[indicator.key]
        level, other = (float(path[years]) for path in paths)
        grown, grown_other = (float(target.uniform_growth(path[0], path[years], years)) for path in paths)
        found.append(
            Result(indicator.key, level, level - other, level / other - 1, grown, grown - grown_other),
        )
    return tuple(found)


def as_long(scenario: Scenario, year: int) -> Projection:
    """The scenario's projection, up to that year at least."""
    return project(scenario.set(horizon=max(float(year), scenario["horizon"])))
