"""What would have to be true: published values, each answer put back in fractions, and where there can be none."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from any_scenario import CLOSE, LEVERS, PACK, PACKS, PLAN, scenarios, slow_path, slow_rate, slow_real, values
from hypothesis import assume, given
from hypothesis import strategies as st

from model import phrases, target
from model.levers import Lever
from model.scenario import Scenario, plan
from model.solve import Solution, apply, from_each_year, indicator_of, solvable, solve, uniform
from model.solve import values as solutions
from model.wording import Wording

SERIES = ("gdp", "deflator", "fai", "retail", "income")
GROWTH = tuple(f"{series}_{slot}" for series in SERIES for slot in ("first", "later"))
BASES = ("gdp_base", "fai_base", "retail_base", "income_base")
TARGETS = {
    "gdp": ("target_level", "target_year"),
    **{key: (f"{key}_target_level", f"{key}_target_year") for key in ("fai", "retail", "income")},
}
PASSED = ("pass_to_gdp", "pass_to_income")


def put_back(scenario: Scenario, key: str, value: float) -> float:
    """The level that the lever's indicator then has at its deadline, worked out slowly."""
    indicator = indicator_of(key)
    return float(slow_path(scenario, indicator, scenario.target(indicator)[1], **{key: value})[-1])


def free(scenario: Scenario, key: str, until: int) -> list[int]:
    """The years up to the deadline that follow a growth lever."""
    series, slot = key.split("_")
    years = [2024] if slot == "first" else range(2025, until + 1)
    return [year for year in years if year not in scenario.rates_by_hand(series)]


def weights(scenario: Scenario, key: str) -> list[Fraction]:
    """By how much growth in each year rises with a pass-through lever."""
    until = scenario.target(indicator_of(key))[1]
    if key == "pass_to_gdp":
        return [slow_rate(scenario, "fai", year) - Fraction(0.12) for year in range(2024, until + 1)]
    planned = {2024: Fraction(0.065)}
    return [slow_real(scenario, year) - planned.get(year, Fraction(0.075)) for year in range(2024, until + 1)]


def within(lever: Lever, value: float) -> bool:
    return lever.low <= value <= lever.high


# Published and hand-worked values


def test_every_growth_baseline_target_and_passing_on_can_be_solved_and_nothing_else() -> None:
    on_targets = [key for pair in TARGETS.values() for key in pair]
    assert set(solvable(PACK)) == {*GROWTH, *BASES, *on_targets, *PASSED}
    assert [key for key in LEVERS if key in solvable(PACK)] == list(solvable(PACK))


@pytest.mark.parametrize(
    ("key", "indicator"),
    [("gdp_first", "gdp"), ("deflator_later", "gdp"), ("pass_to_gdp", "gdp"), ("target_level", "gdp"),
     ("target_year", "gdp"), ("gdp_base", "gdp"), ("fai_later", "fai"), ("fai_target_level", "fai"),
     ("retail_base", "retail"), ("retail_target_year", "retail"), ("income_first", "income"),
     ("pass_to_income", "income")],
)  # fmt: skip
def test_a_lever_is_solved_for_the_target_of_its_own_indicator(key: str, indicator: str) -> None:
    assert indicator_of(key) == indicator


def test_the_later_growth_that_the_plan_needs_is_the_published_reference_value() -> None:
    found = solve("gdp_later", PLAN, PACK)
    assert found.value == pytest.approx(0.07549016747379, rel=CLOSE)
    assert (found.place, found.met, found.lever.key) == ("within", False, "gdp_later")


@pytest.mark.parametrize(("deadline", "growth"), [(2028, 0.07338390018528), (2026, 0.12527445914579)])
def test_the_one_growth_from_2023_is_the_published_reference_value(deadline: int, growth: float) -> None:
    found = uniform("gdp", PLAN.set(PACK, target_year=deadline), PACK)
    assert found.nominal == pytest.approx(growth, rel=CLOSE)
    assert found.real == pytest.approx(growth, rel=CLOSE)


@pytest.mark.parametrize(("deadline", "growth"), [(2028, 0.07522217487456), (2026, 0.15610272534197)])
def test_the_growth_needed_from_the_outcome_of_2024_is_the_published_reference_value(
    deadline: int, growth: float
) -> None:
    (held,) = [each for each in from_each_year(PLAN.set(PACK, target_year=deadline), PACK) if each.outcome]
    assert (held.year, held.start, held.outcome) == (2025, 411.5, 2024)
    assert held.nominal == held.real == pytest.approx(growth, rel=CLOSE)


