"""GDP growth built from the three sectors: shares and points worked by hand, and both ways to close."""

import itertools
from fractions import Fraction
from pathlib import Path

import pytest
from any_scenario import CLOSE, LEVERS, PACK, PLAN, differing, scenarios
from hypothesis import assume, given
from hypothesis import strategies as st

from model.economics.projection import project
from model.economics.sectors import Sum, close_gdp, close_sectors, shares, sums
from model.language.problem import Refused
from model.region.loader import load
from model.scenario.scenario import Scenario, plan

SLOTS = ("first", "later")
SLOT = st.sampled_from(SLOTS)
SECTORS = ("primary", "secondary", "tertiary")
ADDED = [Fraction("58.61"), Fraction("124.29"), Fraction("140.25")]
SHARES = [value / Fraction("323.15") for value in ADDED]
LEVER_KEYS = {f"{sector}_{slot}" for sector in SECTORS for slot in SLOTS}
MIXED = PLAN.set(
    primary_first=0.04, secondary_first=0.06, tertiary_first=0.08,
    primary_later=0.045, secondary_later=0.09, tertiary_later=0.07,
)  # fmt: skip


def total(scenario: Scenario, slot: str) -> Fraction:
    """What the sectors add up to, in fractions."""
    return sum(
        (share * Fraction(scenario[f"{sector}_{slot}"]) for share, sector in zip(SHARES, SECTORS, strict=True)),
        Fraction(0),
    )


def of_slot(scenario: Scenario, slot: str) -> Sum:
    """The sum of the plan year's levers or of the later ones."""
    (each,) = [each for each in sums(scenario) if each.slot == slot]
    return each


def test_the_shares_are_those_of_2020() -> None:
    assert sum(ADDED) == Fraction("323.15")
    assert shares(PACK) == pytest.approx([58.61 / 323.15, 124.29 / 323.15, 140.25 / 323.15], rel=1e-12)
    assert [round(share * 100, 1) for share in shares(PACK)] == [18.1, 38.5, 43.4]
    assert sum(shares(PACK)) == pytest.approx(1, rel=1e-15)


def test_sectors_that_grow_as_the_plan_says_add_up_to_it() -> None:
    first, later = sums(PLAN)
    assert (first.slot, later.slot) == ("first", "later")
    assert (first.total, later.total) == pytest.approx((0.065, 0.075), rel=1e-12)
    assert (first.gdp, later.gdp) == (0.065, 0.075)
    assert first.closes
    assert later.closes


def test_points_worked_by_hand() -> None:
    first, _ = sums(MIXED)
    # 58.61 x 4 + 124.29 x 6 + 140.25 x 8 = 234.44 + 745.74 + 1122 = 2102.18; over 323.15: 6.505 points
    assert first.growth == (0.04, 0.06, 0.08)
    expected = [234.44 / 323.15, 745.74 / 323.15, 1122 / 323.15]
    assert [points * 100 for points in first.points] == pytest.approx(expected, rel=1e-12)
    assert first.total * 100 == pytest.approx(2102.18 / 323.15, rel=1e-12)
    assert first.open * 100 == pytest.approx(2102.18 / 323.15 - 6.5, rel=1e-9)
    assert not first.closes


@given(scenarios())
def test_points_add_up_to_the_total(scenario: Scenario) -> None:
    for each in sums(scenario):
        assert each.total == pytest.approx(float(total(scenario, each.slot)), rel=CLOSE, abs=1e-16)
        assert sum(each.points) == pytest.approx(each.total, rel=1e-12, abs=1e-16)
        assert each.gdp == scenario[f"gdp_{each.slot}"]
        assert each.open == pytest.approx(float(total(scenario, each.slot) - Fraction(each.gdp)), abs=1e-15)


def test_sectors_move_no_path_by_themselves() -> None:
    ours, reference = project(MIXED).paths, project(PLAN).paths
    assert {key: path.tolist() for key, path in ours.items()} == {key: path.tolist() for key, path in reference.items()}


@given(scenarios(), SLOT)
def test_closing_gdp_sets_the_lever_of_that_slot_alone_to_what_the_sectors_add_up_to(
    scenario: Scenario, slot: str
) -> None:
    closed = close_gdp(scenario, slot)
    assert set(differing(closed, scenario)) <= {f"gdp_{slot}"}
    assert abs(Fraction(closed[f"gdp_{slot}"]) - total(scenario, slot)) < 1e-12
    each = of_slot(closed, slot)
    assert abs(each.open) < 1e-12
    assert each.closes


