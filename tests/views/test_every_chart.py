"""Rules for every chart of the page, whatever it shows."""

import json
from functools import partial

import pytest
from a_visit import PLAN, showing

from model.link.link import LANGUAGES
from model.region.indicators import BY_KEY, GDP
from views.charts import (
    asks,
    chances,
    checks,
    compared,
    counts,
    gdp,
    others,
    past,
    prices,
    stairs,
    targets,
    tornado,
    two_levers,
    waterfall,
)
from views.charts.look import COLOURS

CHANGED = PLAN.set(gdp_later=0.09, deflator_later=0.01, target_year=2030)
CHARTS = (asks, chances, checks, counts, gdp, past, prices, stairs, targets, tornado, two_levers, waterfall)
DRAWN = {chart.__name__.rpartition(".")[2]: (chart.definition, chart.rows) for chart in CHARTS} | {
    "compared": (partial(compared.definition, shown=GDP), partial(compared.rows, indicator=GDP)),
    "others": (partial(others.definition, indicator=BY_KEY["fai"]), partial(others.rows, indicator=BY_KEY["fai"])),
}
"""Every chart's definition and rows."""
LOOKS = list(zip(LANGUAGES, COLOURS, strict=True))
"""Either language and either theme."""


@pytest.mark.parametrize(("language", "theme"), LOOKS)
@pytest.mark.parametrize("name", DRAWN)
def test_every_mark_has_a_tooltip_in_words_or_none_and_every_column_that_is_named_is_there(name, language, theme):
    definition, rows = DRAWN[name]
    schema = rows(showing(CHANGED, language)).schema
    for layer in definition(language, theme)["layer"]:
        channels = layer.get("encoding", {})
        named = [each for found in channels.values() for each in (found if isinstance(found, list) else [found])]
        assert {each["field"] for each in named if "field" in each} <= set(schema.names)
        tooltip = channels.get("tooltip")
        if tooltip is None:
            assert layer["mark"].get("tooltip", "shown") is None, layer["mark"]
            continue
        assert len({each["title"] for each in tooltip}) == len(tooltip)
        for each in tooltip:
            assert each["title"] != each["field"]
            assert schema.field(each["field"]).type == "string" or "format" in each, each["field"]


@pytest.mark.parametrize(("language", "theme"), LOOKS)
@pytest.mark.parametrize("name", DRAWN)
def test_every_definition_is_made_once_and_holds_no_value_of_a_scenario(name, language, theme):
    definition, _ = DRAWN[name]
    spec = definition(language, theme)
    assert not any(number in json.dumps(spec, ensure_ascii=False) for number in ("549", "54.9", "386", "38.6", "7.5"))
    assert definition(language, theme) is spec