def test_no_outcome_is_held_where_the_deadline_leaves_no_year_after_it() -> None:
    assert [each.outcome for each in from_each_year(PLAN.set(PACK, target_year=2024), PACK)] == [None]


def test_the_income_growth_that_reaches_35000_yuan_by_2028() -> None:
    asked = PLAN.set(PACK, income_target_level=35_000)
    # (35000 / (27813 x 1.065))^(1/4) - 1 and (35000 / 27813)^(1/5) - 1, to 30 digits with another program
    assert solve("income_later", asked, PACK).value == pytest.approx(0.042599831001746652, rel=CLOSE)
    assert uniform("income", asked, PACK).nominal == pytest.approx(0.047041852512606257, rel=CLOSE)
    assert solve("income_base", asked, PACK).value == pytest.approx(25_545.829278233413, rel=CLOSE)
    assert solve("income_later", asked, PACK).met


def test_the_investment_growth_and_baseline_that_reach_160_by_2028() -> None:
    # (160 / (90.7 x 1.12))^(1/4) - 1, 160 / (90.7 x 1.12^4) - 1 and 160 / 1.12^5, with another program
    assert solve("fai_later", PLAN, PACK).value == pytest.approx(0.120272481982114, rel=CLOSE)
    assert solve("fai_first", PLAN, PACK).value == pytest.approx(0.121090325741709, rel=CLOSE)
    assert solve("fai_base", PLAN, PACK).value == pytest.approx(90.788296914975903, rel=CLOSE)


def test_the_first_and_the_later_deflator_that_close_the_plans_gap() -> None:
    ratio = 550 / 548.9980090195311
    assert solve("deflator_first", PLAN, PACK).value == pytest.approx(ratio - 1, rel=1e-8)
    assert solve("deflator_later", PLAN, PACK).value == pytest.approx(ratio**0.25 - 1, rel=1e-8)


def test_the_level_the_plan_reaches_and_the_year_in_which_it_reaches_550() -> None:
    assert solve("target_level", PLAN, PACK).value == pytest.approx(548.9980090195311, rel=CLOSE)
    assert solve("target_year", PLAN, PACK).value == 2029
    assert solve("income_target_year", PLAN, PACK).value == 2028


def test_how_much_investment_must_pass_on_where_it_grows_as_fast_in_every_year() -> None:
    # All five years 4 points above the plan's 12 %, GDP at 7 %: (1.07 + 0.04 b)^5 = 550 / 386
    invested = PLAN.set(PACK, gdp_first=0.07, gdp_later=0.07, fai_first=0.16, fai_later=0.16)
    assert solve("pass_to_gdp", invested, PACK).value == pytest.approx(0.0033839001852800 / 0.04, rel=1e-8)


def test_how_much_gdp_must_pass_on_where_it_grows_as_fast_in_every_year() -> None:
    # GDP 2 points above the plan, income at 6 %: (1.06 + 0.02 e)^5 = 38000 / 27813
    growing = PLAN.set(PACK, gdp_first=0.085, gdp_later=0.095, income_first=0.06, income_later=0.06)
    needed = ((38_000 / 27_813) ** 0.2 - 1.06) / 0.02
    assert solve("pass_to_income", growing, PACK).value == pytest.approx(needed, rel=CLOSE)
    assert 0 < needed < 1


def test_a_needed_value_that_two_decimals_would_show_as_nothing_is_said_with_more() -> None:
    scenario, w = PLAN.set(PACK, gdp_later=-0.1), Wording("en", 2023)
    passed = (1.065 - (38000 / (27813 * 1.065)) ** 0.25) / 0.175  # 0.0042, in each of four years
    found = solve("pass_to_income", scenario, PACK)
    assert found.value == pytest.approx(passed)
    assert phrases.solution(found, scenario, w) == "already met; up to 0.004 still meets it"


def test_a_needed_value_just_below_the_levers_own_is_not_said_to_be_that() -> None:
    # Chongqing's target is 30145.8 x 1.06^5 = 40341.880617 without what follows the second decimal: 1.5e-8 less.
    pack = PACKS["chongqing"]
    found, w = solve("deflator_first", plan(pack), pack), Wording("en", 2023)
    assert found.value == pytest.approx(40341.88 / (30145.8 * 1.06**5) - 1)
    assert phrases.solution(found, plan(pack), w) == "already met; −0.000001 % is just enough"


