"""The plan report in figures: what is compared with what, which way, and what is not; all worked by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest
from any_scenario import PACK

from model.region.records import Statement
from model.region.statements import THEMES, compare, comparisons, frame, holding, shift

ALL = PACK.statements
FRAME = frame(PACK)
NO_MORE = {
    "lower": {"projects_continuing", "projects_new_planned", "projects_signed_over_100m", "tech_enterprises_new",
              "hightech_new", "mine_restoration", "two_bank_forest", "urban_new_jobs", "preschool_inclusive"},
    "slower": {"fai", "inclusive_loans", "tourist_overnight", "tourist_ticketed", "tourism_revenue"},
    "beaten": {"expoor_migrant_workers", "good_air_days", "pm25", "public_jobs", "startup_loans"},
    "about": {"rural_labour_transfer"},
    "same": {"parking_new", "green_space_new", "water_compliance", "forest_coverage", "compulsory_retention"},
}  # fmt: skip
"""Read off the report: of what counts the same in both years, the targets that do not ask for more than was reached."""


def one(key: str = "gdp", **changes: object) -> Statement:
    """A statement of the report, changed."""
    return ALL[key].model_copy(update=changes)


# The report's own figures


def test_every_statement_has_a_source_that_is_described_and_a_line_of_it() -> None:
    assert len(ALL) == 336
    for statement in ALL.values():
        assert statement.source in PACK.sources
        assert " L" in statement.locator
        assert bool(statement.note_zh) == bool(statement.note_en)


def test_the_five_binding_indicators_are_those_that_the_report_names() -> None:
    binding = {key for key, statement in ALL.items() if statement.status == "binding"}
    named = {"good_air_days", "energy_intensity", "arable_land", "forest_coverage", "accident_deaths_per_gdp"}
    assert binding == named
    expected = {key for key, statement in ALL.items() if statement.status == "expected"}
    assert expected == {"gdp", "fai", "retail_sales", "income_all_residents", "industry_va_above_scale"}


def test_every_theme_has_statements() -> None:
    assert set(FRAME["theme"]) == set(THEMES)


def test_fifty_three_have_both_a_result_and_a_target_and_thirty_nine_count_the_same() -> None:
    assert FRAME["two_sided"].sum() == 53
    assert (FRAME["two_sided"] & FRAME["alike"]).sum() == 39
    assert set(FRAME.index[FRAME["two_sided"] & (FRAME["against"] == "")]) == {"budget_revenue"}


@pytest.mark.parametrize("against", NO_MORE)
def test_what_is_true_of_the_targets_that_do_not_ask_for_more_is_read_off_the_report(against: str) -> None:
    assert set(FRAME.index[FRAME["alike"] & (FRAME["against"] == against)]) == NO_MORE[against]


def test_planned_numbers_compare_with_planned_ones_and_not_with_what_was_done() -> None:
    assert {ALL[key].comparable for key in ("projects_continuing", "projects_new_planned")} == {"yes"}  # one sentence
    # 326 planned for 2023, less 82 continuing and 87 new: 157 in preparation were planned, 89 advanced
    for key in ("key_projects_planned", "projects_prephase"):
        assert (ALL[key].comparable, ALL[key].doubt) == ("no", "scope")
    assert "326 − 82 − 87 = 157" in ALL["projects_prephase"].note_en


def test_growth_rates_without_their_subjects_are_read_as_those_of_the_plan_and_are_ambiguous() -> None:
    rows = [ALL[key] for key in ("tourist_overnight", "tourist_ticketed", "tourism_revenue")]
    assert [(row.result_growth, row.doubt) for row in rows] == [
        (16.8, "ambiguous"), (40.4, "ambiguous"), (25.1, "ambiguous"),
    ]  # fmt: skip
    assert ALL["tourist_visits"].result_growth is None


def test_goals_for_other_years_are_no_targets_of_the_plan_year() -> None:
    goals = {"gdp_14fyp_avg_growth", "gdp_level_goal_5y"}
    assert {key for key, each in ALL.items() if each.has_target and not FRAME.loc[key, "aims"]} == goals


@pytest.mark.parametrize(
    ("key", "growth"),
    [
        ("tourist_visits", Fraction(3800, 3111) - 1),
        ("ecommerce_sales", Fraction(100, 60) - 1),
        ("key_projects_investment", Fraction(1521, 1234) - 1),
        ("good_air_days", Fraction(353, 358) - 1),
        ("pm25", Fraction(4, 10)),
        ("tourist_overnight", Fraction(14, 100)),
    ],
)
def test_the_growth_that_a_target_means(key: str, growth: Fraction) -> None:
    assert FRAME.loc[key, "growth"] == pytest.approx(float(growth), rel=1e-12)


@pytest.mark.parametrize(
    ("key", "points", "against"),
    [
        ("gdp", 0.007, "more"),
        ("fai", -0.111, "slower"),
        ("retail_sales", 0.002, "more"),
        ("income_all_residents", 0.021, "more"),
        ("inclusive_loans", -0.034, "slower"),
        ("preschool_inclusive", -0.088, "lower"),
        ("farmland_safe_use", 0.02, "more"),
        ("forest_coverage", 0.0, "same"),
    ],
)
def test_the_points_by_which_rates_differ(key: str, points: float, against: str) -> None:
    found = comparisons(PACK)[key]
    assert found is not None
    assert (found.points, found.against) == (points, against)


def test_a_growth_target_means_a_level_where_one_is_known() -> None:
    assert FRAME.loc["income_all_residents", "level"] == pytest.approx(29_620.845)  # 27,813 x 1.065
    assert FRAME.loc["tourist_overnight", "level"] == pytest.approx(200.64)  # 176 x 1.14
    assert FRAME.loc[["income_all_residents", "tourist_overnight", "tourist_visits"], "projectable"].all()
    assert not FRAME.loc[["gdp", "budget_revenue", "preschool_inclusive", "land_sale_plots"], "projectable"].any()


# Any statement


@pytest.mark.parametrize(("direction", "sign", "against"), [
    ("more", "", "more"), ("keep", "<=", "more"), ("", "", "more"),
    ("less", "", "lower"), ("less", "<=", "beaten"), ("less", ">=", "lower"), ("less", "~", "about"),
])  # fmt: skip
def test_more_of_what_should_be_less_asks_for_no_more(direction: str, sign: str, against: str) -> None:
    found = compare(one("pm25", result=20.0, target=25.0, target_sign=sign, direction=direction), 2024)
    assert found is not None
    assert (found.growth, found.against) == (0.25, against)


@pytest.mark.parametrize(("growth", "against"), [(4.0, "slower"), (-4.0, "lower"), (23.1, "same"), (24.0, "more")])
def test_slower_growth_is_no_lower_level(growth: float, against: str) -> None:
    found = compare(one("fai", target_growth=growth), 2024)  # after 23.1 %
    assert found is not None
    assert found.against == against


def test_a_growth_target_beside_a_level_alone_is_held_against_the_level() -> None:
    found = compare(one("tourist_overnight", result_growth=None, target_growth=-2.5, target_sign=""), 2024)
    assert found is not None
    assert (found.basis, found.points, found.against) == ("level", None, "lower")


def test_growth_from_nothing_is_not_said() -> None:
    found = compare(one("geohazard_projects", result=0.0, target=5.0), 2024)
    assert found is not None
    assert (found.growth, found.against) == (None, "more")


@pytest.mark.parametrize(
    "changes",
    [{"target_year": 2026}, {"result_growth": None}, {"target_growth": None, "target": 400.0}, {"target_growth": None}],
)
def test_what_has_not_two_levels_or_two_rates_of_the_plan_year_is_not_compared(changes: dict[str, object]) -> None:
    assert compare(one(**changes), 2024) is None


@pytest.mark.parametrize(
    ("zh", "en", "places"),
    [
        ("亿元", "bn yuan", -1),
        ("万元", "m yuan", -2),
        ("万亩", "thousand mu", 1),
        ("亿副", "m pairs", 2),
        ("亩", "mu", 0),
        ("%", "%", 0),
    ],
)
def test_a_large_unit_moves_the_decimal_point(zh: str, en: str, places: int) -> None:
    assert shift(one(unit_zh=zh, unit_en=en)) == places


def test_no_unit_is_larger_in_one_language_than_its_number_can_say() -> None:
    assert {shift(each) for each in ALL.values()} == {-2, -1, 0, 1, 2}


# Searching


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("daily WASTE", {"waste_treatment_capacity"}),
        ("日处理", {"waste_treatment_capacity"}),
        ("ｐｍ２．５", {"pm25"}),
        ("152.1", {"key_projects_investment"}),
        ("180.4", {"key_projects_investment"}),  # 123.4 / 0.684, what was planned for 2023
        ("L86", {"accident_deaths_per_gdp"}),
        ("no such words", set()),
    ],
)
def test_a_statement_is_found_by_name_number_or_line_in_either_language(text: str, keys: set[str]) -> None:
    assert set(holding(FRAME, text).index) == keys


@pytest.mark.parametrize("text", ["旅游", "tourism"])
def test_a_search_for_a_theme_finds_all_of_it(text: str) -> None:
    assert set(FRAME.index[FRAME["theme"] == "tourism"]) <= set(holding(FRAME, text).index)


def test_what_is_searched_is_no_pattern_and_nothing_finds_all() -> None:
    assert holding(FRAME, "gdp.*").empty
    assert set(holding(FRAME, "(gdp [").index) == set(holding(FRAME, "(gdp").index) != set()
    for nothing in ("  ", "( [ .*", "—"):
        assert len(holding(FRAME, nothing)) == 336


def test_a_region_without_the_file_has_no_statements() -> None:
    bare = frame(replace(PACK, statements={}, tallies={}))
    assert (list(bare.columns), len(bare)) == (list(FRAME.columns), 0)
