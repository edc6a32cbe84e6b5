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
    published = {
        "gdp_first": 0.065, "gdp_later": 0.075, "deflator_first": 0, "deflator_later": 0, "fai_first": 0.12,
        "fai_later": 0.12, "retail_first": 0.075, "retail_later": 0.075, "income_first": 0.065, "income_later": 0.065,
        "gdp_base": 386, "gdp_low": 380, "gdp_high": 391, "fai_base": 90.7, "retail_base": 131.6, "income_base": 27_813,
        "target_level": 550, "target_year": 2028, "horizon": 2028, "error": 0.016, "persistence": 0.6,
        "fai_target_level": 160, "retail_target_level": 190, "income_target_level": 38_000,
        **{f"{sector}_first": 0.065 for sector in ("primary", "secondary", "tertiary")},
        **{f"{sector}_later": 0.075 for sector in ("primary", "secondary", "tertiary")},
    }  # fmt: skip
    assert {key: PLAN[key] for key in published} == published
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


def test_every_lever_takes_its_limits_and_nothing_beyond() -> None:
    for key, lever in LEVERS.items():
        assert (PLAN.set(**{key: lever.low})[key], PLAN.set(**{key: lever.high})[key]) == (lever.low, lever.high)
        beyond = [lever.low - 1, lever.high + 1] if lever.kind == "year" else [
            math.nextafter(lever.low, -math.inf), math.nextafter(lever.high, math.inf)
        ]  # fmt: skip
        for value in (*beyond, math.nan, math.inf, -math.inf):
            assert "is outside the range" in refusal({**dict(PLAN.values), key: value}), key


def test_what_is_refused_is_quoted_in_per_cent_like_its_limits() -> None:
    assert "(got 50); allowed: -10 to 30 %" in refusal({**dict(PLAN.values), "gdp_later": 0.5})
    assert "33.3);" in refusal(dict(PLAN.values), (("gdp", 2026, 0.333),))
    assert "is not a whole year (got 2028.5)" in refusal({**dict(PLAN.values), "target_year": 2028.5})


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
