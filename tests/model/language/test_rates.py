"""Rates as people write them and as the arithmetic needs them."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.language.rates import percent, plain, rate, shift
from model.language.rounding import beside, significant, significant_growth

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
    ("number", "limit", "text"),
    [
        (548.998, 550, "549.0"), (549.9996, 550, "549.9996"), (550.0, 550, "550.0"), (550.023, 550, "550.02"),
        (549.9999999999999, 550, "550.0"), (550.04, 550.01, "550.04"), (159.993, 160, "159.99"),
        (189.999, 190, "189.999"), (37999.98, 38000, "37999.98"), (54.99997, 55, "54.99997"),
        (-2.99996, -3, "-2.99996"),
    ],
)  # fmt: skip
def test_a_number_is_rounded_only_as_far_as_it_stays_on_its_side(number: float, limit: float, text: str) -> None:
    assert str(beside(number, limit, 1)[0]) == text


NEAR = st.builds(
    lambda limit, apart, places: (limit, limit + apart * 10.0**-places),
    st.integers(-(10**9), 10**9).map(lambda millionths: millionths / 10**6), st.integers(-99, 99), st.integers(0, 8),
)  # fmt: skip


@given(NEAR, st.integers(0, 4), st.sampled_from(["", ROUND_CEILING, ROUND_FLOOR]))
def test_what_is_shown_is_on_the_side_of_the_shown_limit_that_it_is_on(
    pair: tuple[float, float], least: int, rounding: str
) -> None:
    limit, number = pair
    apart = Fraction(repr(number)) - Fraction(repr(limit))
    true = 0 if abs(apart) <= abs(Fraction(repr(limit))) / 10**12 else 1 if apart > 0 else -1
    shown, edge = beside(number, limit, least, rounding)
    assert (shown > edge) - (shown < edge) == true
    assert -int(shown.as_tuple().exponent) >= least
    if rounding:  # a limit that is worked out is never on its unsafe side, but for noise
        unsafe = (Fraction(repr(limit)) - Fraction(edge)) * (1 if rounding == ROUND_CEILING else -1)
        assert unsafe <= abs(Fraction(repr(limit))) / 10**12
    else:
        assert edge == Decimal(repr(limit))


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
