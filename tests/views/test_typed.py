"""What is typed is read in either unit and any width of digits, or refused with a sentence."""

import pytest

from model.levers import levers
from model.loader import load
from model.problem import Refused
from model.wording import Wording
from views.sidebar import typed

PACK = load("fengjie")
ZH, EN = Wording("zh", 2023), Wording("en", 2023)


def _read(text, lever, w=ZH):
    return typed.read(text, levers(PACK)[lever], "this lever", w, [])


@pytest.mark.parametrize("text", ["7.55", " 7.55 ", "7.55%", "7.55 %", "７.５５", "７．５５％", "+7.55"])
def test_a_rate_is_typed_in_per_cent(text):
    assert _read(text, "gdp_later") == 0.0755


@pytest.mark.parametrize("text", ["550", "550亿", "550 亿元", "55 bn", "55 bn yuan", "55billion", "５５０"])
def test_the_target_is_typed_in_either_unit_on_the_chinese_page(text):
    assert _read(text, "target_level") == 550.0


@pytest.mark.parametrize("text", ["55", "55 bn", "550 亿元", "55.0"])
def test_the_target_is_typed_in_either_unit_on_the_english_page(text):
    assert _read(text, "target_level", EN) == 550.0


def test_thousands_may_be_separated():
    assert _read("27,813", "income_base") == 27813.0
    assert _read("27,813.5 元", "income_base") == 27813.5
    for text in ("1,027,813", "１，０２７，８１３", "1027813"):
        assert _read(text, "income_target_level") == 1027813.0


def test_a_year_may_carry_its_word():
    assert _read("2026年", "target_year") == 2026.0


@pytest.mark.parametrize("text", [
    "abc", "7.5.5", "7.5²", "7.5①", "٧", "Ⅶ", "7½",
    "nan", "--1", "7 apples", "<b>7</b>", "7,3", "0,5", "1,23,456", "7" * 100, ",5", "7,",
    "7,55", "7,5555", "1234,567", "7.5,000", "1,,000", "0,550", "0,005", "-0,005", "00,550",
])  # fmt: skip
def test_what_is_no_number_is_refused_by_name(text):
    with pytest.raises(Refused) as refusal:
        _read(text, "gdp_later")
    assert "this lever" in str(refusal.value)
    assert "not a number" in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "lever"),
    [
        ("30.1", "gdp_later"),
        ("1e400", "gdp_later"),
        ("-11", "gdp_later"),
        ("0", "target_level"),
        ("2036", "target_year"),
    ],
)
def test_what_lies_outside_the_range_is_refused_with_the_range(text, lever):
    with pytest.raises(Refused) as refusal:
        _read(text, lever)
    assert f"got {text}" in str(refusal.value)
    assert "allowed" in str(refusal.value)
