"""The charts are valid definitions without values."""

import json

import altair as alt
import pytest

from model.link import LANGUAGES
from views.charts import paths as charts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_definition_is_valid_and_holds_no_value_of_a_scenario(language):
    for key, spec in charts.specs(language).items():
        whole = {**spec, "data": {"name": "rows"}}
        assert alt.Chart.from_dict(whole, validate=True).layer, key
        assert not any(number in json.dumps(spec) for number in ("549", "54.9", "550", "386", "38.6")), key
