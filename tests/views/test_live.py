"""Formulas that are worked out while they are written: what they read, and what they come to."""

import math

import pytest

from views.downloads.workbook.functions import FUNCTIONS
from views.downloads.workbook.live import Live, call, ceiling, fixed, floor, live, sentence, when

A, B, C = (Live(name, value) for name, value in (("a", 8.0), ("b", 3.0), ("c", 2.0)))


@pytest.mark.parametrize(
    ("formula", "text", "value"),
    [
        (A + B * C, "a+b*c", 14),
        ((A + B) * C, "(a+b)*c", 22),
        (A - (B - C), "a-(b-c)", 7),
        (A - B - C, "a-b-c", 3),
        (A / (B * C), "a/(b*c)", 8 / 6),
        (A / B * C, "a/b*c", 16 / 3),
        ((A / B) ** (1 / C) - 1, "(a/b)^(1/c)-1", math.sqrt(8 / 3) - 1),
        ((A**B) ** C, "(a^b)^c", 8**6),
        (-A * B, "(-a)*b", -24),
        (-(A + B), "-(a+b)", -11),
        (1 - A, "1-a", -7),
        (A * -0.5, "a*(-0.5)", -4),
        (A >= B * C, "a>=b*c", True),
        ((A > B) * 1, "(a>b)*1", 1),
        (A & " to " & B, 'a&" to "&b', "8 to 3"),
        (live('say "it"') & "", '"say ""it"""&""', 'say "it"'),
        (A * (1 - 1e-12), "a*0.999999999999", 8 * (1 - 1e-12)),
    ],
)
def test_a_formula_has_brackets_where_it_needs_them_and_the_value_of_what_it_reads(formula, text, value):
    assert formula.text == text
    assert formula.value == (pytest.approx(value) if isinstance(value, float) else value)


def test_where_nothing_comes_out_the_other_branch_is_shown():
    assert when(B > A, 1 / (A - A), "–").value == "–"
    assert call("IFERROR", call("LN", C - B), "–").value == "–"
    assert call("IFERROR", live("–") + 1, 5).value == 5
    assert math.isnan(call("MAX", call("LN", C - B), 1).value)


def test_a_truth_is_no_number_as_in_excel():
    assert not (A > B).is_(1).value
    assert (A > B).is_(C > 1).value
    assert (A > B).differs(1).value


@pytest.mark.parametrize(
    ("number", "digits", "written"),
    [
        (2.675, 2, "2.68"),
        (-2.5, 0, "-3"),
        (1234567.891, 1, "1,234,567.9"),
        (-0.001, 2, "0.00"),
        (549.9996, 4, "549.9996"),
    ],
)
def test_numbers_in_words_are_rounded_half_away_from_zero_and_grouped(number, digits, written):
    assert call("FIXED", number, digits).value == written
    assert fixed(number, digits).value == written.replace("-", "−")


@pytest.mark.parametrize(("number", "up", "down"), [(7.5491, 7.55, 7.54), (7.55, 7.55, 7.55), (-1.231, -1.23, -1.24)])
def test_the_safe_side_of_a_number_is_that_of_its_value(number, up, down):
    assert ceiling(live(number), 2).value == pytest.approx(up)
    assert floor(live(number), 2).value == pytest.approx(down)


def test_a_sentence_holds_formulas_in_its_placeholders():
    said = sentence("GDP is {level} in {year}.", level=call("FIXED", A, 1), year=Live("target_year", 2028.0))
    assert said.text == '"GDP is "&FIXED(a,1)&" in "&target_year&"."'
    assert said.value == "GDP is 8.0 in 2028."


def test_only_functions_that_older_programs_have_can_be_called():
    with pytest.raises(KeyError):
        call("LET", A)
    assert call("SUMPRODUCT", A).value == 8
    assert {"IF", "INDEX", "SUMPRODUCT", "NORMSDIST"} <= set(FUNCTIONS)
