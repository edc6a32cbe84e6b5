"""Year by year: what is typed, pasted, emptied or locked is what the years are then, or it is all refused by name."""

from dataclasses import replace

import pytest
import streamlit as st
from a_visit import PACK, PLAN, drawn, html, showing, text, visit
from hypothesis import given, settings, strategies

from model.levers import RATES
from model.problem import Refused
from model.scenario import Scenario
from model.view import USUAL
from views import answer, grid, rules, session
from views.grid import edited, shows_other
from views.rules import filled

NOW = showing()
HELD = PLAN.set(PACK, gdp_later=0.08).with_years(PACK, "gdp", {2025: 0.05, 2027: 0.02}, [2025])
"""Locked in 2025, by hand in 2027; the plan's 6.5 % in 2024 and 8 % in 2026 and 2028."""


def _edited(edits, scenario=HELD, series="gdp"):
    """The years by hand after the edits, and which of them are locked."""
    after = edited(NOW, scenario, series, edits, [])
    return after.rates_by_hand(series), after.locked(series)


def _refused(edits, scenario=HELD, series="gdp"):
    with pytest.raises(Refused) as refusal:
        edited(NOW, scenario, series, edits, [])
    return [problem.sentence() for problem in refusal.value.problems]


def _page():
    from views import years

    years.page()


# Cells


@pytest.mark.parametrize("text", ["8.25", " 8.25 % ", "８．２５", "８．２５％", "+8.25", "8.250"])
def test_a_rate_that_is_typed_is_that_years(text):
    assert _edited({1: {"growth": text}}, PLAN) == ({2025: 0.0825}, ())


@pytest.mark.parametrize("text", ["-3", "−3", "－３", "-3.0 %"])
def test_a_fall_may_carry_either_sign(text):
    assert _edited({0: {"growth": text}}, PLAN, "fai") == ({2024: -0.03}, ())


def test_a_rate_that_is_its_levers_is_set_by_hand_all_the_same():
    assert _edited({2: {"growth": "7.5"}}, PLAN) == ({2026: 0.075}, ())


def test_rows_may_come_as_text():
    assert _edited({"2": {"growth": "7"}}, PLAN) == ({2026: 0.07}, ())


@pytest.mark.parametrize("empty", [None, "", "  ", "\n"])
def test_an_emptied_cell_goes_back_to_its_lever(empty):
    assert _edited({3: {"growth": empty}}) == ({2025: 0.05}, (2025,))


def test_a_locked_year_is_typed_over_and_stays_locked():
    assert _edited({1: {"growth": "4"}}) == ({2025: 0.04, 2027: 0.02}, (2025,))


@pytest.mark.parametrize("edit", [{"growth": None}, {"locked": True, "growth": None}])
def test_a_locked_year_that_is_emptied_goes_back_to_its_lever(edit):
    assert _edited({1: edit}) == ({2027: 0.02}, ())


@pytest.mark.parametrize("column", ["5\n6\n7.5", "5\r\n6\r\n7.5\r\n", " 5 \n 6 \n 7.5 ", "５\n６\n７．５"])
def test_a_column_pasted_into_one_cell_goes_to_that_year_and_those_after_it(column):
    assert _edited({2: {"growth": column}}, PLAN) == ({2026: 0.05, 2027: 0.06, 2028: 0.075}, ())


def test_a_gap_in_a_pasted_column_goes_back_to_its_lever():
    assert _edited({2: {"growth": "5\n\n7"}}) == ({2025: 0.05, 2026: 0.05, 2028: 0.07}, (2025,))


def test_a_pasted_column_goes_over_what_was_typed_below_it():
    for edits in ({2: {"growth": "5\n6"}, 3: {"growth": "9"}}, {3: {"growth": "9"}, 2: {"growth": "5\n6"}}):
        assert _edited(edits, PLAN) == ({2026: 0.05, 2027: 0.06}, ())


def test_columns_pasted_row_by_row_are_as_many_rates():
    assert _edited({row: {"growth": str(row)} for row in range(5)}, PLAN)[0] == {
        2024: 0.0, 2025: 0.01, 2026: 0.02, 2027: 0.03, 2028: 0.04}  # fmt: skip


# Locks


@pytest.mark.parametrize(("row", "year", "rate"), [(0, 2024, 0.065), (2, 2026, 0.08), (3, 2027, 0.02)])
def test_a_year_that_is_locked_is_held_at_its_present_rate(row, year, rate):
    assert _edited({row: {"locked": True}}) == ({2025: 0.05, 2027: 0.02, year: rate}, tuple(sorted({2025, year})))