@pytest.mark.parametrize("key", PASSED)
def test_at_the_plans_growth_no_passing_on_can_help(key: str) -> None:
    assert solve(key, PLAN, PACK) == Solution(LEVERS[key], None, "nothing_passed", "none", key == "pass_to_income")


def test_a_deadline_in_the_plan_year_leaves_no_later_growth_to_solve() -> None:
    found = solve("gdp_later", PLAN.set(PACK, target_year=2024), PACK)
    assert (found.value, found.place, found.reason) == (None, "none", "no_year")
    assert solve("gdp_first", PLAN.set(PACK, target_year=2024), PACK).value == pytest.approx(550 / 386 - 1, rel=CLOSE)


def test_a_plan_year_set_by_hand_leaves_no_first_growth_to_solve() -> None:
    found = solve("gdp_first", PLAN.by_hand(PACK, "gdp", 2024, 0.05), PACK)
    assert (found.value, found.reason) == (None, "no_year")


def test_a_target_that_is_never_met_has_no_year() -> None:
    found = solve("target_year", PLAN.set(PACK, target_level=5_000), PACK)
    assert (found.value, found.reason) == (None, "never")


# Investment below the plan in 2024 and above it from 2025 on, so that growth passed on is lost first and won later.
UNEVEN = PLAN.set(PACK, pass_to_gdp=0.3, fai_first=-0.05, fai_later=0.2)


def test_how_much_investment_must_pass_on_where_it_grows_slower_than_planned_at_first_and_faster_later() -> None:
    found = solve("pass_to_gdp", UNEVEN, PACK)
    assert found.value is not None
    # 386 (1.065 - 0.17 b)(1.075 + 0.08 b)^4 = 550, where it first passes 550 from b = 0 on, halving 0 .. 0.1
    low, high = Fraction(0), Fraction(1, 10)
    for _ in range(40):
        middle = (low + high) / 2
        level = 386 * (Fraction("1.065") - Fraction("0.17") * middle) * (Fraction("1.075") + middle * 8 / 100) ** 4
        low, high = (middle, high) if level < 550 else (low, middle)
    assert found.value == pytest.approx(float(low), rel=CLOSE)
    assert round(found.value, 6) == 0.013239
    assert put_back(UNEVEN, "pass_to_gdp", found.value) == pytest.approx(550, rel=1e-12)
    assert (found.place, found.reason, found.met) == ("within", None, True)


def test_no_passing_on_reaches_a_target_that_lies_above_all_that_it_could_bring() -> None:
    # 22 points below the plan in 2024 and 5.5 above it in the next four years: their mean is the plan's, and the
    # product of (1.07 - 0.22 b) and (1.07 + 0.055 b)^4 is largest at b = 0, by the inequality of the means
    balanced = PLAN.set(PACK, gdp_first=0.07, gdp_later=0.07, fai_first=-0.1, fai_later=0.175, target_level=542)
    assert 386 * 1.07**5 < 542
    found = solve("pass_to_gdp", balanced, PACK)
    assert (found.value, found.reason, found.place, found.met) == (None, "no_value", "none", False)


def test_passing_on_that_uses_up_a_lead_is_found_though_it_first_changes_next_to_nothing() -> None:
    # as above, with a target that GDP passes at b = 0 and just meets at b = 0.3 and once below zero
    level = 386 * (1.07 - 0.22 * 0.3) * (1.07 + 0.055 * 0.3) ** 4
    balanced = PLAN.set(PACK, gdp_first=0.07, gdp_later=0.07, fai_first=-0.1, fai_later=0.175, target_level=level)
    found = solve("pass_to_gdp", balanced, PACK)
    assert found.value is not None
    assert put_back(balanced, "pass_to_gdp", found.value) == pytest.approx(level, rel=CLOSE)


@pytest.mark.parametrize(
    ("level", "where", "met"),
    [(50, "below", True), (550, "within", False), (540, "within", True), (5_500, "above", False)],
)
def test_an_answer_lies_below_within_or_above_what_the_lever_allows(level: float, where: str, met: bool) -> None:
    found = solve("gdp_later", PLAN.set(PACK, target_level=level), PACK)
    assert (found.place, found.met) == (where, met)


# Any scenario


