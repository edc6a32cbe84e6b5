"""The checks against past experience in words, with the numbers that the answer asks for."""

import pytest
from a_visit import PACK, PLAN, showing
from any_region import find_region

from model.economics.remarks import remarks
from model.scenario.scenario import plan
from views.words import checks

MIXED = PLAN.set(
    gdp_later=0.08, deflator_first=0.005, deflator_later=0.012, gdp_base=390.0, gdp_low=380.0, gdp_high=391.0,
    target_level=560.0, target_year=2030.0,
).by_hand("gdp", 2026, 0.05)  # fmt: skip


def _said(scenario, pack=PACK, language="en"):
    """The sentences by what is checked."""
    state = showing(scenario, language)
    return {found.key: checks.sentence(state, found) for found in remarks(scenario)}


@pytest.mark.parametrize("region", ["fengjie", "fengjie&base=2024", "fengjie&base=2025&outcome.gdp=2025:440:6.2"])
def test_a_ratio_of_a_year_whose_gdp_nobody_printed_is_said_to_be_derived(region):
    pack = find_region(region)
    said = " ".join(_said(plan(pack), pack).values())
    assert "29.2 % (2020) to 34.1 % (2023, derived)" in said
    assert "(2023)" not in said


def test_no_plan_of_a_year_is_named_that_nobody_announced():
    again = find_region("fengjie&base=2024")
    assert _said(plan(again), again)["plan"].endswith("; announced: five-year plan 7.5 %.")
    assert _said(PLAN)["plan"].endswith("; announced: 2024 plan 6.5 %, five-year plan 7.5 %.")


def test_growth_is_rounded_up_where_it_is_needed_and_to_the_nearest_where_it_is_assumed():
    # By hand, 2025-2030 but for 2026: 1.08 x 1.012 = 1.09296 where it is assumed.
    said = _said(MIXED)
    assert said["latest"].startswith("8.00 % a year in real terms (assumed in 2025, 2027–2030)")
    assert said["own_past"].startswith("9.30 % a year nominal (assumed in 2025, 2027–2030)")
    # The lower start is the official 411.5: (700 / (411.5 x 1.05 x 1.012))^(1/5) = 1.098681, over 1.012 it is 1.085653.
    said = _said(MIXED.set(target_level=700.0))
    assert said["own_past"].startswith("9.87 % a year nominal (needed in 2025, 2027–2030)")
    assert said["latest"].startswith("8.57 % a year in real terms (needed in 2025, 2027–2030)")


def test_growth_of_income_and_of_gdp_are_mean_nominal_growth():
    # By hand: 1.065 x 1.075^4 to the power 1/5 is 1.0729925.
    assert _said(PLAN)["income"] == "Income per head would grow 6.50 % a year, GDP 7.30 %, both nominal."