def test_a_year_that_is_unlocked_keeps_its_rate():
    assert _edited({1: {"locked": False}}) == ({2025: 0.05, 2027: 0.02}, ())


def test_a_year_may_be_typed_and_locked_at_once():
    assert _edited({4: {"locked": True, "growth": "1"}}) == ({2025: 0.05, 2027: 0.02, 2028: 0.01}, (2025, 2028))


def test_a_lock_that_is_sent_again_changes_nothing():
    assert edited(NOW, HELD, "gdp", {1: {"locked": True}, 4: {"locked": False}}, []) == HELD


@pytest.mark.parametrize("series", RATES)
def test_other_series_and_the_levers_stay_as_they_are(series):
    after = edited(NOW, HELD, series, {0: {"growth": "3"}, 1: {"locked": True}}, [])
    assert after.values == HELD.values
    assert [o for o in after.overrides if o[0] != series] == [o for o in HELD.overrides if o[0] != series]
    assert edited(NOW, HELD, series, {}, []) == HELD


TENTHS = strategies.dictionaries(
    strategies.integers(0, 4), strategies.tuples(strategies.integers(-100, 300), strategies.booleans())
)


@settings(max_examples=40, deadline=None)
@given(TENTHS)
def test_what_is_typed_row_by_row_is_what_the_years_are(cells):
    edits = {row: {"growth": f"{tenths / 10}", "locked": locked} for row, (tenths, locked) in cells.items()}
    rates = {2024 + row: tenths / 1000 for row, (tenths, _) in cells.items()}
    held = {2024 + row for row, (_, locked) in cells.items() if locked}
    assert _edited(edits, PLAN) == (pytest.approx(rates, rel=1e-15, abs=0), tuple(sorted(held)))


# What is refused


def test_every_bad_cell_is_named_by_its_series_and_year():
    said = _refused({0: {"growth": "abc"}, 1: {"growth": "7"}, 2: {"growth": "31"}, 3: {"growth": "7 apples"}})
    assert [sentence.partition(":")[0] for sentence in said] == [
        f"GDP, real growth {year}" for year in (2024, 2026, 2027)
    ]
    for typed, sentence in zip(("abc", "31", "7 apples"), said, strict=True):
        assert f"got {typed}" in sentence
    assert "allowed" in said[1]


def test_every_bad_line_of_a_pasted_column_is_named():
    said = _refused({1: {"growth": "5\nx\n6\n-11"}})
    assert ["2026" in said[0], "got x" in said[0], "2028" in said[1], "got -11" in said[1]] == [True] * 4
    assert len(said) == 2


def test_two_columns_are_no_rates():
    assert "got 2025" in _refused({1: {"growth": "2025\t5"}})[0]


@pytest.mark.parametrize(
    ("row", "lines", "last"), [(0, 6, 2028), (4, 2, 2028), (2, 9, 2028), (0, 13, 2035), (11, 2, 2035)]
)
def test_a_column_that_runs_past_the_last_year_shown_is_refused(row, lines, last):
    scenario = PLAN.set(PACK, horizon=last)
    said = _refused({row: {"growth": "\n".join(["5"] * lines)}}, scenario)
    assert said == [
        f"GDP, real growth: runs past the last year shown (got {lines} lines); that is {last}; "
        "paste fewer, or show more years"
    ]
    fits = last - 2024 - row + 1
    rates, _ = _edited({row: {"growth": "\n".join(["5"] * fits) + "\n"}}, scenario)
    assert rates == dict.fromkeys(range(2024 + row, last + 1), 0.05)


def test_a_column_that_is_too_long_is_refused_with_what_else_is_wrong_in_it():
    said = _refused({3: {"growth": "5\nx\n6"}})
    assert ["got 3" in said[0], "2028" in said[1], "got x" in said[1], len(said)] == [True, True, True, 2]


def test_one_bad_cell_leaves_all_as_it_was_and_says_so():
    def typed():
        session.ask(lambda scenario: edited(NOW, scenario, "gdp", {0: {"growth": "5"}, 1: {"growth": "x"}}, []))

    before, after = visit(typed, at=showing(HELD))
    assert after.history == before.history
    assert [problem.where for problem in after.problems] == ["GDP, real growth 2025"]


