"""Checks against experience: every number and range against the published figures."""

import csv
import math
from fractions import Fraction
from pathlib import Path

import pytest
from any_region import find_region
from any_scenario import CLOSE, LEVERS, PACK, PLAN, scenarios, slow_path
from hypothesis import example, given

from model.economics.needed import required_growth
from model.economics.remarks import Remark, remarks
from model.region.loader import load
from model.region.observed import city_pace, past_growth, ratios
from model.scenario.scenario import Scenario, plan

DATA = Path(__file__).resolve().parents[3] / "data" / "fengjie"


def levels(series: str) -> dict[int, Fraction]:
    """The safe levels of a series, read from the files without the model."""
    found = {}
    for file in ("history.csv", "baselines.csv", "outcomes.csv"):
        with (DATA / file).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                if (row["indicator"], row["trust"] == "D") == (series, False):
                    found[int(row["year"])] = Fraction(row["value"])
    return found


def observed(series: str) -> dict[int, Fraction]:
    """The series over GDP by year; of retail sales, whose definition changed in 2014 and 2019, from 2019 on."""
    gdp, since = levels("gdp"), 2019 if series == "retail" else 0
    return {year: level / gdp[year] for year, level in levels(series).items() if year in gdp and year >= since}


NEEDED = (550 / 386 / 1.065) ** 0.25 - 1
"""For 550 by 2028 from 2025 on, with 6.5 % in 2024: 7.549 %."""
RATIOS = {series: observed(series) for series in ("retail", "revenue")}


def named(scenario: Scenario, key: str) -> Remark:
    (remark,) = [remark for remark in remarks(scenario) if remark.key == key]
    return remark


def gdp(scenario: Scenario, year: int) -> Fraction:
    return slow_path(scenario, "gdp", year)[-1]


def lowest_level(scenario: Scenario, later: bool) -> float:
    """GDP at the deadline from the baseline, or from the official 411.5 of 2024 where that is lower and growth after
    2024 is asked for."""
    path = slow_path(scenario, "gdp", scenario.target_year)
    return float(path[-1] * min(1, Fraction("411.5") / path[1])) if later else float(path[-1])


def over_gdp(scenario: Scenario, series: str, **instead: float) -> float:
    """The series over GDP at GDP's deadline, worked out slowly."""
    year = scenario.target_year
    return float(slow_path(scenario, series, year, **instead)[-1] / slow_path(scenario, "gdp", year, **instead)[-1])


def lever_left(scenario: Scenario, series: str) -> str | None:
    """The growth lever that can still change a series: the later one, else the plan year's."""
    return next((f"{series}_{slot}" for slot in ("later", "first") if free(scenario, f"{series}_{slot}")), None)


def free(scenario: Scenario, lever: str) -> list[int]:
    """The years up to GDP's deadline that follow a growth lever."""
    series, slot = lever.split("_")
    years = [2024] if slot == "first" else range(2025, scenario.target_year + 1)
    return [year for year in years if year not in scenario.rates_by_hand(series)]


# The past, worked by hand


def test_the_countys_past_growth_is_that_of_13_years_without_those_that_touch_2018() -> None:
    gdp = levels("gdp")
    by_hand = {year: float(level / gdp[year - 1] - 1) for year, level in gdp.items() if year - 1 in gdp and year < 2021}
    assert sorted(by_hand) == [*range(2006, 2018), 2020]
    assert past_growth(PACK) == pytest.approx(by_hand, rel=CLOSE)


def test_the_citys_pace_is_the_mean_of_2023_to_2025() -> None:
    assert city_pace(PACK) == 0.057  # (6.1 + 5.7 + 5.3) / 3


@pytest.mark.parametrize("series", RATIOS)
def test_ratios_to_gdp_are_those_of_every_year_of_one_definition_in_which_both_are_known(series: str) -> None:
    assert ratios(series, PACK) == pytest.approx({year: float(r) for year, r in RATIOS[series].items()}, rel=CLOSE)


