"""The growth that a scenario's answer asks for: what it assumes where the target is reached, else what is needed."""

import functools
from dataclasses import dataclass

import numpy as np

from model.economics import target
from model.economics.projection import CONSTANT, project
from model.economics.solve import free_years, lever_left, uniform
from model.economics.verdict import judge, solved
from model.region.indicators import DEFLATOR, GDP
from model.scenario.levers import levers
from model.scenario.scenario import Scenario


@dataclass(frozen=True)
class Asked:
    """The growth that the answer rests on, in the years that can still change [fraction a year]: what is assumed where
    no reading falls short, else what is needed. Where all years are set by hand, on average in all of them."""

    assumed: bool
    nominal: float
    real: float
    """With the scenario's deflator."""
    years: tuple[int, ...]


@functools.lru_cache(maxsize=256)
def asked(scenario: Scenario) -> Asked:
    """The growth asked for by the scenario's answer."""
    pack = scenario.pack
    projection, h = project(scenario), scenario.target_year - pack.base_year
    verdict, lever = judge(scenario), lever_left(GDP.key, scenario)
    binding = verdict.binding if verdict.binding.required_growth is not None else verdict.from_baseline
    reached = binding.reached
    if lever is None:
        years = tuple(range(pack.first_year, scenario.target_year + 1))
        if reached:
            paths = [projection.paths[key] for key in (GDP.key, CONSTANT)]
            nominal, real = (float(target.uniform_growth(path[0], path[h], h)) for path in paths)
            return Asked(True, nominal, real, years)
        same = uniform(GDP.key, scenario)
        assert same.real is not None, "GDP grows in real terms"
        return Asked(False, same.nominal, same.real, years)
    free = np.flatnonzero(free_years(scenario, h, GDP.key, levers(scenario.pack)[lever].slot))
    found = scenario[lever] if reached else solved(lever, scenario).value
    assert found is not None, "some year follows the lever"
    prices = float(np.prod(1 + projection.rates[DEFLATOR][free]) ** (1 / len(free)))
    return Asked(reached, (1 + found) * prices - 1, found, tuple((free + pack.first_year).tolist()))
