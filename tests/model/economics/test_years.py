"""All years of a series at once: published values, each answer put back in fractions, lines worked by hand."""

import math
from collections.abc import Callable
from fractions import Fraction

import pytest
from any_region import find_region
from any_scenario import CLOSE, PLAN, rates, scenarios, slow_path, slow_rate
from hypothesis import given
from hypothesis import strategies as st

from model.economics import presets
from model.economics.needed import solved
from model.economics.solve import apply
from model.economics.years import converge, flat, open_years, ramp
from model.language.problem import Refused
from model.language.rates import percent
from model.region.loader import packs
from model.scenario.scenario import Scenario, plan

TARGETS = {"gdp": "gdp", "deflator": "gdp", "fai": "fai", "retail": "retail", "income": "income"}
LEVELS = {key: "target_level" if key == "gdp" else f"{key}_target_level" for key in TARGETS.values()}
SERIES = st.sampled_from(list(TARGETS))
LOCKS = st.dictionaries(st.integers(2024, 2035), rates(), max_size=8)


PACKS = packs()


def locked(scenario: Scenario, series: str, by_year: dict[int, float]) -> Scenario:
    """With these years of a series set by hand and locked, beside those set by hand before."""
    return scenario.with_years(series, {**scenario.rates_by_hand(series), **by_year}, by_year)


def written(scenario: Scenario, series: str = "gdp") -> dict[int, str]:
    """The years set by hand as links write them, in per cent."""
    return {year: percent(rate) for year, rate in scenario.rates_by_hand(series).items()}


def lowest(scenario: Scenario, series: str, locks: dict[int, float] | None = None) -> float:
    """The indicator's level at its deadline; GDP's also from the published 411.5 of 2024, and then the lower. With
    `locks`, only where some other year moves it."""
    indicator = TARGETS[series]
    until = scenario.target(indicator)[1]
    found, after = [slow_path(scenario, indicator, until)[-1]], range(2025, until + 1)
    if indicator == "gdp" and (locks is None or any(year not in locks for year in after)):
        rates = [slow_rate(scenario, one, year) for one in ("gdp", "deflator") for year in after]
        found.append(Fraction("411.5") * math.prod(1 + rate for rate in rates))
    return float(min(found))


def test_every_projected_year_is_open_until_it_is_locked() -> None:
    later = PLAN.set(income_target_year=2030).by_hand("gdp", 2026, 0.05)
    assert open_years("gdp", later) == (2024, 2025, 2026, 2027, 2028, 2029, 2030)
    assert open_years("gdp", locked(later, "gdp", {2024: 0, 2027: 0, 2034: 0})) == (2025, 2026, 2028, 2029, 2030)


def test_later_growth_is_solved_with_2024_and_every_year_set_by_hand_held() -> None:
    # (550 / (386 x 1.065 x 1.05)) ^ (1/3) - 1 = 8.42 %, from the published 411.5 of 2024 less: 8.38 %
    expected = pytest.approx((550 / (386 * 1.065 * 1.05)) ** (1 / 3) - 1, rel=CLOSE)
    for kept in (PLAN.by_hand("gdp", 2026, 0.05), locked(PLAN, "gdp", {2026: 0.05})):
        done = apply(solved("gdp_later", kept), kept)
        assert done["gdp_later"] == expected
        assert (done["gdp_first"], done.overrides, done.locks) == (0.065, kept.overrides, kept.locks)


@pytest.mark.parametrize("level", [5_500, 411.5 * 1.30001**4])
def test_growth_out_of_reach_is_refused_and_never_said_to_be_the_end_of_the_range(level: float) -> None:
    scenario = PLAN.set(target_level=level)
    with pytest.raises(Refused, match="is needed; allowed: -10 to 30 %; "):
        apply(solved("gdp_later", scenario), scenario)


# Rates filled in by a rule

BUSY = locked(PLAN, "gdp", {2026: 0.0123, 2033: 0.02}).by_hand("gdp", 2027, 0.03).by_hand("fai", 2025, 0.2)
KEPT = (("gdp", 2026, 0.0123), ("gdp", 2033, 0.02))


def test_the_same_rate_everywhere_is_the_levers_and_leaves_only_locked_years_by_hand() -> None:
    done = flat("gdp", 0.0712345, BUSY)
    assert done.overrides == (("fai", 2025, 0.2), *KEPT)
    assert (done["gdp_first"], done["gdp_later"], done.locks) == (0.0712345, 0.0712345, BUSY.locks)