# The plan's remarks, worked by hand


def test_the_plan_has_every_remark_once_and_those_worth_a_word_first() -> None:
    found = remarks(PLAN)
    assert [remark.key for remark in found if remark.notable] == ["latest", "city", "plan", "ratio_retail"]
    assert [remark.key for remark in found if not remark.notable] == ["own_past", "ratio_revenue", "income"]
    assert [remark.notable for remark in found] == [True] * 4 + [False] * 3


def test_the_plans_growth_beside_the_countys_own_past() -> None:
    found = named(PLAN, "own_past")
    expected = {
        "growth": NEEDED, "best": 128.45 / 102.97 - 1, "best_year": 2011, "median": 50.86 / 45.03 - 1,
        "worst": 323.14 / 303.42 - 1, "worst_year": 2020, "stretch": (128.45 / 50.86) ** 0.2 - 1,
        "stretch_from": 2006, "stretch_to": 2011, "above": 12, "count": 13, "from": 2006, "to": 2020,
    }  # fmt: skip
    assert dict(found.numbers) == pytest.approx(expected, rel=CLOSE)
    assert not found.notable
    assert found.sources == ("yearbook_panel",)


def test_the_plans_growth_beside_the_countys_last_two_years() -> None:
    found = named(PLAN, "latest")
    expected = {"growth": NEEDED, "earlier": 0.058, "latest": 0.066, "year": 2023, "latest_year": 2024}
    assert dict(found.numbers) == pytest.approx(expected, rel=CLOSE)
    assert found.notable
    assert found.sources == ("plan_report_2024", "plan_report_2025")


def test_the_latest_growth_is_that_of_the_last_two_years_published() -> None:
    found = named(plan(load("chongqing")), "latest")
    years = {"earlier": 0.057, "latest": 0.053, "year": 2024, "latest_year": 2025}
    assert {key: found.numbers[key] for key in years} == pytest.approx(years)


def test_the_plans_growth_beside_the_municipalitys() -> None:
    found = named(PLAN, "city")
    # at or above 7.55 %: every year from 2005 to 2017, and 2021
    expected = {
        "growth": NEEDED, "mean": 0.057, "from": 2023, "to": 2025, "best": 0.172, "best_year": 2010,
        "since": 2005, "above": 14, "count": 21,
    }  # fmt: skip
    assert dict(found.numbers) == pytest.approx(expected, rel=CLOSE)
    assert found.notable
    assert found.sources == ("chongqing_statistics", "chongqing_report_2026")


def test_the_plans_growth_beside_what_was_announced() -> None:
    found = named(PLAN, "plan")
    expected = {"growth": NEEDED, "plan": 0.065, "year": 2024, "five_years": 0.075}
    assert dict(found.numbers) == pytest.approx(expected, rel=CLOSE)
    assert found.notable  # 7.549 % against 7.5 %
    assert found.sources == ("plan_report_2024",)


def test_where_the_plan_year_is_over_only_the_five_year_plan_is_left_to_compare_with() -> None:
    again = find_region("fengjie&base=2024")
    (found,) = [remark for remark in remarks(plan(again)) if remark.key == "plan"]
    # no plan announced growth for 2025: (550 / 411.5)^(1/4) - 1 = 7.5222 %
    assert dict(found.numbers) == pytest.approx({"growth": 0.075222, "five_years": 0.075}, abs=5e-7)
    assert found.sources == ("plan_report_2024",)


def test_retail_sales_over_gdp_in_2028_are_a_little_beyond_all_that_was_seen() -> None:
    found = named(PLAN, "ratio_retail")
    expected = {
        "implied": 131.6 * 1.075**5 / 548.9980090195311, "year": 2028, "low": 94.24 / 323.14, "low_year": 2020,
        "high": 131.6 / 386, "high_year": 2023, "count": 4, "from": 2019, "to": 2024,
    }  # fmt: skip
    assert dict(found.numbers) == pytest.approx(expected, rel=CLOSE)
    assert found.notable


