"""A number is what was typed, on every route: only full-width forms are folded, small growth is asked about."""

import json

import pytest
from a_visit import PACK, PLAN, showing, visit

from model import link
from model.command import given
from model.file import open_any, write
from model.levers import levers
from model.loader import packs
from model.problem import Refused
from model.regions import read as region
from model.work import Work
from views import county, grid, outcome_form, session, typed

NOW = showing()
COUNTY = {"name": "甲县", "base_year": "2023", "gdp": "100", "gdp_first": "5", "target": "130", "target_year": "2028"}


def _link(text):
    opened = link.read(f"v=3&gdp=6.5,{text}", packs())
    return opened.work.scenario["gdp_later"], opened.problems


def _file(text):
    content = json.loads(write(Work(PLAN), PACK, "en"))
    content["scenario"]["gdp"] = [6.5, text]
    opened = open_any(json.dumps(content), packs())
    return opened.work.scenario["gdp_later"], opened.problems


def _lever(text):
    notes = []
    return typed.read(text, levers(PACK)["gdp_later"], "growth", NOW.wording, notes), notes


def _grid(text):
    notes = []
    after = grid.edited(NOW, PLAN, "gdp", {2: {"growth": text}}, notes)
    return after.rates_by_hand("gdp")[2026], notes


def _command(text):
    asked = given.like_a_fraction("gdp_later", text, levers(PACK)["gdp_later"])
    return given.change(PLAN, PACK, [f"gdp_later={text}"])["gdp_later"], [asked] if asked else []


ROUTES = {"link": _link, "file": _file, "lever": _lever, "grid": _grid, "command": _command}


def _read(route, text):
    try:
        value, problems = ROUTES[route](text)
    except Refused as refusal:
        value, problems = None, refusal.problems
    return value, " ".join(problem.sentence() for problem in problems)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("text", ["7.2", "７．２", "＋７．２", "7.2%", "７．２％"])
def test_full_width_forms_are_read_as_the_number(route, text):
    assert _read(route, text)[0] == 0.072


@pytest.mark.parametrize("route", ROUTES)
def test_a_typographic_minus_is_a_minus(route):
    assert _read(route, "−1.5")[0] == -0.015


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("text", ["8.5²", "8①", "8₂", "٨", "८", "Ⅷ", "8½", "𝟖", "八"])
def test_any_other_digit_is_refused_with_a_sentence(route, text):
    value, said = _read(route, text)
    assert value in (None, 0.075)  # the plan's
    assert "is not a number" in said
    assert text in said


@pytest.mark.parametrize("number", ["440²", "440①", "٤٤٠"])
def test_the_same_holds_for_regions_counties_and_outcomes(number):
    for text in (f"fengjie~gdp@2025:{number}", f"own~A~2025~gdp:{number}:6.5~target:550,2030"):
        assert any(number in problem.sentence() for problem in region(text, packs())[1])
    for refused in (
        lambda: outcome_form.read(NOW, "gdp", 2025, number),
        lambda: county.read(NOW, dict.fromkeys(county.BY_FIELD, "") | COUNTY | {"gdp": number}),
    ):
        with pytest.raises(Refused, match="is not a number"):
            refused()


@pytest.mark.parametrize("route", ROUTES)
def test_growth_that_looks_like_a_fraction_is_taken_as_typed_and_asked_about(route):
    value, said = _read(route, "0.075")
    assert value == 0.00075
    assert "0.075 %; did you mean 7.5 %?" in said
    assert "did you mean" not in _read(route, "0.75")[1]


def test_a_link_that_the_page_made_asks_nothing():
    small = Work(PLAN.set(PACK, gdp_later=0.00075))
    assert link.read(link.write(small, PACK, "en"), packs()).problems == ()


def test_a_county_with_such_growth_is_opened_and_asked_about():
    county_given = dict.fromkeys(county.BY_FIELD, "") | COUNTY | {"gdp_first": "0.075"}
    *_, now = visit(lambda: county.enter(session.current(), county.read(NOW, county_given)))
    assert "gdp:1000:0.075" in now.scenario.region
    assert [problem.sentence() for problem in now.complaints][-1].endswith("0.075 %; did you mean 7.5 %?")
