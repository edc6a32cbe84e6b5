"""The pictures there are: all charts of the pages, with the pages' own definitions and rows."""

import json
from dataclasses import replace

import pyarrow as pa
import pytest
from a_visit import PLAN, drawn, showing, visit

from model.progress.regions import find_region
from model.scenario.scenario import plan
from model.work.view import View
from views.downloads.gallery import MAP, gallery

OWN = PLAN.set(gdp_later=0.08, fai_later=0.15).rename("稳一点")
KEPT = (PLAN.set(gdp_later=0.09).rename("fast"),)


def _compare():
    from views.pages.compare import draw
    from views.state import current

    draw(current())


def _feasibility():
    from views.pages.feasibility import draw
    from views.state import current

    draw(current())


def _on_page(page, at):
    """The charts that a page draws: definitions, and rows as Python values."""
    found = drawn(page, at=at).get("vega_lite_chart")
    assert found
    return [(json.loads(each.proto.spec), pa.ipc.open_stream(each.proto.data.data).read_all()) for each in found]


@pytest.mark.parametrize(
    ("language", "page", "section", "keys"),
    [
        ("zh", _compare, "solve", ["compare-gdp", "compare-fai", "compare-retail", "compare-income"]),
        ("en", _feasibility, "solve", ["stairs", "past", "prices"]),
        ("zh", _feasibility, "sensitivity", ["stairs", "past", "tornado", "map"]),
        ("en", _feasibility, "sure", ["stairs", "past", "chances"]),
        ("zh", _feasibility, "realistic", ["stairs", "past", "checks"]),
        ("en", _feasibility, "why", ["stairs", "past", "waterfall"]),
    ],
)
def test_a_picture_has_the_definition_and_the_rows_of_its_page(language, page, section, keys):
    now = showing(OWN, language, kept=KEPT, view=View(section=section))
    listed = gallery(now)
    made = [listed[key].draw() for key in keys]
    for (spec, rows), mine in zip(_on_page(page, now), made, strict=True):
        if "params" not in spec:  # where something can be selected, Streamlit names the parts anew
            assert {name: spec[name] for name in mine.spec} == json.loads(json.dumps(mine.spec))
        assert set(spec) - set(mine.spec) <= {"width", "height", "autosize", "config", "padding"}
        assert rows.to_pylist() == mine.rows.to_pylist()


def test_every_chart_of_the_pages_is_there_and_has_a_title_of_its_own():
    listed = gallery(showing(OWN, "zh", kept=KEPT))
    keys = {"gdp", "fai", "retail", "income", "growth", "stairs", "past", "prices"}
    keys |= {"tornado", "map", "chances", "checks", "waterfall"}
    assert set(listed) == keys | {f"compare-{key}" for key in ("gdp", "fai", "retail", "income")}
    assert len({chart.title for chart in listed.values()}) == len(listed)


def test_what_differs_in_nothing_has_no_waterfall():
    assert "waterfall" not in gallery(showing(PLAN))
    assert "waterfall" in gallery(showing(OWN))


def test_a_region_without_a_past_has_no_picture_of_it():
    opened = "region=own~A~2025~gdp:386,380,391:6.5,7.5~target:550,2030&lang=en&view=band,realistic,gdp"
    (now,) = visit(query=opened)
    assert "past" not in gallery(now)


def test_marks_that_are_not_drawn_are_not_explained():
    named = {mark.words for mark in gallery(showing(PLAN))["fai"].draw().marks}
    assert named == {"this scenario", "the plan (reference)", "official outcome"}


def test_the_band_is_explained_where_it_is_basesand_else_the_range_of_the_baseline():
    said = [
        " ".join(mark.words for mark in gallery(showing(PLAN, view=View(band=band)))["gdp"].draw().marks)
        for band in (True, False)
    ]
    assert "minimum width; chance at the end of 2028: 49 %" in said[0]
    assert "from a baseline of 38.0–39.1" in said[1]


