"""Many scenarios at once: every row is what that one scenario gives, and some are worked out in fractions."""

import math
from fractions import Fraction
from statistics import NormalDist

import numpy as np
import pytest
from any_region import find_region
from any_scenario import CLOSE, LEVERS, PLAN, rates, scenarios, slow_path
from hypothesis import given
from hypothesis import strategies as st

from model.economics.projection import project
from model.economics.sweep import outcomes
from model.economics.uncertainty import uncertainty
from model.economics.verdict import STATUSES, judge
from model.scenario.scenario import Scenario, plan

EQUAL = 1e-12
"""Relative difference that rounding in the last digit may make."""
KEYS = st.lists(st.sampled_from(list(LEVERS)), min_size=1, max_size=len(LEVERS), unique=True)


@given(scenarios(), st.lists(scenarios(), min_size=1, max_size=6), KEYS)
def test_every_row_is_what_its_scenario_gives_whatever_levers_move(
    scenario: Scenario, others: list[Scenario], keys: list[str]
) -> None:
    found = outcomes(scenario, {key: np.array([other[key] for other in others]) for key in keys})
    for row, other in enumerate(others):
        one = scenario.set(**{key: other[key] for key in keys})
        verdict, paths = judge(one), project(one).paths
        for key, levels in found.levels.items():
            assert levels[row] == pytest.approx(paths[key][one.target(key)[1] - 2023], rel=EQUAL)
        assert found.gap[row] == pytest.approx(verdict.from_baseline.gap, rel=EQUAL)
        official = verdict.from_official.level if verdict.from_official else math.nan
        assert found.from_official[row] == pytest.approx(official, rel=EQUAL, nan_ok=True)
        assert STATUSES[found.status[row]] == verdict.status
        later, expected = found.required_later[row], verdict.binding.required_growth
        expected = math.nan if expected is None else expected
        assert later == pytest.approx(expected, rel=EQUAL, abs=EQUAL, nan_ok=True)
        assert found.chance[row] == pytest.approx(uncertainty(one).chance_in(one.target_year), rel=EQUAL)


@given(scenarios(), st.lists(rates(), min_size=2, max_size=5), st.integers(2024, 2035))
def test_levels_and_verdicts_are_those_of_fractions(scenario: Scenario, later: list[float], year: int) -> None:
    scenario = scenario.set(target_year=year)
    found = outcomes(scenario, {"gdp_later": np.array(later)})
    for row, rate in enumerate(later):
        exact = slow_path(scenario, "gdp", year, gdp_later=rate)[-1]
        assert found.levels["gdp"][row] == pytest.approx(float(exact), rel=CLOSE)
        in_2024 = slow_path(scenario, "gdp", 2024, gdp_later=rate)[-1]
        ends = [exact, exact * Fraction("411.5") / in_2024]
        goal = Fraction(scenario["target_level"])
        if all(abs(end / goal - 1) > Fraction(1, 10**9) for end in ends):
            met = [end >= goal for end in ends]
            wanted = "reached" if all(met) else "depends" if any(met) else "not_reached"
            assert STATUSES[found.status[row]] == wanted


def test_the_growth_that_is_asked_for_reaches_the_target_and_no_chance_is_made_up() -> None:
    deviations = np.array([0.0, 0.01, 0.03])
    found = outcomes(PLAN, {"error": deviations, "target_level": np.array([540.0, 550.0, 560.0])})
    for row, goal in enumerate((540, 550, 560)):
        again = slow_path(PLAN, "gdp", 2028, gdp_later=float(found.required_later[row]))[-1]
        assert float(again) == pytest.approx(goal, rel=CLOSE)
        s0 = math.log(391 / 380) / (2 * NormalDist().inv_cdf(0.9))
        correlated = 5 + 2 * sum((5 - k) * 0.6**k for k in range(1, 5))
        spread = math.sqrt(s0**2 + deviations[row] ** 2 * correlated)
        exact = slow_path(PLAN, "gdp", 2028)[-1]
        assert found.chance[row] == pytest.approx(NormalDist().cdf(math.log(exact / goal) / spread), rel=CLOSE)


def test_the_chances_of_a_region_started_from_a_known_outcome_are_those_of_its_scenarios() -> None:
    pack, errors = find_region("fengjie&base=2024"), np.array([0.0, 0.016, 0.03])
    found = outcomes(plan(pack), {"error": errors})
    expected = [uncertainty(plan(pack).set(error=error)).chance_in(2028) for error in errors.tolist()]
    assert found.chance.tolist() == pytest.approx(expected, rel=EQUAL)
