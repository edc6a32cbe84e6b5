"""The verdict in words, in both languages and for every way it can turn out."""

import pytest

from model import presets
from model.link import read
from model.loader import packs
from model.scenario import plan
from views import verdict
from views.state import State

PACK = packs()["fengjie"]
PLAN = plan(PACK)


def _said(scenario, language="en"):
    return verdict.html(State(scenario, language, read("", packs()), ()))


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


def test_a_deadline_in_the_plan_year_leaves_nothing_to_change():
    assert "No later year is left to change" in _said(PLAN.set(PACK, target_year=2024.0))


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
