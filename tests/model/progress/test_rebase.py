"""A pack re-based on outcomes: what it starts from, what its past and its goals are, and what is left to do."""

import math
from collections.abc import Mapping
from dataclasses import replace

import pytest
from any_region import find_region, text
from any_scenario import PACK

from model.economics.presets import available, name
from model.economics.projection import project
from model.economics.solve import uniform
from model.economics.uncertainty import misses, start_error, uncertainty
from model.economics.verdict import judge
from model.progress.rebasing import rebase
from model.region.observed import best_stretch, city_pace, past_growth
from model.region.pack import Pack
from model.scenario.levers import levers
from model.scenario.scenario import plan

AGAIN = find_region("fengjie&base=2024")
TYPED = find_region("fengjie&base=2025&outcome.gdp=2025:440:6.2&outcome.income=2025:31000")
HALF_KNOWN = find_region(
    "own&own.base_year=2025&own.gdp=386:6.5&own.fai=90.7:12&own.target=550,2030&base=2026&outcome.gdp=2026:415:6.8"
)
CENT = 1e-14
"""Of a growth rate that was worked out to 15 digits."""


def _starts(pack: Pack) -> Mapping[str, float]:
    return {key: base.value for key, base in pack.baselines.items()}


def test_levels_start_from_the_official_outcomes_with_their_sources_and_no_range() -> None:
    assert (AGAIN.base_year, AGAIN.first_year) == (2024, 2025)
    assert _starts(AGAIN).items() >= {"gdp": 411.5, "fai": 105.6, "retail": 135.4, "income": 29364}.items()
    for base in map(AGAIN.baselines.__getitem__, ("gdp", "fai", "retail", "income")):
        assert (base.source, base.locator, base.trust) == ("plan_report_2025", "¶1", "A")
        assert (base.low, base.high) == (None, None)
    assert "gdp_low" not in levers(AGAIN)


def test_the_years_that_are_left_need_what_is_worked_out_by_hand() -> None:
    # (550 / 411.5)^(1/4) - 1 and (550 / 411.5)^(1/2) - 1
    scenario = plan(AGAIN)
    assert uniform("gdp", scenario).nominal == pytest.approx(0.07522217487456, abs=CENT)
    assert judge(scenario).uniform_nominal_from_baseline == pytest.approx(0.07522217487456, abs=CENT)
    assert judge(scenario, 2026).uniform_nominal_from_baseline == pytest.approx(0.15610272534197, abs=CENT)


def test_growth_is_first_the_five_year_plans_and_the_plan_years_for_the_others() -> None:
    assert [plan(AGAIN)[f"{key}_first"] for key in ("gdp", "fai", "retail", "income")] == [0.075, 0.12, 0.075, 0.065]
    assert [plan(AGAIN)[f"{key}_later"] for key in ("gdp", "fai", "retail", "income")] == [0.075, 0.12, 0.075, 0.065]
    origin = levers(AGAIN)["gdp_first"].default_from
    assert origin is not None
    assert origin[0] is PACK.goals["five_year_gdp"]


def test_gdp_is_just_short_of_the_target_on_the_way_that_was_planned() -> None:
    # 411.5 x 1.075^4 = 549.5455513671875
    assert project(plan(AGAIN)).paths["gdp"][4] == pytest.approx(549.5455513671875, rel=1e-14)
    assert judge(plan(AGAIN)).status == "not_reached"


def test_uncertainty_is_counted_from_the_outcome_given_its_error() -> None:
    # By hand: nothing of the baseline, whose range is none; 1.6 x sqrt(1 - 0.36) = 1.28 points after one year; after
    # four 4.46 %, and a median e (0.6 + 0.36 + 0.216 + 0.1296) higher, e = ln(1.066 / 1.065).
    found, path = uncertainty(plan(AGAIN)), project(plan(AGAIN)).paths["gdp"]
    assert found.years[0] == 2024
    assert found.deviation[:2].tolist() == [0.0, pytest.approx(0.0128, rel=1e-14)]
    assert round(float(found.deviation[4]) * 100, 2) == 4.46
    low, high = found.bands[0.8]
    assert low[4] * high[4] == pytest.approx((path[4] * (1.066 / 1.065) ** 1.3056) ** 2, rel=1e-12)


@pytest.mark.parametrize(
    ("region", "error"),
    [
        ("fengjie", None),  # 2023 itself: no outcome that growth starts from
        ("fengjie&base=2024&outcome.gdp=2024:411.5:6.8&outcome.gdp.instead=2024", math.log(1.068 / 1.065)),
        ("fengjie&base=2024&outcome.gdp=2024:420&outcome.gdp.instead=2024", None),  # its growth is not said
        ("fengjie&base=2025&outcome.gdp=2025:440:6.2", None),  # no target of 2025 is known
        (
            "own&own.base_year=2023&own.gdp=386:6.5&own.target=550,2030&base=2024&outcome.gdp=2024:411:6",
            math.log(1.06 / 1.065),
        ),
    ],
)
def test_the_error_of_the_start_year_is_known_where_target_and_outcome_are(region: str, error: float | None) -> None:
    assert start_error(find_region(region)) == (None if error is None else pytest.approx(error, rel=1e-12))


def test_targets_stay_where_they_are_and_those_of_the_past_are_gone() -> None:
    assert [(goal.year, goal.value) for goal in AGAIN.deadlines] == [(2026, 550), (2028, 550)]
    assert (plan(AGAIN)["target_level"], plan(AGAIN)["target_year"]) == (550, 2028)
    assert "plan_revenue" not in AGAIN.goals
    late = find_region("fengjie&base=2026&outcome.gdp=2026:470")
    assert [goal.year for goal in late.deadlines] == [2028]


