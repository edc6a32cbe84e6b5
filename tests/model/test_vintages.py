"""GDP's baseline as first released, derived or census-revised: the choice, and what it asks of growth."""

import shutil
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from any_scenario import CLOSE, PACK, PLAN, differing, scenarios
from hypothesis import given
from hypothesis import strategies as st

from model.differences import differences
from model.indicators import INDICATORS
from model.loader import DATA, load
from model.records import Vintage
from model.scenario import Scenario, plan
from model.verdict import judge
from model.vintages import apply, effects, is_derived, recognise

RANGE = ("gdp_base", "gdp_low", "gdp_high")
NUMBERS = {"first_release": (375.9, 370, 380.7), "derived": (386, 380, 391), "census": (396.4, 390.3, 401.6)}
LATER = {"first_release": 0.08264279249769546, "derived": 0.07549016747379200, "census": 0.06836550929125958}
"""(550 / (baseline * 1.065))^(1/4) - 1, in decimals."""
STATUS = {"first_release": "not_reached", "derived": "depends", "census": "reached"}
"""Of the plan, which leads from 380.7 to 541.5, from 380 and 391 to 540.5 and 556.1, and from 390.3 to 555.1."""
BUSY = (
    PLAN.set(PACK, deflator_later=0.02, fai_later=0.2, target_level=600, target_year=2030, error=0.02)
    .with_years(PACK, "gdp", {2026: 0.03, 2027: 0.08}, [2026])
    .rename("busy")
)


def range_of(scenario: Scenario) -> tuple[float, ...]:
    return tuple(scenario[key] for key in RANGE)


def vintages() -> st.SearchStrategy[Vintage]:
    return st.sampled_from(list(PACK.vintages.values()))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the good data, to be changed."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


# The choice


@pytest.mark.parametrize("slot", range(3), ids=["value", "low", "high"])
def test_the_national_revision_leads_from_one_vintage_to_the_next_up_to_rounding(slot: int) -> None:
    first, derived, census = (Decimal(str(numbers[slot])) for numbers in NUMBERS.values())
    assert abs(derived / Decimal("1.027") - first) <= Decimal("0.05")
    assert abs(derived * Decimal("1.027") - census) <= Decimal("0.05")


@pytest.mark.parametrize("key", NUMBERS)
def test_a_vintage_sets_the_baseline_and_its_range(key: str) -> None:
    assert range_of(apply(PACK.vintages[key], BUSY, PACK)) == NUMBERS[key]


@given(scenarios(), vintages())
def test_a_vintage_leaves_all_but_the_baseline_alone(scenario: Scenario, vintage: Vintage) -> None:
    applied = apply(vintage, scenario, PACK)
    assert set(differing(applied, scenario)) <= set(RANGE)
    assert (applied.overrides, applied.name) == (scenario.overrides, scenario.name)


def test_a_vintage_leaves_locked_years_locked() -> None:
    assert apply(PACK.vintages["census"], BUSY, PACK).locks == (("gdp", 2026),)


@given(scenarios(), vintages())
def test_a_vintage_is_recognised_in_every_scenario(scenario: Scenario, vintage: Vintage) -> None:
    applied = apply(vintage, scenario, PACK)
    assert recognise(applied, PACK) == vintage.key
    assert apply(vintage, applied, PACK) == applied


def test_the_plan_starts_from_the_derived_vintage() -> None:
    assert recognise(PLAN, PACK) == "derived"
    assert apply(PACK.vintages["derived"], PLAN, PACK) == PLAN


@pytest.mark.parametrize("typed", [{"gdp_base": 385}, {"gdp_low": 379}, {"gdp_high": 391.1}, {"gdp_base": 375.9}])
def test_a_typed_baseline_is_no_vintage(typed: dict[str, float]) -> None:
    assert recognise(PLAN.set(PACK, **typed), PACK) is None


def test_three_numbers_typed_as_a_vintage_has_them_are_that_vintage() -> None:
    assert recognise(PLAN.set(PACK, gdp_base=375.9, gdp_low=370, gdp_high=380.7), PACK) == "first_release"


# What of it is an estimate


@pytest.mark.parametrize(
    ("indicator", "derived"),
    [("gdp", {375.9, 386, 396.4}), ("fai", {90.7}), ("retail", {131.6}), ("income", set())],
)  # as baselines.csv and vintages.csv have them: income is printed, and only GDP has vintages
def test_a_level_is_derived_where_it_is_a_derived_baseline_or_one_of_its_vintages(
    indicator: str, derived: set[float]
) -> None:
    levels = {375.9, 386, 396.4, 90.7, 131.6, 27813, 385.9, 386.1}
    assert {level for level in levels if is_derived(level, indicator, PACK)} == derived


def test_where_the_baseline_is_printed_no_vintage_of_it_is_derived(data: Path) -> None:
    change(data / "fengjie" / "baselines.csv", "C,derived,411.5 / 1.066", "C,plan_report_2024,411.5 / 1.066")
    pack = load("fengjie", data)
    assert not any(is_derived(level, "gdp", pack) for level in (375.9, 386, 396.4))
    assert is_derived(90.7, "fai", pack)


