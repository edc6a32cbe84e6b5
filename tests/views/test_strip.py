"""Under the verdict: what differs with a way back, the scenarios at hand."""

import re

import pytest
from a_visit import PACK, PLAN, showing, visit

from model import presets
from model.link import write
from model.work import Work
from views import strip
from views.actions import ACTIONS
from views.session import ask

MARKUP = "<img src=x onerror=alert(1)>"
FAST, SLOW = PLAN.set(PACK, gdp_later=0.09).rename("fast"), PLAN.set(PACK, gdp_later=0.04).rename("slow")
OWN = PLAN.set(PACK, gdp_later=0.08, gdp_base=390.0).with_years(PACK, "gdp", {2026: 0.05}, [2026])
BY_HAND = PLAN.with_years(PACK, "gdp", dict.fromkeys(range(2025, 2029), 0.05), ())
"""No later year is left to its lever."""


def _said(scenario=PLAN, language="en", **others):
    return strip.html(showing(scenario, language, **others))


def _buttons(shown):
    """The label of every button, by what it asks for; pressed ones are starred."""
    found = re.findall(r'data-action="([^"]*)"([^>]*)>([^<]*)</button>', shown)
    return {action: label + "*" * ('aria-pressed="true"' in rest) for action, rest, label in found}


def test_what_differs_stands_with_its_old_and_new_value_and_a_way_back():
    shown = _said(OWN)
    for change in ("GDP, real growth from 2025 <s>7.5 %</s> → <b>8.0 %</b>", "GDP, real growth 2026 <s>7.5 %</s> → "
                   "<b>5.0 %, locked</b>", "GDP in 2023 <s>38.60 bn yuan</s> → <b>39.00 bn yuan</b>"):  # fmt: skip
        assert change in shown
    assert [action for action in _buttons(shown) if "revert" in action] == [
        "revert:gdp_later", "revert:gdp@2026", "revert:gdp_base"]  # fmt: skip
    assert 'title="GDP in 2023: back to 38.60 bn yuan"' in shown


def test_it_differs_from_the_reference_whatever_that_is():
    assert "Changed from the plan:" in _said(OWN)
    shown = _said(OWN, kept=(FAST,), reference=1)
    assert "Changed from “fast”:" in shown
    assert "<s>9.0 %</s> → <b>8.0 %</b>" in shown
    assert "Nothing differs from “fast”." in _said(FAST, kept=(FAST,), reference=1)


def test_values_that_differ_are_never_shown_alike():
    assert "<s>7.5 %</s> → <b>7.50000001 %</b>" in _said(PLAN.set(PACK, gdp_later=0.0750000001))


def test_where_nothing_differs_nothing_can_be_reset():
    shown = _said()
    assert "Nothing differs from the plan." in shown
    assert [action for action in _buttons(shown) if action.startswith(("re", "keep", "put"))] == []


def test_a_reset_is_offered_only_where_it_would_change_something():
    query = write(Work(OWN), PACK, "en")
    opened, moved, plan = visit(
        lambda: ask(lambda scenario: scenario.set(PACK, gdp_base=380)), lambda: ask(lambda _: PLAN), query=query
    )
    for state, offered in ((opened, ["reset:plan"]), (moved, ["reset:plan", "reset:opened"]), (plan, ["reset:opened"])):
        assert [action for action in _buttons(strip.html(state)) if "reset" in action] == offered


def test_each_reset_is_called_by_what_it_goes_back_to():
    buttons = _buttons(_said(OWN))
    assert (buttons["reset:plan"], buttons["reset:opened"]) == ("Reset to the plan", "Reset to as opened")


def test_the_plan_under_a_name_differs_in_nothing_and_can_be_reset_to_the_plan():
    shown = _said(PLAN.rename("mine"))
    assert "Nothing differs from the plan." in shown
    assert {"reset:plan", "keep:"} <= set(_buttons(shown))


# What a change is without


def test_a_growth_lever_that_no_year_follows_is_said_to_be_without_effect():
    shown = _said(BY_HAND.set(PACK, gdp_later=0.09, gdp_first=0.06, fai_later=0.1))
    assert "<span>GDP, real growth from 2025 (without effect) <s>7.5 %</s> → <b>9.0 %</b>" in shown
    assert shown.count("(without effect) <s>") == 1
    first = PLAN.by_hand(PACK, "income", 2024, 0.05).set(PACK, income_first=0.04, income_later=0.05)
    assert "<span>Income per head, nominal growth 2024 (without effect) <s>6.5 %</s> → <b>4.0 %</b>" in _said(first)
    assert _said(first).count("(without effect) <s>") == 1


