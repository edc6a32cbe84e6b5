"""Amounts as people type them, in units of which only some are known beforehand."""

import pytest

from model.language.amounts import measured, number
from model.language.problem import Refused

VISITS = {"万人次": 0, "m visits": 2}


@pytest.mark.parametrize(("text", "usual", "amount"), [
    ("3,650", 0, 3650), ("３６５０", 0, 3650), ("36.5", 2, 3650), ("36.5 M visits", 0, 3650), ("3650万人次", 2, 3650),
    ("−0.5", 0, -0.5), (" 28 ", 0, 28),
])  # fmt: skip
def test_an_amount_is_read_in_the_unit_behind_it_or_in_the_usual_one(text: str, usual: int, amount: float) -> None:
    assert measured(text, VISITS, usual, "visits") == amount


def test_a_unit_may_end_in_a_digit_of_any_width() -> None:
    assert measured("24 µg/m³", {"微克/立方米": 0, "µg/m³": 0}, 0, "PM2.5") == 24
    assert measured("24 μg/m3", {"微克/立方米": 0, "µg/m³": 0}, 0, "PM2.5") == 24


@pytest.mark.parametrize("text", ["", " ", "\u3000"])
def test_nothing_typed_is_said_to_be_missing(text: str) -> None:
    with pytest.raises(Refused, match="visits: is missing; write digits"):
        measured(text, VISITS, 0, "visits")
    with pytest.raises(Refused, match="GDP: is missing; write digits"):
        number(text, "亿元", "GDP")


@pytest.mark.parametrize("text", ["visits", "36.5 m", "3650 apples", "0,5", "m visits", "3650 万人次 m visits"])
def test_what_is_no_amount_is_refused_with_what_was_typed(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        measured(text, VISITS, 0, "visits")
    (problem,) = refusal.value.problems
    assert dict(problem.values)["got"] == text
