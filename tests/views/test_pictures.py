"""The feasibility page's charts: valid definitions without values, and rows in the order in which they are read."""

import json

import altair as alt
import pytest

from views import pictures
from views.lines import cells


def test_every_definition_is_valid_and_holds_no_value_of_a_scenario():
    for key, spec in pictures.specs().items():
        whole = {**spec, "data": {"name": "rows"}}
        assert alt.Chart.from_dict(whole, validate=True).layer, key
        assert not any(number in json.dumps(spec) for number in ("549", "54.9", "550", "386", "38.6")), key


def test_a_waterfall_leads_from_the_first_level_to_the_last():
    rows = pictures.waterfall_rows(
        ("plan", 10.0, ""), [("a", 2.0, ""), ("b", -0.5, "")], ("mine", 11.5, "")
    ).to_pylist()
    assert [(row["name"], row["role"]) for row in rows] == [
        ("plan", "total"), ("a", "up"), ("b", "down"), ("mine", "total")]  # fmt: skip
    steps = [(row["start"], row["end"]) for row in rows[1:-1]]
    assert steps == [(10.0, 12.0), (12.0, 11.5)]
    assert rows[-1]["end"] == pytest.approx(steps[-1][1])
    assert rows[0]["start"] == rows[-1]["start"] < 10


def test_a_ranking_runs_from_the_lowest_to_the_highest():
    rows = pictures.ranking_rows(
        [("2011", 24.7, "nominal", ""), ("needed", 7.3, "asked", ""), ("2020", 6.5, "nominal", "")]
    )
    assert rows["name"].to_pylist() == ["2020", "needed", "2011"]


def test_a_label_that_the_line_of_what_is_asked_would_cross_stands_inside_its_bar():
    rows = pictures.ranking_rows(
        [
            ("2011", 24.7, "nominal", ""),
            ("needed", 7.3, "asked", ""),
            ("2020", 6.5, "nominal", ""),
            ("a", 1.0, "real", ""),
        ]
    )
    places = dict(zip(rows["name"].to_pylist(), rows["place"].to_pylist(), strict=True))
    assert places == {"2011": "above", "needed": "above", "2020": "inside", "a": "above"}


def test_a_waterfall_of_positive_levels_has_no_axis_below_nothing():
    rows = pictures.waterfall_rows(("plan", 549.0, ""), [("a", -534.0, "")], ("mine", 15.0, "")).to_pylist()
    assert rows[0]["start"] == rows[-1]["start"] == 0


def test_what_has_no_effect_has_no_label():
    rows = pictures.tornado_rows([("a", -3.0, 0.0, "-3.0", "0.0"), ("b", -0.04, 0.04, "-0.0", "0.0")], None)
    assert rows["text"].to_pylist() == ["-3.0", "", "-0.0", "0.0"]


def test_a_label_of_growth_stands_where_its_line_does_not_run():
    rates = (6.0, 7.0, 8.0, 6.5, 6.0, 7.0, 7.0)
    rows = pictures.growth_rows([(2024 + n, rate, "own", "") for n, rate in enumerate(rates)]).to_pylist()
    places = [(row["align"], "below" if row["dy"] > 0 else "above") for row in rows]
    left, right, over, under = ("right", "above"), ("left", "above"), ("center", "above"), ("center", "below")
    assert places == [left, left, over, right, under, left, over]


def test_long_names_are_written_on_several_lines_and_short_ones_on_one():
    names = ("GDP", "Price change (GDP deflator) from 2025", "投资增速每超计划1个百分点带动的 GDP 增速（百分点）")
    rows = pictures.tornado_rows([(name, -1.0, 1.0, "", "") for name in names], None)
    written = list(dict.fromkeys(rows["name"].to_pylist()))
    assert [name.count("\n") for name in written] == [0, 0, 1]
    assert max(cells(line) for name in written for line in name.split("\n")) <= pictures.BESIDE
    assert "".join(written[2].split("\n")) == names[2]


def test_a_target_that_is_met_draws_no_line_for_what_is_lacking():
    swing = ("GDP", -1.0, 1.0, "-1", "+1")
    assert pictures.tornado_rows([swing], None)["lacking"].null_count == 2
    assert pictures.tornado_rows([swing], 0.4)["lacking"].to_pylist() == [None, None, 0.4]
