"""Many scenarios at once: every row is what that one scenario gives, and some are worked out in fractions."""

import math

import numpy as np
import pytest
from any_region import find_region
from any_scenario import LEVERS, scenarios
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


def test_the_chances_of_a_region_started_from_a_known_outcome_are_those_of_its_scenarios() -> None:
    pack, errors = find_region("fengjie&base=2024"), np.array([0.0, 0.016, 0.03])
    found = outcomes(plan(pack), {"error": errors})
    expected = [uncertainty(plan(pack).set(error=error)).chance_in(2028) for error in errors.tolist()]
    assert found.chance.tolist() == pytest.approx(expected, rel=EQUAL)
