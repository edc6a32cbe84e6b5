"""The compare page: a card for each scenario, the assumptions that differ and no others, results side by side."""

import functools
import html as escaping
import re

import pytest
from a_visit import PACK, PLAN, drawn, html, opened, showing, tables, text
from streamlit.testing.v1 import AppTest

from model.link import write
from model.work import Work
from views.actions import ACTIONS

MARKUP = "<img src=x onerror=alert(1)>"
FAST, SLOW = PLAN.set(PACK, gdp_later=0.09).rename("fast"), PLAN.set(PACK, gdp_later=0.04).rename("slow")
OWN = PLAN.set(PACK, gdp_later=0.08, gdp_base=390.0).with_years(PACK, "fai", {2026: 0.05}, [2026])
LINES = ("difference", "in per cent", "growth a year from 2023, nominal", "difference of growth")
"""What stands under each indicator's level."""


def _page():
    from views import compare

    compare.page()


@functools.cache
def _shown(scenario=OWN, language="en", **others):
    return html(drawn(_page, at=showing(scenario, language, **others)))


def _cards(shown):
    """The name, the marks and the actions of every card."""
    found = re.findall(r'<section class="card".*?</section>', shown, re.DOTALL)
    return [
        (escaping.unescape(re.search("<h3>(.*?)</h3>", card)[1]), re.search("<small>(.*?)</small>", card)[1],
         re.findall('data-action="([^"]*)"', escaping.unescape(card)))
        for card in found
    ]  # fmt: skip


def _inputs(shown):
    return next((table for table in tables(shown) if table[0][0][0] == "Assumption"), None)


def _results(shown):
    return next(table for table in tables(shown) if table[0][0][0].startswith("End of"))


def test_there_is_a_card_for_the_plan_each_kept_scenario_and_the_one_on_the_page():
    cards = _cards(_shown(kept=(FAST, SLOW), reference=2))
    assert [card[:2] for card in cards] == [
        ("the plan", "&nbsp;"), ("fast", "&nbsp;"), ("slow", "reference"), ("on the page", "&nbsp;")]  # fmt: skip


def test_a_scenario_on_the_page_that_is_kept_or_the_plan_has_no_second_card():
    assert [card[:2] for card in _cards(_shown(FAST, kept=(FAST,)))] == [
        ("the plan", "reference"),
        ("fast", "on the page"),
    ]
    assert [card[:2] for card in _cards(_shown(PLAN))] == [("the plan", "on the page; reference")]


def test_a_scenario_on_the_page_that_has_the_name_of_a_kept_one_is_told_from_it():
    moved = FAST.set(PACK, gdp_base=390.0)
    shown = _shown(moved, kept=(FAST,))
    assert [name for name, *_ in _cards(shown)] == ["the plan", "fast", "fast (changed)"]
    for table in (_inputs(shown), _results(shown)):
        assert [cell for cell, _ in table[0]][1:] == ["the plan", "fast", "fast (changed)"]
    assert [name for name, *_ in _cards(_shown(moved, "zh", kept=(FAST,)))][2:] == ["fast（已改动）"]


def test_a_scenario_on_the_page_has_its_own_name_where_it_has_one():
    assert [card[:2] for card in _cards(_shown(OWN.rename("mine"), kept=(FAST,)))][2:] == [("mine", "on the page")]


def test_a_card_says_the_verdict_the_distance_the_growth_needed_and_the_chance():
    shown = _shown(PLAN)
    for said in (
        "○ Not reached",
        "2028: 54.90 bn yuan",
        "0.10 short of 55",
        "needed from 2025: 7.55 %",
        "chance: 49 %",
    ):
        assert said in shown, said


def test_the_growth_needed_is_that_of_the_years_that_each_scenario_leaves_free():
    held = PLAN.with_years(PACK, "gdp", {2025: 0.05, 2026: 0.05}, ()).rename("held")
    shown = _shown(PLAN, kept=(held,))
    # By hand: 386 x 1.065 x 1.05^2 = 453.2267, and (550 / 453.2267)^(1/2) = 1.101599.
    for said in ("needed from 2025: 7.55 %", "needed in 2027–2028: 10.16 %"):
        assert shown.count(said) == 1, said


