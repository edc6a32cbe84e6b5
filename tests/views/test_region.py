"""Regions: chosen on the page as one step, and drawn whole where they know GDP alone."""

import re
from pathlib import Path

import pytest
from a_visit import PACK, PLAN, opened, showing, text, visit
from streamlit.testing.v1 import AppTest

from model.link import LANGUAGES, read, write
from model.loader import packs
from model.scenario import plan
from model.view import SECTIONS, View
from model.vintages import apply
from model.work import Work
from views import actions, header, region, session, wishes

APP = str(Path(__file__).resolve().parents[2] / "app.py")
CITY = packs()["chongqing"]
CITY_PLAN = plan(CITY)
NAMES = [pack.region.name_en for pack in packs().values()]
PLACES = [*(("feasibility", section) for section in SECTIONS), *((page, "solve") for page in header.PAGES)]
LACKING = {"en": ("FAI", "Income per head", "Retail sales"), "zh": ("固定资产投资", "居民人均可支配收入")}


def _open(query="", at=None, page="simulate"):
    shown = opened(AppTest.from_file(APP, default_timeout=60), query, at)
    shown.session_state[wishes.WISH] = page
    shown.run()
    assert not shown.exception
    return shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_and_section_of_a_region_that_knows_gdp_alone_is_drawn_without_the_others(language):
    scenario = CITY_PLAN.set(CITY, gdp_later=0.05, deflator_later=0.01).rename("own")
    for page, section in dict.fromkeys(PLACES):
        kept = (CITY_PLAN.set(CITY, gdp_later=0.07).rename("kept"),)
        shown = _open(at=showing(scenario, language, kept=kept, reference=1, view=View(section=section)), page=page)
        said = text(shown)
        assert ("重庆市" if language == "zh" else "Chongqing Municipality") in said
        assert "奉节" not in said.replace("奉节县（重庆）", "")
        assert not re.search(r"\bnan\b", said)
        for name in LACKING[language] if page != "county" else ():  # whose form asks for them
            # Named once, in the sentence that says that they are not there.
            assert said.count(name) <= 1, (page, section, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_data_do_not_hold_is_said_in_a_sentence(language):
    said = text(_open(at=showing(CITY_PLAN, language)))
    words = {"en": "The data of this region hold no figures of these: FAI; Retail sales; Income per head.",
             "zh": "本地区数据中没有以下指标："}[language]  # fmt: skip
    assert words in said
    linkage = text(_open(at=showing(CITY_PLAN, language, view=View(section="linkage")), page="feasibility"))
    assert {"en": "hold neither investment nor income", "zh": "既没有投资，也没有收入"}[language] in linkage


def test_levels_of_a_municipality_are_written_in_the_unit_of_each_language():
    scenario = CITY_PLAN.set(CITY, gdp_later=0.07)
    # 30145.8 × 1.06 = 31954.548, times 1.07^4 = 1.31079601 is 41885.894.
    assert "41,885.9" in text(_open(at=showing(scenario, "zh")))
    assert "4,188.59" in text(_open(at=showing(scenario, "en")))
    assert "3,014.58" in text(_open(at=showing(scenario, "en")))


def test_the_region_is_chosen_in_the_sidebar_by_its_name():
    page = _open()
    (box,) = [box for box in page.selectbox if box.label == "Region"]
    assert box.options == NAMES
    assert box.options[0] == "Fengjie County, Chongqing"
    assert "Chongqing Municipality" in box.options
    box.set_value("chongqing").run()
    assert not page.exception
    assert page.session_state[session.KEY].scenario == CITY_PLAN
    assert "Chongqing Municipality: what if?" in text(page)


def test_another_region_is_opened_at_its_plan_as_one_step_that_brings_everything_back():
    own = PLAN.set(PACK, gdp_later=0.09)
    at = showing(own, kept=(PLAN.set(PACK, fai_later=0.1).rename("a"),), reference=1, view=View(series="fai"))
    before, there, back, again = visit(lambda: region.enter("chongqing"), session.undo, session.redo, at=at)
    assert there.work == Work(CITY_PLAN)
    assert back.work == before.work
    assert again.work == there.work
    (problem,) = there.complaints
    sentence = there.wording.sentence(problem)
    assert "kept scenarios: 1" in sentence
    assert "Fengjie County, Chongqing has left the page" in sentence
    assert "undo (Ctrl+Z)" in sentence
    assert "region=chongqing" in there.query
    assert read(there.query, packs()).work == there.work


OWN = "own~A~2025~gdp:386:6.5~target:550,2030"


def _regions(page):
    (box,) = [box for box in page.selectbox if box.label == "Region"]
    return box


def test_a_county_of_ones_own_can_be_chosen_again_after_another_region_was():
    page = _open(at=showing(plan(packs()[OWN])))
    assert _regions(page).options == [*NAMES, "A"]
    _regions(page).set_value("chongqing").run()
    assert _regions(page).options == [*NAMES, "A"]
    assert "A is stored nowhere but in its link: it can be chosen again until this page is reloaded" in text(page)
    _regions(page).set_value("fengjie").run()
    assert "is stored nowhere" not in text(page)
    _regions(page).set_value(OWN).run()
    assert not page.exception
    assert page.session_state[session.KEY].scenario == plan(packs()[OWN])
    assert _regions(page).value == OWN


def test_of_a_county_that_was_changed_only_the_latest_can_be_chosen_and_without_what_was_typed_behind_it():
    later, other = OWN.replace("386", "390"), OWN.replace("~A~", "~B~")
    at = showing(plan(packs()[OWN]))
    steps = [lambda each=each: region.enter(each) for each in (later, other, "fengjie")]
    states = visit(*steps, session.undo, at=at)
    assert region._offered(states[-2]) == [*packs(), later, other]
    assert region._offered(states[-1]) == [*packs(), later, other]
    again = visit(lambda: region.enter("fengjie"), at=showing(plan(packs()[f"{OWN}@2026~gdp@2026:400:5"])))[-1]
    assert region._offered(again) == [*packs(), OWN]
    assert again.wording.sentence(again.complaints[-1]).startswith("A is stored nowhere but in its link")


def test_nothing_is_said_where_nothing_left_the_page_and_no_step_is_made_to_where_one_is():
    _, there = visit(lambda: region.enter("chongqing"), at=showing())
    assert there.complaints == ()
    before, same, nowhere = visit(lambda: region.enter("fengjie"), lambda: region.enter("nowhere"), at=showing())
    assert before == same == nowhere


def test_the_band_and_the_section_stay_and_what_the_region_lacks_does_not():
    view = View(band=False, section="why", series="fai", across="fai_later", up="gdp_later")
    _, there = visit(lambda: region.enter("chongqing"), at=showing(view=view))
    assert there.view == View(band=False, section="why")


def test_reset_to_as_opened_never_leads_to_another_region():
    states = visit(
        lambda: region.enter("chongqing"),
        lambda: session.ask(lambda scenario: scenario.set(CITY, gdp_later=0.04)),
        lambda: actions.take("reset:opened"),
        at=showing(PLAN.set(PACK, gdp_later=0.09)),
    )
    assert states[-1].scenario == CITY_PLAN


def test_every_step_between_regions_is_told_from_every_other():
    """Undo, redo and replay name a step in the figures of the region it was made in."""
    states = visit(
        lambda: region.enter("chongqing"),
        lambda: session.ask(lambda scenario: scenario.set(CITY, gdp_later=0.04)),
        session.undo,
        session.replay,
        at=showing(PLAN.set(PACK, gdp_later=0.09)),
    )
    steps = header.address(states[2])["steps"]
    assert "6.0 % → 4.0 %" in steps["undo"][1]
    replayed = header.address(states[-1])["steps"]
    assert replayed["undo"][1] == "Undo (Ctrl+Z): region: Chongqing Municipality"
    assert "6.0 % → 4.0 %" in replayed["redo"][1]


def test_a_link_of_another_region_cannot_be_kept_beside():
    text_of = write(Work(CITY_PLAN), CITY, "en")
    before, after = visit(lambda: session.open_text(text_of, beside=True), at=showing())
    assert after.work == before.work
    assert "is of another region (got chongqing)" in after.wording.sentence(after.problems[0])


def test_a_region_alone_in_the_address_opens_its_plan_without_a_word():
    (state_of,) = visit(query="region=chongqing")
    assert (state_of.scenario, state_of.complaints) == (CITY_PLAN, ())
    (wrong,) = visit(query="region=nowhere&lang=en")
    assert "is not a region here (got nowhere)" in wrong.wording.sentence(wrong.complaints[0])


def test_a_level_that_was_worked_out_is_said_to_be_an_estimate():
    worked_out = apply(CITY.vintages["derived"], CITY_PLAN, CITY)
    said = text(_open(at=showing(worked_out)))
    assert "2023 is taken as 3,045.71 bn yuan (derived): an estimate, for no such figure has been printed." in said
