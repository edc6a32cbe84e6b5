"""A series of growth without a target, and a path derived from it, are a declaration each: population, GDP per head."""

from dataclasses import replace

import pytest
from any_scenario import PACK

from model.economics.projection import DERIVED_PATHS, Derived, project
from model.economics.solve import solvable
from model.region.indicators import GROWTH_SERIES, INDICATORS, GrowthSeries, factors
from model.region.pack import Pack
from model.region.unpublished import typed_figure
from model.scenario.levers import levers
from model.scenario.scenario import Scenario, plan


def per_head(scenario: Scenario) -> tuple[float, float, float] | None:
    """GDP [0.1 bn yuan] over population [10,000], in yuan."""
    people = scenario.pack.level("population", scenario.pack.base_year)
    return people and tuple(level / people.value * 1e4 for level in scenario.range_of("gdp"))  # type: ignore[return-value]  # three


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> tuple[Pack, Pack]:
    """A region whose population is known, and one whose is not."""
    series = GrowthSeries("population", "Population growth", "growth", has_level=True)
    monkeypatch.setitem(GROWTH_SERIES, series.key, series)
    derived = Derived(
        "gdp", "GDP per head", "元", "current", per_head,
        lambda grown: (1 + grown.nominal["gdp"]) / (1 + grown.rates["population"]) - 1,
    )  # fmt: skip
    monkeypatch.setitem(DERIVED_PATHS, "gdp_per_head", derived)
    known = typed_figure("population", 2023, 77.2, "万人")
    return replace(PACK, history=(*PACK.history, known)), replace(PACK, history=PACK.history[1:])


def test_gdp_per_head_follows_gdp_and_population(declared: tuple[Pack, Pack]) -> None:
    rates = {"gdp_first": 0.1, "population_first": 0.1, "gdp_later": 0.2, "deflator_later": 0.0}
    scenario = plan(declared[0]).set(**rates).by_hand("population", 2026, 0.25)
    levels = project(scenario).paths["gdp_per_head"][:4]
    assert levels == pytest.approx([50_000, 50_000, 60_000, 57_600])  # 386 / 77.2; 1.1 / 1.1; 1.2; 1.2 / 1.25


def test_nothing_is_solved_for_growth_on_which_no_target_hangs(declared: tuple[Pack, Pack]) -> None:
    assert {"population_first", "population_later"} <= levers(declared[0]).keys() - set(solvable(declared[0]))


def test_a_region_that_does_not_know_the_level_has_neither_levers_nor_path(declared: tuple[Pack, Pack]) -> None:
    assert not any(lever.series == "population" for lever in levers(declared[1]).values())
    assert "gdp_per_head" not in project(plan(declared[1])).paths


def test_real_growth_has_a_price_change_that_makes_it_nominal() -> None:
    real = [each.key for each in INDICATORS if each.growth_basis == "constant"]
    assert real == [each for each in real if len(factors(each)) > 1]
