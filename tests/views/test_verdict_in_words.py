"""The verdict in words, in both languages and for every way it can turn out."""

import re

import pytest
from a_visit import PACK, PLAN, showing
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.problem import Refused
from views import verdict

SENTENCE = re.compile(r"(−?[\d.]+) % a year in real terms from 2025 (is enough|would do it) \(assumed: (−?[\d.]+) %\)")


def _said(scenario, language="en"):
    return verdict.html(showing(scenario, language))


def test_the_plan_falls_one_short_and_hangs_on_the_baseline():
    said = _said(PLAN, "zh")
    for part in ("取决于基数", "549.0 亿元", "550", "1.0", "现价", "7.55%", "386.8", "380–391", "475.1", "12.53%"):
        assert part in said, part


def test_the_same_verdict_in_english_is_in_billions():
    said = _said(PLAN)
    for part in (
        "Depends on the baseline",
        "54.90 bn yuan",
        "0.10 short of 55",
        "7.55 %",
        "38.68",
        "38.0–39.1",
        "current prices",
    ):
        assert part in said, part


def test_growth_of_nine_per_cent_reaches_the_target_from_every_baseline():
    said = _said(PLAN.set(PACK, gdp_later=0.09))
    assert "Reached" in said
    assert "Even from the low baseline of 38 it would be" in said


def test_the_city_pace_does_not_reach_it_from_any_baseline():
    said = _said(presets.apply("city", PLAN, PACK))
    assert "Not reached" in said
    assert "Even from the high baseline of 39.1 it would be" in said


def test_growth_that_no_lever_allows_is_said_to_be_too_much():
    assert "more than the 30 % this page allows" in _said(PLAN.set(PACK, target_level=5000.0))


def test_a_target_that_is_met_whatever_happens_is_said_to_be():
    assert "falling by 10 % a year" in _said(PLAN.set(PACK, target_level=100.0))


def test_a_deadline_in_the_plan_year_says_what_that_year_would_take():
    said = _said(PLAN.set(PACK, target_year=2024.0))
    assert "it takes 42.49 % in real terms in 2024" in said  # 550 / 386 = 1.42487


def test_years_all_set_by_hand_leave_nothing_to_change():
    scenario = PLAN
    for year in range(2025, 2029):
        scenario = scenario.by_hand(PACK, "gdp", year, 0.05)
    assert "Every later year is set by hand" in _said(scenario)


def test_a_baseline_outside_its_range_is_said_to_be():
    assert "42.5, lies outside the plausible range 38.0–39.1" in _said(PLAN.set(PACK, gdp_base=425.0))


@given(st.sampled_from(sorted(presets.growth(PACK))), st.floats(300.0, 900.0), st.floats(380.0, 391.0))
def test_growth_needed_and_growth_assumed_never_contradict_the_verdict(preset, target, base):
    scenario = presets.apply(preset, PLAN, PACK).set(PACK, target_level=target, gdp_base=base)
    for one in (scenario, _enough(scenario)):
        found = SENTENCE.search(_said(one))
        if found:
            needed, verb, assumed = _number(found[1]), found[2], _number(found[3])
            assert (needed <= assumed) == (verb == "is enough")


def _number(text):
    return float(text.replace("−", "-"))


def _enough(scenario):
    try:
        return presets.apply("enough", scenario, PACK)
    except Refused:
        return scenario


def test_a_price_change_stands_in_the_price_basis():
    assert "prices changing by 1.00 % a year" in _said(PLAN.set(PACK, deflator_first=0.01, deflator_later=0.01))


def test_a_name_that_looks_like_markup_is_shown_as_it_was_typed():
    said = _said(PLAN.rename("<img src=x onerror=alert(1)>"))
    assert "<img" not in said
    assert "&lt;img" in said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_just_enough_is_reached_and_never_said_to_be_short(language):
    said = _said(presets.apply("enough", PLAN, PACK), language)
    assert "short of" not in said
    assert "还差 0" not in said
