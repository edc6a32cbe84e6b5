"""The pictures there are: all charts of the pages, with the pages' own definitions and rows."""

import json
from dataclasses import replace

import pyarrow as pa
import pytest
from a_visit import PACK, PLAN, drawn, showing, visit

from model.further import Further
from model.link import LANGUAGES
from model.loader import packs
from model.scenario import plan
from model.view import View
from views.charts import paths as charts
from views.downloads.gallery import MAP, gallery, looked_at

OWN = PLAN.set(PACK, gdp_later=0.08, fai_later=0.15).rename("稳一点")
KEPT = (PLAN.set(PACK, gdp_later=0.09).rename("fast"),)
PATHS = (Further("tourism_revenue", 0.2, 0.1), Further("pm25", 0.4, 0.4))


def _simulate():
    from views.simulate import page

    page()


def _compare():
    from views.compare import page

    page()


def _years():
    from views.years import page

    page()


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
    ("page", "section", "keys"),
    [
        (_simulate, "solve", ["gdp", "fai", "retail", "income", "further-tourism_revenue", "further-pm25"]),
        (_compare, "solve", ["compare-gdp", "compare-fai", "compare-retail", "compare-income"]),
        (_years, "solve", ["growth"]),
        (_feasibility, "solve", ["stairs", "past", "prices"]),
        (_feasibility, "sensitivity", ["stairs", "past", "tornado", "map"]),
        (_feasibility, "sure", ["stairs", "past", "chances"]),
        (_feasibility, "realistic", ["stairs", "past", "checks"]),
        (_feasibility, "why", ["stairs", "past", "waterfall"]),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_has_the_definition_and_the_rows_of_its_page(page, section, keys, language):
    now = showing(OWN, language, kept=KEPT, view=View(section=section), further=PATHS)
    listed = gallery(now)
    made = [listed[key].draw() for key in keys]
    for (spec, rows), mine in zip(_on_page(page, now), made, strict=True):
        if "params" not in spec:  # where something can be selected, Streamlit names the parts anew
            assert {name: spec[name] for name in mine.spec} == json.loads(json.dumps(mine.spec))
        assert set(spec) - set(mine.spec) <= {"width", "height", "autosize"}
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


@pytest.mark.parametrize(
    ("page", "section", "key"),
    [
        ("simulate", "why", "gdp"),
        ("compare", "solve", "compare-gdp"),
        ("years", "solve", "growth"),
        ("feasibility", "sensitivity", "tornado"),
        ("feasibility", "sure", "chances"),
        ("feasibility", "solve", "stairs"),
        ("feasibility", "realistic", "checks"),
        ("feasibility", "why", "waterfall"),
        ("feasibility", "sectors", "gdp"),
    ],
)
def test_the_chart_that_is_looked_at_is_the_first_of_the_page_or_of_its_open_section(page, section, key):
    assert looked_at(showing(OWN, view=View(section=section)), page) == key


def test_where_nothing_differs_there_is_no_waterfall_to_look_at():
    assert looked_at(showing(PLAN, view=View(section="why")), "feasibility") == "gdp"


def test_a_region_without_a_past_has_no_picture_of_it():
    opened = "region=own~A~2025~gdp:386,380,391:6.5,7.5~target:550,2030&lang=en&view=band,realistic,gdp"
    (now,) = visit(query=opened)
    assert "past" not in gallery(now)


def test_definitions_are_those_of_the_pages_and_not_copies():
    listed = gallery(showing(OWN, "zh"))
    assert listed["gdp"].draw().spec is charts.specs("zh")["gdp"]


def test_a_picture_says_what_its_numbers_are_in():
    listed = gallery(showing(OWN, "zh"))
    assert listed["gdp"].draw().basis == "现价，亿元"
    assert listed["chances"].draw().basis == "概率（%）"


def test_marks_that_are_not_drawn_are_not_explained():
    named = {mark.words for mark in gallery(showing(PLAN))["fai"].draw().marks}
    assert named == {"this scenario", "the plan (reference)", "official outcome"}


def test_the_band_is_explained_where_it_is_drawn_and_else_the_range_of_the_baseline():
    said = [
        " ".join(mark.words for mark in gallery(showing(PLAN, view=View(band=band)))["gdp"].draw().marks)
        for band in (True, False)
    ]
    assert "minimum width; chance at the end of 2028: 49 %" in said[0]
    assert "from a baseline of 38.0–39.1" in said[1]


@pytest.mark.parametrize(("region", "language", "county"), [
    ("fengjie", "en", "a county varies more"), ("fengjie", "zh", "县域波动更大"), ("chongqing", "en", ""),
    ("chongqing", "zh", ""),
])  # fmt: skip
def test_only_of_a_county_the_band_is_said_to_be_too_narrow(region, language, county):
    listed = gallery(showing(plan(packs()[region]), language))
    said = " ".join((*listed["chances"].draw().said, *(mark.words for mark in listed["gdp"].draw().marks)))
    words = ("a county", "minimum width") if language == "en" else ("县", "为宽度下限")
    assert [word in said for word in words] == [bool(county)] * 2
    assert county in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_levels_are_said_to_be_at_current_prices(language):
    now = showing(OWN, language, kept=KEPT)
    levels = {key for key, chart in gallery(now).items() if chart.draw().basis == now.wording.basis("亿元")}
    assert levels == {"gdp", "fai", "retail", "waterfall", "compare-gdp", "compare-fai", "compare-retail"}
    said = {key: gallery(now)[key].draw().basis for key in ("income", "growth", "tornado", "map", "chances", "checks")}
    assert said == {
        "zh": {
            "income": "现价，元", "growth": "年增速（%）", "tornado": "GDP 变动，现价，亿元",
            "map": "GDP 与目标之差占目标的比重（%）", "chances": "概率（%）", "checks": "增速与比重，%",
        },
        "en": {
            "income": "current prices, yuan", "growth": "growth, % a year",
            "tornado": "change of GDP, current prices, bn yuan", "map": "GDP against the target, % of the target",
            "chances": "chance, %", "checks": "growth and ratios, %",
        },
    }[language]  # fmt: skip


def test_sources_are_those_of_what_is_drawn():
    assert set(gallery(showing(PLAN))["growth"].draw().sources) == {"plan_report_2024", "derived"}
    band, plain = (gallery(showing(PLAN, view=View(band=band)))["gdp"].draw().sources for band in (True, False))
    assert set(band) - set(plain) == {"provincial_targets"}


@pytest.mark.parametrize(("level", "lacking"), [(550, True), (5000, False)])
def test_what_is_lacking_is_drawn_in_the_tornado_where_the_bars_can_be_seen_beside_it(level, lacking):
    made = gallery(showing(PLAN.set(PACK, target_level=float(level))))["tornado"].draw()
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