@given(scenarios(), st.sampled_from([*GROWTH, *BASES]))
def test_growth_and_baselines_put_back_meet_the_target_and_are_missing_exactly_where_no_year_is_free(
    scenario: Scenario, key: str
) -> None:
    indicator = indicator_of(key)
    wanted, until = scenario.target(indicator)
    found = solve(key, scenario, PACK)
    assert (found.value is None) == (key in GROWTH and not free(scenario, key, until))
    assert found.reason == (None if found.value is not None else "no_year")
    if found.value is not None:
        assert put_back(scenario, key, found.value) == pytest.approx(wanted, rel=CLOSE)


@given(scenarios(), values(LEVERS["pass_to_gdp"]), values(LEVERS["pass_to_income"]))
def test_every_growth_lever_is_solved_while_growth_is_passed_on(scenario: Scenario, b: float, e: float) -> None:
    linked = scenario.set(PACK, pass_to_gdp=b, pass_to_income=e)
    for key in GROWTH:
        found = solve(key, linked, PACK)
        wanted, until = linked.target(indicator_of(key))
        assert (found.value is None) == (not free(linked, key, until))
        if found.value is not None:
            assert put_back(linked, key, found.value) == pytest.approx(wanted, rel=CLOSE)


@given(scenarios(), st.sampled_from(PASSED))
def test_passing_on_put_back_meets_the_target_and_is_missing_where_nothing_could_be_passed_on(
    scenario: Scenario, key: str
) -> None:
    each = weights(scenario, key)
    assume(all(weight == 0 or abs(weight) > 1e-6 for weight in each))  # a weight that is rounding error has no answer
    found, wanted = solve(key, scenario, PACK), scenario.target(indicator_of(key))[0]
    assert (found.reason is None) == (found.value is not None)
    assert (found.reason == "nothing_passed") == (not any(each))
    one_sign = all(weight >= 0 for weight in each) or all(weight <= 0 for weight in each)
    if found.value is not None:
        # Far outside what the lever allows a year's growth factor may be next to nothing: by as much more does the last
        # bit of a rate near -1 change it, and that of the growth passed on, as many times as it is passed on.
        path = slow_path(scenario, indicator_of(key), scenario.target(indicator_of(key))[1], **{key: found.value})
        factor = min(abs(float(after / before)) for before, after in itertools.pairwise(path))
        close = CLOSE if found.place == "within" else max(1e-6, 8 * 2**-52 * max(1.0, abs(found.value)) / factor)
        assert put_back(scenario, key, found.value) == pytest.approx(wanted, rel=close)
    elif any(each):
        assert not one_sign
        assert found.reason == "no_value"
        # Nor is the target met by any of many values around what the lever allows: nothing passed on falls short of it,
        # and so does everything else.
        until = scenario.target(indicator_of(key))[1]
        tried = [float(slow_path(scenario, indicator_of(key), until, **{key: x / 10})[-1]) for x in range(-10, 11)]
        assert max(tried) < wanted


@given(scenarios(), st.sampled_from(PASSED), st.booleans())
def test_passing_on_is_solved_where_growth_lies_on_one_side_of_the_plans(
    scenario: Scenario, key: str, above: bool
) -> None:
    for series in ("fai", "gdp"):
        for year in scenario.rates_by_hand(series):
            scenario = scenario.by_hand(PACK, series, year, None)
    rates = {"fai_first": 0.2, "fai_later": 0.17, "gdp_first": 0.09, "gdp_later": 0.08} if above else {
        "fai_first": 0.02, "fai_later": 0.1, "gdp_first": 0.03, "gdp_later": 0.05}  # fmt: skip
    sided = scenario.set(PACK, **rates)
    found = solve(key, sided, PACK)
    assert found.value is not None
    assert put_back(sided, key, found.value) == pytest.approx(sided.target(indicator_of(key))[0], rel=CLOSE)


@given(scenarios(), st.sampled_from(list(TARGETS)))
def test_the_level_solved_is_the_one_reached_and_the_year_the_first_that_meets_it(
    scenario: Scenario, indicator: str
) -> None:
    (level, year), (wanted, until) = TARGETS[indicator], scenario.target(indicator)
    path = [float(each) for each in slow_path(scenario, indicator, 2035)]
    assert solve(level, scenario, PACK).value == pytest.approx(path[until - 2023], rel=CLOSE)
    assume(all(abs(each / wanted - 1) > CLOSE for each in path))
    met = [2023 + t for t, each in enumerate(path) if t and each >= wanted]
    found = solve(year, scenario, PACK)
    assert (found.value, found.reason) == ((met[0], None) if met else (None, "never"))


