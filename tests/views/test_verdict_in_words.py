"""The verdict in words, in both languages and for every way it can turn out."""

import re

import pytest
from a_visit import PACK, PLAN, in_words, showing
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.loader import packs
from model.problem import Refused
from model.remarks import remarks
from model.scenario import plan
from model.vintages import apply
from views.sections import realistic
from views.words import names, needed, realism

SENTENCE = re.compile(r"(−?[\d.]+) % a year in real terms from 2025 (is enough|would do it) \(assumed: (−?[\d.]+) %\)")


def _said(scenario, language="en", **others):
    return in_words(showing(scenario, language, **others))


def _held(*years, scenario=PLAN):
    """With GDP set by hand to 5 % in these years."""
    return scenario.with_years(PACK, "gdp", dict.fromkeys(years, 0.05), ())


def test_the_plan_falls_one_short_and_hangs_on_the_baseline():
    said = _said(PLAN, "zh")
    for part in ("取决于基数", "549.0 亿元", "550", "1.0", "现价", "7.55%", "386.8", "380–391", "475.1", "12.53%"):
        assert part in said, part


def test_every_level_in_the_chinese_verdict_has_its_unit():
    # By hand: 386 x 1.065 x 1.075^4 = 548.998, and 386.705 x 1.065 x 1.075^4 = 550.
    said = _said(PLAN, "zh")
    assert "2028年 GDP 为 549.0 亿元，比目标 550 亿元低 1.0 亿元。" in said
    assert "2023年基数达到 386.8 亿元即可达标；该数在 380–391 亿元的合理区间之内" in said
    assert "到2026年为 475.1 亿元，还差 74.9 亿元；" in said


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
    assert "more than the 30 % this simulator allows" in _said(PLAN.set(PACK, target_level=5000.0))


def test_a_level_of_ones_own_is_not_measured_at_the_deadlines_of_another():
    said = _said(PLAN.set(PACK, target_level=900.0, target_year=2035.0))
    assert "By 2026" not in said
    assert "By 2028" not in said
    assert "By 2026 it would be" in _said(PLAN)


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
    beyond = PLAN.set(PACK, gdp_base=425.0)
    assert "the 42.5 of this scenario lies outside the plausible range 38.0–39.1" in _said(beyond)


@given(st.sampled_from(sorted(presets.growth(PACK))), st.floats(300.0, 900.0), st.floats(380.0, 391.0))
def test_growth_needed_and_growth_assumed_never_contradict_the_verdict(preset, target, base):
    scenario = presets.apply(preset, PLAN, PACK).set(PACK, target_level=target, gdp_base=base)
    for one in (scenario, _enough(scenario)):
        found = SENTENCE.search(_said(one))
        if found:
            needed, verb, assumed = _number(found[1]), found[2], _number(found[3])
            assert (needed <= assumed) == (verb == "is enough")


def test_growth_assumed_is_rounded_to_the_nearest_but_never_to_the_growth_needed_that_it_falls_short_of():
    # By hand: (550 / 386 / 1.065)^(1/4) = 1.0754902, and with 560 in place of 550 it is 1.0803458.
    short = PLAN.set(PACK, gdp_later=0.07549)
    assert "7.55 % a year in real terms from 2025 would do it (assumed: 7.549 %)." in _said(short)
    assert "7.55% 即可达标（假定 7.549%）" in _said(short, "zh")
    further = short.set(PACK, target_level=560.0)
    assert "8.04 % a year in real terms from 2025 would do it (assumed: 7.55 %)." in _said(further)
    less = short.set(PACK, target_level=540.0)  # 1.0705679
    assert "7.06 % a year in real terms from 2025 is enough (assumed: 7.55 %)." in _said(less)


def _number(text):
    return float(text.replace("−", "-"))


def _enough(scenario):
    try:
        return presets.apply("enough", scenario, PACK)
    except Refused:
        return scenario


def test_a_price_change_stands_in_the_price_basis():
    assert "prices changing by 1.00 % a year" in _said(PLAN.set(PACK, deflator_first=0.01, deflator_later=0.01))


