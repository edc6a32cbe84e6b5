"""The report's sums and shares, each worked out again: by hand here, from the rows there."""

from dataclasses import replace
from decimal import Decimal

import pytest
from any_scenario import PACK

from model.region.pack import Pack
from model.region.records import Tally
from model.region.tallies import counted, parts

BY_KEY = dict(zip(PACK.tallies, counted(PACK), strict=True))


@pytest.mark.parametrize(
    ("key", "values", "printed"),
    [
        ("investment_by_investor_result", "35.6 87.8", "123.4"),
        ("investment_by_kind_target", "90.6 61.5", "152.1"),
        ("investment_by_investor_target", "43.4 108.7", "152.1"),
        ("government_funds_target", "24.4 19", "43.4"),
        ("projects_target", "77 60", "137"),
        ("projects_advanced_result", "82 87 89", "258"),
        ("indicators_result", "13 12", "25"),
        ("indicators_target", "5 35", "40"),
        ("large_projects_share_result", "97.1 123.4", "78.7"),
        ("new_projects_start_rate_result", "74 87", "85.1"),
    ],
)
def test_a_sum_of_the_report_is_that_of_its_parts(key: str, values: str, printed: str) -> None:
    found = BY_KEY[key]
    assert found.values == tuple(map(Decimal, values.split()))
    assert found.printed == found.found == Decimal(printed)
    assert found.agrees


def test_forty_four_per_cent_of_the_planned_government_investment_is_still_to_be_found() -> None:
    found = BY_KEY["government_funds_target"]
    assert found.parts[1].key == "gov_investment_funds_to_seek"
    assert found.shares[1] == pytest.approx(19 / 43.4)
    assert round(found.shares[1] * 100) == 44


def _with(key: str, result: float) -> Pack:
    """The pack with another result printed."""
    changed = PACK.statements[key].model_copy(update={"result": result})
    return replace(PACK, statements={**PACK.statements, key: changed})


def test_a_sum_that_does_not_add_up_says_what_its_parts_give() -> None:
    found = counted(_with("gov_investment", 36.0))[0]
    assert (found.agrees, found.printed, found.found) == (False, Decimal("123.4"), Decimal("123.8"))


def test_a_share_is_rounded_to_the_decimals_that_are_printed() -> None:
    assert counted(_with("projects_new_start_rate", 85.06))[-1].found == Decimal("85.06")  # 74 / 87 = 0.850574...


@pytest.mark.parametrize(
    ("formula", "keys"),
    [("a + b", ("a", "b")), ("a + b + c", ("a", "b", "c")), ("a / b", ("a", "b")), ("a", ()), ("a - b", ()),
     ("a / b / c", ()), ("a + 5", ())],
)  # fmt: skip
def test_a_formula_is_a_sum_or_one_share(formula: str, keys: tuple[str, ...]) -> None:
    assert parts(Tally(total="t", column="result", formula=formula)) == keys
