"""The visitor's state: what a change does, what is one step of undo, what is refused, and what a fault leaves alone."""

import functools
from urllib.parse import parse_qs, urlencode

import pytest
from a_visit import PACK, PLAN, drawn, showing, visit

from model.language.problem import Problem, Refused
from model.link.link import LANGUAGES, read, write
from model.link.reading import LACKING
from model.region.loader import packs
from model.scenario.levers import levers
from model.work.work import MOST_KEPT, Work
from views import state
from views.sidebar import region
from views.state.change import KEY
from views.words import problems

CITY = packs()["chongqing"]


def moved(later, gesture="", where=""):
    """A step that sets the later growth of GDP."""
    return functools.partial(state.change_scenario, lambda scenario: scenario.set(gdp_later=later), gesture, where)


SAVED = functools.partial(state.change_work, lambda work: work.keep("first"))
LOOKED = functools.partial(state.set_view, section="solve")
SPOKEN = functools.partial(state.set_language, "zh")
OPENED = functools.partial(state.open_text, "?" + write(Work(PLAN.set(gdp_later=0.09)), "en"))
ENTERED = functools.partial(region.enter, packs()["chongqing"].key)


def test_a_new_session_opens_what_the_address_says():
    (first,) = visit(query=write(Work(PLAN.set(gdp_later=0.08)), "zh"))
    assert first.scenario["gdp_later"] == 0.08
    assert first.language == "zh"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_link_lacks_is_named_in_words_or_counted_where_it_is_much(language):
    # all but the two that are given, the two of the error and the six of the sectors
    whole = {key: values[0] for key, values in parse_qs(write(Work(PLAN), language)).items()}
    (little,) = visit(query=urlencode({key: value for key, value in whole.items() if key != "fai0"}))
    (much,) = visit(query=urlencode({key: whole[key] for key in ("v", "lang", "gdp")}))
    for state_, said in ((little, little.wording(levers(PACK)["fai_base"].name)), (much, str(len(levers(PACK)) - 10))):
        (lacking,) = (problem for problem in state_.problems if problem.what == LACKING)
        (sentence,) = problems.sentences(state_, [lacking])
        assert said in sentence
        assert "fai0" not in sentence


def test_a_page_says_regions_by_name_and_limits_as_its_reader_writes_them():
    (first,) = visit(query="lang=zh&region=atlantis&gdp=6.5,75")
    said = "".join(problems.said(first))
    assert "奉节县（重庆）、重庆市" in said
    assert "允许 −10 至 30%" in said


@pytest.mark.parametrize("step", [moved(0.08), SAVED, SPOKEN, OPENED, ENTERED])
def test_every_change_is_taken_back_and_taken_again_to_the_bit(step):
    before, after, undone, redone = visit(step, state.undo, state.redo, query=write(Work(PLAN), "en"))
    assert after.query != before.query
    assert undone.query == before.query
    assert redone.query == after.query
    assert read(after.query, packs()).work == after.work


def test_a_drag_is_one_step_and_the_next_drag_another():
    *_, state_ = visit(moved(0.08, "a"), moved(0.09, "a"), moved(0.10, "b"), state.undo)
    assert state_.scenario["gdp_later"] == 0.09
    *_, state_ = visit(moved(0.08, "a"), moved(0.09, "a"), moved(0.10, "b"), state.undo, state.undo)
    assert state_.scenario == PLAN


def test_changes_without_a_gesture_are_steps_of_their_own():
    *_, state_ = visit(moved(0.08), moved(0.09), state.undo)
    assert state_.scenario["gdp_later"] == 0.08


def test_looking_at_one_thing_after_another_is_one_step():
    *_, state_ = visit(LOOKED, functools.partial(state.set_view, section="why"), state.undo)
    assert not state_.history.past


def test_what_changes_nothing_is_no_step():
    *_, state_ = visit(moved(PLAN["gdp_later"]), LOOKED)
    assert not state_.history.past


def test_the_version_rises_with_every_change_also_with_those_that_take_back():
    versions = [each.version for each in visit(moved(0.08), state.undo, state.redo, moved(0.5), SPOKEN)]
    assert versions == sorted(set(versions))


@pytest.mark.parametrize("where", ["", "lever_gdp_later"])
def test_what_is_refused_changes_nothing_and_says_why_until_the_next_change(where):
    before, refused, after = visit(moved(0.99, where=where), moved(0.08))
    assert refused.work == before.work
    assert not refused.history.past
    assert [problem.where for problem in refused.problems] == ["gdp"]
    assert refused.where == where
    assert after.problems == ()


@pytest.mark.parametrize("beside", [False, True])
def test_what_is_neither_a_link_nor_a_file_leaves_everything_and_says_so(beside):
    before, after = visit(functools.partial(state.open_text, "what is this?", beside))
    assert after.work == before.work
    assert after.problems


def test_a_link_that_is_saved_beside_leaves_the_page_as_it_is():
    link = "?" + write(Work(PLAN.set(gdp_later=0.09)), "en")
    before, after = visit(functools.partial(state.open_text, link, True))
    assert after.scenario == before.scenario
    assert [saved["gdp_later"] for saved in after.work.kept] == [0.09]
    assert after.work.kept[0].name == "Scenario 1"


def test_a_scenario_too_many_is_refused():
    steps = [functools.partial(state.change_work, lambda work: work.keep("another")) for _ in range(MOST_KEPT + 1)]
    *_, before, after = visit(*steps)
    assert after.work == before.work
    assert "has room for" in after.problems[0].what


def test_another_region_opens_at_its_plan_and_says_what_left_the_page():
    _, _, city, back = visit(moved(0.09), ENTERED, state.undo)
    assert city.pack is CITY
    assert "undo" in city.problems[0].what
    assert back.scenario["gdp_later"] == 0.09


def test_the_plan_leaves_the_page_for_another_region_without_a_word():
    *_, city = visit(ENTERED)
    assert city.problems == ()


def test_a_callback_reports_what_is_refused_and_what_fails_and_changes_nothing(caplog):
    @state.callback
    def refuse():
        raise Refused([Problem.at("Target", "is not possible")])

    @state.callback
    def fail():
        raise KeyError("derived")

    before, refused, failed = visit(refuse, fail)
    assert [problem.where for problem in refused.problems] == ["Target"]
    assert "The program has a fault" in failed.problems[0].what
    assert failed.work == before.work
    assert [record.exc_info[0] for record in caplog.records if record.name == "views.state.errors"] == [KeyError]


def _page():
    import streamlit as st

    from views.state import reported_to_visitor

    with reported_to_visitor():
        if st.button("again"):
            st.rerun()
        raise RuntimeError("nobody foresaw this")


@pytest.mark.parametrize(("language", "said"), [("en", "the program has a fault"), ("zh", "程序出错")])
def test_a_fault_while_drawing_is_said_in_the_visitors_language_without_its_details(language, said):
    now = showing(language=language)
    page = drawn(_page, at=now)
    (error,) = page.error
    assert said in error.value
    assert "nobody foresaw this" not in error.value
    assert page.session_state[KEY] == now
    assert not page.button[0].click().run().exception, "what Streamlit steers by passes through"