# Which years are meant


@pytest.mark.parametrize(("scenario", "en", "zh"), [
    (PLAN, "from 2025", "2025年起"), (_held(2024), "from 2025", "2025年起"),
    (_held(2025), "in 2026–2028", "2026–2028年"),
    (_held(2026), "in 2025, 2027–2028", "2025、2027–2028年"), (_held(2024, 2025, 2026), "in 2027–2028", "2027–2028年"),
    (_held(2025, 2027, 2028), "in 2026", "2026年"), (_held(2028), "in 2025–2027", "2025–2027年"),
    (_held(2027, scenario=PLAN.set(PACK, target_year=2026)), "from 2025", "2025年起"),
    (_held(2026, scenario=PLAN.set(PACK, target_year=2030)), "in 2025, 2027–2030", "2025、2027–2030年"),
    (_held(2025, 2026, 2027, 2028), "from 2025", "2025年起"),
    (PLAN.by_hand(PACK, "fai", 2026, 0.1), "from 2025", "2025年起"),
])  # fmt: skip
def test_the_later_years_are_named_where_some_of_them_are_set_by_hand(scenario, en, zh):
    for language, when in (("en", en), ("zh", zh)):
        assert needed.when(showing(PLAN, language), scenario) == when


def test_growth_that_is_asked_for_is_asked_for_in_the_years_that_are_left():
    # By hand: 386 x 1.065 x 1.05^2 = 453.2267, and (550 / 453.2267)^(1/2) = 1.101599.
    assert "10.16 % a year in real terms in 2027–2028 would do it (assumed: 7.50 %)." in _said(_held(2025, 2026))
    assert "2027–2028年实际年均增长 10.16%" in _said(_held(2025, 2026), "zh")
    enough = _held(2025, 2026).set(PACK, gdp_later=0.12)
    assert "10.16 % a year in real terms in 2027–2028 is enough (assumed: 12.00 %)." in _said(enough)
    just = _held(2025, 2026).set(PACK, gdp_later=0.1016)
    assert "The 10.16 % a year in real terms assumed in 2027–2028 is just enough." in _said(just)
    far = _held(2025, 2026).set(PACK, target_level=5000.0)
    assert "in real terms in 2027–2028, more than the 30 % this simulator allows." in _said(far)
    near = _held(2025, 2026).set(PACK, target_level=100.0)
    assert "Even with GDP falling by 10 % a year in 2027–2028 the target would be met." in _said(near)


# Whose baseline, whose name


@pytest.mark.parametrize(("vintage", "en", "zh"), [
    ("first_release",
     "2023 is taken as 37.59 bn yuan (first release): an estimate, for no such figure has been printed.",
     "2023年按首次发布口径取 375.9 亿元，"),
    ("census", "2023 is taken as 39.64 bn yuan (census-revised): an estimate, for no such figure has been printed.",
     "2023年按经济普查修订口径取 396.4 亿元，"),
])  # fmt: skip
def test_a_vintage_that_is_not_the_packs_own_is_named(vintage, en, zh):
    scenario = apply(PACK.vintages[vintage], PLAN, PACK)
    assert en in _said(scenario)
    assert zh in _said(scenario, "zh")


@pytest.mark.parametrize("scenario", [PLAN, PLAN.set(PACK, gdp_base=390.0), PLAN.set(PACK, gdp_base=396.4)])
def test_the_packs_own_vintage_and_a_typed_baseline_are_not(scenario):
    assert "is taken as" not in _said(scenario)


def test_a_scenario_is_called_by_its_name_and_said_to_be_changed_where_it_comes_from_a_saved_one():
    fast = PLAN.set(PACK, gdp_later=0.09).rename("fast")
    moved = fast.set(PACK, gdp_base=390.0)

    def name(scenario, saved, language="en"):
        return names.own_name(showing(scenario, language, kept=(saved,)))

    assert name(fast, fast) == "fast"
    assert name(moved, fast) == "fast (changed)"
    assert name(moved, fast, "zh") == "fast（已改动）"
    assert name(moved, fast.rename("other")) == "fast"
    assert name(PLAN.set(PACK, gdp_later=0.08), fast) == ""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_just_enough_is_reached_and_never_said_to_be_short(language):
    said = _said(presets.apply("enough", PLAN, PACK), language)
    assert "short of" not in said
    assert "还差 0" not in said


