"""Every figure in use stands once in the register, with its source; what is doubtful is only named."""

from collections import Counter

import pytest
from a_visit import showing
from any_region import find_region

from model.link.link import LANGUAGES
from model.region.loader import packs
from model.scenario.scenario import plan
from views.words import source_register as register


@pytest.mark.parametrize("region", packs())
def test_every_figure_of_a_pack_is_listed_once_and_a_doubtful_one_never(region):
    pack = find_region(region)
    known = [
        *pack.baselines.values(), *pack.outcomes, *pack.growth, *pack.goals.values(), *pack.history,
        *pack.calibration.values(),
    ]  # fmt: skip
    extended = ": growth, extended"  # a goal again, in years that it was not announced for
    rows = register.listed(showing(plan(pack), "en"))
    listed = Counter(id(figure) for name, figure in rows if not name.endswith(extended))
    assert listed == Counter(id(figure) for figure in known if figure.trust != "D")


def test_a_figure_has_its_value_in_the_readers_unit_and_where_it_is_from():
    for language, value, unit, how in (("en", 38.6, "bn yuan", "41.15÷1.066"), ("zh", 386.0, "亿元", "411.5÷1.066")):
        (row,) = (row for row in register.rows(showing(language=language), how) if row.year == 2023)
        assert (row.value, row.unit, row.trust, row.locator) == (value, unit, "C", how)
    shown = {(row.name, row.year): (row.value, row.unit, row.basis) for row in register.rows(showing())}
    assert shown["Municipality, GDP deflator: change", 2023] == (-0.57, "%", "price change")
    # a difference of rates is in points, a correlation is a pure number
    assert [shown[register.CALIBRATED[key], 2017][:2] for key in ("error", "persistence")] == [
        (1.6, "points"), (0.6, ""),
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_finds_the_figures_that_hold_every_word(language):
    state = showing(language=language)
    word = {"en": "HISTORY", "zh": "历史"}[language]
    assert {row.year for row in register.rows(state, f"gdp 2020 {word}")} == {2020}
    assert register.rows(state, "<b>nowhere") == []
    assert register.rows(state, "  ") == register.rows(state)


def test_a_doubtful_figure_is_named_with_its_reason_and_without_its_value():
    said = register.left_out(showing())
    assert "GDP 2018" in said
    assert "300.68" not in said
    assert "30.068" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_somebody_typed_is_listed_as_unchecked_and_the_legend_says_so(language):
    typed = "what was typed, unchecked" if language == "en" else "自行填写、未经核对"
    own, plain = (
        showing(plan(find_region(key)), language)
        for key in ("own&own.base_year=2025&own.gdp=386:6.5&own.target=550,2030", "fengjie")
    )
    # GDP, its growth for the first year, the target
    assert [row.trust for row in register.rows(own)].count("D") == 3
    assert typed in register.legend(own)
    assert typed not in register.legend(plain)


def test_figures_of_rows_of_the_plan_report_in_use_are_listed_with_their_line():
    state = showing(language="zh", rows=("tourist_visits",))
    shown = [(row.year, row.value, row.unit, row.trust) for row in register.rows(state, "第112行")]
    # C, though the report is official: its 3,800 is 22.1 % more, above every growth on the same line.
    assert shown == [(2023, 3111.0, "万人次", "C"), (2024, pytest.approx(100 * (3800 / 3111 - 1)), "%", "C")]


def test_what_was_typed_of_a_row_of_the_plan_report_is_listed_like_a_series():
    state = showing(plan(find_region("fengjie&outcome.tourism_revenue=2024:220:20")))
    assert [row[:5] for row in register.rows(state) if row.trust == "D"] == [
        ("Tourism revenue: outcome, typed", 2024, 22, "bn yuan", "current prices"),
        ("Tourism revenue: growth, typed", 2024, 20, "%", "current prices"),
    ]