@given(scenarios())
def test_every_answer_says_where_it_lies_and_whether_the_target_is_met_as_things_stand(scenario: Scenario) -> None:
    for key in solvable(PACK):
        found, lever, indicator = solve(key, scenario, PACK), LEVERS[key], indicator_of(key)
        wanted, until = scenario.target(indicator)
        level = float(slow_path(scenario, indicator, until)[-1])
        if abs(level / wanted - 1) > CLOSE:
            assert found.met == (level >= wanted)
        if found.value is None:
            assert found.place == "none"
        elif all(abs(found.value - end) > 1e-9 * max(1, abs(end)) for end in (lever.low, lever.high)):
            assert math.isfinite(found.value)
            expected = "within" if within(lever, found.value) else "below" if found.value < lever.low else "above"
            assert found.place == expected


@given(scenarios(), st.sampled_from(solvable(PACK)))
def test_an_answer_that_is_allowed_can_be_set_and_meets_the_target_and_no_other_can(
    scenario: Scenario, key: str
) -> None:
    found = solve(key, scenario, PACK)
    if found.place != "within":
        with pytest.raises(ValueError, match=f"{key}: has no solution it allows"):
            apply(found, scenario, PACK)
        return
    done = apply(found, scenario, PACK)
    assert {k for k, value in done.values if scenario[k] != value} <= {key}
    assert solve(key, done, PACK).met


@given(scenarios())
def test_what_is_met_needs_no_more_growth_and_what_is_not_needs_more(scenario: Scenario) -> None:
    for key in (*GROWTH, *BASES):
        found = solve(key, scenario, PACK)
        if found.value is not None and abs(found.value - scenario[key]) > 1e-9 * max(1, scenario[key]):
            assert found.met == (found.value < scenario[key])


@given(scenarios())
def test_the_growth_needed_from_each_year_on_reaches_the_target_with_the_years_before_held(scenario: Scenario) -> None:
    wanted, last = scenario.target("gdp")
    own = [each for each in from_each_year(scenario, PACK) if each.outcome is None]
    assert [each.year for each in own] == list(range(2024, last + 1))
    for each in own:
        start = slow_path(scenario, "gdp", each.year - 1)[-1]
        assert each.start == pytest.approx(float(start), rel=CLOSE)
        prices = math.prod(1 + slow_rate(scenario, "deflator", year) for year in range(each.year, last + 1))
        years = last - each.year + 1
        assert float(start * (1 + Fraction(each.nominal)) ** years) == pytest.approx(wanted, rel=CLOSE)
        assert float(start * (1 + Fraction(each.real)) ** years * prices) == pytest.approx(wanted, rel=CLOSE)


@given(scenarios())
def test_one_rate_for_all_years_reaches_the_target_in_every_way_of_reading_it(scenario: Scenario) -> None:
    for indicator in TARGETS:
        wanted, until = scenario.target(indicator)
        found, years = uniform(indicator, scenario, PACK), until - 2023
        assert (found.real is None) == (found.deflator is None) == (indicator != "gdp")
        base = Fraction(scenario[f"{indicator}_base"])
        prices = math.prod(1 + slow_rate(scenario, "deflator", year) for year in range(2024, until + 1))
        assert float(base * (1 + Fraction(found.nominal)) ** years) == pytest.approx(wanted, rel=CLOSE)
        if found.real is not None and found.deflator is not None:
            assert float(base * (1 + Fraction(found.real)) ** years * prices) == pytest.approx(wanted, rel=CLOSE)
            real = math.prod(1 + slow_real(scenario, year) for year in range(2024, until + 1))
            assert float(base * real * (1 + Fraction(found.deflator)) ** years) == pytest.approx(wanted, rel=CLOSE)


@given(scenarios(), st.lists(st.floats(-0.1, 0.3), min_size=1, max_size=4), st.sampled_from(["gdp_later", "gdp_base"]))
def test_many_values_of_another_lever_are_solved_at_once_as_each_alone(
    scenario: Scenario, investment: list[float], key: str
) -> None:
    linked = scenario.set(PACK, pass_to_gdp=0.3)
    at_once = np.broadcast_to(solutions(key, linked, PACK, {"fai_later": np.array(investment)}), len(investment))
    alone = [solve(key, linked.set(PACK, fai_later=rate), PACK).value for rate in investment]
    assert at_once.tolist() == pytest.approx([math.nan if a is None else a for a in alone], rel=1e-12, nan_ok=True)


