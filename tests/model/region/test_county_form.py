"""A county typed into a form: what is read, in which unit, and what is asked about."""

import pytest

from model.language.problem import Refused
from model.language.wording import Wording
from model.link.link import LANGUAGES
from model.region.county import BY_FIELD, named
from model.region.county_form import NAME, UNITS, read
from model.region.key import County

KAIZHOU = {
    NAME: "Kaizhou", "base_year": "2023", "gdp": "686.91", "gdp_first": "3.0", "gdp_later": "6", "target": "1,000",
    "target_year": "2030",
}  # fmt: skip


def _read(language: str = "en", unit: str = "亿元", **changes: str) -> County:
    return read(dict.fromkeys((NAME, *BY_FIELD), "") | KAIZHOU | changes, unit, Wording(language, 0))


def _refused(language: str = "en", unit: str = "亿元", **changes: str) -> dict[str, str]:
    with pytest.raises(Refused) as refusal:
        _read(language, unit, **changes)
    w = Wording(language, 0)
    return {problem.where: w.shown(problem) for problem in refusal.value.problems}


@pytest.mark.parametrize(("unit", "gdp", "target"), [
    ("亿元", "686.91", "1000"), ("bn yuan", "68.691", "100"), ("万元", "6869100", "10000000"),
    ("million yuan", "68,691", "100000"),
    ("bn yuan", "686.91 亿元", "1000 亿元"),
    ("亿元", "６８６.９１", "100 bn yuan"),
])  # fmt: skip
def test_a_level_is_read_in_the_unit_chosen_or_in_the_one_behind_it(unit, gdp, target):
    known = _read(unit=unit, gdp=gdp, target=target).known
    assert (known["gdp"], known["target"], known["gdp_first"], known["target_year"]) == (686.91, 1000.0, 3.0, 2030.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_gdp_that_is_ten_times_too_large_is_asked_about(language):
    said = _refused(language, "bn yuan")
    assert len(said) == 2  # GDP, and the target in the same unit
    for number, sentence in zip(("686.91", "1000"), said.values(), strict=True):
        assert f"{number} bn yuan" in sentence
        assert f"{number} 亿元" in sentence
    assert _read(unit="bn yuan", gdp="686.91 bn yuan", target="1000").known["gdp"] == 6869.1


def test_investment_far_above_gdp_and_growth_that_looks_like_a_fraction_are_asked_about():
    assert list(_refused(fai="4000", fai_first="5")) == ["FAI in the base year"]
    said = _refused(gdp_later="0.065")["Real growth in later years, %"]
    assert "6.5 %" in said
    assert "0.065 %" in said
    assert _read(gdp_later="0.065 %").known["gdp_later"] == 0.065
    assert _read(gdp_later="0").known["gdp_later"] == 0.0


def test_every_field_that_is_wrong_is_named():
    said = _refused(gdp="much", gdp_first="", target_year="2023", income="20000", **{NAME: "Fengjie County"})
    names = {"GDP in the base year", "Real growth in the year after, %", "By the end of"}
    assert names | {"Income per head: nominal growth a year, %"} <= set(said)


def test_fields_have_different_names():
    for language in LANGUAGES:
        names = [named(field, Wording(language, 0)) for field in BY_FIELD.values()]
        assert len(set(names)) == len(names)
    assert set(UNITS) == set(LANGUAGES)
