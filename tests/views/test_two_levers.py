"""The map of two levers, held against a hand."""

import pytest
from a_visit import PLAN, showing

from model.work.view import View
from views.charts import two_levers

OWN = PLAN.set(gdp_later=0.08)


def test_the_map_holds_cells_of_even_size_the_line_and_the_scenario():
    rows = two_levers.rows(showing(PLAN)).to_pylist()
    cells = [row for row in rows if row["role"] == "cell"]
    assert {(round(row["x2"] - row["x"], 9), round(row["y2"] - row["y"], 9)) for row in cells} == {(0.5, 0.5)}
    across, up = (len({row[axis] for row in cells}) for axis in "xy")
    assert (across, up) == (31, 21)


def test_a_cell_of_the_map_is_as_far_from_the_target_as_a_hand_would_find():
    rows = two_levers.rows(showing(PLAN)).to_pylist()
    middle = {(round((row["x"] + row["x2"]) / 2, 6), round((row["y"] + row["y2"]) / 2, 6)): row["away"]
              for row in rows if row["role"] == "cell"}  # fmt: skip
    # 386 * 1.065 * 1.08^4 = 559.290...; with prices rising by 3 % a year from 2025 that times 1.03^4
    assert middle[8.0, 0.0] == pytest.approx((386 * 1.065 * 1.08**4 / 550 - 1) * 100)
    assert middle[8.0, 3.0] == pytest.approx((386 * 1.065 * (1.08 * 1.03) ** 4 / 550 - 1) * 100)


def test_on_the_line_of_the_map_the_target_is_met():
    rows = two_levers.rows(showing(PLAN)).to_pylist()
    met = [(row["x"], row["y"]) for row in rows if row["role"] == "met"]
    assert len(met) > 20
    for growth, prices in met:
        assert 386 * 1.065 * ((1 + growth / 100) * (1 + prices / 100)) ** 4 == pytest.approx(550)


def test_the_map_names_its_levers_and_marks_the_scenario():
    rows = two_levers.rows(showing(OWN, "zh", view=View(across="gdp_base", up="gdp_later")))
    found = [row for row in rows.to_pylist() if row["role"] not in ("cell", "met")]
    assert [row["first"] for row in found if row["role"] == "name"] == ["2023年 GDP，亿元 →", "↑ 2025年起增速, %"]
    assert [(row["x"], row["y"]) for row in found if row["role"] == "here"] == [(386, 8)]
