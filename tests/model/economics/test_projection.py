"""From a scenario to its paths and its tidy frame."""

import math

import numpy as np
import pandas as pd
import pytest
from any_scenario import CLOSE, PACK, PLAN, scenarios, slow_growth, slow_path, slow_rate
from hypothesis import given

from model.answer import Answer
from model.economics.projection import project
from model.scenario.scenario import Scenario, build
from model.work.work import Work

INDICATORS = tuple(PACK.baselines)


def frame_of(scenario: Scenario) -> pd.DataFrame:
    return Answer(Work(scenario)).frame


@pytest.mark.parametrize(
    ("indicator", "in_2028"),
    [("gdp", 548.9980090195311), ("fai", 159.844390666), ("income", 38_106.22036957877)],
)
def test_the_plans_paths_end_at_the_published_reference_values(indicator: str, in_2028: float) -> None:
    assert project(PLAN).paths[indicator][-1] == pytest.approx(in_2028, rel=CLOSE)


def test_the_plans_range_of_gdp_ends_at_the_published_reference_values() -> None:
    projection = project(PLAN)
    assert projection.low[-1] == pytest.approx(540.4643612109375, rel=CLOSE)
    assert projection.high[-1] == pytest.approx(556.1093821933592, rel=CLOSE)


@given(scenarios())
def test_every_path_is_the_one_a_slow_loop_over_the_years_gives(scenario: Scenario) -> None:
    projection = project(scenario)
    assert projection.years == tuple(range(2023, scenario.last_year + 1))
    for indicator in INDICATORS:
        slow = slow_path(scenario, indicator, scenario.last_year)
        assert projection.paths[indicator] == pytest.approx([float(level) for level in slow], rel=CLOSE)


@given(scenarios())
def test_constant_prices_leave_the_deflator_out(scenario: Scenario) -> None:
    years = range(2024, scenario.last_year + 1)
    slow = slow_growth(scenario["gdp_base"], [slow_rate(scenario, "gdp", year) for year in years])
    assert project(scenario).paths["gdp_constant"] == pytest.approx([float(level) for level in slow], rel=CLOSE)


@given(scenarios())
def test_all_levels_are_positive_and_the_range_encloses_gdp_in_every_year(scenario: Scenario) -> None:
    projection = project(scenario)
    for path in projection.paths.values():
        assert np.isfinite(path).all()
        assert (path > 0).all()
    assert (projection.low <= projection.paths["gdp"]).all()
    assert (projection.paths["gdp"] <= projection.high).all()


def test_without_price_change_constant_and_current_prices_are_the_same_to_the_last_bit() -> None:
    projection = project(PLAN.set(gdp_first=0.0123, gdp_later=0.0987))
    assert np.array_equal(projection.paths["gdp"], projection.paths["gdp_constant"])


@given(scenarios())
def test_a_scenario_equal_to_its_reference_shows_exactly_no_difference(scenario: Scenario) -> None:
    again = build(PACK, dict(scenario.values), reversed(scenario.overrides), scenario.name)
    project.cache_clear()
    ours = frame_of(scenario)
    project.cache_clear()
    reference = frame_of(again)
    for column in ("low", "level", "high"):
        assert not (ours[column] - reference[column]).any()


def test_the_frame_has_one_row_for_each_path_and_year_with_unit_and_price_basis() -> None:
    frame = frame_of(PLAN)
    assert frame.columns.tolist() == [
        "scenario", "name", "indicator", "price_basis", "unit", "year", "growth", "low", "level", "high", "chance",
        "base_origin", "region", "link", "edition",
    ]  # fmt: skip
    assert len(frame) == (len(INDICATORS) + 1) * 6
    assert not frame.duplicated(["indicator", "year"]).any()
    described = frame.groupby("indicator")[["price_basis", "unit"]].agg(lambda cells: "/".join(dict.fromkeys(cells)))
    expected = {
        "gdp": ["current", "亿元"],
        "gdp_constant": ["constant", "亿元"],
        "fai": ["current", "亿元"],
        "retail": ["current", "亿元"],
        "income": ["current", "元"],
    }
    assert expected.items() <= described.T.to_dict("list").items()


def test_the_frames_growth_is_that_of_its_own_levels_and_missing_in_the_base_year() -> None:
    frame = frame_of(PLAN.set(deflator_first=0.01, deflator_later=-0.02))
    base = frame["year"] == 2023
    assert frame.loc[base, "growth"].isna().all()
    from_levels = frame.groupby("indicator")["level"].pct_change()
    assert frame.loc[~base, "growth"].tolist() == pytest.approx(from_levels[~base].tolist(), rel=CLOSE)


def test_the_frame_has_a_range_only_for_gdp_at_both_prices_and_none_where_none_is_known() -> None:
    frame = frame_of(PLAN)
    ranged = frame[(frame["low"] < frame["level"]) & (frame["level"] < frame["high"])]
    unknown = frame[frame["low"].isna() & frame["high"].isna()]
    assert set(ranged["indicator"]) == {"gdp", "gdp_constant"}
    assert len(ranged) + len(unknown) == len(frame)
    assert frame_of(PLAN.set(gdp_low=386, gdp_high=386))[["low", "high"]].isna().all(axis=None)


def test_constant_prices_have_a_range_of_their_own() -> None:
    # 380, 386 and 391 x 1.065 x 1.075^4, whatever prices do
    points = project(PLAN.set(deflator_later=0.02)).points["gdp_constant"]
    ends = [points[-1].low, points[-1].level, points[-1].high]
    assert ends == pytest.approx([540.4643612109375, 548.99800901953125, 556.109382193359375], rel=CLOSE)


def test_a_point_has_ends_only_where_its_baseline_has_a_range() -> None:
    points = project(PLAN).points
    assert points["gdp_constant"][0].ends == (380.0, 391.0)
    point = project(PLAN.set(gdp_low=386, gdp_high=386)).points["gdp"][-1]
    assert all(math.isnan(end) for end in (*points["fai"][0].ends, *point.ends))


def test_what_is_shared_cannot_be_changed() -> None:
    projection = project(PLAN)
    with pytest.raises(ValueError, match="read-only"):
        projection.paths["gdp"][0] = 400
    with pytest.raises(ValueError, match="read-only"):
        projection.low[0] = 400
    with pytest.raises(TypeError):
        projection.paths["gdp"] = projection.paths["fai"]  # type: ignore[index]


def test_the_points_are_the_rows_of_the_frame_by_indicator() -> None:
    scenario = PLAN.set(deflator_later=0.01)
    projection, frame = project(scenario), frame_of(scenario)
    assert set(projection.points) == {*INDICATORS, "gdp_constant"}
    for indicator, points in projection.points.items():
        rows = frame[frame["indicator"] == indicator]
        for column in ("indicator", "price_basis", "unit", "year", "level"):
            assert [getattr(point, column) for point in points] == rows[column].tolist()
        assert [end for point in points for end in point.ends] == pytest.approx(
            rows[["low", "high"]].to_numpy().ravel().tolist(), rel=0, nan_ok=True
        )
