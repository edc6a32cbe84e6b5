"""The verdict in sentences, in both languages and for every way it can turn out."""

import dataclasses
import re

import pytest
from any_scenario import PACK, PLAN
from hypothesis import given
from hypothesis import strategies as st

from model.economics import presets
from model.economics.needed import solved
from model.economics.solve import apply
from model.economics.verdict import judge
from model.economics.verdict_sentences import sentences, status
from model.language.problem import Refused
from model.language.wording import Wording
from model.scenario.scenario import Scenario, plan

ALONE = plan(dataclasses.replace(PACK, outcomes=()))
"""Without a level after the base year."""
SENTENCE = re.compile(r"At least (−?[\d.]+) % a year is needed.* assumes (−?[\d.]+) %")


def said(scenario: Scenario, language: str = "en") -> str:
    w = Wording(language, 2023)
    return w.flow((status(judge(scenario), w), *sentences(scenario, w)))


def held(*years: int) -> Scenario:
    """With GDP set by hand to 5 % in these years."""
    return PLAN.with_years("gdp", dict.fromkeys(years, 0.05), ())


def test_the_plan_is_not_reached_in_either_reading() -> None:
    # By hand: 386 x 1.065 x 1.075^4 = 548.998 and 411.5 x 1.075^4 = 549.546; to 2026 475.066 and 475.540.
    text = said(PLAN, "zh")
    assert text.startswith("达不到")
    assert (
        "2028年GDP按基数推算为 549.0 亿元（差 1.0），按最近公布数推算为 549.5 亿元（差 0.5）；目标为 550 亿元。" in text
    )
    assert "不低于7.55%方可达标（假定7.50%）。仅按最近公布数推算，2025—2028年不低于7.53%。" in text
    assert (
        "到2026年（党代会口径）按基数推算为 475.1 亿元（差 74.9），按最近公布数推算为 475.5 亿元（差 74.5）。" in text
    )
    assert "不低于15.67%方可达标（假定7.50%）。" in text


def test_the_same_in_english_is_in_billions() -> None:
    text = said(PLAN)
    assert "54.90 bn yuan from the baseline (0.10 short) and 54.95 bn yuan from the latest official level" in text
    assert "At least 7.55 % a year is needed in real terms in 2025–2028; the scenario assumes 7.50 %." in text
    assert "From the latest official level alone, 7.53 % in 2025–2028 is enough." in text
    assert "By 2026 (Party congress): 47.51 bn yuan from the baseline (7.49 short)" in text


def test_where_the_readings_differ_it_says_on_which_level_the_verdict_depends() -> None:
    text = said(PLAN.set(gdp_base=391))  # 391 x 1.065 = 416.415
    assert text.startswith("Depends on the 2024 level")
    assert "GDP in 2024: 41.64 bn yuan from the baseline, 41.15 bn yuan as published." in text
    text = said(PLAN.set(gdp_base=391), "zh")
    assert "2024年 GDP：按基数推算为 416.4 亿元，公布数为 411.5 亿元。" in text


def test_without_a_later_level_it_depends_on_the_baseline() -> None:
    text = said(ALONE, "en")
    assert text.startswith("Depends on the 2023 baseline")
    # 550 / (1.065 x 1.075^4) = 386.70
    assert "The target is met if 2023 GDP was at least 38.68 bn yuan; the plausible range is 38.0–39.1." in text
    assert "latest official" not in text


@pytest.mark.parametrize(("base", "level", "change"), [(380, "40.51", "+1.6 %"), (391, "41.68", "−1.3 %")])
def test_a_moved_baseline_says_what_it_implies_beside_what_was_published(base: int, level: str, change: str) -> None:
    text = said(PLAN.set(gdp_base=base))
    assert f"implies {level} bn yuan in 2024 at the published growth of 6.6 %; 41.15 was published." in text
    assert f"A price change of {change} in 2024 would reconcile the two." in text
    assert "implies" not in said(PLAN) + said(PLAN.set(gdp_base=386.01))  # 411.487: no tenth of a point


def test_a_level_of_ones_own_is_measured_at_the_deadlines_announced() -> None:
    # By hand: 386 x 1.065 x 1.075^2 = 475.0659, 74.957 short of 550.023.
    text = said(PLAN.set(target_level=550.023), "zh")
    assert "到2026年（党代会口径）按基数推算为 475.066 亿元（差 74.957）" in text


def test_a_deadline_in_the_plan_year_says_what_that_year_would_take() -> None:
    text = said(PLAN.set(target_year=2024.0))
    assert "42.49 % growth in real terms is needed in 2024" in text  # 550 / 386 = 1.42487


def test_years_all_set_by_hand_leave_nothing_to_change() -> None:
    assert "Every later year is set by hand" in said(held(2025, 2026, 2027, 2028))


def test_growth_is_needed_in_the_years_that_are_left() -> None:
    # By hand: 386 x 1.065 x 1.05^2 = 453.2267, and (550 / 453.2267)^(1/2) = 1.101599; 411.5 x 1.05^2 gives 1.101046.
    text = said(held(2025, 2026))
    assert "At least 10.16 % a year is needed in real terms in 2027–2028" in text
    assert "From the latest official level alone, 10.11 % in 2027–2028 is enough." in text


def test_exactly_on_target_is_reached_and_never_short() -> None:
    exact = apply(solved("gdp_later", ALONE), ALONE)
    assert "(exactly on target)" in said(exact, "en")
    assert "恰好达到目标" in said(exact, "zh")
    assert "a year in real terms in 2025–2028, which is exactly on target." in said(exact)
    assert "exactly on target" not in said(exact.set(gdp_later=exact["gdp_later"] + 1e-4))


@given(st.sampled_from(sorted(presets.growth(PACK))), st.floats(300.0, 900.0), st.floats(380.0, 391.0))
def test_growth_needed_and_growth_assumed_never_contradict_the_verdict(preset: str, target: float, base: float) -> None:
    scenario = presets.apply(preset, PLAN).set(target_level=target, gdp_base=base)
    try:
        scenarios = [scenario, presets.apply("enough", scenario)]
    except Refused:
        scenarios = [scenario]
    for one in scenarios:
        if found := SENTENCE.search(said(one)):
            needed, assumed = (float(text.replace("−", "-")) for text in found.groups())
            assert (needed <= assumed) <= judge(one).reached
            assert judge(one).reached or assumed < needed
