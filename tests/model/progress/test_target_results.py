"""Outcomes of the plan report's rows against their own targets: every number worked by hand."""

from fractions import Fraction

import pytest
from any_region import find_region, text
from any_scenario import PACK, PLAN
from hypothesis import given
from hypothesis import strategies as st

from model.economics.projection import project
from model.progress.target_results import paced_rows, row_tracks
from model.scenario.scenario import plan


@pytest.mark.parametrize(("piece", "apart", "met"), [
    ("tourist_visits=2024:3650", -150.0, False),  # 3,800
    ("farmland_safe_use=2024:98.4", 0.4, True),  # at least 98 %
    ("good_air_days=2024:353", 0.0, True),  # at least 353
    ("good_air_days=2024:352", -1.0, False),
    ("pm25=2024:28", 0.0, True),  # at most 28
    ("pm25=2024:28.1", 0.1, False),
    ("npl_ratio=2024:0.65", -0.05, True),  # 0.7, less is better
    ("npl_ratio=2024:0.71", 0.01, False),
    ("forest_coverage=2024:64.04", -0.01, False),  # hold 64.05
    ("arable_land=2024:81.4", 0.1, True),  # hold, at least 81.3
    ("rural_labour_transfer=2024:32.9", -0.1, False),  # hold about 33
    ("projects_signed_over_100m=2024:48", 3.0, True),  # 45
    ("glasses_projects_signed=2024:50", 0.0, True),  # 50, though 2023 counts otherwise
    ("gov_investment_funds_to_seek=2024:20", 1.0, None),  # 19, and nobody says whether more is better
])  # fmt: skip
def test_a_level_is_held_against_the_level_that_is_aimed_at(piece: str, apart: float, met: bool | None) -> None:
    (track,) = row_tracks(find_region(f"fengjie&outcome.{piece}")).values()
    assert (track.apart, track.met, track.growth, track.growth_from) == (apart, met, None, None)


@pytest.mark.parametrize(("piece", "growth", "origin", "apart", "met"), [
    ("industry_va_above_scale=2024::7.1", 7.1, "typed", 0.1, True),  # 7 %
    ("energy_intensity=2024::-3.1", -3.1, "typed", -0.1, True),  # 3 % less
    ("energy_intensity=2024::-2.9", -2.9, "typed", 0.1, False),
    ("finance_va=2024::8", 8.0, "typed", 0.0, True),  # at least 8 %
    ("tourism_revenue=2024:216", 20.0, "worked out", 0.0, True),  # 180 x 1.2
    ("tourism_revenue=2024:225", 25.0, "worked out", 5.0, True),
    ("tourism_revenue=2024:207", 15.0, "worked out", -5.0, False),
    ("tourism_revenue=2024:225:19.5", 19.5, "typed", -0.5, False),  # published growth goes before that of the levels
    ("food_processing_output=2024::15", 15.0, "typed", 0.0, True),  # not alike, but its growth is its own
])  # fmt: skip
def test_growth_is_held_against_the_growth_that_is_aimed_at(
    piece: str, growth: float, origin: str, apart: float, met: bool
) -> None:
    (track,) = row_tracks(find_region(f"fengjie&outcome.{piece}")).values()
    assert (track.growth, track.growth_from, track.apart, track.met) == (growth, origin, apart, met)


@given(st.integers(1, 10**9))
def test_growth_that_is_worked_out_meets_its_target_exactly_where_the_level_does(thousandths: int) -> None:
    level = thousandths / 10**6
    (track,) = row_tracks(find_region(f"fengjie&outcome.tourist_overnight=2024:{level!r}")).values()
    # At least 14 % more than 176
    assert track.met == (Fraction(thousandths, 10**6) >= Fraction(176) * Fraction(114, 100))


def test_they_stand_in_the_order_of_the_report_and_move_nothing() -> None:
    pack = find_region("fengjie&outcome.pm25=2024:24&outcome.tourist_visits=2024:3650&outcome.gdp=2025:440")
    assert list(row_tracks(pack)) == ["tourist_visits", "pm25"]
    assert text(pack) == "fengjie&outcome.gdp=2025:440&outcome.tourist_visits=2024:3650&outcome.pm25=2024:24"
    assert not row_tracks(PACK)
    alone = find_region("fengjie&outcome.pm25=2024:24")
    assert (alone.base_year, alone.outcomes, alone.sources["typed"].trust) == (2023, PACK.outcomes, "D")
    assert dict(plan(alone).values) == dict(PLAN.values)
    own, other = (project(plan(each)).paths for each in (PACK, alone))
    assert all((own[key] == other[key]).all() for key in own)


def test_a_part_can_be_done_of_levels_that_add_up() -> None:
    levels = paced_rows(PACK)
    assert (levels["tourist_visits"], levels["grain_storage"], levels["urban_new_jobs"]) == (3800, 2.5, 10000)
    assert levels["tourism_revenue"] == pytest.approx(216)  # 180 x 1.2
    for key in ("pm25", "farmland_safe_use", "industry_va_above_scale", "food_processing_output", "budget_revenue"):
        assert key not in levels
