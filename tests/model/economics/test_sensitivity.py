"""What moves the answer: every swing, cell and contour worked out again, slowly, in fractions."""

import math
import random
from fractions import Fraction

import numpy as np
import pytest
from any_scenario import CLOSE, LEVERS, PLAN, scenarios, slow_path
from hypothesis import example, given
from hypothesis import strategies as st

from model.economics.sensitivity import ON_GDP, Map, pickable, tornado, two_way
from model.scenario.scenario import Scenario

MOVERS = ("gdp_first", "gdp_later", "deflator_first", "deflator_later", "gdp_base")
PAIRS = st.lists(st.sampled_from(MOVERS), min_size=2, max_size=2, unique=True)
GDP_BY_HAND = PLAN.by_hand("gdp", 2024, 0.06)


def gdp(scenario: Scenario, **instead: float) -> Fraction:
    """GDP at the deadline, worked out slowly."""
    return slow_path(scenario, "gdp", scenario.target_year, **instead)[-1]


def ends(scenario: Scenario, key: str) -> tuple[float, float]:
    """What a lever is moved down and up to: a point, or the baseline's range."""
    if key == "gdp_base":
        low, _, high = scenario.range_of("gdp")
        return low, high
    return scenario[key] - 0.01, scenario[key] + 0.01


# One lever by itself


def test_the_levers_on_which_gdp_can_hang() -> None:
    assert ON_GDP == MOVERS


def test_the_plans_levers_in_the_order_of_what_they_move_worked_by_hand() -> None:
    # of GDP: later prices 1.01^4 - 0.99^4 = 8.0 %, later growth (1.085^4 - 1.065^4) / 1.075^4 = 7.4 %, the baseline
    # 11 / 386 = 2.8 %, the plan year's prices 2 %, its growth 0.02 / 1.065 = 1.9 %
    found = [swing.lever.key for swing in tornado(PLAN)]
    assert found == ["deflator_later", "gdp_later", "gdp_base", "deflator_first", "gdp_first"]
    widths = [swing.width / 548.9980090195311 for swing in tornado(PLAN)]
    assert widths == pytest.approx([0.080008, 0.074425, 0.028497, 0.02, 0.018779], abs=1e-6)


@given(scenarios())
def test_every_swing_is_exact_the_widest_first_and_levers_without_effect_are_absent(
    scenario: Scenario,
) -> None:
    found = {swing.lever.key: swing for swing in tornado(scenario)}
    widths = [swing.width for swing in found.values()]
    assert widths == sorted(widths, reverse=True)
    for key in MOVERS:
        low, high = ends(scenario, key)
        levels = [float(gdp(scenario, **{key: end})) for end in (low, high)]
        moved = abs(levels[1] - levels[0]) / levels[0]
        if key not in found:
            assert moved < 1e-14
            continue
        assert moved > 0
        swing = found[key]
        assert (swing.low, swing.high) == pytest.approx((low, high), rel=1e-12)
        assert [swing.level_low, swing.level_high] == pytest.approx(levels, rel=CLOSE)
        assert swing.width == pytest.approx(abs(levels[1] - levels[0]), rel=1e-8, abs=CLOSE * levels[0])


# Two levers together


@pytest.mark.parametrize(
    ("scenario", "keys"),
    [(PLAN, set(MOVERS)), (GDP_BY_HAND, set(MOVERS) - {"gdp_first"}),
     (PLAN.set(target_year=2024, gdp_low=386, gdp_high=386), {"gdp_first", "gdp_later", "deflator_first",
                                                                    "deflator_later", "gdp_base"})],
    ids=["plan", "plan year by hand", "deadline in the plan year"],
)  # fmt: skip
def test_a_map_may_have_the_levers_that_move_gdp_and_those_it_opens_with(scenario: Scenario, keys: set[str]) -> None:
    assert pickable(scenario) == tuple(key for key in MOVERS if key in keys)