@pytest.mark.parametrize(
    ("region", "last"),
    [
        ("fengjie&base=2024", 2028),
        ("fengjie&base=2025&outcome.gdp=2025:440:6.2", 2028),
        ("own&own.base_year=2023&own.gdp=386:6.5&own.target=550,2030&base=2025&outcome.gdp=2025:440", 2030),
        ("own&own.base_year=2023&own.gdp=386:6.5&own.target=550,2026&base=2025&outcome.gdp=2025:440", 2028),
    ],
)
def test_it_opens_with_the_years_up_to_the_regions_usual_end_or_the_targets_deadline(region: str, last: int) -> None:
    assert plan(find_region(region))["horizon"] == last
    assert project(plan(find_region(region))).years[-1] == last


@pytest.mark.parametrize("again", [AGAIN, TYPED])
def test_levels_to_reach_that_nobody_announced_are_what_they_were_by_the_deadline_they_had(again: Pack) -> None:
    # 90.7 x 1.12^5 = 159.8, 131.6 x 1.075^5 = 188.9, 27813 x 1.065^5 = 38106, to two digits
    opening = plan(again)
    assert [opening.target(key) for key in ("fai", "retail", "income")] == [(160, 2028), (190, 2028), (38000, 2028)]
    assert opening.set(horizon=2029).last_year == 2029


def test_history_goes_on_through_the_old_base_year_and_the_official_outcomes() -> None:
    assert [(f.year, f.value) for f in AGAIN.shown_history("gdp")][-3:] == [(2020, 323.14), (2023, 386), (2024, 411.5)]
    assert AGAIN.outcomes == ()
    assert [f.year for f in TYPED.shown_history("gdp")][-2:] == [2023, 2024]


def test_a_level_that_was_derived_from_growth_is_no_evidence_of_growth() -> None:
    assert past_growth(AGAIN) == past_growth(PACK)
    assert best_stretch(AGAIN) == best_stretch(PACK)


def test_what_has_been_observed_is_still_known() -> None:
    assert city_pace(AGAIN) == city_pace(PACK)
    assert misses(AGAIN) == misses(PACK)
    assert (AGAIN.growth, AGAIN.sectors) == (PACK.growth, PACK.sectors)


def test_what_was_typed_is_the_start_marked_as_unsourced_in_either_language() -> None:
    for key, level in (("gdp", 440), ("income", 31_000)):
        base = TYPED.baselines[key]
        assert (base.value, base.source, base.trust, base.year) == (level, "typed", "D", 2025)
        assert base.note_zh
        assert base.note_en
    assert TYPED.sources["typed"].trust == "D"
    assert "typed" not in AGAIN.sources


def test_an_indicator_without_an_outcome_is_carried_forward_at_the_plans_growth_and_says_so() -> None:
    # 105.6 x 1.12 = 118.272 and 135.4 x 1.075 = 145.555
    fai, retail = TYPED.baselines["fai"], TYPED.baselines["retail"]
    assert (fai.value, fai.source, fai.trust, fai.locator) == (118.27, "derived", "C", "105.6 × 1.12")
    assert (retail.value, retail.locator) == (145.56, "135.4 × 1.075")
    assert "2025" in fai.note_en
    assert "2025" in fai.note_zh


def test_several_years_without_an_outcome_are_carried_forward_year_by_year() -> None:
    # 411.5 x 1.075 x 1.075 = 475.5396875 ; 29364 x 1.065 = 31272.66, then x 1.065 = 33305.3829
    pack = find_region("fengjie&base=2026&outcome.retail=2026:150")
    assert _starts(pack).items() >= {"gdp": 475.54, "fai": 132.46, "retail": 150, "income": 33305.38}.items()
    assert pack.baselines["gdp"].locator == "411.5 × 1.075 × 1.075"
    assert pack.baselines["gdp"].source == "derived"


def test_the_plan_year_itself_is_carried_forward_at_its_own_rate() -> None:
    # 27813 is the level of 2023 and 6.5 % the plan of 2024; GDP of 2023 at the plan's 6.5 %, not 7.5 %
    pack = rebase(PACK, 2024, ())
    assert pack.baselines["gdp"].value == 411.5
    without = rebase(_without_outcomes(), 2024, ())
    assert without.baselines["gdp"].value == 411.09  # 386 x 1.065
    assert without.baselines["gdp"].locator == "386 × 1.065"


def _without_outcomes() -> Pack:
    return replace(PACK, outcomes=())


def test_the_region_is_called_by_the_year_it_starts_from() -> None:
    assert AGAIN.region.name_en == "Fengjie County, Chongqing, re-based on 2024"
    assert "2024" in AGAIN.region.name_zh
    assert name("plan", AGAIN) != name("plan", PACK)
    assert available(AGAIN) == ("plan", "repeated", "enough", "city")


def test_what_a_county_carries_forward_names_a_source_and_is_trusted_no_more_than_what_was_typed() -> None:
    carried = HALF_KNOWN.baselines["fai"]
    # 90.7 x 1.12 = 101.584, to two decimals
    assert (carried.value, carried.source, carried.trust) == (101.58, "derived", "D")
    assert set(HALF_KNOWN.sources) - set(HALF_KNOWN.own.sources) == {"derived"}
    assert HALF_KNOWN.sources["derived"].title_en.startswith("Carried forward at")


def test_where_all_levels_of_the_year_are_typed_nothing_is_called_carried_forward() -> None:
    assert "derived" not in find_region(f"{text(HALF_KNOWN)}&outcome.fai=2026:100").sources