def test_the_revenue_planned_for_2024_over_gdp_is_within_what_was_seen() -> None:
    found = named(PLAN, "ratio_revenue")
    expected = {
        "implied": 18.5 / (386 * 1.065), "year": 2024, "planned": 18.5, "low": 1.32 / 45.03, "low_year": 2005,
        "high": 10.96 / 144.57, "high_year": 2012, "count": 16, "from": 2005, "to": 2024,
    }  # fmt: skip
    assert dict(found.numbers) == pytest.approx(expected, rel=CLOSE)
    assert not found.notable
    assert found.sources == ("plan_report_2024", "yearbook_panel", "plan_report_2025")


# The growth asked for


def test_a_missed_target_asks_for_what_is_needed_and_a_reached_one_for_what_is_assumed() -> None:
    missed = required_growth(PLAN)
    assert (missed.assumed, missed.years) == (False, (2025, 2026, 2027, 2028))
    assert (missed.nominal, missed.real) == pytest.approx((NEEDED, NEEDED), rel=CLOSE)
    reached = required_growth(PLAN.set(target_level=540))
    assert (reached.assumed, reached.real) == (True, 0.075)
    assert reached.nominal == pytest.approx(0.075, rel=CLOSE)


def test_prices_part_the_real_compared_growth_for_from_the_nominal() -> None:
    dearer = PLAN.set(deflator_first=0.02, deflator_later=0.02, target_level=700)
    missed = required_growth(dearer)
    needed = (700 / 411.5) ** 0.25  # from the official level of 2024, which is below 386 x 1.065 x 1.02
    assert (missed.nominal, missed.real) == pytest.approx((needed - 1, needed / 1.02 - 1), rel=CLOSE)
    reached = required_growth(dearer.set(target_level=550))
    assert (reached.nominal, reached.real) == pytest.approx((1.075 * 1.02 - 1, 0.075), rel=CLOSE)


def test_in_the_plan_year_the_first_growth_is_asked_for() -> None:
    found = required_growth(PLAN.set(target_year=2024))
    assert (found.assumed, found.years) == (False, (2024,))
    assert found.real == found.nominal == pytest.approx(550 / 386 - 1, rel=CLOSE)


@given(scenarios())
@example(PLAN.set(target_year=2025).by_hand("gdp", 2025, 0.0))
def test_the_compared_growth_for_in_its_years_leads_to_the_target_or_to_the_level_reached(scenario: Scenario) -> None:
    found, later = required_growth(scenario), lever_left(scenario, "gdp") == "gdp_later"
    level = lowest_level(scenario, later)
    if abs(level / scenario["target_level"] - 1) > CLOSE:
        assert found.assumed == (level > scenario["target_level"])
    left = free(scenario, "gdp_first" if scenario.target_year == 2024 else "gdp_later")  # 2024 is published
    assert list(found.years) == (left or [*range(2024, scenario.target_year + 1)])
    if LEVERS["gdp_later"].allows(found.real):
        for year in found.years:
            scenario = scenario.by_hand("gdp", year, found.real)
        wanted = level if found.assumed else scenario["target_level"]
        assert lowest_level(scenario, later) == pytest.approx(wanted, rel=CLOSE)


# Any scenario


@given(scenarios())
def test_there_are_remarks_of_any_scenario_and_all_of_them_can_be_said(scenario: Scenario) -> None:
    found = remarks(scenario)
    keys = [remark.key for remark in found]
    assert sorted(keys) == sorted(["own_past", "latest", "city", "plan", "ratio_retail", "ratio_revenue", "income"])
    assert [remark.notable for remark in found] == sorted((remark.notable for remark in found), reverse=True)
    for remark in found:
        assert all(math.isfinite(number) for number in remark.numbers.values())
        assert set(remark.sources) <= set(PACK.sources)
        assert remark.sources
        assert remark.low <= remark.high
        if remark.notable:
            assert not remark.low <= remark.value <= remark.high


