"""Under the verdict: what differs with a way back, the scenarios at hand, the vintages with what each would take."""

import re

import pytest
from a_visit import PACK, PLAN, showing, visit

from model.link import write
from model.work import Work
from views import strip
from views.actions import ACTIONS
from views.state import ask

MARKUP = "<img src=x onerror=alert(1)>"
FAST, SLOW = PLAN.set(PACK, gdp_later=0.09).rename("fast"), PLAN.set(PACK, gdp_later=0.04).rename("slow")
OWN = PLAN.set(PACK, gdp_later=0.08, gdp_base=390.0).with_years(PACK, "gdp", {2026: 0.05}, [2026])


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
    assert [action for action in _buttons(shown) if action.startswith(("re", "keep"))] == []


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


def test_the_plan_under_a_name_is_no_change():
    assert "reset:plan" not in _buttons(_said(PLAN.rename("mine")))


def test_every_scenario_at_hand_can_be_put_on_the_page_and_the_one_there_is_pressed():
    def places(scenario):
        buttons = _buttons(_said(scenario, kept=(FAST, SLOW)))
        return [label for action, label in buttons.items() if "open" in action and "reset" not in action]

    assert places(PLAN) == ["the plan*", "fast", "slow"]
    assert places(SLOW) == ["the plan", "fast", "slow*"]
    assert places(OWN) == ["the plan", "fast", "slow"]


def test_what_is_at_hand_already_is_not_offered_to_be_kept():
    assert "keep" in _buttons(_said(OWN, kept=(FAST,)))
    assert "keep" not in _buttons(_said(FAST, kept=(FAST,)))
    assert "keep" not in _buttons(_said(PLAN, kept=(FAST,)))


def test_every_vintage_stands_with_the_growth_it_would_take():
    # By hand: (550 / baseline / 1.065)^(1/4) - 1, rounded up.
    buttons = _buttons(_said())
    for key, baseline, label in (("first_release", 375.9, "first release 37.59: 8.27 %"),
                                 ("derived", 386, "derived 38.6: 7.55 %*"),
                                 ("census", 396.4, "census-revised 39.64: 6.84 %")):  # fmt: skip
        needed = 100 * ((550 / baseline / 1.065) ** 0.25 - 1)
        assert 0 <= float(label.rpartition(": ")[2].partition(" ")[0]) - needed < 0.01
        assert buttons[f"vintage:{key}"] == label


def test_a_baseline_of_ones_own_stands_beside_the_vintages():
    assert "typed" not in _said()
    shown = _said(PLAN.set(PACK, gdp_base=390.0))
    assert "<b>typed 39: 7.28 %</b>" in shown  # (550 / 390 / 1.065)^(1/4) = 1.072722
    assert [label for action, label in _buttons(shown).items() if "vintage" in action and "*" in label] == []


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
    assert _buttons(shown)["vintage:derived"] == "推算口径 386：8.42%"


@pytest.mark.parametrize("scenario", [PLAN, OWN, FAST])
def test_every_button_asks_for_something_that_is_known(scenario):
    asked = _buttons(_said(scenario, kept=(FAST, SLOW)))
    assert {action.partition(":")[0] for action in asked} <= set(ACTIONS)
