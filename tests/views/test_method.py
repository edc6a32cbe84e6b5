"""Data & method: whole in either language, and its text in step with the program and the data."""

import re

import pytest
from a_visit import PACK, PLAN, drawn, showing
from any_region import find_region

from model.economics.sensitivity import POINT
from model.economics.uncertainty import QUANTILES, SHARES
from model.economics.years import DIGITS
from model.language.rounding import EXACT
from model.link.link import LANGUAGES
from model.region.loader import packs
from model.region.records import CALIBRATION
from model.scenario.scenario import plan
from views.pages import method


def _page():
    from views.pages import method
    from views.state import current

    method.draw(current())


PARTS = ("figures", "sources", "equations", "limits", "calibration", "baseline", "versions", "cite")


def _open(shown, part):
    shown.segmented_control(key=method.TAB).set_value(part).run()
    assert not shown.exception
    assert len(shown.main.children) > 2  # under the title and the choice of parts


@pytest.mark.parametrize(("region", "language"), [
    *zip(packs(), LANGUAGES, strict=False),
    ("own&own.name=A&own.base_year=2025&own.gdp=386:6.5&own.target=550,2030", "en"),
])  # fmt: skip
def test_every_part_can_be_opened(region, language):
    shown = drawn(_page, at=showing(plan(find_region(region)), language))
    for part in PARTS:
        _open(shown, part)
    assert "@misc{" in shown.code[-1].value


def test_a_search_narrows_the_table_of_figures():
    shown = drawn(_page)
    shown.text_input(key="sought").set_value("deflator: change 2019").run()
    assert shown.dataframe[0].value["value"].tolist() == [2.86]
    assert "<td>2.86</td>" in shown.get("html")[-1].proto.body  # for print


def test_no_name_that_a_visitor_gave_is_set_as_markup():
    shown = drawn(_page, at=showing(PLAN.rename("$x$ **bold** :red[no]")))
    for part in PARTS:
        _open(shown, part)
        assert not any("**bold**" in each.value for each in shown.markdown)
        assert not any("**bold**" in str(each.value) for each in shown.table)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_in_the_text_are_those_of_the_program_and_the_data(language):
    equations, calibration = (method.sections(language)[key][1] for key in ("equations", "calibration"))
    figures = PACK.calibration
    assert (POINT, EXACT, DIGITS) == (0.01, 1e-12, 4)
    assert [each in equations for each in (r"\pm 0.01", "10^{-12}", "0.01")] == [True] * 3
    assert [f"{QUANTILES[share]:.4f}" in equations for share in SHARES] == [True, True]
    for number in (figures["error"].observations, *(figures[key].value for key in (*CALIBRATION, "lowest_miss"))):
        assert f"{abs(number):g}" in calibration, number


def test_both_languages_have_the_same_equations():
    chinese, english = (re.findall(r"\$\$.*?\$\$", method.sections(each)["equations"][1], re.S) for each in LANGUAGES)
    assert chinese == english
    assert len(chinese) > 15
