"""Outcomes against targets, and a part of a year against an even pace: every number worked by hand."""

import pytest
from any_region import find_region
from any_scenario import PACK, PACKS, PLAN
from hypothesis import given
from hypothesis import strategies as st

from model.progress.tracking import latest, pace, paced_years, series_results, tracks, year_target
from model.scenario.scenario import Scenario, plan

OFFICIAL = len(PACK.outcomes)
"""Typed outcomes stand behind them."""


def test_the_official_outcomes_of_2024_are_met_or_missed_by_what_the_reports_say() -> None:
    found = {track.key: track for track in tracks(PACK)}
    shown = {key: (t.level, t.growth, t.target.value if t.target else None, t.apart, t.met) for key, t in found.items()}
    expected = {
        "gdp": (411.5, 6.6, 6.5, 0.1, True),
        "fai": (105.6, 16.4, 12, 4.4, True),
        "retail": (135.4, 2.9, 7.5, -4.6, False),
        "income": (29364, 5.6, 6.5, -0.9, False),
        "revenue": (25.02, None, 18.5, 6.52, True),
    }  # fmt: skip
    assert expected.items() <= shown.items()
    assert {track.growth_from for key, track in found.items() if key != "revenue"} == {"published"}
    assert all(
        track.source and track.source.source == "plan_report_2025" for key, track in found.items() if key != "revenue"
    )
    assert not any(track.typed for track in found.values())
    assert latest(PACK) == 2024


def test_they_stay_the_same_where_the_plan_starts_from_them() -> None:
    assert tracks(find_region("fengjie&base=2024")) == tracks(PACK)
    assert latest(find_region("fengjie&base=2024")) == 2024


@pytest.mark.parametrize(
    "key", ["fengjie", "fengjie&base=2024", "fengjie&outcome.gdp=2024:420:6.4&outcome.gdp.instead=2024"]
)
def test_the_outcomes_of_the_plan_reports_targets_are_the_official_ones(key: str) -> None:
    found = {row: (track.key, track.met, track.apart) for row, track in series_results(find_region(key)).items()}
    expected = {
        "gdp": ("gdp", True, 0.1),  # 6.6 beside 6.5
        "fai": ("fai", True, 4.4),  # 16.4 beside 12
        "retail_sales": ("retail", False, -4.6),  # 2.9 beside 7.5
        "income_all_residents": ("income", False, -0.9),  # 5.6 beside 6.5
        "budget_revenue": ("revenue", True, 6.52),  # 25.02 beside 18.5
    }
    assert expected.items() <= found.items()
    assert [(each.indicator, each.year, each.value) for each in find_region(key).met] == [
        ("plan_indicators_binding", 2024, 5), ("plan_indicators_expected", 2024, 21)
    ]  # fmt: skip


def test_typed_outcomes_of_series_are_those_of_the_rows_that_say_their_goals() -> None:
    pack = find_region("fengjie&base=2024&outcome.gdp=2025:440:6.2,2026:549&outcome.pm25=2024:24")
    found = {row: track.apart for row, track in series_results(pack).items() if track.typed}
    assert found == {"gdp_14fyp_avg_growth": -1.3, "gdp_level_goal_5y": -1.0}


def test_a_typed_outcome_stands_behind_them_without_a_target_that_nobody_announced() -> None:
    pack = find_region("fengjie&outcome.gdp=2026:440:6.2&outcome.income=2025:31000")
    income, gdp = tracks(find_region("fengjie&outcome.income=2025:31000&outcome.gdp=2027:440:6.2"))[OFFICIAL:]
    assert (gdp.growth, gdp.growth_from, gdp.target, gdp.apart, gdp.met, gdp.typed) == (
        6.2,
        "typed",
        None,
        None,
        None,
        True,
    )
    # 31000 / 29364 = 1.055714...
    assert income.growth == pytest.approx(5.571448, abs=1e-6)
    assert income.growth_from == "worked out"
    assert (income.target, income.met) == (None, None)
    assert latest(pack) == 2026


def test_a_year_of_the_five_year_plan_is_held_against_its_average() -> None:
    pack = find_region("fengjie&outcome.gdp=2025:440:6.2,2027:480:6")
    year, after = tracks(pack)[OFFICIAL:]
    # The plan is for 2021 to 2025: 7.5 % a year.
    assert (year.target, year.averaged, year.apart) == (PACK.goals["five_year_gdp"], (2021, 2025), -1.3)
    assert (after.target, after.averaged, after.apart) == (None, None, None)
    assert tracks(PACK)[0].averaged is None
    assert tracks(find_region("fengjie&outcome.gdp=2025:440"))[OFFICIAL].apart is None


def test_what_somebody_assumed_for_later_years_of_an_own_county_is_no_five_year_plan() -> None:
    pack = find_region("own&own.base_year=2025&own.gdp=386:6.5,7&own.target=550,2030&outcome.gdp=2027:440:6.2")
    assert "five_year_gdp" in pack.goals
    assert [track.target for track in tracks(pack)] == [None]


def test_a_level_is_compared_with_a_level_that_was_announced_for_its_year() -> None:
    (gdp,) = tracks(find_region("fengjie&outcome.gdp=2026:549.75"))[OFFICIAL:]
    assert gdp.target is PACK.goals["congress_2026"]
    assert (gdp.apart, gdp.met) == (-0.25, False)
    (met,) = tracks(find_region("fengjie&outcome.gdp=2026:550"))[OFFICIAL:]
    assert (met.apart, met.met) == (0, True)


