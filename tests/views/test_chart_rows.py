"""The charts of documents: valid definitions, and rows that tell the scenario as the model computed it."""

import math

import altair as alt
import pytest
from a_visit import PLAN, showing

from model.economics import presets
from model.economics.projection import project
from model.economics.uncertainty import uncertainty
from model.language.wording import Wording
from model.progress.regions import find_region
from model.scenario.scenario import plan
from views.charts.path_rows import gdp_rows, small_rows
from views.charts.paths import FRAME, HISTORY, OUTCOME, REFERENCE, SCENARIO, specs
from views.words import legend

ZH, EN = Wording("zh", 2023), Wording("en", 2023)


def _gdp(scenario=PLAN, w=ZH, sure=None):
    return gdp_rows(project(scenario), project(PLAN), scenario, w, sure).to_pylist()


def _small(scenario=PLAN, w=ZH):
    tables = small_rows(project(scenario), project(PLAN), scenario, w)
    return {key: table.to_pylist() for key, table in tables.items()}


def _of(rows, role):
    return {row["year"]: row["value"] for row in rows if row["role"] == role}


def test_every_definition_is_valid():
    for key, spec in specs("zh").items():
        assert alt.Chart.from_dict({**spec, "data": {"name": "rows"}}, validate=True).layer, key


@pytest.mark.parametrize(
    ("region", "there"),
    [
        ("fengjie", {"history", "outcome"}),
        ("fengjie@2024", {"history"}),  # its outcome of 2024 is the baseline
        ("own~X~2024~gdp:100:5~target:130,2028", set()),
    ],
)
def test_the_key_explains_history_and_outcomes_only_where_they_are_drawn(region, there):
    named = legend.meanings(showing(plan(find_region(region))), None)
    assert there == {"history", "outcome"} & set(named)
    assert {"scenario", "reference", "target"} <= set(named)


def test_history_starts_in_2015_and_leaves_out_the_unsafe_year_as_a_gap():
    history = _of(_gdp(), HISTORY)
    assert list(history) == [2015, 2016, 2017, 2018, 2019, 2020]
    assert history[2018] is None
    assert history[2015] == 197.43
    assert history[2020] == 323.14


def test_the_official_outcome_of_2024_is_a_point_of_its_own_in_every_chart():
    assert _of(_gdp(), OUTCOME) == {2024: 411.5}
    outcomes = {key: _of(rows, OUTCOME) for key, rows in _small().items()}
    assert outcomes == {"fai": {2024: 105.6}, "retail": {2024: 135.4}, "income": {2024: 29364}}


def test_without_the_band_the_area_spans_the_range_of_the_baseline():
    last = next(row for row in _gdp() if row["role"] == "range" and row["year"] == 2028)
    assert (last["low"], last["high"]) == pytest.approx((540.4643612109375, 556.1093821933592), rel=1e-12)


def test_with_the_band_the_area_is_the_two_central_intervals_in_place_of_the_range():
    rows = _gdp(sure=uncertainty(PLAN))
    assert not any(row["role"] == "range" for row in rows)
    last = {row["role"]: row for row in rows if row["year"] == 2028 and row["role"] in ("0.5", "0.8")}
    # By hand: s0 = ln(391 / 380) / (2 x 1.28155), Var = s0^2 + 0.016^2 (5 + 2 (4 x .6 + 3 x .36 + 2 x .216 + .1296)).
    deviation = math.sqrt((math.log(391 / 380) / 2.5631031310892007) ** 2 + 0.016**2 * (5 + 2 * 4.0416))
    for role, quantile in (("0.8", 1.2815515655446004), ("0.5", 0.6744897501960817)):
        low, high = (548.9980090195311 * math.exp(sign * quantile * deviation) for sign in (-1, 1))
        assert (last[role]["low"], last[role]["high"]) == pytest.approx((low, high), rel=1e-12)


def test_the_english_chart_is_drawn_in_billions():
    assert _of(_gdp(w=EN), SCENARIO)[2028] == pytest.approx(54.89980090195311, rel=1e-12)


def test_the_level_at_the_deadline_is_labelled_also_where_the_path_goes_on():
    said = {row["year"]: row["text"] for row in _gdp(PLAN.set(target_year=2026.0)) if row["role"] == "scenario"}
    # 386 * 1.065 = 411.09; 411.09 * 1.075^2 = 475.07; 411.09 * 1.075^4 = 549.00
    assert said == {2023: "推算", 2024: "", 2025: "", 2026: "475.1", 2027: "", 2028: "549.0"}


def test_the_level_at_the_deadline_is_not_rounded_to_a_target_that_it_misses():
    just_short = PLAN.set(gdp_later=0.0754899)
    assert 549.9985 < 386 * 1.065 * 1.0754899**4 < 549.9995  # two decimals would make it 550.00
    assert [row["text"] for row in _gdp(just_short) if row["role"] == "scenario"][-1] == "549.999"


def test_a_scenario_that_is_its_reference_is_labelled_once():
    labels = [row["text"] for row in _gdp() if row["role"] in (SCENARIO, REFERENCE) and row["text"]]
    assert labels == ["推算", "549.0"]


def test_a_baseline_that_was_never_printed_is_labelled_so():
    assert [row["year"] for row in _gdp(PLAN) if row["text"] == "推算"] == [2023]
    assert [row for row in _gdp(PLAN.set(gdp_base=388.0)) if row["text"] == "推算"] == []


@pytest.mark.parametrize(("language", "typed", "derived"), [("en", "typed", "derived"), ("zh", "自行填写", "推算")])
def test_a_level_that_was_typed_is_labelled_so_and_those_carried_forward_as_derived(language, typed, derived):
    pack = find_region("fengjie@2025~gdp@2025:440:6.2")
    now = showing(plan(pack), language)
    mine = project(now.scenario)
    gdp = gdp_rows(mine, mine, now.scenario, now.wording, None).to_pylist()
    assert [row["year"] for row in gdp if row["text"] == typed] == [2025]
    fai = small_rows(mine, mine, now.scenario, now.wording)["fai"].to_pylist()
    assert [row["year"] for row in fai if row["text"] == derived] == [2025]


def test_a_first_level_with_no_history_before_it_is_labelled_clear_of_the_axis():
    pack = find_region("own~X~2024~gdp:100:5~target:130,2028")
    mine = project(plan(pack))
    (label,) = [row for row in gdp_rows(mine, mine, plan(pack), EN, None).to_pylist() if row["text"] == "typed"]
    assert (label["year"], label["align"]) == (2024, "left")


def test_small_charts_span_the_same_multiple_of_their_baselines():
    scenario = presets.apply("repeated", PLAN)
    multiples = set()
    for key, rows in _small(scenario).items():
        top = max(value for value in _of(rows, FRAME).values())
        multiples.add(round(top / scenario[f"{key}_base"], 9))
        assert top >= max(_of(rows, SCENARIO).values())
    assert len(multiples) == 1
