"""The table tells every level and growth rate."""

import pytest
from a_visit import PLAN, showing
from any_region import find_region

from model.economics.projection import project
from model.scenario.scenario import plan
from views.words import yearly


def _rows(scenario, language="en"):
    return yearly.rows(showing(scenario, language), project(scenario), scenario.pack.indicators)


def test_levels_stand_year_by_year_in_the_unit_that_is_written():
    assert _rows(PLAN, "zh")[0]["cells"] == ["386.0 *", "411.1", "441.9", "475.1", "510.7", "549.0"]
    assert _rows(PLAN)[0]["cells"] == ["38.60 *", "41.11", "44.19", "47.51", "51.07", "54.90"]


def test_a_baseline_of_ones_own_is_not_said_to_be_derived():
    assert _rows(PLAN.set(gdp_base=388.0), "zh")[0]["cells"][0] == "388.0"
    assert [row["cells"][0] for row in _rows(PLAN, "zh") if row["series"] == "income" and row["kind"] == "level"] == [
        "27,813"
    ]


@pytest.mark.parametrize(("language", "said"), [
    ("en", "* derived; no published figure; † typed, not verified"), ("zh", "* 推算，未见公布；† 自行填写，未经核实"),
])  # fmt: skip
def test_a_level_that_was_typed_is_marked_otherwise_than_one_that_is_carried_forward(language, said):
    pack = find_region("fengjie&base=2025&outcome.gdp=2025:440:6.2")
    now = showing(plan(pack), language)
    listed = yearly.rows(now, project(now.scenario), now.pack.indicators)
    first = [row["cells"][0] for row in listed if row["kind"] == "level"]
    # 105.6 x 1.12 and 135.4 x 1.075; income 29364 x 1.065
    gdp = {"en": "44.00 †", "zh": "440.0 †"}[language]
    rest = {"en": ["11.83 *", "14.56 *", "31,273 *"], "zh": ["118.3 *", "145.6 *", "31,273 *"]}[language]
    assert first[:5] == [gdp, gdp, *rest]
    assert yearly.footnote(now, first) == said
    assert yearly.footnote(now, ["440.0"]) == ""


def test_constant_and_current_prices_part_where_prices_change():
    rows = _rows(PLAN.set(deflator_first=0.01, deflator_later=0.01), "zh")
    assert rows[0]["cells"][1] == "415.2"  # 386 * 1.065 * 1.01
    assert rows[1]["cells"][1] == "411.1"


def test_growth_stays_on_its_side_of_the_growth_needed():
    # 550 takes 7.549017 %, an investment of 160 12.0272 %
    rows = _rows(PLAN.set(gdp_later=0.07549, fai_later=0.12025))
    said = {row["series"]: row["cells"][-1] for row in rows if row["kind"] == "growth"}
    assert (said["gdp"], said["fai"], said["income"]) == ("7.549 %", "12.025 %", "6.50 %")


def test_a_year_set_by_hand_has_its_own_rate():
    (cells,) = [
        row["cells"]
        for row in _rows(PLAN.by_hand("fai", 2026, -0.05))
        if (row["series"], row["kind"]) == ("fai", "growth")
    ]
    assert cells == ["", "12.00 %", "12.00 %", "−5.00 %", "12.00 %", "12.00 %"]
