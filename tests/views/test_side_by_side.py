"""The charts of the compare page: valid definitions without values, and one label a scenario, none over another."""

import itertools
import json
import math

import altair as alt
import pytest
from a_visit import PACK, PLAN, showing
from hypothesis import given, settings
from hypothesis import strategies as st

from model.indicators import BY_KEY, GDP, INDICATORS
from model.link import LANGUAGES
from views import palette, side_by_side
from views.compare import shown
from views.side_by_side import spread

FAST, SLOW = PLAN.set(PACK, gdp_later=0.09).rename("fast"), PLAN.set(PACK, gdp_later=0.04).rename("slow")
OWN = PLAN.set(PACK, gdp_later=0.08, fai_later=0.2)
FULL = (FAST, SLOW, PLAN.set(PACK, gdp_base=390.0).rename("保底：不低于百分之五的情景"), PLAN.rename("twin"))
ENDS = st.dictionaries(st.integers(0, 9), st.floats(-1e6, 1e6), min_size=1, max_size=6)


def _rows(indicator=GDP, scenario=OWN, language="zh", kept=FULL):
    now = showing(scenario, language, kept=kept)
    return side_by_side.rows(indicator, now, shown(now)).to_pylist()


def _labels(rows):
    return [row for row in rows if row["label"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_definition_is_valid_and_holds_no_value_of_a_scenario(language):
    specs = side_by_side.specs(language)
    assert list(specs) == [indicator.key for indicator in INDICATORS]
    for key, spec in specs.items():
        whole = {**spec, "data": {"name": "rows"}}
        assert alt.Chart.from_dict(whole, validate=True).to_dict()["layer"], key
        assert not any(number in json.dumps(spec) for number in ("549", "54.9", "550", "386", "38.6")), key


def test_there_is_a_colour_and_a_dash_for_every_place():
    assert len(side_by_side.DASHES) == len(palette.COMPARED) == 6
    assert len(set(zip(map(str, side_by_side.DASHES), palette.COMPARED, strict=True))) == 6


@pytest.mark.parametrize("indicator", INDICATORS)
def test_every_scenario_has_one_label_at_the_end_of_its_line(indicator):
    rows = _rows(indicator)
    labels = _labels(rows)
    assert sorted(row["place"] for row in labels) == ["0", "1", "2", "3", "4", "5"]
    assert {row["year"] for row in labels} == {max(row["year"] for row in rows)}
    assert all(row["value"] is None for row in labels)
    assert all(row["at"] is None for row in rows if not row["label"])


def test_lines_are_the_levels_worked_by_hand_in_the_unit_that_is_written():
    for language, unit in (("zh", 1), ("en", 0.1)):
        rows = [row for row in _rows(language=language) if row["place"] == "1" and row["value"] is not None]
        levels = [386, 386 * 1.065, *(386 * 1.065 * 1.09**years for years in (1, 2, 3, 4))]
        assert [row["year"] for row in rows] == [2023, 2024, 2025, 2026, 2027, 2028]
        assert [row["value"] for row in rows] == pytest.approx([level * unit for level in levels], rel=1e-12)


def test_a_label_is_the_name_cut_short_and_the_level_that_is_reached():
    labels = {row["place"]: row["label"] for row in _labels(_rows())}
    assert labels["1"] == "fast 580.3"  # 386 x 1.065 x 1.09^4
    assert labels["3"] == "保底：不低于百分… 554.7"  # 390 x 1.065 x 1.075^4
    assert labels["0"] == "计划 549.0"


def test_every_line_goes_on_to_the_last_year_of_any():
    rows = _rows(kept=(FAST.set(PACK, horizon=2033.0), SLOW))
    assert {max(row["year"] for row in rows if row["place"] == place) for place in "0125"} == {2033}


@pytest.mark.parametrize("indicator", INDICATORS)
@pytest.mark.parametrize("flat", [False, True])
def test_labels_stand_apart_even_where_the_scenarios_end_at_one_level(indicator, flat):
    still = {f"{series}_{slot}": 0.0 for series in BY_KEY for slot in ("first", "later")}
    alike = [PLAN.set(PACK, **still if flat else {}).rename(str(place)) for place in range(5)]
    now = showing(alike[4], kept=tuple(alike[:4]), language="zh")
    rows = side_by_side.rows(indicator, now, shown(now)[1:]).to_pylist()
    heights = sorted(row["at"] for row in _labels(rows))
    assert min(after - before for before, after in itertools.pairwise(heights)) > 0


def test_labels_far_apart_stand_at_their_ends_and_close_ones_around_them():
    assert spread({0: 10.0, 1: 10.0, 2: 30.0}, 2.0) == {0: 9.0, 1: 11.0, 2: 30.0}
    assert spread({4: 5.0}, 2.0) == {4: 5.0}
    assert spread({0: 10.0, 1: 3.0}, 2.0) == {0: 10.0, 1: 3.0}


def test_labels_that_push_each_other_stand_around_their_mean():
    # 10 and 11 give way to 9.5 and 11.5; 12.5 is then too near, and all three stand around 33.5 / 3.
    found = spread({0: 10.0, 1: 11.0, 2: 12.5}, 2.0)
    assert found == pytest.approx({0: 33.5 / 3 - 2, 1: 33.5 / 3, 2: 33.5 / 3 + 2})


@settings(max_examples=60, deadline=None)
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
