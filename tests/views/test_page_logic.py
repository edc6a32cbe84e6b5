"""The page's logic without a browser: what it opens with, and what it does when asked."""

import functools
from pathlib import Path

import pytest
from a_visit import PACK, PLAN, opened, showing, text
from streamlit.testing.v1 import AppTest

from model.link import LANGUAGES, checksum, read, write
from model.loader import packs
from model.work import Work
from views import header, session, wishes

APP = str(Path(__file__).resolve().parents[2] / "app.py")


def _open(query="", at=None, **session):
    page = opened(AppTest.from_file(APP, default_timeout=30), query, at)
    for key, value in session.items():
        page.session_state[key] = value
    page.run()
    assert not page.exception
    return page


@functools.cache
def _text(query=""):
    """What the page says that a link opens, before anything is moved on it."""
    return text(_open(query))


def _slider(page, lever):
    return next(slider for slider in page.slider if slider.key.startswith(f"slider_{lever}_"))


def _scenario(page):
    return page.session_state[session.KEY].scenario


def test_the_page_opens_with_the_plan_and_its_verdict():
    assert "Depends on the baseline" in _text()
    assert "54.90" in _text()


def test_the_gdp_chart_is_titled_by_what_it_shows_and_says_where_its_band_comes_from():
    assert "<h2>Gross domestic product (GDP) <small>current prices, bn yuan</small></h2>" in _text()
    assert "n = 143" in _text()
    assert "n = 143" not in _text("view=plain,solve")
    assert "from a baseline of 38.0–39.1" in _text("view=plain,solve")


def test_the_browser_is_told_how_long_a_name_and_how_large_a_file_may_be():
    assert '"limit": 40' in _text()
    assert '"largest": 200000' in _text()


def test_every_visible_lever_has_a_slider():
    assert len(_open().slider) == 5


def test_moving_a_slider_changes_scenario_and_verdict():
    page = _open()
    _slider(page, "gdp_later").set_value(9.0).run()
    assert _scenario(page)["gdp_later"] == 0.09
    assert "58.03" in text(page)
    assert "Reached" in text(page)


def test_a_slider_moved_in_english_sets_the_level_in_the_unit_of_the_data():
    page = _open()
    _slider(page, "gdp_base").set_value(39.1).run()
    assert _scenario(page)["gdp_base"] == 391.0


@pytest.mark.parametrize(
    ("preset", "shown"), [("repeated", "51.17"), ("outcome", "53.13"), ("city", "48.80"), ("enough", "55.00")]
)
def test_a_preset_sets_the_growth_it_names(preset, shown):
    page = _open()
    page.button_group[0].set_value(preset).run()
    assert shown in text(page)
    assert page.session_state[session.KEY].preset == preset


def test_what_was_moved_stands_under_the_verdict_with_a_way_back():
    page = _open()
    assert "Nothing differs from the plan." in text(page)
    _slider(page, "gdp_later").set_value(9.0).run()
    assert "<s>7.5 %</s> → <b>9.0 %</b>" in text(page)
    for action in ("revert:gdp_later", "reset:plan", "reset:opened", "keep:"):
        assert f'data-action="{action}"' in text(page)


def test_a_link_opens_the_scenario_it_was_made_from_in_its_language():
    scenario = PLAN.set(PACK, gdp_later=0.0812345678901, target_level=600.5).by_hand(PACK, "fai", 2026, -0.05)
    page = _open(write(Work(scenario), PACK, "zh"))
    assert _scenario(page) == scenario
    assert "按此增速" in text(page)
    assert "请注意" not in text(page)


def test_a_bad_link_is_opened_as_far_as_it_goes_and_says_what_is_not():
    page = _open("gdp=6.5,nan&nonsense=1&lang=en")
    assert _scenario(page)["gdp_first"] == 0.065
    assert "Please note" in text(page)
    assert "nan" in text(page)
    assert "nonsense" in text(page)


def test_markup_in_a_link_is_shown_astext():
    assert "<script>" not in text(_open("gdp=<script>,7&<b>=1"))


def test_a_link_that_showed_something_else_says_so():
    query = write(Work(PLAN), PACK, "en")
    fields = dict(part.split("=", 1) for part in query.split("&"))
    fields["shown"] = "551.2,reached"
    fields["check"] = checksum({key: value for key, value in fields.items() if key != "check"})
    page = _open("&".join(f"{key}={value}" for key, value in fields.items()))
    assert "This link showed 55.12 bn yuan" in text(page)


def test_what_the_page_links_to_reads_back_as_what_it_shows():
    page = _open()
    _slider(page, "gdp_later").set_value(8.1).run()
    assert read(page.session_state[session.KEY].query, packs()).scenario == _scenario(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", header.PAGES)
def test_every_page_is_shown_in_either_language_where_it_is_asked_for(page, language):
    scenario = PLAN.set(PACK, gdp_later=0.08).with_years(PACK, "gdp", {2026: 0.05}, [2026]).rename("mine")
    shown = _open(at=showing(scenario, language, kept=(scenario.rename("kept"),), reference=1), **{wishes.WISH: page})
    assert f'"here": "{page}"' in text(shown)


def test_a_page_that_there_is_not_is_not_shown():
    assert '"here": "simulate"' in text(_open(**{wishes.WISH: "nowhere"}))


def test_the_dialog_opens_over_the_page_and_only_once():
    page = _open(**{wishes.DIALOG: wishes.SHARE})
    assert "QR code of the link" in text(page)
    assert "QR code of the link" not in text(page.run())
