"""The slide: verdict, native chart and table on an office's own layout."""

import io

import pytest
from a_visit import PLAN
from pptx import Presentation
from take_away import STATES, occasion, opened

from model.link.link import LANGUAGES
from views.downloads import slide


def _shapes(taken):
    shapes = Presentation(io.BytesIO(slide.build(taken))).slides[0].shapes
    (chart,) = (shape.chart for shape in shapes if shape.has_chart)
    (table,) = ([[cell.text for cell in row.cells] for row in shape.table.rows] for shape in shapes if shape.has_table)
    return shapes, chart, table


def test_the_plan_is_answered_by_both_deadlines_in_both_readings():
    # 386 x 1.065 x 1.075^4 and 411.5 x 1.075^4; by 2026 with the power 2
    shapes, chart, table = _shapes(occasion("plan", "en"))
    assert shapes.title.text == "Fengjie County, Chongqing Municipality: can GDP reach 55 bn yuan by 2026 or 2028?"
    said = "by 2028 needs at least 7.55 % growth a year in 2025–2028; by 2026, 15.67 %; the scenario assumes 7.50 %."
    assert any(said in " ".join(shape.text_frame.text.split()) for shape in shapes if shape.has_text_frame)
    assert [row[2:] for row in table[1:]] == [
        ["47.51\n7.49 short", "47.55\n7.45 short"], ["54.90\n0.10 short", "54.95\n0.05 short"],
    ]  # fmt: skip
    assert chart.plots[0].series[0].values[-1] == pytest.approx(54.8998, abs=1e-4)
    assert [series.name for series in chart.plots[0].series] == ["this scenario", "Target", "official outcome"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_saved_scenarios_are_lines_and_rows(language):
    kept = STATES["four kept"]["kept"]
    taken = occasion("plan", language, scenario=PLAN.set(gdp_later=0.07).rename("a"), kept=kept)
    _, chart, table = _shapes(taken)
    names = [slide._short(each.name) for each in kept]
    assert names[2:] == ["=1+1", "twin"]
    assert [row[0] for row in table[2:-1]] == names
    assert [series.name for series in chart.plots[0].series][2:6] == names
    assert table[1][1] == {"zh": "2028年：549.0", "en": "2028: 54.90"}[language]  # 386 x 1.065 x 1.075^4


def test_the_axis_begins_near_the_paths():
    # from 38.6 to 55 bn yuan: lines at every 5
    axis = _shapes(occasion("plan", "en"))[1].value_axis
    assert (axis.minimum_scale, axis.major_unit) == (35, 5)


def test_an_own_county_is_said_to_be_not_verified():
    shapes, *_ = _shapes(opened("region=own&own.name=A&own.base_year=2023&own.gdp=100:6&own.target=139,2028"))
    assert "they are not verified. 2023 GDP: " in list(shapes)[-1].text_frame.text


def test_its_link_is_the_scenario():
    taken = occasion("plan", "zh")
    links = [each.target_ref for each in Presentation(io.BytesIO(slide.build(taken))).slides[0].part.rels.values()]
    assert taken.address in links