@given(scenarios())
def test_growth_is_notable_exactly_where_it_is_beyond_what_it_is_compared_with(scenario: Scenario) -> None:
    found, growth = {remark.key: remark for remark in remarks(scenario)}, required_growth(scenario)
    assert found["own_past"].notable == (growth.nominal > 128.45 / 102.97 - 1)
    assert found["latest"].notable == (growth.real > 0.066)
    assert found["city"].notable == (growth.real > 0.061)
    assert found["plan"].notable == (growth.real > 0.075)
    assert found["own_past"].numbers["above"] == sum(past >= growth.nominal for past in past_growth(PACK).values())


@pytest.mark.parametrize("deadline", [2024, 2028, 2035])
@pytest.mark.parametrize(("key", "pace"), [("latest", 0.066), ("city", 0.061), ("plan", 0.075)])
def test_growth_just_as_high_as_announced_or_observed_is_not_beyond_it(key: str, pace: float, deadline: int) -> None:
    reached = PLAN.set(target_level=300, target_year=deadline, gdp_first=pace, gdp_later=pace)
    assert not named(reached, key).notable
    assert named(reached.set(gdp_first=pace + 0.0001, gdp_later=pace + 0.0001), key).notable


@pytest.mark.parametrize("pace", [-0.03, 0.0, 0.01, 0.048, 0.065, 0.066, 0.075, 0.12])
def test_retail_sales_that_grow_exactly_as_gdp_does_stay_at_their_highest_ratio_and_not_beyond_it(pace: float) -> None:
    alike = PLAN.set(gdp_first=pace, gdp_later=pace, retail_first=pace, retail_later=pace)
    assert over_gdp(alike, "retail") == float(max(RATIOS["retail"].values())) == 131.6 / 386
    assert not named(alike, "ratio_retail").notable


@given(scenarios())
def test_ratios_are_those_of_the_paths_and_notable_exactly_where_outside_what_was_seen(scenario: Scenario) -> None:
    year = scenario.target_year
    found, seen = named(scenario, "ratio_retail"), RATIOS["retail"].values()
    implied = slow_path(scenario, "retail", year)[-1] / gdp(scenario, year)
    assert found.numbers["implied"] == pytest.approx(float(implied), rel=CLOSE)
    if all(abs(float(implied / bound) - 1) > CLOSE for bound in (min(seen), max(seen))):
        assert found.notable == (not min(seen) <= implied <= max(seen))
    revenue, seen = named(scenario, "ratio_revenue"), RATIOS["revenue"].values()
    implied = Fraction("18.5") / gdp(scenario, 2024)
    assert revenue.numbers["implied"] == pytest.approx(float(implied), rel=CLOSE)
    assert revenue.notable == (not min(seen) <= implied <= max(seen))


@given(scenarios())
def test_income_is_notable_exactly_where_it_grows_a_point_or_more_apart_from_gdp(scenario: Scenario) -> None:
    year, found = scenario.target_year, named(scenario, "income")
    ends = [float(slow_path(scenario, key, year)[-1]) / scenario[f"{key}_base"] for key in ("income", "gdp")]
    income, gdp_ = (end ** (1 / (year - 2023)) - 1 for end in ends)
    assert found.numbers["income"] == pytest.approx(income, rel=CLOSE, abs=1e-12)
    assert found.numbers["gdp"] == pytest.approx(gdp_, rel=CLOSE, abs=1e-12)
    assert found.numbers["apart"] == pytest.approx(income - gdp_, rel=1e-8, abs=1e-12)
    if abs(abs(income - gdp_) - 0.01) > CLOSE:
        assert found.notable == (abs(income - gdp_) > 0.01)
