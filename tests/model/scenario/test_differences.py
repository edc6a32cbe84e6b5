"""What two scenarios do not share: every lever and year once, in the order of the levers, each with a way back."""

from dataclasses import replace

from any_scenario import PLAN
from any_work import locked
from hypothesis import given
from hypothesis import strategies as st

from model.scenario.differences import Difference, Setting, differences, revert, setting
from model.scenario.scenario import Scenario

FAR = PLAN.set(gdp_later=0.08, income_first=0.05, gdp_base=390.0, target_year=2029, fai_later=0.1)
OWN = (
    FAR.by_hand("fai", 2027, 0.02)
    .by_hand("gdp", 2026, 0.05)
    .by_hand("gdp", 2024, 0.06)
    .with_years("income", {2025: 0.07}, [2025])
)


def found(scenario: Scenario, reference: Scenario = PLAN) -> dict[str, Difference]:
    return {each.key: each for each in differences(scenario, reference)}


def assumptions(scenario: Scenario) -> Scenario:
    """All of a scenario but its name and note, which are none of its assumptions."""
    return replace(scenario, name="", note="")


def test_levers_stand_in_their_order_and_the_years_of_a_series_after_its_levers() -> None:
    assert list(found(OWN)) == [
        "gdp_later", "gdp@2024", "gdp@2026", "fai_later", "fai@2027", "income_first", "income@2025",
        "gdp_base", "target_year",
    ]  # fmt: skip


def test_a_lever_that_differs_stands_with_its_value_there_and_here() -> None:
    base = found(OWN)["gdp_base"]
    assert (base.lever.key, base.year, base.reference, base.own) == ("gdp_base", None, Setting(386.0), Setting(390.0))
    assert found(PLAN, OWN)["gdp_base"][2:] == (Setting(390.0), Setting(386.0))


def test_a_year_by_hand_stands_beside_what_its_lever_gives_there() -> None:
    years = {key: each[1:] for key, each in found(OWN).items() if "@" in key}
    assert years == {
        "gdp@2024": (2024, Setting(0.065), Setting(0.06, "by_hand")),
        "gdp@2026": (2026, Setting(0.075), Setting(0.05, "by_hand")),
        "fai@2027": (2027, Setting(0.12), Setting(0.02, "by_hand")),
        "income@2025": (2025, Setting(0.065), Setting(0.07, "locked")),
    }


def test_the_same_year_by_hand_differs_by_its_rate_or_by_its_lock() -> None:
    by_hand = PLAN.by_hand("retail", 2027, 0.1)
    held = by_hand.with_years("retail", {2027: 0.1}, [2027])
    assert found(by_hand, by_hand) == {}
    assert found(held, by_hand)["retail@2027"][2:] == (Setting(0.1, "by_hand"), Setting(0.1, "locked"))
    assert found(PLAN.by_hand("retail", 2027, 0.11), by_hand)["retail@2027"].own == Setting(0.11, "by_hand")


@given(locked())
def test_a_scenario_differs_in_nothing_from_itself(scenario: Scenario) -> None:
    assert differences(scenario, replace(scenario, name="other", note="another")) == ()


@given(locked(), locked())
def test_what_differs_is_the_same_from_either_side(one: Scenario, other: Scenario) -> None:
    back = [Difference(d.lever, d.year, d.own, d.reference) for d in differences(other, one)]
    assert list(differences(one, other)) == back


@given(locked(), locked())
def test_scenarios_differ_somewhere_exactly_where_they_are_not_the_same(one: Scenario, other: Scenario) -> None:
    assert {key.partition("@")[0] for key in found(one, other)} == {
        *(key for key, value in one.values if other[key] != value),
        *(series for series, *_ in {*one.overrides} ^ {*other.overrides} | {*one.locks} ^ {*other.locks}),
    }
    assert all(each.own != each.reference for each in differences(one, other))


@given(st.data(), locked(), locked())
def test_what_differs_can_be_taken_back_one_after_the_other_in_any_order(
    data: st.DataObject, scenario: Scenario, reference: Scenario
) -> None:
    left = data.draw(st.permutations(differences(scenario, reference)))
    while left:
        scenario = revert(left.pop(), scenario, reference)
        assert {each.key for each in differences(scenario, reference)} == {each.key for each in left}
    assert assumptions(scenario) == assumptions(reference)


def _difference(key: str) -> Difference:
    return next(each for each in differences(OWN, PLAN) if each.key == key)


def test_a_scenario_keeps_its_name_when_something_is_taken_back() -> None:
    assert revert(_difference("gdp_base"), OWN.rename("mine"), PLAN.rename("theirs")).name == "mine"


def test_a_locked_year_that_is_taken_back_follows_its_lever_or_is_locked_as_there() -> None:
    assert setting(revert(_difference("income@2025"), OWN, PLAN), "income", 2025) == Setting(0.065)
    assert revert(_difference("income@2025"), PLAN, OWN).locked("income") == (2025,)
