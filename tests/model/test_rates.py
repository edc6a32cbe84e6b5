"""Rates as people write them and as the arithmetic needs them."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.rates import percent, plain, rate, shift
from model.rounding import decimals_beside, on_its_side, significant, significant_growth

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("text", "fraction"), [("6.5", 0.065), ("7.5", 0.075), ("12", 0.12), ("-0.57", -0.0057), ("0", 0.0), ("5.8", 0.058)]
)
def test_a_rate_is_what_a_person_would_write_for_it(text: str, fraction: float) -> None:
    assert rate(text) == fraction
    assert percent(fraction) == text


def test_a_rate_may_be_given_as_a_number() -> None:
    assert rate(6.6) == 0.066
    assert rate(12) == 0.12


@given(FINITE)
def test_any_rate_survives_being_written_in_per_cent(fraction: float) -> None:
    assert rate(percent(fraction)) == fraction


@given(FINITE)
def test_any_number_survives_being_written_plainly(number: float) -> None:
    assert float(plain(number)) == number


@given(FINITE)
def test_a_plain_number_has_no_exponent_unless_it_is_very_large_or_very_small(number: float) -> None:
    usual = number == 0 or 1e-19 <= abs(number) < 1e20
    assert ("E" not in plain(number)) or not usual


@pytest.mark.parametrize(
    ("number", "text"),
    [(386.0, "386"), (2030.0, "2030"), (90.7, "90.7"), (0.0, "0"), (1e19, "1" + "0" * 19), (Decimal("7.50"), "7.5")],
)
def test_a_plain_number_has_no_needless_digits(number: Decimal | float, text: str) -> None:
    assert plain(number) == text


@given(st.integers(-(10**6), 10**6), st.integers(-3, 3))
def test_shifting_moves_the_decimal_point_of_what_is_written(thousandths: int, places: int) -> None:
    value = thousandths / 1000
    assert Decimal(repr(shift(value, places))) == Decimal(repr(value)).scaleb(places)


@pytest.mark.parametrize(
    ("number", "limit", "below", "text"),
    [
        (548.998, 550, True, "549.0"), (549.9996, 550, True, "549.9996"), (550.0, 550, False, "550.0"),
        (550.04, 550, False, "550.0"), (549.9999999999999, 550, False, "550.0"), (550.04, 550.01, False, "550.04"),
    ],
)  # fmt: skip
def test_a_number_is_rounded_only_as_far_as_it_stays_on_its_side(
    number: float, limit: float, below: bool, text: str
) -> None:
    assert str(on_its_side(number, limit, 1, below)) == text


@pytest.mark.parametrize(
    ("number", "limit", "decimals"),
    [
        (14.9992, 15, 3),
        (15.0008, 15, 3),
        (15.0004, 15, 4),
        (15, 15, 2),
        (13.977, 14, 2),
        (-2.99996, -3, 5),
        (7, None, 2),
    ],
)
def test_as_many_decimals_are_shown_as_it_takes_to_be_on_the_side_of_the_target(
    number: float, limit: float | None, decimals: int
) -> None:
    assert decimals_beside(number, limit, 2) == decimals


def test_shifting_there_and_back_may_lose_a_bit_where_text_does_not() -> None:
    there = 0.21896150408865042
    assert shift(shift(there, 2), -2) != there
    assert math.isclose(shift(shift(there, 2), -2), there, rel_tol=1e-15)
    assert rate(percent(there)) == there


@pytest.mark.parametrize(
    ("worked_out", "number"),
    [(391 * 1.065, 416.415), (0.1 + 0.2, 0.3), (90.7 * 1.12, 101.584), (-0.1 - 0.2, -0.3), (386.0, 386.0)],
)
def test_noise_of_binary_arithmetic_goes(worked_out: float, number: float) -> None:
    assert significant(worked_out) == number


@given(st.decimals(-(10**6), 10**6, places=9))
def test_no_digit_of_a_number_that_somebody_wrote_goes(number: Decimal) -> None:
    assert significant(float(number)) == float(number)


@given(st.decimals(-10, 30, places=4), st.decimals(-10, 30, places=4))
def test_growth_of_two_rates_looks_like_the_product_that_it_is(real: Decimal, prices: Decimal) -> None:
    worked_out = (1 + rate(str(real))) * (1 + rate(str(prices))) - 1
    assert significant_growth(worked_out) == float((1 + real / 100) * (1 + prices / 100) - 1)
