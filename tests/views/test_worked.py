"""The worked equations: values worked by hand, and arithmetic that anybody can repeat with a calculator."""

import math
import re
from fractions import Fraction
from statistics import NormalDist

import pytest
from a_visit import PACK, PLAN, showing
from take_away import STATES

from model.link import LANGUAGES
from views import worked

LINES = (worked.path, worked.needed, worked.sure)


def _right(lines):
    return [line.right.replace("{,}", "") for line in lines]


def test_the_path_of_the_plan_is_the_one_worked_by_hand():
    exact = [Fraction(386) * Fraction(1065, 1000) * Fraction(1075, 1000) ** years for years in range(5)]
    assert f"{float(exact[-1]):.12f}" == "548.998009019531"
    assert _right(worked.path(showing(language="zh"))) == ["386", *(f"{float(level):.3f}" for level in exact)]
    assert _right(worked.path(showing()))[-1] == "54.8998"


def test_the_growth_and_the_baseline_needed_are_those_worked_by_hand_rounded_up():
    # (550 / 386) ^ (1/5) - 1 = 7.338390 %, (550 / (386 x 1.065)) ^ (1/4) - 1 = 7.549017 %, 550 / 1.422275 = 386.7044
    assert _right(worked.needed(showing(language="zh"))) == [r"7.34\%", r"7.34\%", r"7.55\%", "386.8"]
    # By 2026: (550 / 386) ^ (1/3) - 1 = 12.527446 %
    sooner = worked.needed(showing(PLAN.set(PACK, target_year=2026.0)))
    assert _right(sooner)[0] == r"12.53\%"


def test_the_variance_of_the_plan_is_the_one_worked_by_hand():
    # ln(391 / 380) / 2.563103 = 0.0111335; 5 + 2 (4 x 0.6 + 3 x 0.36 + 2 x 0.216 + 0.1296) = 13.0832;
    # 0.0111335 ^ 2 + 0.000256 x 13.0832 = 0.0034733; its root 0.0589342; ln(548.998 / 550) / 0.0589342 = -0.030943
    *others, chance = _right(worked.sure(showing(language="zh")))
    assert others == ["0.01113", "13.0832", "0.003473", "0.05893"]
    assert chance == rf"{NormalDist().cdf(-0.030943) * 100:.0f}\%" == r"49\%"


def _value(tex):
    """What a line of mathematics comes to."""
    text = tex.replace("{,}", "").replace(r"\left", "").replace(r"\right", "").replace(r"\%", "/100")
    text = re.sub(r"\\(times|cdot)", "*", text).replace(r"\ln", "log").replace(r"\Phi", "cdf")
    while r"\frac" in text:
        text = re.sub(r"\\frac\{([^{}]*)\}\{((?:[^{}]|\{[^{}]*\})*)\}", r"((\1)/(\2))", text)
    text = re.sub(r"\^\{([^{}]*)\}", r"**(\1)", text).replace("^", "**")
    text = re.sub(r"(\d)\(", r"\1*(", text)
    return eval(text, {"log": math.log, "cdf": NormalDist().cdf})  # noqa: S307 - our own arithmetic


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("lines", LINES)
def test_what_is_worked_out_comes_to_what_is_said(lines, state, language):
    for line in lines(showing(**{"language": language, **STATES[state]})):
        if line.middle:
            said, decimals = _value(line.right), len(line.right.partition(".")[2].rstrip(r"\%"))
            step = 10.0**-decimals / (100 if line.right.endswith("%") else 1)
            found = _value(line.middle)
            away = {"<": found < said, ">": found > said}.get(
                line.sign, abs(found - said) <= 1.01 * step + 2e-4 * abs(said)
            )
            assert away, line


def test_without_any_uncertainty_there_is_no_chance_to_work_out():
    sure = PLAN.set(PACK, error=0.0, gdp_low=386.0, gdp_high=386.0)
    assert _right(worked.sure(showing(sure))) == ["0", "13.0832", "0", "0"]


def test_where_no_later_year_is_left_no_later_growth_is_worked_out():
    assert [line.left for line in worked.needed(showing(PLAN.set(PACK, target_year=2024.0)))] == [
        r"n^\circ", r"g^\circ", "B",
    ]  # fmt: skip