def holds(found: Map, scenario: Scenario, seed: int) -> None:
    """Shape, cells and contour of a map, some of them worked out again."""
    across, up = found.across.key, found.up.key
    assert found.level.shape == (found.y.size, found.x.size)
    assert found.contour.shape == found.x.shape
    for axis, key in ((found.x, across), (found.y, up)):
        assert 16 <= axis.size <= 41
        assert (np.diff(axis) > 0).all()
        assert axis[0] <= scenario[key] * (1 + CLOSE) + CLOSE
        assert axis[-1] >= scenario[key] * (1 - CLOSE) - CLOSE
    chance = random.Random(seed)  # noqa: S311 - which cells are looked at
    for _ in range(6):
        i, j = chance.randrange(found.y.size), chance.randrange(found.x.size)
        level = gdp(scenario, **{across: float(found.x[j]), up: float(found.y[i])})
        assert found.level[i, j] == pytest.approx(float(level), rel=CLOSE)
    for _ in range(6):
        j = chance.randrange(found.x.size)
        value = float(found.contour[j])
        if not math.isnan(value):
            level = gdp(scenario, **{across: float(found.x[j]), up: value})
            assert float(level) == pytest.approx(scenario["target_level"], rel=CLOSE)


def moves(scenario: Scenario, key: str) -> bool:
    """Whether any year up to the deadline follows the lever."""
    if key == "gdp_base":
        return True
    series, slot = key.split("_")
    years = [2024] if slot == "first" else range(2025, scenario.target_year + 1)
    return any(year not in scenario.rates_by_hand(series) for year in years)


@given(scenarios(), PAIRS, st.integers(0, 999))
@example(PLAN, ["gdp_later", "deflator_later"], 1)
@example(PLAN, ["gdp_base", "gdp_later"], 5)
@example(PLAN, ["gdp_first", "gdp_base"], 6)
def test_any_map_is_101_by_101_or_finer_and_every_cell_and_its_line_are_exact(
    scenario: Scenario, pair: list[str], seed: int
) -> None:
    found = two_way(*pair, scenario)
    assert (found.across.key, found.up.key) == tuple(pair)
    holds(found, scenario, seed)
    assert np.isnan(found.contour).all() == (not moves(scenario, pair[1]))
    assert np.isnan(found.contour).any() == np.isnan(found.contour).all()


@given(scenarios(), PAIRS)
@example(PLAN.set(gdp_base=3860), ["gdp_base", "gdp_later"])
@example(PLAN.set(gdp_base=39), ["gdp_later", "gdp_base"])
@example(PLAN.set(gdp_later=-0.0999, deflator_later=0.2999), ["gdp_later", "deflator_later"])
def test_every_cell_of_a_map_can_be_adopted(scenario: Scenario, pair: list[str]) -> None:
    found = two_way(*pair, scenario)
    for axis, key in ((found.x, pair[0]), (found.y, pair[1])):
        assert LEVERS[key].allows(float(axis[0]))
        assert LEVERS[key].allows(float(axis[-1]))


def test_the_map_opens_on_later_growth_from_0_to_15_and_prices_from_minus_3_to_7_per_cent() -> None:
    found = two_way("gdp_later", "deflator_later", PLAN)
    assert (found.x[0], found.x[-1], found.y[0], found.y[-1]) == (0, 0.15, -0.03, 0.07)
    assert 0.075 in found.x
    assert 0 in found.y


def test_a_lever_that_lies_beyond_the_usual_extent_stretches_the_map() -> None:
    found = two_way("gdp_later", "deflator_later", PLAN.set(gdp_later=0.22, deflator_later=-0.08))
    assert (found.x[0], found.y[-1]) == (0, 0.07)
    assert found.x[-1] == pytest.approx(0.22, abs=0.005)
    assert found.y[0] == pytest.approx(-0.08, abs=0.005)
    assert {0.22, -0.08} <= {*found.x.tolist(), *found.y.tolist()}
