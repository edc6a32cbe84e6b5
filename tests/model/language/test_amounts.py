"""Amounts as people type them, in units of which only some are known beforehand."""

import pytest

from model.language.amounts import level
from model.language.problem import Refused
from model.language.units import Unit
from model.language.wording import Wording

VISITS = Unit("万人次", "m visits", -2, (0, 2), "")
DUST = Unit("微克/立方米", "µg/m³", 0, (0, 0), "")
ZH, EN = Wording("zh", 2023), Wording("en", 2023)


@pytest.mark.parametrize(("text", "w", "amount"), [
    ("3,650", ZH, 3650), ("３６５０", ZH, 3650), ("36.5", EN, 3650), ("36.5 M visits", ZH, 3650), ("−0.5", ZH, -0.5),
    ("3650万人次", EN, 3650), (" 28 ", ZH, 28),
])  # fmt: skip
def test_an_amount_is_read_in_the_unit_behind_it_or_in_the_usual_one(text: str, w: Wording, amount: float) -> None:
    assert level(text, VISITS, "visits", w) == amount


def test_a_unit_may_end_in_a_digit_of_any_width() -> None:
    assert level("24 µg/m³", DUST, "PM2.5", EN) == 24
    assert level("24 μg/m3", DUST, "PM2.5", EN) == 24


@pytest.mark.parametrize("text", ["", " ", "\u3000"])
def test_nothing_typed_is_said_to_be_missing(text: str) -> None:
    with pytest.raises(Refused, match="visits: is missing; write digits"):
        level(text, VISITS, "visits", ZH)


@pytest.mark.parametrize("text", ["visits", "36.5 m", "3650 apples", "0,5", "m visits", "3650 万人次 m visits"])
def test_what_is_no_amount_is_refused_with_what_was_typed(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        level(text, VISITS, "visits", ZH)
    (problem,) = refusal.value.problems
    assert dict(problem.values)["got"] == text
