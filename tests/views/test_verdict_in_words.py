"""The verdict in words, in both languages and for every way it can turn out."""

import pytest
from a_visit import PACK, PLAN, in_words, showing
from views.sections import realistic

from model.loader import packs
from model.remarks import remarks
from model.scenario import plan
from views.words import names, needed, realism


def _said(scenario, language="en", **others):
    return in_words(showing(scenario, language, **others))


def _held(*years, scenario=PLAN):
    """With GDP set by hand to 5 % in these years."""
    return scenario.with_years(PACK, "gdp", dict.fromkeys(years, 0.05), ())


def test_a_price_change_stands_in_the_price_basis():
    assert "prices changing by 1.00 % a year" in _said(PLAN.set(PACK, deflator_first=0.01, deflator_later=0.01))


# Which years are meant


@pytest.mark.parametrize(("scenario", "en", "zh"), [
    (PLAN, "from 2025", "2025年起"), (_held(2024), "from 2025", "2025年起"),
    (_held(2025), "in 2026–2028", "2026—2028年"),
    (_held(2026), "in 2025, 2027–2028", "2025、2027—2028年"), (_held(2024, 2025, 2026), "in 2027–2028", "2027—2028年"),
    (_held(2025, 2027, 2028), "in 2026", "2026年"), (_held(2028), "in 2025–2027", "2025—2027年"),
    (_held(2027, scenario=PLAN.set(PACK, target_year=2026)), "from 2025", "2025年起"),
    (_held(2026, scenario=PLAN.set(PACK, target_year=2030)), "in 2025, 2027–2030", "2025、2027—2030年"),
    (_held(2025, 2026, 2027, 2028), "from 2025", "2025年起"),
    (PLAN.by_hand(PACK, "fai", 2026, 0.1), "from 2025", "2025年起"),
])  # fmt: skip
def test_the_later_years_are_named_where_some_of_them_are_set_by_hand(scenario, en, zh):
    for language, when in (("en", en), ("zh", zh)):
        assert needed.when(showing(PLAN, language), scenario) == when


# Whose baseline, whose name


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