@given(scenarios())
def test_investment_is_solved_for_gdps_target_while_it_moves_gdp_and_not_otherwise(scenario: Scenario) -> None:
    linked = scenario.set(PACK, pass_to_gdp=0.2)
    wanted, until = linked.target("gdp")
    for key in ("fai_first", "fai_later"):
        found = float(solutions(key, linked, PACK, indicator="gdp"))
        assert math.isnan(found) == (not free(linked, key, until))
        if not math.isnan(found):
            assert float(slow_path(linked, "gdp", until, **{key: found})[-1]) == pytest.approx(wanted, rel=CLOSE)
        assert math.isnan(float(solutions(key, scenario.set(PACK, pass_to_gdp=0), PACK, indicator="gdp")))


# The one equation without a closed form


POSITIVE = st.floats(0.5, 1.5)


@given(POSITIVE, POSITIVE, st.floats(0.01, 100), st.integers(1, 12))
def test_equal_years_have_the_closed_form(constant: float, weight: float, product: float, years: int) -> None:
    found = float(target.factor_in(np.full(years, constant), np.full(years, weight), product))
    assert found == pytest.approx((product ** (1 / years) - constant) / weight, rel=CLOSE, abs=1e-12)


@given(POSITIVE, POSITIVE, POSITIVE, POSITIVE, st.floats(0.01, 100))
def test_two_years_are_the_root_of_a_quadratic(a: float, b: float, v: float, w: float, product: float) -> None:
    # (a + v x)(b + w x) = P: the larger root, where both factors are positive
    p, q = a * w + b * v, v * w
    root = (-p + math.sqrt(p * p - 4 * q * (a * b - product))) / (2 * q)
    assert float(target.factor_in(np.array([a, b]), np.array([v, w]), product)) == pytest.approx(
        root, rel=1e-8, abs=1e-9
    )


def test_a_year_without_weight_is_held() -> None:
    # 1.1 (1 + 2 x) = 1.32
    assert float(target.factor_in(np.array([1.1, 1.0]), np.array([0.0, 2.0]), 1.32)) == pytest.approx(0.1, rel=CLOSE)


YEARS = st.lists(st.tuples(POSITIVE, st.floats(0, 2) | st.just(0.0)), min_size=1, max_size=12)


@given(YEARS, st.floats(0.01, 100), st.sampled_from([1, -1]))
def test_weights_of_one_sign_put_back_give_the_product_falling_ones_too(
    years: list[tuple[float, float]], product: float, sign: int
) -> None:
    assume(all(weight == 0 or weight > 1e-6 for _, weight in years))
    constant, weight = (np.array(column) for column in zip(*years, strict=True))
    found = float(target.factor_in(constant, sign * weight, product))
    if not weight.any():
        assert math.isnan(found)
        return
    factors = [Fraction(c) + sign * Fraction(w) * Fraction(found) for c, w in years]
    assert all(factor > 0 for factor in factors)
    assert float(math.prod(factors)) == pytest.approx(product, rel=CLOSE)


def test_falling_weights_mirror_rising_ones() -> None:
    constant, weight = np.array([1.02, 1.05, 0.97]), np.array([0.3, 0.1, 0.0])
    assert float(target.factor_in(constant, -weight, 1.4)) == -float(target.factor_in(constant, weight, 1.4))


def roots(constant: list[float], weight: list[float], product: float) -> list[float]:
    """Both x with prod(constant + weight x) = product for weights of both signs, lowest first; none where the largest
    product is less: by thirds towards the top of the log, which is concave, then by halves on both sides."""
    both = list(zip(constant, weight, strict=True))

    def above(x: float) -> float:
        factors = [c + w * x for c, w in both]
        return sum(map(math.log, factors)) - math.log(product) if min(factors) > 0 else -math.inf

    ends = max(-c / w for c, w in both if w > 0), min(-c / w for c, w in both if w < 0)
    low, high = ends
    for _ in range(150):
        third = (high - low) / 3
        low, high = (low + third, high) if above(low + third) < above(high - third) else (low, high - third)
    top = (low + high) / 2
    if above(top) < 0:
        return []
    found = []
    for end in ends:
        under, over = end, top
        for _ in range(100):
            middle = (under + over) / 2
            under, over = (middle, over) if above(middle) < 0 else (under, middle)
        found.append(over)
    return found


