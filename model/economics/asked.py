"""The growth that a scenario's answer asks for: what it assumes where the target is reached, else what is needed."""

import functools
from dataclasses import dataclass

import numpy as np

from model.economics import target
from model.economics.projection import CONSTANT, project
from model.economics.solve import uniform
from model.economics.verdict import judge
from model.region.indicators import DEFLATOR, GDP
from model.scenario.scenario import Scenario


@dataclass(frozen=True)
class Asked:
    """The growth that the answer rests on, in the years that can still change [fraction a year]: what is assumed where
    no reading falls short, else what is needed. Where none is left, on average in all of them."""

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
    verdict = judge(scenario)
    binding = verdict.binding
    if binding.required_growth is None or binding.assumed_growth is None:
        years = tuple(range(pack.first_year, scenario.target_year + 1))
        if verdict.reached:
            paths = [projection.paths[key] for key in (GDP.key, CONSTANT)]
            nominal, real = (float(target.uniform_growth(path[0], path[h], h)) for path in paths)
            return Asked(True, nominal, real, years)
        same = uniform(GDP.key, scenario)
        assert same.real is not None, "GDP grows in real terms"
        return Asked(False, same.nominal, same.real, years)
    found = binding.assumed_growth if binding.reached else binding.required_growth
    changes = projection.rates[DEFLATOR][np.array(binding.years) - pack.first_year]
    prices = float(np.prod(1 + changes) ** (1 / len(changes)))
    return Asked(binding.reached, (1 + found) * prices - 1, found, binding.years)