def test_gdp_whose_real_growth_is_not_known_is_not_compared_with_real_growth() -> None:
    gdp = tracks(find_region("fengjie&outcome.gdp=2024:420&outcome.gdp.instead=2024"))[0]
    assert gdp.target is PACK.goals["plan_gdp"]
    assert (gdp.growth, gdp.growth_from, gdp.apart, gdp.met) == (None, None, None, None)


def test_what_stands_in_place_of_an_official_figure_names_it() -> None:
    fai = tracks(find_region("fengjie&outcome.fai=2024:100&outcome.fai.instead=2024"))[1]
    assert fai.replaced is not None
    assert (fai.level, fai.replaced.value) == (100, 105.6)
    # 100 / 90.7 = 1.102536
    assert (fai.growth_from, fai.met) == ("worked out", False)
    assert fai.growth == pytest.approx(10.253583, abs=1e-6)
    assert fai.apart == pytest.approx(-1.746417, abs=1e-6)


def test_growth_that_is_typed_is_compared_digit_by_digit() -> None:
    gdp = tracks(find_region("fengjie&outcome.gdp=2024:420:6.4&outcome.gdp.instead=2024"))[0]
    assert (gdp.apart, gdp.met) == (-0.1, False)


@pytest.mark.parametrize(("done", "month", "even", "ahead", "needed"), [
    (0.418, 6, 0.5, -0.082, 1.164),  # (100 - 41.8) / 50
    (0.5, 6, 0.5, 0, 1),
    (0.3, 3, 0.25, 0.05, 0.9333333333333333),  # 70 / 75
    (0, 9, 0.75, -0.75, 4),
    (1.05, 9, 0.75, 0.3, 0),
    (0.98, 12, 1, -0.02, None),
])  # fmt: skip
def test_a_part_of_the_year_is_ahead_or_behind_by_points_and_what_is_left_takes_a_multiple(
    done: float, month: int, even: float, ahead: float, needed: float | None
) -> None:
    found = pace(done, month)
    assert (found.done, found.even) == (done, even)
    assert found.ahead == pytest.approx(ahead, abs=1e-12)
    assert found.needed == (needed if needed is None else pytest.approx(needed, rel=1e-12))


@given(st.integers(0, 999), st.integers(1, 11))
def test_the_rest_of_the_year_at_that_pace_ends_at_the_target(thousandths: int, month: int) -> None:
    found = pace(thousandths / 1000, month)
    assert found.needed is not None
    assert found.done + found.needed * (1 - found.even) == pytest.approx(1, abs=1e-12)


def level(indicator: str, year: int, scenario: Scenario = PLAN) -> tuple[float, str | None]:
    found = year_target(indicator, year, scenario)
    assert found is not None
    return pytest.approx(found.level, rel=1e-14), found.goal and found.goal.key


def test_a_years_target_is_what_was_announced_or_else_what_the_scenario_makes_of_it() -> None:
    again = find_region("fengjie&base=2024")
    # 386 x 1.065 = 411.09, 90.7 x 1.12 = 101.584; 411.09 x 1.075 = 441.92175, 411.5 x 1.075 = 442.3625
    for scenario in (PLAN, PLAN.set(gdp_first=0.08, fai_first=0.2), plan(again)):
        assert level("gdp", 2024, scenario) == (411.09, "plan_gdp")
        assert level("fai", 2024, scenario) == (101.584, "plan_fai")
        assert level("revenue", 2024, scenario) == (18.5, "plan_revenue")
        assert level("gdp", 2026, scenario) == (550, "congress_2026")
        assert year_target("revenue", 2025, scenario) is None
    assert level("gdp", 2024, PLAN.set(gdp_base=390)) == (pytest.approx(415.35), "plan_gdp")
    assert level("gdp", 2025) == (441.92175, None)
    assert level("gdp", 2025, plan(again)) == (442.3625, None)
    assert year_target("fai", 2023, PLAN) is None
    later = find_region("fengjie&base=2025&outcome.gdp=2025:440")
    assert level("fai", 2024, plan(later)) == (101.584, "plan_fai")


def test_the_years_are_those_with_an_announced_target_and_the_one_that_goes_on() -> None:
    # The 550 of 2028 were read so, not announced; the level that an own county is to reach is the visitor's own.
    assert paced_years(PACK, 2028) == paced_years(find_region("fengjie&base=2024"), 2028) == (2024, 2025, 2026)
    assert paced_years(find_region("fengjie&outcome.gdp=2025:440,2026:470"), 2028) == (2024, 2026, 2027)
    assert paced_years(PACKS["chongqing"], 2028) == (2024, 2026)
    assert paced_years(find_region("own&own.base_year=2025&own.gdp=386:6.5&own.target=550,2030"), 2030) == (2026,)
    assert paced_years(
        find_region("own&own.base_year=2025&own.gdp=386:6.5&own.target=550,2030&outcome.gdp=2026:411"), 2030
    ) == (2026, 2027)


def test_growth_announced_in_an_own_county_is_a_target_of_its_plan_year_whatever_the_scenario_assumes() -> None:
    pack = find_region("own&own.base_year=2025&own.gdp=386:6.5,7&own.fai=90:12&own.target=550,2030")
    moved = plan(pack).set(gdp_first=0.09, fai_first=0.2)
    # 386 x 1.065 = 411.09 and 90 x 1.12 = 100.8; later years go by the scenario: 386 x 1.09 x 1.07 = 450.1918
    assert level("gdp", 2026, moved) == (411.09, "plan_gdp")
    assert level("fai", 2026, moved) == (100.8, "plan_fai")
    assert level("gdp", 2027, moved) == (450.1918, None)