@pytest.mark.parametrize(("edit", "anew"), [
    ({"growth": "x"}, True), ({"growth": "31"}, True), ({"growth": "5\n6\n7\n8\n9\n10"}, True), ({"growth": ""}, True),
    ({"growth": "5\n6"}, True), ({"growth": "5"}, False), ({"locked": True}, False),
])  # fmt: skip
def test_after_a_refusal_the_grid_is_drawn_anew_so_that_the_bad_cell_goes_back(edit, anew):
    def typed():
        st.session_state["grid"] = {"edited_rows": {0: edit}}
        grid._take("grid", "gdp")

    before, after = visit(typed, at=showing(HELD))
    assert after.turns(session.GRID) == before.turns(session.GRID) + anew
    refused = edit.get("growth") in ("x", "31", "5\n6\n7\n8\n9\n10")
    assert bool(after.problems) == refused
    assert after.beside == (session.GRID if refused else "")
    assert answer.refused(after, session.GRID).count('role="alert"') == len(after.problems)
    assert "role" not in answer.complaints(after)
    assert (after.history == before.history) == (refused or edit == {"growth": ""})


@pytest.mark.parametrize(("edits", "drawn_anew"), [
    ({1: {"growth": "7"}}, False), ({1: {"locked": True}}, False), ({1: {"growth": None}}, True),
    ({1: {"growth": " "}}, True), ({1: {"growth": "5\n6"}}, True), ({1: {"growth": "7"}, 2: {"growth": ""}}, True),
    ({}, False),
])  # fmt: skip
def test_the_grid_is_drawn_anew_where_it_would_show_something_else(edits, drawn_anew):
    assert shows_other(edits) == drawn_anew


# Rules


def _filled(rule, *texts, scenario=HELD):
    return filled(NOW, scenario, "gdp", rule, list(texts), [])


def _growth(scenario: Scenario):
    """The rates of 2024 to 2028 in per cent, as the table has them."""
    by_hand = scenario.rates_by_hand("gdp")
    return [
        round(100 * by_hand.get(year, scenario["gdp_first" if year == 2024 else "gdp_later"]), 9)
        for year in range(2024, 2029)
    ]


def test_a_flat_rule_is_the_same_in_every_unlocked_year():
    after = _filled("flat", "7.2")
    assert _growth(after) == [7.2, 5.0, 7.2, 7.2, 7.2]
    assert after.rates_by_hand("gdp") == {2025: 0.05}


def test_a_ramp_is_a_straight_line_from_the_plan_year_to_the_last():
    assert _growth(_filled("ramp", "4", "8")) == [4.0, 5.0, 6.0, 7.0, 8.0]
    assert _growth(_filled("ramp", "４％", "9 %", scenario=PLAN)) == [4.0, 5.25, 6.5, 7.75, 9.0]


def test_what_converges_closes_the_same_part_of_the_distance_each_year():
    # 4 + 8 x 0.5^t
    assert _growth(_filled("converge", "12", "4", "50", scenario=PLAN)) == [12.0, 8.0, 6.0, 5.0, 4.5]
    assert _growth(_filled("converge", "12", "4", "50")) == [12.0, 5.0, 6.0, 5.0, 4.5]
    assert _growth(_filled("converge", "12", "4", "100 %", scenario=PLAN)) == [12.0, 4.0, 4.0, 4.0, 4.0]


@pytest.mark.parametrize("rule", ["flat", "ramp", "converge"])
def test_a_locked_year_is_held_by_every_rule(rule):
    texts = {"flat": ["3"], "ramp": ["3", "9"], "converge": ["3", "9", "40"]}[rule]
    after = _filled(rule, *texts)
    assert (after.rates_by_hand("gdp")[2025], after.locked("gdp")) == (0.05, (2025,))


RATE, FIRST, LAST, LONG_RUN = "Flat: rate, %", "Ramp: 2024, %", "Ramp: 2028, %", "Converge: long run, %"


@pytest.mark.parametrize(("rule", "texts", "bad"), [
    ("flat", ["x"], {RATE: "x"}), ("flat", [""], {RATE: ""}), ("flat", ["31"], {RATE: "31"}),
    ("ramp", ["x", "31"], {FIRST: "x", LAST: "31"}), ("ramp", ["5", "-11"], {LAST: "-11"}),
    ("converge", ["a", "b", "c"],
     {"Converge: 2024, %": "a", LONG_RUN: "b", "Converge: of the distance each year, %": "c"}),
    ("converge", ["5", "99", "40"], {LONG_RUN: "99"}), ("converge", ["5", "6", "0"], {"GDP, real growth": "0"}),
    ("converge", ["5", "6", "101"], {"GDP, real growth": "101"}),
    ("converge", ["5", "6", "-40"], {"GDP, real growth": "-40"}),
])  # fmt: skip
def test_every_bad_field_of_a_rule_is_named(rule, texts, bad):
    with pytest.raises(Refused) as refusal:
        _filled(rule, *texts)
    said = [problem.sentence() for problem in refusal.value.problems]
    assert len(said) == len(bad)
    for sentence, (field, typed) in zip(said, bad.items(), strict=True):
        assert sentence.startswith(f"{field}: ")
        assert (f"got {typed}" if typed else "is missing") in sentence