@given(scenarios(), SLOT)
def test_closing_the_sectors_moves_the_three_of_that_slot_alike_until_they_add_up_to_gdp(
    scenario: Scenario, slot: str
) -> None:
    gap = Fraction(scenario[f"gdp_{slot}"]) - total(scenario, slot)
    wanted = {f"{sector}_{slot}": Fraction(scenario[f"{sector}_{slot}"]) + gap for sector in SECTORS}
    assume(all(min(abs(value - Fraction(-0.1)), abs(value - Fraction(0.3))) > 1e-9 for value in wanted.values()))
    if not all(LEVERS[key].allows(float(value)) for key, value in wanted.items()):
        with pytest.raises(Refused):
            close_sectors(scenario, slot)
        return
    closed = close_sectors(scenario, slot)
    assert set(differing(closed, scenario)) <= set(wanted)
    assert {key: closed[key] for key in wanted} == pytest.approx({k: float(v) for k, v in wanted.items()}, abs=1e-12)
    assert abs(total(closed, slot) - Fraction(scenario[f"gdp_{slot}"])) < 1e-12
    assert of_slot(closed, slot).closes


@given(scenarios(), st.floats(-0.02, 0.02), SLOT)
def test_sectors_within_what_they_may_always_close(scenario: Scenario, apart: float, slot: str) -> None:
    near = scenario.set(**dict.fromkeys(LEVER_KEYS, 0.07), **{f"gdp_{slot}": 0.07 + apart})
    assert abs(of_slot(close_sectors(near, slot), slot).open) < 1e-12


@pytest.mark.parametrize("slot", SLOTS)
def test_what_closes_already_is_left_as_it_is(slot: str) -> None:
    assert close_gdp(PLAN, slot) == PLAN
    assert close_sectors(PLAN, slot) == PLAN


@given(scenarios())
def test_closing_gdp_slot_by_slot_closes_both(scenario: Scenario) -> None:
    closed = close_gdp(close_gdp(scenario, "first"), "later")
    assert [each.closes for each in sums(closed)] == [True, True]


def test_a_sector_that_would_leave_its_range_is_refused() -> None:
    with pytest.raises(Refused, match="sectors: is outside the range"):
        close_sectors(PLAN.set(primary_first=-0.1, gdp_first=-0.05), "first")


def test_a_sector_that_would_leave_its_range_in_the_other_slot_is_no_obstacle() -> None:
    stuck = PLAN.set(primary_first=-0.1, gdp_first=-0.05, gdp_later=0.08)
    closed = close_sectors(stuck, "later")
    assert [closed[f"{sector}_later"] for sector in SECTORS] == pytest.approx([0.08] * 3, abs=1e-12)
    assert closed["primary_first"] == -0.1


@pytest.mark.parametrize(("open_by", "closes"), [(4e-7, True), (6e-7, False), (-6e-7, False)])
def test_a_difference_that_no_link_would_show_is_none(open_by: float, closes: bool) -> None:
    assert sums(PLAN.set(gdp_later=0.075 + open_by))[1].closes is closes


def test_a_region_without_sectors_has_no_sum(data: Path) -> None:
    file = data / "fengjie" / "history.csv"
    rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(row for row in rows if not row.startswith(SECTORS)), encoding="utf-8")
    pack = load("fengjie", data)
    assert sums(plan(pack)) == ()


def test_shares_that_moved_with_growth_would_change_a_years_total_by_less_than_a_tenth_of_a_point() -> None:
    # What `economics.sectors` claims: sectors within two points of each other, five years of moving shares.
    worst = 0.0
    for lowest in (-0.1, 0.0, 0.05, 0.075, 0.1, 0.28):
        for above in itertools.product((0.0, 0.005, 0.01, 0.015, 0.02), repeat=3):
            growth, weights = [lowest + each for each in above], [float(share) for share in SHARES]
            held = sum(weight * rate for weight, rate in zip(weights, growth, strict=True))
            for _ in range(5):
                weights = [weight * (1 + rate) for weight, rate in zip(weights, growth, strict=True)]
            moving = sum(weight * rate for weight, rate in zip(weights, growth, strict=True)) / sum(weights)
            worst = max(worst, abs(moving - held))
    assert 0 < worst < 0.001
