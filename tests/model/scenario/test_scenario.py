"""A complete set of lever values: what it takes, what it refuses, and what makes two of them equal."""

import dataclasses
import math

import pytest
from any_scenario import LEVERS, PACK, PLAN, differing, scenarios
from hypothesis import example, given
from hypothesis import strategies as st

from model.language.names import clean_name
from model.language.problem import Refused
from model.scenario.scenario import Scenario, build


def refusal(values: dict[str, float], overrides: tuple[tuple[str, int, float], ...] = ()) -> str:
    with pytest.raises(Refused) as refused:
        build(PACK, values, overrides)
    return str(refused.value)


def test_the_plan_is_the_one_that_was_published() -> None:
    assert dict(PLAN.values) == {
        "gdp_first": 0.065,
        "gdp_later": 0.075,
        "deflator_first": 0,
        "deflator_later": 0,
        "fai_first": 0.12,
        "fai_later": 0.12,
        "retail_first": 0.075,
        "retail_later": 0.075,
        "income_first": 0.065,
        "income_later": 0.065,
        "gdp_base": 386,
        "gdp_low": 380,
        "gdp_high": 391,
        "fai_base": 90.7,
        "retail_base": 131.6,
        "income_base": 27_813,
        "target_level": 550,
        "target_year": 2028,
        "horizon": 2028,
        "fai_target_level": 160,
        "fai_target_year": 2028,
        "retail_target_level": 190,
        "retail_target_year": 2028,
        "income_target_level": 38_000,
        "income_target_year": 2028,
        "error": 0.016,
        "persistence": 0.6,
        "primary_first": 0.065,
        "primary_later": 0.075,
        "secondary_first": 0.065,
        "secondary_later": 0.075,
        "tertiary_first": 0.065,
        "tertiary_later": 0.075,
    }
    assert PLAN.region == "fengjie"
    assert PLAN.overrides == ()


def test_a_scenario_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        PLAN.name = "mine"  # type: ignore[misc]


def test_setting_a_lever_leaves_the_scenario_it_was_asked_of_alone() -> None:
    other = PLAN.set(gdp_later=0.08)
    assert (PLAN["gdp_later"], other["gdp_later"]) == (0.075, 0.08)
    assert differing(other, PLAN) == ("gdp_later",)
    assert other.set(gdp_later=0.075) == PLAN


@given(scenarios())
def test_scenarios_built_from_the_same_values_are_equal_and_count_as_one(scenario: Scenario) -> None:
    again = build(
        PACK, dict(reversed(scenario.values)), reversed(scenario.overrides), scenario.name, note=scenario.note
    )
    assert again == scenario
    assert len({again, scenario}) == 1
    assert differing(again, scenario) == ()


def test_negative_zero_is_zero() -> None:
    scenario = PLAN.set(gdp_later=-0.0).by_hand("gdp", 2026, -0.0)
    assert math.copysign(1, scenario["gdp_later"]) == 1
    assert math.copysign(1, scenario.overrides[0][2]) == 1


def test_a_single_year_is_set_by_hand_and_given_back() -> None:
    scenario = PLAN.by_hand("gdp", 2026, 0.05).by_hand("fai", 2025, 0.1).by_hand("gdp", 2026, 0.04)
    assert scenario.overrides == (("fai", 2025, 0.1), ("gdp", 2026, 0.04))
    assert scenario.rates_by_hand("gdp") == {2026: 0.04}
    assert scenario.rates_by_hand("income") == {}
    assert differing(scenario, PLAN) == ("gdp@2026", "fai@2025")
    assert scenario.by_hand("gdp", 2026, None).by_hand("fai", 2025, None) == PLAN


@pytest.mark.parametrize("year", [2024, 2035])
def test_the_plan_year_and_the_farthest_year_can_be_set_by_hand(year: int) -> None:
    assert PLAN.by_hand("deflator", year, 0.01).rates_by_hand("deflator") == {year: 0.01}