def test_results_say_for_which_year_they_are_where_scenarios_have_other_deadlines():
    soon = FAST.set(PACK, target_year=2026.0).rename("soon")
    shown = _shown(OWN, kept=(FAST, soon))
    assert "Results side by side: end of 2028, current prices" in shown
    assert "Every number here is for the end of 2028, also of scenarios with another deadline: soon (2026)." in shown
    assert "下表均为2028年末的数，期限不同的情景也是如此：soon（2026年）。" in _shown(OWN, "zh", kept=(FAST, soon))
    assert "with another deadline" not in _shown(OWN, kept=(FAST, SLOW))


def test_what_can_be_done_with_a_scenario_follows_from_where_it_stands():
    plan, fast, slow, own = (card[2] for card in _cards(_shown(kept=(FAST, SLOW), reference=1)))
    assert plan == ["open:", "refer:"]
    assert fast == ["open:fast", "rename:fast", "put:fast", "move:>fast", "drop:fast"]
    assert slow == ["open:slow", "refer:slow", "rename:slow", "put:slow", "move:<slow", "drop:slow"]
    assert own == ["keep:"]
    assert [card[2] for card in _cards(_shown(FAST, kept=(FAST,)))] == [
        ["open:"], ["refer:fast", "rename:fast", "drop:fast"]]  # fmt: skip


def test_what_comes_from_a_kept_scenario_can_take_its_place_or_be_kept_beside_it():
    assert _cards(_shown(FAST.set(PACK, gdp_base=390.0), kept=(FAST, SLOW)))[-1][2] == ["put:fast", "keep:"]


def test_a_fifth_is_not_offered_to_be_kept():
    full = (FAST, SLOW, FAST.rename("3"), SLOW.rename("4"))
    cards = _cards(_shown(kept=full))
    assert len(cards) == 6
    assert cards[-1][2] == []
    assert _cards(_shown(FAST.set(PACK, gdp_base=390.0), kept=full))[-1][2] == ["put:fast"]


def test_a_card_asks_for_another_name_and_proposes_the_one_there_is():
    shown = _shown(FAST.rename("<b>"), kept=(FAST.rename("<b>"), SLOW))
    cards = shown.partition('<div class="cards">')[2]
    assert re.findall('data-action="rename:([^"]*)" data-name="([^"]*)"', cards) == [
        ("&lt;b&gt;", "&lt;b&gt;"), ("slow", "slow")]  # fmt: skip
    assert "Name of scenario" not in text(drawn(_page, at=showing(kept=(FAST, SLOW))))


@pytest.mark.parametrize("scenario", [PLAN, OWN, FAST])
def test_every_button_asks_for_something_that_is_known(scenario):
    asked = re.findall('data-action="([^"]*)"', _shown(scenario, kept=(FAST, SLOW), reference=1))
    assert {action.partition(":")[0] for action in asked} <= set(ACTIONS)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_names_with_markup_are_shown_as_they_were_typed(language):
    shown = _shown(OWN.rename(MARKUP), language, kept=(FAST.rename(MARKUP),), reference=1)
    assert "<img" not in shown
    assert [name for name, *_ in _cards(shown)][1] == MARKUP


def test_the_table_of_inputs_holds_what_differs_and_nothing_else():
    rows = _inputs(_shown(kept=(FAST, SLOW)))
    assert [[cell for cell, _ in row] for row in rows] == [
        ["Assumption", "the plan", "fast", "slow", "on the page"],
        ["GDP, real growth from 2025", "7.5 %", "9.0 %", "4.0 %", "8.0 %"],
        ["Investment, nominal growth 2026", "12.0 %", "12.0 %", "12.0 %", "5.0 %, locked"],
        ["GDP in 2023", "38.60 bn yuan", "38.60 bn yuan", "38.60 bn yuan", "39.00 bn yuan"],
    ]


@pytest.mark.parametrize(("reference", "bold"), [(0, [False, True, True, True]), (1, [True, False, True, True])])
def test_what_is_not_as_in_the_reference_is_bold(reference, bold):
    rows = _inputs(_shown(kept=(FAST, SLOW), reference=reference))
    assert [strong for _, strong in rows[1][1:]] == bold
    assert [strong for _, strong in rows[2][1:]] == [False, False, False, True]