def test_a_straight_line_is_drawn_to_the_last_year_with_halves_rounded_to_even() -> None:
    # 5, 5.375, 5.75, 6.125, 6.5; then from 3 down to -3 in six steps
    done = ramp("gdp", 0.05, 0.065, PLAN)
    assert written(done) == {2024: "5", 2025: "5.38", 2026: "5.75", 2027: "6.12", 2028: "6.5"}
    assert (done.values, done.locks) == (PLAN.values, ())
    down = ramp("income", 0.03, -0.03, PLAN.set(horizon=2030))
    assert list(written(down, "income").values()) == ["3", "2", "1", "0", "-1", "-2", "-3"]


def test_a_straight_line_of_one_year_is_its_first_rate() -> None:
    pack = find_region("fengjie&base=2027&outcome.gdp=2027:500")
    assert written(ramp("gdp", 0.05, 0.07, plan(pack))) == {2028: "5"}


def test_the_same_part_of_the_distance_is_closed_each_year() -> None:
    # a quarter: 10, 8, 6.5, 5.375, 4.53125; a half: -4, 0, 2, 3, 3.5; all of it: 10, 2, ...
    assert list(written(converge("gdp", 0.1, 0.02, 0.25, PLAN)).values()) == ["10", "8", "6.5", "5.38", "4.53"]
    half = converge("deflator", -0.04, 0.04, 0.5, PLAN)
    assert list(written(half, "deflator").values()) == ["-4", "0", "2", "3", "3.5"]
    assert list(written(converge("gdp", 0.1, 0.02, 1, PLAN)).values()) == ["10", "2", "2", "2", "2"]


def test_a_locked_year_keeps_its_rate_and_its_place_on_the_line() -> None:
    straight, nearing = ramp("gdp", 0.05, 0.06, BUSY), converge("gdp", 0.08, 0.04, 0.5, BUSY)
    assert written(straight) == {2024: "5", 2025: "5.25", 2026: "1.23", 2027: "5.75", 2028: "6", 2033: "2"}
    assert written(nearing) == {2024: "8", 2025: "6", 2026: "1.23", 2027: "4.5", 2028: "4.25", 2033: "2"}
    assert straight.locks == nearing.locks == BUSY.locks


@given(scenarios(), SERIES, LOCKS, rates(), rates(), st.floats(0.01, 1))
def test_a_rule_followed_year_after_year_gives_the_same_rates_to_a_hundredth_of_a_per_cent(
    scenario: Scenario, series: str, locks: dict[int, float], first: float, last: float, pace: float
) -> None:
    kept = locked(scenario, series, locks)
    lines = ramp(series, first, last, kept), converge(series, first, last, pace, kept)
    straight = nearing = Fraction(first)
    for year in range(2024, kept.last_year + 1):
        for done, exact in zip(lines, (straight, nearing), strict=True):
            rate = done.rates_by_hand(series)[year]
            assert rate == (locks[year] if year in locks else float(f"{rate:.4f}"))
            assert year in locks or abs(Fraction(rate) - exact) <= Fraction(1, 20_000) + Fraction(1, 10**15)
        straight += (Fraction(last) - Fraction(first)) / (kept.last_year - 2024)
        nearing += Fraction(pace) * (Fraction(last) - nearing)
    for done in lines:
        assert done.rates_by_hand(series).keys() == {*open_years(series, kept), *locks}


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (lambda: flat("gdp", 0.31, BUSY), "gdp: is outside the range .got 31.; allowed: -10 to 30 %"),
        (lambda: ramp("gdp", float("nan"), float("inf"), BUSY), "got NaN.*\n.*got Infinity"),
        (lambda: converge("gdp", 0.300001, 0.05, 0.5, BUSY), "gdp: is outside the range .got 30.0001."),
        (lambda: converge("gdp", 0.1, 0.05, 0, BUSY), "GDP, real growth: the part .* .got 0 %.; allowed: "),
        (lambda: converge("gdp", 0.1, 0.05, 1.5, BUSY), "GDP, real growth: the part .* .got 150 %.; allowed: "),
    ],
)
def test_rates_and_paces_that_are_not_allowed_are_refused(rule: Callable[[], Scenario], said: str) -> None:
    with pytest.raises(Refused, match=said):
        rule()


@pytest.mark.parametrize("preset", presets.NAMES)
def test_a_preset_keeps_locked_years_and_gives_the_others_back(preset: str) -> None:
    done = presets.apply(preset, BUSY)
    assert (tuple(each for each in done.overrides if each[0] == "gdp"), done.locks) == (KEPT, BUSY.locks)
