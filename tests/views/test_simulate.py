"""The page's logic without a browser: what it opens with, and what it says and draws."""

from itertools import pairwise
from pathlib import Path

import pytest
from a_visit import PACK, PLAN, opened, showing
from streamlit.testing.v1 import AppTest

from model.link.link import LANGUAGES, checksum, write
from model.region.loader import packs
from model.scenario.scenario import plan
from model.work.work import Work
from views.charts import gdp
from views.pages import frame

APP = str(Path(__file__).resolve().parents[2] / "page.py")
CITY = packs()["chongqing"]


def _open(query="", at=None):
    page = opened(AppTest.from_file(APP, default_timeout=180), query, at).run()
    assert not page.exception
    assert not page.error
    return page


def _heading(page):
    return next(each.value for each in page.markdown if each.value.startswith("# "))


def _rows(state):
    return gdp.rows(state).to_pylist()


def test_the_page_opens_with_the_plan_its_verdict_and_four_figures():
    page = _open()
    # 386 × 1.065 × 1.075^4 = 548.998, so 1.0 short of 550; 386 × 1.065 × 1.075^2 = 475.067.
    assert "GDP of 54.90 bn yuan in 2028, 0.10 short of the target of 55" in _heading(page)
    assert [(each.value, each.delta) for each in page.metric][0::3] == [("54.90", "−0.10"), ("47.51", "−7.49")]


def test_a_run_draws_every_chart_once():
    page = _open()
    assert len(page.get("vega_lite_chart")) == 1 + len(PACK.indicators) - 1


@pytest.mark.parametrize(("scenario", "language"), [(PLAN, "zh"), (plan(CITY), "en")], ids=["county", "municipality"])
@pytest.mark.parametrize("key", [*frame.PAGES, *frame.HIDDEN])
def test_every_page_is_drawn_for_a_region_with_and_without_other_indicators(key, scenario, language):
    def script(key):
        import streamlit as st

        from views.pages import frame as around

        st.navigation(around.pages(), position="hidden")
        st.session_state["pages"][key]._page()

    page = opened(AppTest.from_function(script, args=(key,), default_timeout=180), at=showing(scenario, language)).run()
    assert not page.exception
    assert not page.error


def test_a_bad_link_is_opened_as_far_as_it_goes_and_its_words_are_no_markup():
    page = _open("v=4&gdp=<script>,7&target=540,2028&lang=en")
    (warning,) = page.warning
    assert "target of 54" in _heading(page)
    assert "<script>" not in warning.value
    assert "\\<script\\>" in warning.value


def test_a_link_that_showed_something_else_says_so():
    fields = dict(part.split("=", 1) for part in write(Work(PLAN), "en").split("&"))
    fields["shown"] = "551.2,reached"
    fields["check"] = checksum({key: value for key, value in fields.items() if key != "check"})
    page = _open("&".join(f"{key}={value}" for key, value in fields.items()))
    assert "This link showed 55\\.12 bn yuan" in page.warning[0].value


def test_a_name_that_looks_like_markup_is_shown_as_it_was_typed():
    named = PLAN.rename("<img src=x> **bold**")
    page = _open(at=showing(named, kept=(named,)))
    assert "\\<img src=x\\> \\*\\*bold\\*\\*" in page.button_group(key="saved_0").options


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("later", [-0.1, 0.0, 0.075, 0.3])
def test_the_chart_of_gdp_shows_all_within_its_axes_and_keeps_the_labels_at_the_deadline_apart(later, language):
    rows = _rows(showing(PLAN.set(gdp_later=later), language))
    (axis,) = [row for row in rows if row["role"] == "axis"]
    top = max(row["y2"] for row in rows if row["mark"] == "hover")
    levels = [row[key] for row in rows if row["mark"] in ("line", "band", "dot", "rule") for key in ("y", "y2")]
    assert all(axis["y"] <= level <= top for level in levels if level is not None)
    beside = [row for row in rows if row["mark"] == "label" and row["x"] == 2028 and row["dx"] == 13]
    for height in (200, 320, 450):  # pixels of the plot among the years, at 1366x650, and on a large screen
        scale = height / (top - axis["y"])
        middles = sorted((top - row["y"]) * scale + row["dy"] for row in beside if row["role"] != "none")
        assert all(lower - upper >= 14 for upper, lower in pairwise(middles)), (height, middles)


def test_the_rings_are_whole_only_where_the_target_is_reached():
    roles = {row["role"] for row in _rows(showing(PLAN.set(gdp_later=0.09)))}
    assert "ring" in roles
    assert "other_open_ring" in roles
    assert "open_ring" in {row["role"] for row in _rows(showing())}
