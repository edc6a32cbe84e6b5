"""Numbers as readers of Chinese and of English expect them, never rounded against the verdict."""

from decimal import ROUND_CEILING, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.economics.target import meets
from model.language.wording import Wording

ZH, EN = Wording("zh", 2023), Wording("en", 2023)
LEVELS = st.floats(1.0, 100_000.0)


def test_levels_are_written_in_yi_yuan_in_chinese_and_in_billions_in_english():
    assert ZH.level(548.9980090195311, "亿元") == "549.0 亿元"
    assert EN.level(548.9980090195311, "亿元") == "54.90 bn yuan"
    assert ZH.level(38106.22, "元") == "38,106 元"
    assert EN.level(38106.22, "元") == "38,106 yuan"


def test_a_chosen_level_keeps_all_its_digits():
    assert ZH.exactly(550.0, "亿元") == "550"
    assert EN.exactly(550.25, "亿元") == "55.025"


def test_the_two_ends_of_a_range_have_the_same_decimals():
    assert ZH.span(380.0, 391.0, "亿元") == "380—391"
    assert EN.span(380.0, 391.0, "亿元") == "38.0–39.1"


@pytest.mark.parametrize(
    ("level", "shown", "gap"),
    [
        (548.9980090195311, "549.0", "1.0"),
        (549.9996, "549.9996", "0.0004"),
        (549.96, "549.96", "0.04"),
        (550.0, "550.0", "0.0"),
        (549.9999999999999, "550.0", "0.0"),
        (550.023, "550.02", "0.02"),
        (556.1093821933592, "556.1", "6.1"),
    ],
)
def test_a_level_is_never_rounded_across_the_target(level, shown, gap):
    assert ZH.against(level, 550.0, "亿元") == (shown, gap)


@given(LEVELS, LEVELS, st.sampled_from([ZH, EN]))
def test_the_level_shown_and_the_target_agree_with_the_verdict_and_with_the_gap_shown(level, target, w):
    shown, gap = (Decimal(text.replace(",", "")) for text in w.against(level, target, "亿元"))
    goal = Decimal(w.exactly(target, "亿元").replace(",", ""))
    assert abs(goal - w.shifted(target, "亿元")) <= Decimal("5e-7")
    assert (shown >= goal) == bool(meets(level, target)) or abs(shown - goal) <= Decimal("1e-6")
    assert abs(abs(shown - goal) - gap) <= Decimal("5e-7")


def test_a_level_that_is_an_ugly_target_is_shown_as_that_target_in_few_digits():
    assert ZH.against(548.9980090195311, 548.998009019531, "亿元") == ("548.998009", "0.0")
    assert EN.against(548.9980090195311, 548.998009019531, "亿元") == ("54.899801", "0.00")


def test_what_is_needed_is_rounded_to_the_safe_side():
    assert ZH.rate(0.07549016747379, rounding=ROUND_CEILING) == "7.55%"
    assert ZH.rate(0.07550000001, rounding=ROUND_CEILING) == "7.56%"
    assert ZH.rate(0.07, rounding=ROUND_CEILING) == "7.00%"
    assert ZH.rate(0.07000000000000001, rounding=ROUND_CEILING) == "7.00%"
    assert ZH.bare(386.7044989455458, "亿元", ROUND_CEILING) == "386.8"
    assert EN.bare(386.7044989455458, "亿元", ROUND_CEILING) == "38.68"


def test_a_rate_that_was_typed_keeps_its_digits_beside_the_one_needed():
    assert EN.needed(0.00075, 0.07549) == ("0.075 %", "7.55 %")
    assert EN.needed(0.075, 0.07549) == ("7.50 %", "7.55 %")
    assert EN.needed(0.0712345678, 0.07549) == ("7.12 %", "7.55 %")


def test_a_difference_carries_its_sign_and_no_difference_is_a_plain_zero():
    assert ZH.number(1.04, 1, sign=True) == "+1.0"
    assert ZH.number(-1.04, 1, sign=True) == "−1.0"
    assert ZH.number(0.0, 1, sign=True) == "0.0"
    assert ZH.number(-0.001, 1, sign=True) == "0.0"


@given(st.floats(0.001, 1e6), st.sampled_from([ZH, EN]))
def test_a_level_typed_as_it_is_shown_is_the_same_level(level, w):
    level = round(level, 6)
    assert w.unshifted(str(w.shifted(level, "亿元")), "亿元") == level


@pytest.mark.parametrize(("years", "zh", "en"), [
    ([2027, 2028], "2027—2028", "2027–2028"), ([2026], "2026", "2026"), ([2024, 2025, 2026], "2024—2026", "2024–2026"),
    ([2025, 2027, 2028], "2025、2027—2028", "2025, 2027–2028"),
    ([2024, 2026, 2028], "2024、2026、2028", "2024, 2026, 2028"),
    ([2024, 2025, 2027, 2029, 2030], "2024—2025、2027、2029—2030", "2024–2025, 2027, 2029–2030"),
])  # fmt: skip
def test_years_that_follow_one_another_are_a_span(years, zh, en):
    assert (ZH.years(years), EN.years(years)) == (zh, en)


def test_years_in_messages_follow_the_base_year():
    assert EN("{base} outcome") == "2023 outcome"
    assert ZH("{first} plan") == "2024年计划"


def test_a_level_has_the_decimals_of_a_target_that_has_more_than_usual_and_the_distance_is_the_true_one():
    assert ZH.against(548.9980090195311, 548.9976, "亿元") == ("548.9980", "0.0004")
    assert ZH.against(817.8484, 777.7777, "亿元") == ("817.8484", "40.0707")
    assert EN.against(548.9980090195311, 548.9976, "亿元") == ("54.89980", "0.00004")


@given(st.floats(allow_nan=False) | st.sampled_from([1e300, -1e300, 1e-300, 5e-324, 1.7976931348623157e308]), LEVELS)
def test_no_number_whatever_breaks_what_is_said(value, target):
    for w in (ZH, EN):
        said = [w.rate(value, rounding=ROUND_CEILING), w.points(value), w.change(value), w.share(value)]
        for unit in ("亿元", "元"):
            said += [w.level(value, unit, ROUND_CEILING), w.published(value, unit), w.span(value, target, unit)]
            said += [w.exactly(value, unit), w.beside(value, target, unit), w.beside(target, value, unit)]
            said += [*w.against(value, target, unit), *w.against(target, value, unit)]
        said += [w.published(value, "%"), w.number(value, 6, sign=True)]
        assert all(0 < len(each) < 60 for each in said), said


def test_a_number_that_is_too_long_to_be_written_out_has_an_exponent():
    assert ZH.exactly(1e300, "亿元") == "1E+300"
    assert ZH.number(-1.5e300, 2) == "−1.5E+300"
    assert EN.level(1e300, "亿元") == "1E+299 bn yuan"
    assert EN.exactly(123456789012.5, "元") == "123,456,789,012.5"


def test_numbers_of_an_array_are_said_as_others_are():
    rate = np.float64(0.065)
    assert (ZH.rate(rate), ZH.points(rate), ZH.change(rate)) == ("6.50%", "+6.50 个百分点", "+6.50%")
    assert (ZH.published(rate * 100, "%"), ZH.needed(rate, rate + 0.0105)) == ("6.5%", ("6.50%", "7.55%"))