@given(scenarios(), vintages())
def test_from_a_vintage_of_the_pack_gdp_begins_with_a_derived_level(scenario: Scenario, vintage: Vintage) -> None:
    level = apply(vintage, scenario, PACK)["gdp_base"]
    assert [is_derived(level, each.key, PACK) for each in INDICATORS] == [each.key == "gdp" for each in INDICATORS]


# What it asks of growth


def test_the_vintages_of_the_plan_ask_for_growth_worked_out_by_hand() -> None:
    found = effects(PLAN, PACK)
    assert [effect.key for effect in found] == ["first_release", "derived", "census"]
    for effect in found:
        assert effect.vintage is PACK.vintages[effect.key]
        assert effect.baseline == NUMBERS[effect.key][0]
        assert effect.required_later == pytest.approx(LATER[effect.key], rel=CLOSE)
        assert effect.change == pytest.approx(LATER[effect.key] - LATER["derived"], rel=CLOSE, abs=1e-15)
        assert effect.status == STATUS[effect.key]


def test_the_census_takes_seven_tenths_of_a_point_off_the_growth_the_plan_needs() -> None:
    first, _, census = effects(PLAN, PACK)
    assert first.change == pytest.approx(+0.00715, abs=5e-6)
    assert census.change == pytest.approx(-0.00712, abs=5e-6)


def test_effects_are_told_against_a_typed_baseline_too() -> None:
    typed = PLAN.set(PACK, gdp_base=400)
    needed = 0.065953531136706  # (550 / (400 * 1.065))^(1/4) - 1
    assert judge(typed, PACK).required_later == pytest.approx(needed, abs=1e-10)
    assert [effect.change for effect in effects(typed, PACK)] == [
        pytest.approx(later - needed, abs=1e-10) for later in LATER.values()
    ]


@given(scenarios())
def test_the_choice_of_another_vintage_changes_no_effect_but_what_it_is_told_against(scenario: Scenario) -> None:
    found = effects(scenario, PACK)
    for vintage in PACK.vintages.values():
        again = effects(apply(vintage, scenario, PACK), PACK)
        assert [(e.key, e.status, e.required_later) for e in again] == [
            (e.key, e.status, e.required_later) for e in found
        ]
        own = next(effect for effect in again if effect.key == vintage.key)
        assert own.change == (None if own.required_later is None else 0)


@given(scenarios())
def test_the_higher_the_vintage_the_less_growth_it_asks_for(scenario: Scenario) -> None:
    later = [e.required_later for e in effects(scenario, PACK)]
    assert later == [None] * 3 or later == sorted((rate for rate in later if rate is not None), reverse=True)


def test_what_is_locked_is_held_for_every_vintage() -> None:
    # 2024: 6.5 %; 2026 and 2027 by hand: 3 and 8 %; four years are free. Prices rise by 2 % from 2025.
    held = Fraction("1.065") * Fraction("1.03") * Fraction("1.08") * Fraction("1.02") ** 6
    for effect in effects(BUSY, PACK):
        needed = float(600 / (Fraction(str(effect.baseline)) * held)) ** (1 / 4) - 1
        assert effect.required_later == pytest.approx(needed, rel=CLOSE)


@pytest.mark.parametrize(
    "scenario",
    [PLAN.set(PACK, target_year=2024), PLAN.with_years(PACK, "gdp", dict.fromkeys(range(2025, 2029), 0.07), ())],
    ids=["the deadline is the plan year", "every later year is set by hand"],
)
def test_where_no_later_year_is_left_to_change_no_vintage_asks_for_later_growth(scenario: Scenario) -> None:
    assert {(effect.required_later, effect.change) for effect in effects(scenario, PACK)} == {(None, None)}


# Other counties


def test_a_vintage_without_a_range_is_its_own_range(data: Path) -> None:
    change(data / "fengjie" / "vintages.csv", "396.4,390.3,401.6", "396.4,,")
    pack = load("fengjie", data)
    applied = apply(pack.vintages["census"], plan(pack), pack)
    assert range_of(applied) == (396.4, 396.4, 396.4)
    assert recognise(applied, pack) == "census"


def test_where_no_range_is_known_a_vintage_sets_the_baseline_alone(data: Path) -> None:
    for file, row in (("baselines", "386,380,391"), ("vintages", "386,380,391"), ("vintages", "375.9,370,380.7")):
        change(data / "fengjie" / f"{file}.csv", row, row.split(",")[0] + ",,")
    change(data / "fengjie" / "vintages.csv", "396.4,390.3,401.6", "396.4,,")
    pack = load("fengjie", data)
    applied = apply(pack.vintages["first_release"], plan(pack), pack)
    assert applied.baseline_range == (375.9, 375.9, 375.9)
    assert [each.key for each in differences(applied, plan(pack), pack)] == ["gdp_base"]
    assert [recognise(apply(v, applied, pack), pack) for v in pack.vintages.values()] == list(pack.vintages)