def some(low: float, high: float) -> st.SearchStrategy[list[tuple[float, float]]]:
    """Years with a constant and a weight of that range."""
    return st.lists(st.tuples(st.floats(0.9, 1.3), st.floats(low, high)), min_size=1, max_size=4)


@given(some(-0.22, -0.001), some(0.001, 0.18), st.floats(0.95, 0.9999) | st.floats(1.0001, 1.05))
def test_weights_of_both_signs_have_the_answer_met_first_from_zero_on_or_none(
    lowering: list[tuple[float, float]], raising: list[tuple[float, float]], change: float
) -> None:
    constant, weight = ([year[i] for year in (*lowering, *raising)] for i in (0, 1))
    product = math.prod(constant) * change
    close_to_the_top = bool(roots(constant, weight, product * 0.9999)) != bool(
        roots(constant, weight, product * 1.0001)
    )
    assume(not close_to_the_top)
    expected = roots(constant, weight, product)
    found = float(target.factor_in(np.array(constant), np.array(weight), product))
    if not expected:
        assert math.isnan(found)
    elif change > 1:  # zero falls short, and both answers lie on the same side of it
        assert found == pytest.approx(min(expected, key=abs), rel=1e-6)
    else:  # zero lies between the two
        assert any(found == pytest.approx(each, rel=1e-6) for each in expected)


def test_weights_of_both_signs_worked_by_hand() -> None:
    # (1 - 0.5 x)(1 + x) = 1.08: 0.5 x^2 - 0.5 x + 0.08 = 0, x = 0.2 or 0.8; 1.12 is less than the largest, 1.125
    weight = np.array([-0.5, 1.0])
    assert float(target.factor_in(np.ones(2), weight, 1.08)) == pytest.approx(0.2, rel=CLOSE)
    assert float(target.factor_in(np.ones(2), -weight, 1.08)) == pytest.approx(-0.2, rel=CLOSE)
    assert float(target.factor_in(np.ones(2), weight, 1.12)) == pytest.approx(0.4, rel=CLOSE)
    assert math.isnan(float(target.factor_in(np.ones(2), weight, 1.13)))


@pytest.mark.parametrize("weight", [[0.1, -0.1], [0.0, 0.0]])
def test_weights_that_can_only_lower_the_product_or_do_nothing_have_no_answer_above_it(weight: list[float]) -> None:
    # (1.05 + 0.1 x)(1.05 - 0.1 x) is at most 1.05^2 = 1.1025
    assert math.isnan(float(target.factor_in(np.full(2, 1.05), np.array(weight), 1.2)))


def test_rows_with_and_without_an_answer_are_solved_side_by_side() -> None:
    # the last: (1 - 0.5 x)(1 + x) = 1.08
    weight = np.array([[0.5, 0.5], [0.5, -0.5], [0.0, 0.0], [-0.5, -0.5], [-0.5, 1.0]])
    found = target.factor_in(np.array([1.0, 1.0]), weight, np.array([1.21, 1.21, 1.21, 1.21, 1.08]))
    assert found.tolist() == pytest.approx([0.2, math.nan, math.nan, -0.2, 0.2], rel=CLOSE, nan_ok=True)


@given(st.lists(st.tuples(st.booleans(), st.floats(-0.1, 0.3), st.floats(-0.2, 0.2)), min_size=1, max_size=12))
def test_growth_in_the_free_years_leads_to_the_target_on_top_of_what_is_passed_on(
    years: list[tuple[bool, float, float]],
) -> None:
    free_, own, passed = (list(column) for column in zip(*years, strict=True))
    found = float(target.growth_in(np.array(free_), 386, 550, np.array(own), 0.01, np.array(passed)))
    if not any(free_):
        assert math.isnan(found)
        return
    factors = [(1 + Fraction(found if f else g) + Fraction(p)) * Fraction(1.01) for f, g, p in years]
    assert float(386 * math.prod(factors)) == pytest.approx(550, rel=CLOSE)


def test_growth_passed_on_that_is_the_same_in_every_free_year_is_what_the_lever_need_not_bring() -> None:
    found = target.growth_in(np.array([True] * 5), 386, 550, np.zeros(5), 0.0, np.full(5, 0.01))
    assert float(found) == pytest.approx(0.07338390018528 - 0.01, rel=CLOSE)
