"""How sure: the variance summed term by term, a simulation, the standard normal of the standard library, the past."""

import math
from fractions import Fraction
from statistics import NormalDist

import numpy as np
import pytest
from any_scenario import CLOSE, LEVERS, PACK, PLAN, scenarios, slow_path, values
from hypothesis import given
from hypothesis import strategies as st

from model.economics.uncertainty import (
    QUANTILES,
    SHARES,
    chance_from_official,
    chances,
    conditional_variance,
    misses,
    uncertainty,
    variance,
)
from model.scenario.scenario import Scenario

NORMAL = NormalDist()
S, R = values(LEVERS["error"]), values(LEVERS["persistence"])


def summed(years: int, s: float, r: float) -> float:
    """The variance of the sum of AR(1) errors: every entry of their covariance matrix, s^2 r^|a - b|, added up."""
    s2, r_ = Fraction(s) ** 2, Fraction(r)
    return float(sum(s2 * r_ ** abs(a - b) for a in range(years) for b in range(years)))


def spread(scenario: Scenario, years: int) -> float:
    """The standard deviation of ln GDP after some years, from the definition."""
    low, _, high = scenario.range_of("gdp")
    baseline = math.log(high / low) / (2 * NORMAL.inv_cdf(0.9))
    return math.hypot(baseline, math.sqrt(summed(years, scenario["error"], scenario["persistence"])))


def certain(scenario: Scenario) -> Scenario:
    """The scenario with neither an error of growth nor a range of the baseline."""
    base = scenario["gdp_base"]
    return scenario.set(error=0, gdp_low=base, gdp_high=base)


# The variance


def test_the_variance_after_five_years_worked_by_hand() -> None:
    # 5 + 2 (4 x 0.6 + 3 x 0.36 + 2 x 0.216 + 0.1296) = 13.0832
    assert variance(5, 0.016, 0.6)[5] == pytest.approx(0.000256 * 13.0832, rel=1e-12)


@given(S, R, st.integers(0, 12))
def test_the_variance_is_the_sum_over_the_whole_covariance_matrix(s: float, r: float, years: int) -> None:
    expected = [summed(h, s, r) for h in range(years + 1)]
    assert variance(years, s, r) == pytest.approx(expected, rel=CLOSE, abs=1e-300)


# Against the standard library and a simulation


