"""A number is what was typed, on every route: in either unit and any width, or refused; small growth is asked about."""

import json

import pytest
from a_visit import PACK, PLAN, showing

from model.cli.scenario_options import changed, doubts
from model.language.problem import Refused
from model.language.wording import Wording
from model.link import link
from model.link.file import open_any, write
from model.link.link import read as read_link
from model.region import county_form
from model.region.county import BY_FIELD
from model.region.loader import packs
from model.scenario.levers import levers
from model.work.work import Work
from views.pages.plan import outcomes
from views.pages.simulate import years
from views.sidebar import typed

NOW = showing()
COUNTY = dict.fromkeys((county_form.NAME, *BY_FIELD), "") | {
    "name": "甲县", "base_year": "2023", "gdp": "100", "gdp_first": "5", "target": "130", "target_year": "2028",
}  # fmt: skip


def _link(text):
    opened = link.read(f"v=4&gdp=6.5,{text}", packs())
    return opened.work.scenario["gdp_later"], opened.problems


def _file(text):
    content = json.loads(write(Work(PLAN), "en"))
    content["gdp"] = f"6.5,{text}"
    opened = open_any(json.dumps(content), packs())
    return opened.work.scenario["gdp_later"], opened.problems


def _lever(text, lever="gdp_later", language="en"):
    notes = []
    return typed.read(text, levers(PACK)[lever], "this lever", Wording(language, 2023), notes), notes


def _years(text):
    notes = []
    return years.read(NOW, "gdp", 2026, [text], notes)[2026], notes


def _command(text):
    work = changed(Work(PLAN), [f"gdp_later={text}"])
    return work.scenario["gdp_later"], doubts(work)


ROUTES = {"link": _link, "file": _file, "lever": _lever, "years": _years, "command": _command}
NO_NUMBERS = (
    "8.5²", "8①", "8₂", "٨", "८", "Ⅷ", "8½", "𝟖", "八", "abc", "7.5.5", "nan", "--1", "7 apples", "<b>7</b>",
    "7" * 100,
)  # fmt: skip
NO_THOUSANDS = (
    "7,3", "0,5", "1,23,456", ",5", "7,", "7,55", "7,5555", "1234,567", "7.5,000", "1,,000", "0,550", "-0,005",
)  # fmt: skip


def _read(route, text):
    try:
        value, problems = ROUTES[route](text)
    except Refused as refusal:
        value, problems = None, refusal.problems
    return value, " ".join(problem.sentence() for problem in problems)


@pytest.mark.parametrize("route", ROUTES)
def test_any_width_of_digits_and_signs_is_read_as_the_number(route):
    for text in ("7.2", "７．２", "+7.2", "＋７．２", "7.2%", "７．２％"):
        assert _read(route, text)[0] == 0.072, text
    assert _read(route, "−1.5")[0] == -0.015


@pytest.mark.parametrize("route", ROUTES)
def test_what_is_no_number_is_refused_with_a_sentence(route):
    for text in NO_NUMBERS:
        value, said = _read(route, text)
        assert value in (None, 0.075), text  # the plan's
        assert "is not a number" in said, text
        assert text[:20] in said


@pytest.mark.parametrize("text", NO_THOUSANDS)
def test_a_comma_that_parts_no_thousands_is_no_number(text):
    with pytest.raises(Refused, match=r"this lever.*is not a number"):
        _lever(text)


@pytest.mark.parametrize("number", ["440²", "440①", "٤٤٠"])
def test_the_same_holds_for_regions_counties_and_outcomes(number):
    for text in (
        f"fengjie&outcome.gdp=2025:{number}",
        f"own&own.base_year=2025&own.gdp={number}:6.5&own.target=550,2030",
    ):
        assert any(number in problem.sentence() for problem in read_link(f"region={text}", packs()).problems)
    for refused in (
        lambda: outcomes.read(NOW, "gdp", 2025, number),
        lambda: county_form.read(COUNTY | {"gdp": number}, "亿元", NOW.wording),
    ):
        with pytest.raises(Refused, match="is not a number"):
            refused()


@pytest.mark.parametrize(("text", "lever", "language", "value"), [
    *((text, "target_level", "zh", 550.0) for text in ("550", "550亿", "55 bn", "55 bn yuan", "55billion", "５５０")),
    *((text, "target_level", "en", 550.0) for text in ("55", "55 bn", "550 亿元", "55.0")),
    ("27,813.5 元", "income_base", "zh", 27813.5), ("１，０２７，８１３", "income_target_level", "zh", 1027813.0),
    ("2026年", "target_year", "zh", 2026.0),
])  # fmt: skip
def test_a_level_is_read_in_either_unit_with_or_without_thousands(text, lever, language, value):
    assert _lever(text, lever, language)[0] == value


@pytest.mark.parametrize(("text", "lever"), [
    ("30.1", "gdp_later"), ("1e400", "gdp_later"), ("-11", "gdp_later"), ("0", "target_level"), ("2036", "target_year"),
])  # fmt: skip
def test_what_lies_outside_the_range_is_refused_with_the_range(text, lever):
    with pytest.raises(Refused, match=rf"got {text}\).*allowed"):
        _lever(text, lever)


@pytest.mark.parametrize("route", ROUTES)
def test_growth_that_looks_like_a_fraction_is_taken_as_typed_and_asked_about(route):
    value, said = _read(route, "0.075")
    assert value == 0.00075
    assert "0.075 %; did you mean 7.5 %?" in said
    assert "did you mean" not in _read(route, "0.75")[1]


def test_a_link_that_the_page_made_asks_nothing():
    small = Work(PLAN.set(gdp_later=0.00075))
    assert link.read(link.write(small, "en"), packs()).problems == ()


def test_years_that_are_pasted_are_set_one_after_the_other_and_none_is_dropped_in_silence():
    assert years.read(NOW, "gdp", 2026, ["5", "6", "7"], []) == {2026: 0.05, 2027: 0.06, 2028: 0.07}
    last = NOW.scenario.last_year
    with pytest.raises(Refused, match=rf"got 8; the last is {last}") as refusal:
        years.read(NOW, "gdp", last - 1, ["much", "7", "8"], [])
    assert len(refusal.value.problems) == 2
