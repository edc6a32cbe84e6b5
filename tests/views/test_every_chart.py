"""Rules for every chart of the page, whatever it shows."""

import json

import altair as alt
import pytest
from a_visit import PACK, PLAN, showing

from model.link import LANGUAGES
from views.charts.look import COLOURS
from views.warm import CHARTS

EVERY = [(chart, language, theme) for chart in CHARTS for language in LANGUAGES for theme in COLOURS]
CHANGED = PLAN.set(PACK, gdp_later=0.09, deflator_later=0.01, target_year=2030)


def named(values):
    return [f"{chart.__name__.rpartition('.')[2]}-{language}-{theme}" for chart, language, theme in values]


@pytest.mark.parametrize(("chart", "language", "theme"), EVERY, ids=named(EVERY))
def test_every_mark_has_a_tooltip_in_words_or_none(chart, language, theme):
    rows = chart.rows(showing(CHANGED, language))
    for layer in chart.definition(language, theme)["layer"]:
        tooltip = layer.get("encoding", {}).get("tooltip")
        if tooltip is None:
            assert layer["mark"].get("tooltip", "shown") is None, layer["mark"]
            continue
        assert len({each["title"] for each in tooltip}) == len(tooltip)
        for each in tooltip:
            assert each["title"] != each["field"]
            assert rows.schema.field(each["field"]).type == "string", each["field"]


@pytest.mark.parametrize(("chart", "language", "theme"), EVERY, ids=named(EVERY))
def test_every_definition_is_valid_and_holds_no_value_of_a_scenario(chart, language, theme):
    spec = chart.definition(language, theme)
    drawn = {key: part for key, part in spec.items() if key not in ("config", "title")}
    assert alt.Chart.from_dict({**drawn, "data": {"name": "rows"}}, validate=True).layer
    assert not any(number in json.dumps(spec, ensure_ascii=False) for number in ("549", "54.9", "386", "38.6", "7.5"))
    assert chart.definition(language, theme) is spec


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.__name__.rpartition(".")[2])
def test_every_column_that_a_definition_names_is_in_its_rows(chart):
    spec, columns = chart.definition("en", "light"), set(chart.rows(showing(CHANGED)).column_names)
    for layer in spec["layer"]:
        named = [
            each
            for channel in layer["encoding"].values()
            for each in (channel if isinstance(channel, list) else [channel])
        ]
        assert {each["field"] for each in named if "field" in each} <= columns
