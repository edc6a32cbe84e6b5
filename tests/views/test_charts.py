"""The charts: valid definitions without values, and rows that tell the scenario as the model computed it."""

import json

import altair as alt
import pytest

from model import presets
from model.levers import levers
from model.link import LANGUAGES
from model.loader import load
from model.projection import project
from model.scenario import plan
from views import charts
from views.state import GDP_ONLY
from views.wording import Wording

PACK = load("fengjie")
PLAN = plan(PACK)
ZH, EN = Wording("zh", 2023), Wording("en", 2023)


def _gdp(scenario=PLAN, w=ZH):
    return charts.gdp_rows(project(scenario, PACK), project(PLAN, PACK), scenario, PACK, w).to_pylist()


def _small(scenario=PLAN, w=ZH):
    tables = charts.small_rows(project(scenario, PACK), project(PLAN, PACK), PACK, w)
    return {key: table.to_pylist() for key, table in tables.items()}


def _of(rows, role):
    return {row["year"]: row["value"] for row in rows if row["role"] == role}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_definition_is_valid_and_holds_no_value_of_a_scenario(language):
    for key, spec in charts.specs(language).items():
        whole = {**spec, "data": {"name": "rows"}}
        assert alt.Chart.from_dict(whole, validate=True).to_dict()["layer"], key
        assert not any(number in json.dumps(spec) for number in ("549", "54.9", "550", "386", "38.6")), key


def test_history_starts_in_2015_and_leaves_out_the_unsafe_year_as_a_gap():
    history = _of(_gdp(), charts.HISTORY)
    assert list(history) == [2015, 2016, 2017, 2018, 2019, 2020]
    assert history[2018] is None
    assert history[2015] == 197.43
    assert history[2020] == 323.14


def test_the_official_outcome_of_2024_is_a_point_of_its_own_in_every_chart():
    assert _of(_gdp(), charts.OUTCOME) == {2024: 411.5}
    outcomes = {key: _of(rows, charts.OUTCOME) for key, rows in _small().items()}
    assert outcomes == {"fai": {2024: 105.6}, "retail": {2024: 135.4}, "income": {2024: 29364}}


def test_the_band_spans_the_range_of_the_baseline():
    last = next(row for row in _gdp() if row["role"] == charts.SCENARIO and row["year"] == 2028)
    assert (last["low"], last["high"]) == pytest.approx((540.4643612109375, 556.1093821933592), rel=1e-12)


def test_the_english_chart_is_drawn_in_billions():
    assert _of(_gdp(w=EN), charts.SCENARIO)[2028] == pytest.approx(54.89980090195311, rel=1e-12)


def test_a_scenario_that_is_its_reference_is_labelled_once():
    labels = [row["text"] for row in _gdp() if row["role"] in (charts.SCENARIO, charts.REFERENCE) and row["text"]]
    assert labels == ["推算", "549.0"]


def test_small_charts_span_the_same_multiple_of_their_baselines():
    scenario = presets.apply("repeated", PLAN, PACK)
    multiples = set()
    for key, rows in _small(scenario).items():
        top = max(value for value in _of(rows, charts.FRAME).values())
        multiples.add(round(top / scenario[f"{key}_base"], 9))
        assert top >= max(_of(rows, charts.SCENARIO).values())
    assert len(multiples) == 1


@pytest.mark.parametrize("key", [key for key, lever in levers(PACK).items() if lever.param in GDP_ONLY])
def test_a_lever_said_to_move_gdp_alone_leaves_the_small_charts_as_they_are(key):
    lever = levers(PACK)[key]
    moved = PLAN.set(PACK, **{key: lever.default + lever.step if key != "target_year" else 2026.0})
    assert _small(moved) == _small()