@pytest.mark.parametrize(("region", "narrow"), [("fengjie", True), ("chongqing", False)])
def test_only_of_a_county_the_band_is_said_to_be_too_narrow(region, narrow):
    listed = gallery(showing(plan(find_region(region))))
    said = " ".join((*listed["chances"].draw().said, *(mark.words for mark in listed["gdp"].draw().marks)))
    assert [words in said for words in ("a county varies more", "minimum width")] == [narrow] * 2


def test_only_levels_are_said_to_be_at_current_prices():
    bases = {key: chart.draw().basis for key, chart in gallery(showing(OWN, "zh", kept=KEPT)).items()}
    levels = {key for key, basis in bases.items() if basis == "现价，亿元"}
    assert levels == {"gdp", "fai", "retail", "waterfall", "compare-gdp", "compare-fai", "compare-retail"}
    others = {
        "income": "现价，元", "growth": "年增速（%）", "tornado": "GDP 变动，现价，亿元",
        "map": "GDP 与目标之差占目标的比重（%）", "chances": "概率（%）", "checks": "增速与比重，%",
    }  # fmt: skip
    assert {key: bases[key] for key in others} == others


def test_sources_are_those_of_what_is_drawn():
    assert set(gallery(showing(PLAN))["growth"].draw().sources) == {"plan_report_2024", "derived"}
    band, plain = (gallery(showing(PLAN, view=View(band=band)))["gdp"].draw().sources for band in (True, False))
    assert set(band) - set(plain) == {"provincial_targets"}


@pytest.mark.parametrize(("level", "lacking"), [(550, True), (5000, False)])
def test_what_is_lacking_is_basesin_the_tornado_where_the_bars_can_be_seen_beside_it(level, lacking):
    made = gallery(showing(PLAN.set(target_level=float(level))))["tornado"].draw()
    said = [row["said"] for row in made.rows.to_pylist() if not row["side"]]
    assert said == (["lacking 0.10"] if lacking else [])


# The map


def test_the_map_holds_cells_of_even_size_the_line_and_the_scenario():
    rows = gallery(showing(PLAN))[MAP].draw().rows.to_pylist()
    cells = [row for row in rows if row["role"] == "cell"]
    assert {(round(row["x2"] - row["x"], 9), round(row["y2"] - row["y"], 9)) for row in cells} == {(0.5, 0.5)}
    across, up = (len({row[axis] for row in cells}) for axis in "xy")
    assert (across, up) == (31, 21)


def test_a_cell_of_the_map_is_as_far_from_the_target_as_a_hand_would_find():
    rows = gallery(showing(PLAN))[MAP].draw().rows.to_pylist()
    middle = {(round((row["x"] + row["x2"]) / 2, 6), round((row["y"] + row["y2"]) / 2, 6)): row["away"]
              for row in rows if row["role"] == "cell"}  # fmt: skip
    # 386 * 1.065 * 1.08^4 = 559.290...; with prices rising by 3 % a year from 2025 that times 1.03^4
    assert middle[8.0, 0.0] == pytest.approx((386 * 1.065 * 1.08**4 / 550 - 1) * 100)
    assert middle[8.0, 3.0] == pytest.approx((386 * 1.065 * (1.08 * 1.03) ** 4 / 550 - 1) * 100)


def test_on_the_line_of_the_map_the_target_is_met():
    rows = gallery(showing(PLAN))[MAP].draw().rows.to_pylist()
    met = [(row["x"], row["y"]) for row in rows if row["role"] == "met"]
    assert len(met) > 20
    for growth, prices in met:
        assert 386 * 1.065 * ((1 + growth / 100) * (1 + prices / 100)) ** 4 == pytest.approx(550)


def test_the_map_names_its_levers_and_marks_the_scenario():
    rows = gallery(showing(OWN, "zh", view=replace(View(), across="gdp_base", up="gdp_later")))[MAP].draw().rows
    found = [row for row in rows.to_pylist() if row["role"] not in ("cell", "met")]
    assert [row["first"] for row in found if row["role"] == "name"] == ["2023年 GDP，亿元 →", "↑ 2025年起增速, %"]
    assert [(row["x"], row["y"]) for row in found if row["role"] == "here"] == [(386, 8)]