def test_every_rule_asks_for_the_fields_whose_names_its_sentences_have():
    later = HELD.set(PACK, horizon=2031).by_hand(PACK, "gdp", 2031, -0.0125)
    assert rules.fields(showing(later)) == {
        "flat": [("rate, %", "-1.25")], "ramp": [("2024, %", "6.5"), ("2031, %", "-1.25")],
        "converge": [("2024, %", "6.5"), ("long run, %", "-1.25"), ("of the distance each year, %", "40")],
    }  # fmt: skip
    assert [name for name, _ in rules.fields(showing(later, "zh"))["ramp"]] == ["2024年，%", "2031年，%"]


@pytest.mark.parametrize(("rule", "texts"), [("", []), ("nothing", ["5"]), ("flat", ["5", "6"]), ("ramp", ["5"]),
                                             ("converge", ["5", "6"]), ("flat", [])])  # fmt: skip
def test_a_rule_that_means_nothing_changes_nothing(rule, texts):
    assert _filled(rule, *texts) == HELD


# The page


def _grid(scenario=HELD, language="en", **view):
    page = drawn(_page, at=showing(scenario, language, view=USUAL if not view else replace(USUAL, **view)))
    return [list(row) for row in page.dataframe[0].value.itertuples(index=False)]


def test_every_year_stands_with_its_rate_its_lock_its_origin_its_level_and_the_references_rate():
    # 38.6 x 1.065 = 41.109; x 1.05 = 43.164; x 1.08 = 46.618; x 1.02 = 47.550; x 1.08 = 51.354
    assert _grid() == [
        ["2024", "6.5", False, "lever", "41.11", "6.5"],
        ["2025", "5.0", True, "✎ locked", "43.16", "7.5"],
        ["2026", "8.0", False, "lever", "46.62", "7.5"],
        ["2027", "2.0", False, "✎ by hand", "47.55", "7.5"],
        ["2028", "8.0", False, "lever", "51.35", "7.5"],
    ]


def test_a_fall_stands_in_the_grid_as_it_can_be_typed():
    assert _grid(PLAN.by_hand(PACK, "gdp", 2026, -0.05))[2][1] == "-5.0"


def test_the_grid_is_as_long_as_the_scenario():
    assert [row[0] for row in _grid(PLAN.set(PACK, horizon=2035))][-1] == "2035"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("series", RATES)
def test_the_years_of_every_series_are_shown_in_either_language(series, language):
    rows = _grid(PLAN.with_years(PACK, series, {2026: 0.0123}, [2026]), language, series=series)
    assert [row[2] for row in rows] == [False, False, True, False, False]
    assert rows[2][1] == "1.23"


def test_what_the_unlocked_years_would_take_is_said_with_a_button_that_sets_them():
    shown = html(drawn(_page, at=showing(HELD)))
    # By hand: 550 / 386 = 1.05 (1 + x)^4 gives 7.94 %, rounded up.
    assert 0 <= 7.94 - 100 * ((550 / 386 / 1.05) ** 0.25 - 1) < 0.01
    assert "7.94 % in every unlocked year leads to 55 bn yuan by 2028; locked years are held." in shown
    assert 'data-action="rest:gdp"' in shown
    assert 'data-action="free:gdp"' in shown
    assert 'data-action="free:gdp"' not in html(drawn(_page, at=NOW))


def test_where_every_year_is_locked_nothing_is_left_to_solve_for():
    locked = PLAN.with_years(PACK, "gdp", dict.fromkeys(range(2024, 2029), 0.05), range(2024, 2029))
    shown = html(drawn(_page, at=showing(locked)))
    assert "nothing is left to solve for" in shown
    assert 'data-action="rest:gdp"' not in shown


def test_rules_begin_with_the_rates_of_the_first_and_the_last_year():
    shown = text(drawn(_page, at=showing(PLAN.by_hand(PACK, "gdp", 2028, 0.0765))))
    assert '["2024, %", "6.5"], ["2028, %", "7.65"]' in shown