@pytest.mark.parametrize(
    ("override", "words"),
    [
        (("gdp", 2023, 0.05), "gdp: sets a year that is not projected (got 2023); allowed: 2024 to 2035"),
        (("gdp", 2036, 0.05), "gdp: sets a year that is not projected (got 2036); allowed: 2024 to 2035"),
        (("gdp", 2026, 0.31), "gdp: is outside the range"),
        (("gdp", 2026, math.nan), "gdp: is outside the range"),
        (("gpd", 2026, 0.05), "gpd: is not a lever"),
    ],
)
def test_a_year_by_hand_that_cannot_be_is_refused(override: tuple[str, int, float], words: str) -> None:
    assert words in refusal(dict(PLAN.values), (override,))


def test_one_year_cannot_be_set_by_hand_twice() -> None:
    assert "twice" in refusal(dict(PLAN.values), (("gdp", 2026, 0.05), ("gdp", 2026, 0.06)))


def test_everything_wrong_is_said_at_once() -> None:
    values = {key: value for key, value in PLAN.values if key != "income_base"}
    message = refusal({**values, "gdp_later": 0.5, "speed": 1.0}, (("gdp", 2099, 0.05),))
    assert len(message.splitlines()) == 4
    assert "income_base: is missing" in message
    assert "speed: is not a lever" in message
    assert "gdp: is outside the range" in message
    assert "got 2099" in message


@pytest.mark.parametrize("key", LEVERS)
def test_every_lever_takes_its_limits_and_nothing_beyond(key: str) -> None:
    lever = LEVERS[key]
    assert PLAN.set(**{key: lever.low})[key] == lever.low
    assert PLAN.set(**{key: lever.high})[key] == lever.high
    beyond = [lever.low - 1, lever.high + 1] if lever.kind == "year" else [
        math.nextafter(lever.low, -math.inf), math.nextafter(lever.high, math.inf)
    ]  # fmt: skip
    for value in (*beyond, math.nan, math.inf, -math.inf):
        assert "is outside the range" in refusal({**dict(PLAN.values), key: value})


def test_a_refused_rate_is_quoted_in_per_cent_like_its_limits() -> None:
    message = refusal({**dict(PLAN.values), "gdp_later": 0.5})
    assert "got 50" in message
    assert "-10" in message
    assert "30 %" in message


def test_a_refused_year_by_hand_is_quoted_in_per_cent_like_its_limits() -> None:
    message = refusal(dict(PLAN.values), (("gdp", 2026, 0.333),))
    assert "33.3" in message
    assert "33.300000000000004" not in message


def test_a_refusal_does_not_claim_that_another_value_was_used() -> None:
    assert "is used instead" not in refusal({**dict(PLAN.values), "gdp_later": 0.5})


def test_a_year_that_is_not_whole_is_not_said_to_be_outside_a_range_it_lies_in() -> None:
    message = refusal({**dict(PLAN.values), "target_year": 2028.5})
    assert "2028.5" in message
    assert "outside the range" not in message


@given(st.text(st.characters(), max_size=80))
@example("a" * 39 + " b")
def test_a_cleaned_name_is_printable_and_short_and_stays_as_it_is(name: str) -> None:
    cleaned = clean_name(name)
    assert len(cleaned) <= 40
    assert cleaned.isprintable()
    assert cleaned == cleaned.strip()
    assert clean_name(cleaned) == cleaned


@pytest.mark.parametrize("name", ["稳一点", "Fengjie 2028", "🌱 grow 🚀", '<b>bold</b> & "quoted"', "字" * 40])
def test_a_printable_name_of_at_most_40_characters_is_kept_as_it_is(name: str) -> None:
    assert PLAN.rename(name).name == name


def test_a_name_does_not_change_the_levers() -> None:
    named = PLAN.rename("稳一点")
    assert named != PLAN
    assert differing(named, PLAN) == ()
    assert named.rename("") == PLAN


def test_a_change_of_several_levers_is_listed_in_reading_order() -> None:
    other = PLAN.set(horizon=2030, gdp_base=390, gdp_first=0.06).by_hand("income", 2027, 0.05)
    assert differing(other, PLAN) == ("gdp_first", "income@2027", "gdp_base", "horizon")
    assert differing(PLAN, other) == differing(other, PLAN)
