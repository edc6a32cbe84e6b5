"""The growth that a scenario's answer asks for: what it assumes where the target is reached, else what is needed."""

import functools
from dataclasses import dataclass

from model import target
from model.indicators import GDP
from model.pack import Pack
from model.projection import CONSTANT, project
from model.scenario import Scenario
from model.solve import lever_left, uniform
from model.verdict import judge


@dataclass(frozen=True)
class Asked:
    """The growth that the answer rests on, on average from the base year to the deadline [fraction a year]: what is
    assumed where the target is reached, else what is needed."""

    assumed: bool
    nominal: float
    real: float
    """With the scenario's deflator."""
    until: int
    lever: str | None
    """What can still change it: the later GDP lever, or the plan year's where no later year follows it; None where all
    years are set by hand."""


@functools.lru_cache(maxsize=256)
def asked(scenario: Scenario, pack: Pack) -> Asked:
    """The growth asked for by the scenario's answer."""
    projection, until = project(scenario, pack), scenario.target_year
    lever, years = lever_left(GDP.key, scenario, pack), until - pack.base_year
    if judge(scenario, pack).reached:
        paths = [projection.paths[key] for key in (GDP.key, CONSTANT)]
        nominal, real = (float(target.uniform_growth(path[0], path[years], years)) for path in paths)
        return Asked(True, nominal, real, until, lever)
    same = uniform(GDP.key, scenario, pack)
    assert same.real is not None, "GDP grows in real terms"
    return Asked(False, same.nominal, same.real, until, lever)
