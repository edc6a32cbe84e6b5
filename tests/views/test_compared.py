"""The charts of the compare page: one label a scenario, none over another."""

import itertools
import math
import unicodedata

import pytest
from a_visit import PLAN, showing
from hypothesis import given, settings
from hypothesis import strategies as st

from model.region.indicators import BY_KEY, GDP, INDICATORS
from views.charts import compared
from views.charts.compared import GOAL, LONGEST, short, spread

FAST, SLOW = PLAN.set(gdp_later=0.09).rename("fast"), PLAN.set(gdp_later=0.04).rename("slow")
OWN = PLAN.set(gdp_later=0.08, fai_later=0.2)
FULL = (FAST, SLOW, PLAN.set(gdp_base=390.0).rename("保底：不低于百分之五的情景"), PLAN.rename("twin"))
ENDS = st.dictionaries(st.integers(0, 9), st.floats(-1e6, 1e6), min_size=1, max_size=6)


def _rows(indicator=GDP, scenario=OWN, language="zh", kept=FULL):
    now = showing(scenario, language, kept=kept)
    return compared.rows(now, indicator).to_pylist()


def _labels(rows):
    return [row for row in rows if row["label"]]


def test_there_is_a_colour_and_a_dash_for_every_place_and_for_the_target():
    assert len(set(map(str, compared.DASHES))) == len(compared.DASHES) == 7
    for colours in compared.LINES.values():
        assert len(colours) == len(set(colours)) == 7


@pytest.mark.parametrize("indicator", INDICATORS)
def test_every_scenario_and_gdps_target_have_one_label_at_the_end_of_their_lines(indicator):
    rows = _rows(indicator)
    labels = _labels(rows)
    assert sorted(row["place"] for row in labels) == list("0123456" if indicator is GDP else "012345")
    assert {row["year"] for row in labels} == {max(row["year"] for row in rows)}
    assert all(row["value"] is None for row in labels)


def test_lines_are_the_levels_worked_by_hand_in_the_unit_that_is_written():
    for language, unit in (("zh", 1), ("en", 0.1)):
        rows = [row for row in _rows(language=language) if row["place"] == "1" and row["value"] is not None]
        levels = [386, 386 * 1.065, *(386 * 1.065 * 1.09**years for years in (1, 2, 3, 4))]
        assert [row["year"] for row in rows] == [2023, 2024, 2025, 2026, 2027, 2028]
        assert [row["value"] for row in rows] == pytest.approx([level * unit for level in levels], rel=1e-12)


def test_a_label_is_the_name_cut_short_and_the_level_that_is_reached():
    labels = {row["place"]: row["label"] for row in _labels(_rows())}
    assert labels["1"] == "fast 580.3"  # 386 x 1.065 x 1.09^4
    assert labels["3"] == "保底：不…五的情景 554.7"  # 390 x 1.065 x 1.075^4
    assert labels["0"] == "计划 549.0"
    assert labels[str(GOAL)] == "目标 550"


def _goal(**others):
    rows = [row for row in _rows(**others) if row["place"] == str(GOAL)]
    line = [(row["year"], row["value"]) for row in rows if row["value"] is not None]
    return [line[0], line[-1]], _labels(rows)[0]["label"]


def test_the_target_is_a_level_line_from_the_base_year_to_the_last():
    assert _goal() == ([(2023, 550.0), (2028, 550.0)], "目标 550")
    scenario = OWN.set(target_level=612.3456, horizon=2031)
    assert _goal(scenario=scenario, language="en") == ([(2023, 61.23456), (2031, 61.23456)], "Target 61.23456")


def test_the_target_is_that_of_the_scenario_on_the_page_and_of_gdp_only():
    assert _goal(kept=(FAST.set(target_level=700.0),))[0][0] == (2023, 550.0)
    for indicator in INDICATORS:
        assert (str(GOAL) in {row["place"] for row in _rows(indicator)}) == (indicator is GDP)


@pytest.mark.parametrize(("name", "shown"), [
    ("eighteen letters !", "eighteen letters !"), ("nineteen letters !!", "nineteen lett…s !!"),
    ("十个字的名字就要缩短", "十个字的…就要缩短"), ("保底 at least 5 percent", "保底 at least…cent"),
])  # fmt: skip
def test_a_long_name_loses_its_middle(name, shown):
    # 18 letters fit, of Chinese half as many; of a longer name the last four stay, and of its beginning what fits.
    assert short(name) == shown


@given(st.text(max_size=40) | st.text("ab保底, ", max_size=40))
def test_a_name_is_cut_no_more_than_needed(name):
    def wide(text):
        return sum(2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1 for letter in text)

    shown = short(name)
    if wide(name) <= LONGEST:
        assert shown == name
    else:
        cut = len(shown) - 5
        assert shown == f"{name[:cut]}…{name[-4:]}"
        assert wide(shown) <= LONGEST < wide(f"{name[: cut + 1]}…{name[-4:]}")


def test_names_that_would_be_shortened_to_the_same_are_told_apart_by_their_place():
    long = {1: "奉节县二〇二四年上半年版本", 2: "奉节县二〇二四年下半年版本", 3: "plain"}
    assert compared._apart(long) == {1: "1 奉节县二…半年版本", 2: "2 奉节县二…半年版本", 3: "plain"}


def test_every_line_goes_on_to_the_last_year_of_any():
    rows = _rows(kept=(FAST.set(horizon=2033.0), SLOW))
    assert {max(row["year"] for row in rows if row["place"] == place) for place in "0125"} == {2033}


@pytest.mark.parametrize("indicator", INDICATORS)
@pytest.mark.parametrize("flat", [False, True])
def test_labels_stand_apart_even_where_the_scenarios_end_at_one_level(indicator, flat):
    still = {f"{series}_{slot}": 0.0 for series in BY_KEY for slot in ("first", "later")}
    alike = [PLAN.set(**still if flat else {}).rename(str(place)) for place in range(5)]
    rows = compared.rows(showing(alike[4], kept=tuple(alike[:4]), language="zh"), indicator).to_pylist()
    heights = sorted(row["at"] for row in _labels(rows))
    assert min(after - before for before, after in itertools.pairwise(heights)) > 0


def test_every_chart_spans_the_same_multiple_of_its_baseline():
    now, spans = showing(OWN, kept=FULL), []
    for indicator in now.pack.indicators:
        rows = compared.rows(now, indicator).to_pylist()
        heights = [height for row in rows for height in (row["value"], row["at"]) if height is not None]
        spans.append([end / rows[0]["value"] for end in (min(heights), max(heights))])
    assert spans == [pytest.approx(spans[0], rel=1e-9)] * len(spans)


@settings(max_examples=20, deadline=None)
@given(ENDS, st.floats(0.0, 1e5))
def test_labels_keep_their_order_and_the_gap_and_are_as_near_as_that_allows(ends, gap):
    found = spread(ends, gap)
    assert found.keys() == ends.keys()
    order = sorted(found, key=lambda place: (found[place], ends[place]))
    assert [ends[place] for place in order] == sorted(ends.values())
    heights, close = [found[place] for place in order], 1e-6
    assert all(after - before >= gap - close for before, after in itertools.pairwise(heights))
    # The nearest in the sense of least squares, by another way: the max-min formula of isotonic regression.
    drawn_in = [ends[place] - gap * i for i, place in enumerate(order)]
    for i, height in enumerate(heights):
        nearest = max(
            min(math.fsum(drawn_in[j : k + 1]) / (k + 1 - j) for k in range(i, len(order))) for j in range(i + 1)
        )
        assert height == pytest.approx(nearest + gap * i, rel=1e-9, abs=close)