@pytest.mark.parametrize("region", ["fengjie", "fengjie@2024", "fengjie@2025~gdp@2025:440:6.2"])
def test_a_ratio_of_a_year_whose_gdp_nobody_printed_is_said_to_be_derived(region):
    pack = packs()[region]
    now = showing(plan(pack))
    said = " ".join(realism.sentence(now, remark) for remark in remarks(now.scenario, pack))
    assert "29.2 % (2020) to 34.1 % (2023, derived)" in said
    assert "(2023)" not in said


def test_no_plan_of_a_year_is_named_that_nobody_announced():
    again = packs()["fengjie@2024"]
    now = showing(plan(again))
    (found,) = [remark for remark in remarks(now.scenario, again) if remark.key == "plan"]
    for said in (realism.sentence(now, found), realism.sentence(now, found, short=True)):
        assert "2025 plan" not in said.replace("2025 plan report", "")
    assert "five-year plan says 7.5 %" in realism.sentence(now, found)
    (first,) = [remark for remark in remarks(PLAN, PACK) if remark.key == "plan"]
    assert "the 2024 plan says 6.5 %, the five-year plan 7.5 %" in realism.sentence(showing(), first)


MIXED = PLAN.set(
    PACK, gdp_later=0.08, deflator_first=0.005, deflator_later=0.012, gdp_base=390.0, gdp_low=380.0, gdp_high=391.0,
    target_level=560.0, target_year=2030.0,
).by_hand(PACK, "gdp", 2026, 0.05)  # fmt: skip


def _remarks(scenario, language="en"):
    now = showing(scenario, language)
    return {found.key: realism.sentence(now, found) for found in remarks(scenario, PACK)}


def test_growth_is_rounded_up_where_it_is_needed_and_to_the_nearest_where_it_is_assumed():
    # By hand: (1.065 x 1.05 x 1.08^5)^(1/7) = 1.0735148; with the prices, 1.005 x 1.012^6, it is 1.0853205.
    said = _remarks(MIXED)
    assert said["latest"].startswith("7.35 % a year in real terms (assumed up to 2030)")
    assert said["own_past"].startswith("8.53 % a year nominal (assumed up to 2030)")
    assert "8.53 % a year nominal, assumed." in realistic.legend(showing(MIXED))
    assert "假定的名义年均增速 8.53%" in realistic.legend(showing(MIXED, "zh"))
    further = MIXED.set(PACK, target_level=694.0)  # (694 / 390)^(1/7) = 1.0858164
    assert _remarks(further)["own_past"].startswith("8.59 % a year nominal (needed up to 2030)")
    assert "8.59 % a year nominal, needed." in realistic.legend(showing(further))


def test_growth_of_income_and_of_gdp_and_the_difference_add_up_as_shown():
    # By hand: 8.53 - 6.50 = 2.03, and 1.065 x 1.075^4 to the power 1/5 is 1.0729925.
    assert _remarks(MIXED)["income"] == (
        "Income per head would grow 6.50 % a year, GDP 8.53 %, both nominal: 2.03 points slower."
    )
    assert _remarks(PLAN)["income"].startswith("Income per head would grow 6.50 % a year, GDP 7.30 %")
    assert _remarks(PLAN)["income"].endswith("0.80 points slower.")
    odd = PLAN.set(PACK, income_first=0.066047, income_later=0.066047)  # 7.29925 - 6.6047 = 0.69455
    assert _remarks(odd)["income"].endswith("6.60 % a year, GDP 7.30 %, both nominal: 0.70 points slower.")
    alike = PLAN.set(PACK, gdp_first=0.065, gdp_later=0.065)
    assert _remarks(alike)["income"] == "Income per head and GDP would grow alike, 6.50 % a year, both nominal."