@given(scenarios())
def test_deviation_bands_and_chances_are_those_of_the_standard_normal(scenario: Scenario) -> None:
    found, path = uncertainty(scenario), [float(x) for x in slow_path(scenario, "gdp", scenario.last_year)]
    assert found.years == tuple(range(2023, scenario.last_year + 1))
    assert list(found.bands) == list(SHARES) == [0.5, 0.8]
    for t, level in enumerate(path):
        deviation = spread(scenario, t)
        assert found.deviation[t] == pytest.approx(deviation, rel=CLOSE, abs=1e-150)
        for share, (low, high) in found.bands.items():
            z = NORMAL.inv_cdf(0.5 + share / 2)
            assert (low[t], high[t]) == pytest.approx(
                (level * math.exp(-z * deviation), level * math.exp(z * deviation)), rel=CLOSE
            )
        if deviation > 1e-100:
            expected = NORMAL.cdf(math.log(level / scenario["target_level"]) / deviation)
            assert found.chance_in(2023 + t) == pytest.approx(expected, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("share", [0.5, 0.8])
def test_the_quantiles_are_those_of_the_standard_normal(share: float) -> None:
    assert QUANTILES[share] == pytest.approx(NORMAL.inv_cdf(0.5 + share / 2), rel=1e-12)


def test_half_a_million_simulated_paths_agree() -> None:
    s, r, paths, chance = 0.024, 0.6, 500_000, np.random.default_rng(550)
    scenario = PLAN.set(error=s, persistence=r, deflator_later=0.003)
    found = uncertainty(scenario)
    growth = [1.065] + [1.075 * 1.003] * 4
    error = s * chance.standard_normal(paths)
    deviation = chance.standard_normal(paths) * (math.log(391 / 380) / 2 / NORMAL.inv_cdf(0.9))
    median = math.log(386)
    for year in range(2023, 2029):
        t = year - 2023
        if t:
            error = error if t == 1 else r * error + s * math.sqrt(1 - r * r) * chance.standard_normal(paths)
            deviation = deviation + error
            median += math.log(growth[t - 1])
        assert abs(deviation.std() / found.deviation[t] - 1) < 4 / math.sqrt(2 * paths)
        levels = median + deviation
        for share, (low, high) in found.bands.items():
            inside = np.mean((levels >= math.log(low[t])) & (levels <= math.log(high[t])))
            assert abs(inside - share) < 4 * math.sqrt(share * (1 - share) / paths)
        expected = found.chance_in(year)
        reached = np.mean(levels >= math.log(550))
        assert abs(reached - expected) <= 4 * math.sqrt(expected * (1 - expected) / paths) + 1e-6


# What it must be like


def test_the_plans_chance_in_2028_worked_by_hand() -> None:
    # deviation: baseline 0.01113, growth 0.016 sqrt(13.0832) = 0.05787 -> 0.05893; ln(548.998 / 550) = -0.00182
    found = uncertainty(PLAN)
    assert found.deviation[5] == pytest.approx(0.05893, abs=5e-6)
    assert found.chance_in(2028) == pytest.approx(0.4877, abs=5e-5)


@given(scenarios())
def test_without_error_and_range_the_chance_is_whether_the_target_is_met(scenario: Scenario) -> None:
    sure = certain(scenario)
    found, path = uncertainty(sure), slow_path(sure, "gdp", sure.last_year)
    wanted = sure["target_level"]
    assert not found.deviation.any()
    for year, level in enumerate(path, 2023):
        if abs(float(level) / wanted - 1) > CLOSE:
            assert found.chance_in(year) == float(level >= wanted)
    low, high = found.bands[0.8]
    assert np.array_equal(low, high)


def test_without_error_a_target_hit_exactly_is_met_for_sure() -> None:
    exact = certain(PLAN).set(target_level=386, gdp_first=0, gdp_later=0)
    assert uncertainty(exact).chance.tolist() == [1] * 6


# Against the past


def test_past_outcomes_missed_their_targets_by_what_was_published() -> None:
    found = {(miss.series, miss.year): round(miss.error * 100, 6) for miss in misses(PACK)}
    assert found == {
        ("municipality_gdp", 2018): -2.5, ("municipality_gdp", 2020): -2.1, ("municipality_gdp", 2021): 2.3,
        ("municipality_gdp", 2023): 0.1, ("municipality_gdp", 2024): -0.3, ("gdp", 2024): 0.1,
    }  # fmt: skip


def test_a_past_miss_names_the_source_of_its_target_and_that_of_its_outcome() -> None:
    city = ("chongqing_statistics", "chongqing_statistics")
    found = {(miss.series, miss.year): miss.sources for miss in misses(PACK)}
    assert found == {
        **{("municipality_gdp", year): city for year in (2018, 2020, 2021, 2023, 2024)},
        ("gdp", 2024): ("plan_report_2024", "plan_report_2025"),
    }


@pytest.mark.parametrize(("share", "expected"), [(0.8, [2020, 2023, 2024, 2024]), (0.5, [2023, 2024, 2024])])
def test_four_of_six_past_outcomes_fell_inside_the_wider_interval_of_one_year_and_three_inside_the_narrower(
    share: float, expected: list[int]
) -> None:
    # half widths in log growth: 1.28155 x 1.6 = 2.0505 % and 0.67449 x 1.6 = 1.0792 %, against
    # ln(1.06 / 1.085) = -2.331 %, ln(1.039 / 1.06) = -2.001 %, ln(1.083 / 1.06) = 2.147 %,
    # ln(1.061 / 1.06) = 0.094 %, ln(1.057 / 1.06) = -0.283 % and ln(1.066 / 1.065) = 0.094 %
    assert [miss.year for miss in misses(PACK) if miss.inside(share, 0.016)] == expected


def test_an_outcome_lies_inside_exactly_where_its_log_distance_from_the_target_is_within_the_half_width() -> None:
    # the error of growth at which each past outcome lies on the very edge of the 80 % interval
    pairs = [(8.5, 6.0), (6.0, 3.9), (6.0, 8.3), (6.0, 6.1), (6.0, 5.7), (6.5, 6.6)]
    for miss, (goal, outcome) in zip(misses(PACK), pairs, strict=True):
        edge = abs(math.log1p(outcome / 100) - math.log1p(goal / 100)) / NORMAL.inv_cdf(0.9)
        assert miss.inside(0.8, edge * (1 + 1e-6))
        assert not miss.inside(0.8, edge * (1 - 1e-6))


def test_where_anything_is_uncertain_no_chance_is_certain() -> None:
    likely, unlikely = chances([1000.0, 1.0], 550.0, 0.01).tolist()
    assert 1 > likely > 0.999
    assert 0 < unlikely < 0.001
    assert chances([1000.0, 1.0], 550.0, 0.0).tolist() == [1.0, 0.0]


def test_started_from_a_known_error_the_deviation_after_four_years_is_smaller_and_the_median_shifted() -> None:
    # By hand: 1, 1.6, 1.96 and 2.176 squared add up to 12.136576; times 0.64 x 0.016^2, the root is 4.459 %.
    assert math.sqrt(conditional_variance(4, 0.016, 0.6)[4]) == pytest.approx(0.016 * math.sqrt(0.64 * 12.136576))
    assert round(math.sqrt(conditional_variance(4, 0.016, 0.6)[4]) * 100, 2) == 4.46
    assert round(math.sqrt(variance(4, 0.016, 0.6)[4]) * 100, 2) == 4.92
    error = math.log(1.066 / 1.065)  # 6.6 % against 6.5 % in 2024
    shift = error * (0.6 + 0.36 + 0.216 + 0.1296)
    chance = NormalDist().cdf((math.log(411.5 * 1.075**4 / 550) + shift) / (0.016 * math.sqrt(0.64 * 12.136576)))
    assert chance_from_official(PLAN) == pytest.approx(chance, rel=1e-9)
