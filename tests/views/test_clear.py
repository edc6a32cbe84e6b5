"""Labels of a chart stand clear of lines and of one another, whatever the levels are."""

import pytest
from a_visit import PLAN

from model.economics.projection import project
from model.language.wording import Wording
from model.link.link import LANGUAGES
from views.charts.label_placement import Ground, Place
from views.charts.path_rows import gdp_rows, small_rows
from views.charts.paths import DEADLINE

EDGES = (0, 0, 300, 200)
LINE = [(0, 100), (300, 100)]
LOWEST = dict.fromkeys(("gdp_first", "gdp_later", "deflator_later", "fai_later", "retail_later", "income_later"), -0.1)
HIGHEST = dict.fromkeys(LOWEST, 0.3)
FAR = {
    "plan": {},
    "highest": {**HIGHEST, "gdp_base": 3860.0, "gdp_high": 3860.0, "target_level": 38600.0, "horizon": 2035.0},
    "lowest": {**LOWEST, "gdp_base": 39.0, "gdp_low": 39.0, "gdp_high": 40.0, "target_level": 1.0, "horizon": 2035.0},
    "far target": {"target_level": 5000.0, "target_year": 2026.0},
    "close together": {"gdp_later": 0.0751, "fai_later": 0.1201, "retail_later": 0.0749, "income_later": 0.0651},
    "plan year": {"target_year": 2024.0, "gdp_first": 0.3},
}


def test_a_label_takes_the_first_place_that_no_line_crosses():
    places = [((100, 100), Place("left", dy)) for dy in (0, 4, -20, 20)]
    assert Ground([LINE], EDGES).best("549.0", places).dy == -20


def test_a_label_does_not_cover_one_that_stands_already():
    ground = Ground([LINE], EDGES)
    options = [((100, 100), Place("left", dy)) for dy in (-20, 20)]
    assert [ground.best("549.0", options).dy for _ in range(2)] == [-20, 20]


def test_where_no_place_is_clear_a_label_crosses_a_line_rather_than_leaves_the_chart():
    options = [((100, 195), Place("left", 14)), ((100, 100), Place("left", 0))]
    assert Ground([LINE], EDGES).best("549.0", options).dy == 0


def test_a_rule_is_kept_clear_of_as_well_as_a_slope():
    upright, slope = [(120, 0), (120, 200)], [(0, 0), (300, 200)]
    for line in (upright, slope):
        options = [((100, 70), Place("left", 0)), ((100, 70), Place("right", 40))]
        assert Ground([line], EDGES).best("549.0", options).align == "right"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FAR)
def test_every_label_of_a_chart_has_one_place_and_none_is_lost(name, language):
    w, scenario = Wording(language, 2023), PLAN.set(**FAR[name])
    mine, plan = project(scenario), project(PLAN)
    small, gdp = small_rows(mine, plan, scenario, w), gdp_rows(mine, plan, scenario, w, None)
    for table in (gdp, *small.values()):
        said = [row for row in table.to_pylist() if row["text"]]
        assert len({row["text"] for row in said}) >= 2
        assert {row["align"] for row in said} <= {"left", "right", "center"}
        assert all(row["dy"] is not None for row in said)


def test_the_deadline_is_named_where_the_paths_are_not():
    w, named = Wording("zh", 2023), {}
    for name in ("plan", "highest", "lowest"):
        scenario = PLAN.set(**FAR[name])
        rows = gdp_rows(project(scenario), project(PLAN), scenario, w, None).to_pylist()
        named[name] = next(row["value"] for row in rows if row["role"] == DEADLINE and row["text"])
    assert named["plan"] == 0
    assert min(named["highest"], named["lowest"]) > 0