def test_scenarios_that_share_every_assumption_have_no_table_of_inputs():
    shown = _shown(PLAN, kept=(PLAN.rename("twin"),))
    assert _inputs(shown) is None
    assert "None: these scenarios share every assumption." in shown


def test_results_are_the_levels_and_the_growth_worked_by_hand():
    gdp = _results(_shown(PLAN.set(PACK, gdp_later=0.08)))[1:6]
    # 386 x 1.065 x 1.08^4 = 559.285, against 548.998: 10.287 more, or 1.874 %; ^(1/5): 7.699 % against 7.299 %.
    assert [[cell for cell, _ in row][1:] for row in gdp] == [
        ["54.90", "55.93"], ["0.00", "+1.03"], ["0.00 %", "+1.87 %"], ["7.30 %", "7.70 %"],
        ["0.00 points", "+0.40 points"],
    ]  # fmt: skip


def test_results_are_five_lines_an_indicator_of_which_the_level_is_bold():
    shown = _shown(kept=(FAST, SLOW))
    assert '<table class="sheet aligned results" data-units="Unit">' in shown
    assert shown.count('0.00<span class="unit"> points</span>') > 0  # a number and its unit, where they are copied
    rows = _results(shown)[1:]
    assert [row[0][0] for row in rows[::5]] == [
        "Gross domestic product (GDP), current prices, bn yuan",
        "Fixed-asset investment (FAI), current prices, bn yuan",
        "Retail sales of consumer goods, current prices, bn yuan",
        "Per-capita disposable income, current prices, yuan",
    ]
    assert [row[0][0] for row in rows] == [name for row in rows[::5] for name in (row[0][0], *LINES)]
    assert [{bold for _, bold in row} for row in rows] == [{True}, {False}, {False}, {False}, {False}] * 4


@pytest.mark.parametrize("reference", [0, 1, 2])
def test_the_reference_is_exactly_nothing_apart_from_itself(reference):
    shown = _shown(kept=(FAST, SLOW), reference=reference)
    names = ("the plan", "“fast”", "“slow”")
    assert f"Differences are from {names[reference]}." in shown
    assert f"Reference: {names[reference]}. The scales do not begin at zero." in shown
    rows = _results(shown)[1:]
    own = [row[1 + reference][0] for row in rows]
    assert (own[1::5], own[2::5], own[4::5]) == (["0.00"] * 3 + ["0"], ["0.00 %"] * 4, ["0.00 points"] * 4)
    assert [[cell for cell, _ in rows[line]].count("0.00") for line in (1, 6)] == [1, 3]  # 6: only the page's differs


def test_results_are_those_of_the_year_that_the_scenario_on_the_page_aims_at():
    shown = _shown(OWN.set(PACK, target_year=2035.0), kept=(FAST,))
    table = _results(shown)
    assert table[0][0][0] == "End of 2035"
    assert table[1][1][0] == "91.08"  # 38.6 x 1.065 x 1.075^11 = 91.082
    assert table[1][2][0] == "106.08"  # 38.6 x 1.065 x 1.09^11 = 106.077


def test_where_nothing_is_kept_it_is_said_how_to():
    assert "Nothing is kept yet" in _shown(PLAN)
    assert "Nothing is kept yet" not in _shown(PLAN, kept=(FAST,))


def test_the_page_opens_from_a_link():
    shown = html(drawn(_page, query=write(Work(OWN, (FAST, SLOW), 2), PACK, "en")))
    assert [card[:2] for card in _cards(shown)][2:] == [("slow", "reference"), ("on the page", "&nbsp;")]


def test_a_lever_that_moves_redraws_the_cards():
    page = opened(AppTest.from_function(_page, default_timeout=30), at=showing(PLAN, kept=(FAST,))).run()
    next(slider for slider in page.slider if slider.key.startswith("slider_gdp_later_")).set_value(8.0).run()
    assert not page.exception
    assert [name for name, *_ in _cards(html(page))][2:] == ["on the page"]
    assert "55.93" in html(page)