def test_a_growth_lever_that_some_year_follows_is_not():
    for scenario in (BY_HAND.set(PACK, gdp_later=0.09, horizon=2029), BY_HAND.by_hand(PACK, "gdp", 2027, None),
                     BY_HAND.set(PACK, gdp_base=390.0), PLAN.set(PACK, gdp_later=0.09)):  # fmt: skip
        assert "without effect" not in _said(scenario)


# The scenarios at hand


def test_every_scenario_at_hand_can_be_put_on_the_page_and_the_one_there_is_pressed():
    def places(scenario):
        buttons = _buttons(_said(scenario, kept=(FAST, SLOW)))
        return [label for action, label in buttons.items() if "open" in action and "reset" not in action]

    assert places(PLAN) == ["the plan*", "fast", "slow"]
    assert places(SLOW) == ["the plan", "fast", "slow*"]
    assert places(OWN) == ["the plan", "fast", "slow"]


def test_what_is_at_hand_already_is_not_offered_to_be_kept():
    assert "keep:" in _buttons(_said(OWN, kept=(FAST,)))
    assert "keep:" not in _buttons(_said(FAST, kept=(FAST,)))
    assert "keep:" not in _buttons(_said(PLAN, kept=(FAST,)))


def _asked(shown):
    """The name that each button which asks for one proposes, by what the button asks for."""
    return dict(re.findall(r'data-action="([^"]*)" data-name="([^"]*)"', shown))


def test_keeping_asks_for_a_name_and_proposes_one():
    assert _asked(_said(OWN)) == {"keep:": "Scenario 1"}
    assert _asked(_said(OWN, "zh")) == {"keep:": "情景1"}
    assert _asked(_said(OWN.rename("mine"))) == {"keep:": "mine"}
    assert _asked(_said(presets.apply("city", PLAN, PACK))) == {"keep:": "City pace"}
    assert _asked(_said(FAST.set(PACK, gdp_base=390.0), kept=(FAST,))) == {"keep:": "Scenario 1"}


def test_a_kept_scenario_on_the_page_can_be_called_otherwise():
    shown = _said(SLOW, kept=(FAST, SLOW))
    assert _asked(shown) == {"rename:slow": "slow"}
    assert _buttons(shown)["rename:slow"] == "✎"
    assert _asked(_said(PLAN, kept=(FAST, SLOW))) == {}


def test_what_comes_from_a_kept_scenario_can_take_its_place_or_be_kept_beside_it():
    buttons = _buttons(_said(SLOW.set(PACK, gdp_base=390.0), kept=(FAST, SLOW)))
    assert (buttons["put:slow"], buttons["keep:"]) == ("Update “slow”", "+ Keep this one")
    assert not any(action.startswith(("put", "rename")) for action in _buttons(_said(OWN, kept=(FAST, SLOW))))


def test_with_four_kept_no_fifth_is_offered_to_be_kept():
    full = (FAST, SLOW, FAST.rename("3"), SLOW.rename("4"))
    assert "keep:" not in _buttons(_said(OWN, kept=full))
    buttons = _buttons(_said(SLOW.set(PACK, gdp_base=390.0), kept=full))
    assert ("put:slow" in buttons, "keep:" in buttons) == (True, False)
    assert "keep:" in _buttons(_said(OWN, kept=full[:3]))


def test_where_the_plan_stands_alone_it_is_said_how_to_keep():
    hint = "Move a lever, then keep what you see: up to 4 scenarios stand here and side by side."
    assert hint in _said()
    assert not any(hint in shown for shown in (_said(OWN), _said(kept=(FAST,)), _said(PLAN.rename("mine"))))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_names_with_markup_are_shown_as_they_were_typed(language):
    shown = _said(OWN.rename(MARKUP), language, kept=(FAST.rename(MARKUP),), reference=1)
    assert "<img" not in shown
    assert 'onerror="' not in shown
    assert shown.count("&lt;img src=x onerror=alert(1)&gt;") >= 2


def test_quotes_in_a_name_do_not_break_out_of_an_attribute():
    shown = _said(OWN, kept=(FAST.rename('" onclick="alert(1)'),), reference=1)
    assert 'onclick="' not in shown


def test_a_name_in_braces_is_no_placeholder():
    assert "{name} {0} {later}" in _said(OWN, kept=(FAST.rename("{name} {0} {later}"),), reference=1)


def test_the_same_is_said_in_chinese():
    shown = _said(OWN, "zh")
    assert "<s>386.0 亿元</s> → <b>390.0 亿元</b>" in shown


@pytest.mark.parametrize("scenario", [PLAN, OWN, FAST, SLOW.set(PACK, gdp_base=390.0)])
def test_every_button_asks_for_something_that_is_known(scenario):
    asked = _buttons(_said(scenario, kept=(FAST, SLOW)))
    assert {action.partition(":")[0] for action in asked} <= set(ACTIONS)
