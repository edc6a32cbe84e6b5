"""Everything that a visitor does can be taken back and done again, to the bit; nothing that was made is ever lost."""

import functools
import itertools
from dataclasses import replace

import pytest
import streamlit as st
from a_visit import PACK, PLAN, showing, visit

from model import file, presets, years
from model.link import write
from model.projection import project
from model.view import USUAL
from model.work import Work
from views import answer, grid, header, session, strip, wishes
from views import years as page
from views.actions import take
from views.sections import sensitivity
from views.words import changes

FAST = PLAN.set(PACK, gdp_later=0.09).rename("fast")
SLOW = PLAN.set(PACK, gdp_later=0.04).rename("slow")
OWN = PLAN.set(PACK, gdp_later=0.08, tertiary_later=0.09).with_years(PACK, "gdp", {2026: 0.05, 2027: 0.06}, [2026])
WORK = Work(OWN, (FAST, SLOW), reference=2)
START = showing(OWN, kept=WORK.kept, reference=2)
OTHER = Work(PLAN.set(PACK, gdp_later=0.081, target_level=600.5).rename("theirs"), (PLAN.rename("kept"),), reference=1)
LINK = "https://plan.example/?" + write(OTHER, PACK, "en")
FILE = file.write(OTHER, PACK, "en")
HALF_A_LINK = "gdp=6.5,nan&nonsense=1"
UNDO, REDO, REPLAY, REPLAYED = session.undo, session.redo, session.replay, session.replayed


def _set(typed="", slider="", **values):
    return lambda: session.ask(lambda scenario: scenario.set(PACK, **values), typed, slider)


def _slide(**values):
    return _set(slider=next(iter(values)), **values)


def _type(**values):
    return _set(typed=next(iter(values)), **values)


def _take(action):
    return lambda: take(action)


def _open(text, beside=False):
    return lambda: session.open_text(text, beside)


def _look(**changes):
    return lambda: session.look(**changes)


def _speak(language):
    return lambda: session.speak(language)


def _chosen(what, take, *args):
    """A field of the page that holds a choice, and what hears it."""

    def choose():
        st.session_state["field"] = what
        take(*args, "field")

    return choose


def _a_second_later():
    now = session.current()
    st.session_state[session.KEY] = replace(now, made=now.version - 1)


CHANGES = {
    "a slider": _slide(gdp_later=0.085),
    "a typed value": _type(gdp_base=388.123456789),
    "a typed name": lambda: session.arrange(lambda work: work.call("稳一点"), "name"),
    "a preset": lambda: session.ask(lambda scenario: presets.apply("city", scenario, PACK), "preset"),
    "just enough": lambda: session.ask(lambda scenario: presets.apply("enough", scenario, PACK), "preset"),
    "a cell of the table": lambda: session.ask(lambda scenario: scenario.by_hand(PACK, "fai", 2026, -0.05)),
    "an emptied cell of the table": lambda: session.ask(lambda scenario: scenario.by_hand(PACK, "gdp", 2026, None)),
    "rows of the grid": lambda: session.ask(
        lambda scenario: grid.edited(START, scenario, "fai", {0: {"growth": "5"}, 2: {"locked": True}}),
        slider=session.GRID,
    ),
    "a rule": lambda: session.ask(lambda scenario: years.ramp("retail", 0.05, 0.09, scenario, PACK)),
    "solve": _take("solve:gdp_first"),
    "a cell of the map": _take("cell:gdp_later=8.1,deflator_later=-0.4"),
    "a remark": _take("try:city"),
    "sectors that add up": _take("close:gdp:later"),
    "keep": _take("keep:"),
    "keep under a name": _take("keep:\nmine"),
    "rename": _take("rename:fast\nquick"),
    "move": _take("move:>fast"),
    "drop": _take("drop:fast"),
    "drop the reference": _take("drop:slow"),
    "refer": _take("refer:fast"),
    "refer to the plan": _take("refer:"),
    "put": _take("put:fast"),
    "open a kept one": _take("open:fast"),
    "open the plan": _take("open:"),
    "revert a lever": _take("revert:gdp_later"),
    "revert a locked year": _take("revert:gdp@2026"),
    "reset to the plan": _take("reset:plan"),
    "reset to as opened": _take("reset:opened"),
    "a link": _open(LINK),
    "half a link": _open(HALF_A_LINK),
    "a file": _open(FILE),
    "a link beside": _open(LINK, beside=True),
    "a vintage": _take("vintage:census"),
    "rest": _take("rest:gdp"),
    "free": _take("free:gdp"),
    "language": _speak("zh"),
    "the band": _take("band"),
    "a section": _take("section:sure"),
    "the map's levers": _look(across="gdp_base"),
    "the series": _look(series="fai"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_taken_back_and_done_again_to_the_bit(change):
    before, after, back, again = visit(change, UNDO, REDO, at=START)
    assert after.query != before.query
    assert (back.query, back.work, back.language) == (before.query, before.work, before.language)
    assert (again.query, again.work, again.language) == (after.query, after.work, after.language)
    assert back.opened == before.opened
    assert again.opened == after.opened


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_sliders_of_what_was_taken_back_are_replaced(change):
    _, after, back = visit(change, UNDO, at=START)
    moved = [key for key, value in after.scenario.values if back.scenario[key] != value]
    assert all(after.slider_key(lever) != back.slider_key(lever) for lever in moved)
    assert after.scenario == back.scenario or after.turns(session.GRID) != back.turns(session.GRID)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_step_says_what_it_changed(change):
    before, after = visit(change, at=START)[-2:]
    assert changes.told(after, before.history.now, after.history.now)


def test_sixty_changes_are_taken_back_and_done_again_one_by_one():
    changes = [_type(gdp_later=place / 1000) for place in range(60)]
    states = visit(*changes, *[UNDO] * 60, *[REDO] * 60)
    queries = [each.query for each in states]
    assert len(set(queries[:61])) == 61
    assert queries[60:121] == queries[60::-1]
    assert queries[120:] == queries[:61]


def test_every_kind_of_change_after_another_is_taken_back_one_by_one():
    states = visit(*CHANGES.values(), at=START)
    steps = [each.query for each in states]
    taken_back = states[-1].history
    past = []
    while taken_back.past:
        past.append(taken_back.now)
        taken_back = taken_back.undo()
    assert taken_back.now == START.history.now
    assert len(past) >= len(set(steps)) - 4  # looking on is one step


def test_nothing_more_is_taken_back_than_was_done():
    states = visit(UNDO, _type(gdp_later=0.08), UNDO, UNDO, UNDO, REDO, REDO, REDO)
    rates = [each.scenario["gdp_later"] for each in states]
    assert rates == [0.075, 0.075, 0.08, 0.075, 0.075, 0.075, 0.08, 0.08, 0.08]


def test_what_was_taken_back_is_gone_once_something_else_is_done():
    states = visit(_type(gdp_later=0.08), UNDO, _type(gdp_later=0.09), REDO)
    assert states[-1].scenario["gdp_later"] == 0.09


# What is one step


def test_moves_of_one_slider_at_once_are_one_step():
    moves = [_slide(gdp_later=rate / 1000) for rate in (76, 77, 78, 79, 80)]
    *_, after, back, again = visit(*moves, UNDO, REDO)
    assert (after.scenario["gdp_later"], back.scenario, again.scenario) == (0.08, PLAN, after.scenario)


def test_a_slider_that_rests_begins_another_step():
    states = visit(_slide(gdp_later=0.08), _a_second_later, _slide(gdp_later=0.09), UNDO, UNDO)
    assert [each.scenario["gdp_later"] for each in states[3:]] == [0.09, 0.08, 0.075]


def test_a_slider_that_comes_back_to_where_it_was_is_no_step():
    assert visit(_slide(gdp_later=0.08), _slide(gdp_later=0.075))[-1].history.past == ()


@pytest.mark.parametrize("second", [_slide(gdp_first=0.07), _type(gdp_later=0.09), _take("band")])
def test_another_kind_of_change_at_once_is_a_step_of_its_own(second):
    first, after, _, back, start = visit(_slide(gdp_later=0.08), second, UNDO, UNDO)
    assert (back.query, start.query) == (after.query, first.query)


def test_values_typed_at_once_and_rows_of_the_grid_are_steps_of_their_own():
    for change in (_type, functools.partial(_set, slider=session.GRID)):
        one, two = change(gdp_later=0.08), change(gdp_later=0.09)
        assert visit(one, two, UNDO)[-1].scenario["gdp_later"] == 0.08


def test_looking_at_one_thing_after_another_is_one_step():
    first, *_, back = visit(_take("section:sure"), _a_second_later, _take("band"), _look(series="fai"), UNDO)
    assert back.query == first.query


def test_another_language_is_a_step_of_its_own():
    spoken = visit(_take("section:sure"), _speak("zh"), _take("band"), _speak("en"), _speak("zh"), *[UNDO] * 5)
    assert all(one.query != other.query for one, other in itertools.pairwise(spoken))
    assert [each.query for each in spoken[5:]] == [each.query for each in spoken[5::-1]]
    assert visit(_speak("en"))[-1].history.past == ()


def test_looking_at_what_is_shown_already_is_no_step_and_joins_none():
    first, typed, *_, back, start = visit(
        _type(gdp_later=0.08), _look(section=USUAL.section), _take("section:sure"), UNDO, UNDO
    )
    assert (back.query, start.query) == (typed.query, first.query)


def test_a_slider_that_is_sent_again_joins_no_step_of_another_kind():
    first, typed, *_, back, start = visit(
        _type(gdp_first=0.07), _slide(gdp_later=0.075), _slide(gdp_later=0.08), UNDO, UNDO
    )
    assert (back.query, start.query) == (typed.query, first.query)


# What is opened


@pytest.mark.parametrize("text", [LINK, FILE, LINK.partition("?")[2], "\ufeff" + FILE, f"  {LINK}\n"])
def test_a_link_or_a_file_takes_the_place_of_all_and_loses_nothing(text):
    before, after, back = visit(_open(text), UNDO, at=START)
    assert after.work == OTHER
    assert after.reference == PLAN.rename("kept")
    assert after.problems == ()
    assert (back.work, back.reference) == (WORK, before.reference)


def test_a_link_is_shown_in_the_language_that_is_spoken():
    assert visit(_open(write(OTHER, PACK, "zh")), at=START)[-1].language == "en"


def test_what_is_wrong_with_a_link_is_said_until_something_else_is_done():
    _, opened, back = visit(_open(HALF_A_LINK), UNDO, at=START)
    assert opened.scenario["gdp_first"] == 0.065
    said = " ".join(problem.sentence() for problem in opened.complaints)
    assert "nan" in said
    assert "nonsense" in said
    assert back.complaints == ()


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("text", [
    "", " ", "hello", "https://plan.example/", "?", "{", "{}", "[1, 2]", "\x00\ufeff", "{" * 5000, "nonsense=1&more=2",
    "x" * 300_000, '{"v": 1}', "null",
])  # fmt: skip
def test_what_is_neither_a_link_nor_a_file_leaves_everything_and_says_so(text, beside):
    before, after = visit(_open(text, beside), at=START)
    assert after.history == before.history
    assert after.query == before.query
    assert "nothing was changed" in after.problems[0].sentence()
    assert "neither a link nor a file" in answer.complaints(after) or "too large" in answer.complaints(after)


def test_a_link_that_is_kept_beside_leaves_the_page_as_it_is():
    after = visit(_open(LINK, beside=True), at=START)[-1]
    assert after.work == replace(WORK, kept=(FAST, SLOW, *OTHER.kept, OTHER.scenario))


def test_a_link_of_a_scenario_without_a_name_is_kept_under_the_next_number():
    nameless = write(Work(OTHER.scenario.rename("")), PACK, "en")
    after = visit(_open(nameless, beside=True), _open(nameless, beside=True), at=START)[-1]
    assert [kept.name for kept in after.work.kept] == ["fast", "slow", "Scenario 1", "Scenario 2"]


def test_what_is_wrong_with_a_link_is_said_where_it_is_kept_beside_too():
    after = visit(_open(HALF_A_LINK, beside=True), at=START)[-1]
    assert len(after.work.kept) == 3
    assert "nan" in " ".join(problem.sentence() for problem in after.problems)


@pytest.mark.parametrize("fifth", [_take("keep:"), _take("keep:\nmine"), _open(LINK, beside=True)])
def test_a_fifth_scenario_is_refused_with_a_sentence(fifth):
    full = showing(OWN, kept=(FAST, SLOW, FAST.rename("3"), SLOW.rename("4")))
    before, after = visit(fifth, at=full)
    assert after.query == before.query
    assert after.history == before.history
    assert [problem.sentence() for problem in after.problems] == [
        "Scenarios: has room for 4 kept scenarios (got one more); delete one first; nothing was changed"
    ]


def test_a_refused_value_leaves_everything_and_is_shown_anew_where_it_was_typed():
    before, after = visit(_type(gdp_later=0.31), at=START)
    assert after.history == before.history
    assert after.problems
    assert after.turns("gdp_later") == before.turns("gdp_later") + 1


# Replay


def test_a_replay_shows_what_was_before_the_last_step_and_then_what_is_after_it():
    before, after, replayed, ended = visit(_type(gdp_later=0.08), REPLAY, REPLAYED)
    assert (replayed.shown, ended.shown) == (before.history.now, after.history.now)
    assert [each.scenario["gdp_later"] for each in (before, after, replayed, ended)] == [0.075, 0.08, 0.075, 0.08]
    told = "GDP, real growth from 2025 7.5 % → 8.0 %"
    assert "Replay" not in answer.complaints(after)
    assert "Replay: before" in answer.complaints(replayed)
    assert "Replay: after" in answer.complaints(ended)
    assert told in answer.complaints(replayed)
    assert told in answer.complaints(ended)


def test_a_replay_changes_what_is_shown_and_nothing_else():
    _, after, replayed, ended = visit(_type(gdp_later=0.08), REPLAY, REPLAYED)
    for each in (replayed, ended):
        assert (each.history, each.query) == (after.history, after.query)
        assert header.address(each)["steps"] == header.address(after)["steps"]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_step_is_replayed_and_a_reload_in_the_middle_of_it_loses_nothing(change):
    before, after, replayed, ended = visit(change, REPLAY, REPLAYED, at=START)
    assert (replayed.shown, ended.shown) == (before.shown, after.shown)
    again = visit(query=replayed.query)[0]
    assert (again.work, again.language) == (after.work, after.language)


def test_the_slider_of_what_a_replay_moves_is_replaced_each_time():
    shown = visit(_slide(gdp_later=0.08), REPLAY, REPLAYED)[1:]
    assert len({each.slider_key("gdp_later") for each in shown}) == 3
    assert len({each.slider_key("gdp_first") for each in shown}) == 1
    assert len({each.turns(session.GRID) for each in shown}) == 3


def test_a_replay_leaves_what_can_be_taken_back_as_it_was():
    before, after, *_, ended, back = visit(_type(gdp_later=0.08), REPLAY, REPLAYED, UNDO)
    assert ended.history == after.history
    assert back.query == before.query
    assert answer.complaints(back) == ""


def test_where_nothing_was_done_there_is_nothing_to_replay():
    first, replayed, ended = visit(REPLAY, REPLAYED)
    assert (replayed, ended) == (first, first)


def test_a_replay_that_is_asked_for_again_before_it_ends_loses_no_step():
    states = visit(_type(gdp_later=0.08), _type(gdp_later=0.09), REPLAY, REPLAY, REPLAYED, REPLAYED)
    assert [each.scenario["gdp_later"] for each in states[2:]] == [0.09, 0.08, 0.08, 0.09, 0.09]
    assert {each.query for each in states[2:]} == {states[2].query}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_in_between_ends_a_replay_and_what_was_replayed_is_not_lost(change):
    first = _type(gdp_base=387.5)
    expected = visit(first, change, at=START)[-1]
    _, done, _, changed, ended, back = visit(first, REPLAY, change, REPLAYED, UNDO, at=START)
    assert (changed.shown, changed.query) == (expected.shown, expected.query)
    assert (ended.shown, ended.query) == (expected.shown, expected.query)
    assert "Replay" not in answer.complaints(ended)
    assert (back.shown, back.query) == (done.shown, done.query)


LOOKS = {
    "the series": _chosen("fai", page._choose),
    "the map": _chosen("gdp_base", sensitivity._pick, "across"),
    "a section": _take("section:sure"),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_looking_on_in_the_middle_of_a_replay_loses_nothing_of_what_is_replayed(look):
    expected = visit(_take("band"), look)[-1].view
    assert not expected.band
    assert visit(_take("band"), REPLAY, look)[-1].view == expected


@pytest.mark.parametrize("nothing", [_type(gdp_later=0.08), _look(section=USUAL.section), _type(gdp_later=0.31),
                                     _open("junk"), _take("share"), _take("revert:nothing")])  # fmt: skip
def test_what_changes_nothing_in_between_loses_nothing(nothing):
    _, done, _, _, ended = visit(_type(gdp_later=0.08), REPLAY, nothing, REPLAYED)
    assert (ended.history, ended.shown, ended.query) == (done.history, done.shown, done.query)


@pytest.mark.parametrize("step", [_type(gdp_later=0.08), _look(section=USUAL.section), _speak("en"), _take("share"),
                                  _take("band"), _take("page:compare"), lambda: wishes.go("compare"), UNDO, REDO,
                                  REPLAYED])  # fmt: skip
def test_whatever_is_done_ends_a_replay(step):
    *_, replayed, ended = visit(_type(gdp_later=0.08), REPLAY, step)
    assert replayed.replay == "before"
    assert ended.replay != "before"
    assert ended.shown == ended.history.now


@pytest.mark.parametrize("by", [lambda step: _take(step), lambda step: getattr(session, step)])
def test_undo_and_redo_in_between_take_back_and_do_again_exactly_one_step(by):
    three = [_type(gdp_later=rate / 100) for rate in (8, 9, 10)]
    assert _rate(visit(*three, REPLAY, by("undo"), REPLAYED)) == (0.09, "")
    assert _rate(visit(*three, UNDO, REPLAY, by("redo"), REPLAYED)) == (0.1, "")
    assert _rate(visit(*three, REPLAY, by("redo"), REPLAYED)) == (0.1, "")


def _rate(states):
    return states[-1].scenario["gdp_later"], states[-1].replay


def test_another_page_shows_neither_a_replay_nor_what_was_refused_on_the_one_before():
    replayed, gone = visit(_type(gdp_later=0.08), REPLAY, lambda: wishes.go("compare"))[-2:]
    assert (gone.history, gone.replay, answer.complaints(gone)) == (replayed.history, "", "")
    ended, gone = visit(_type(gdp_later=0.08), REPLAY, REPLAYED, lambda: wishes.go("compare"))[-2:]
    assert (ended.replay, gone.replay) == ("after", "")
    refused, gone = visit(_type(gdp_later=0.31), lambda: wishes.go("compare"))[-2:]
    assert "Please note" in answer.complaints(refused)
    assert answer.complaints(gone) == ""


# Resets


def test_both_resets_leave_the_kept_scenarios_and_the_reference_alone():
    first, *_, opened, plan = visit(_type(gdp_base=390), _take("reset:opened"), _take("reset:plan"),
                                    query=write(WORK, PACK, "en"))  # fmt: skip
    assert opened.scenario == first.scenario == OWN
    assert plan.scenario == PLAN
    assert {(each.work.kept, each.work.reference) for each in (first, opened, plan)} == {(WORK.kept, 2)}


def test_each_reset_says_what_it_goes_back_to():
    shown = strip.html(visit(_type(gdp_base=390), query=write(WORK, PACK, "en"))[-1])
    assert shown.index("Reset to the plan</button>") < shown.index("Reset to as opened</button>")


def test_what_is_opened_later_is_what_as_opened_means_until_that_is_taken_back():
    states = visit(_open(LINK), _type(gdp_base=390), _take("reset:opened"), UNDO, UNDO, UNDO, _take("reset:opened"))
    assert states[3].scenario == OTHER.scenario
    assert states[-1].scenario == PLAN


# What the address says


def _full(count):
    """A work that takes a long link."""
    scenario = PLAN
    for year in range(2024, 2036):
        for series in ("gdp", "deflator", "fai", "retail", "income"):
            scenario = scenario.by_hand(PACK, series, year, (year - 2000) / 777)
    scenario = scenario.set(PACK, gdp_later=0.0812345678901234)
    kept = tuple(scenario.set(PACK, gdp_later=0.01 * place).rename(f"保底 {place}~&=") for place in range(count))
    return replace(OTHER, scenario=scenario, kept=kept, reference=count, view=replace(USUAL, band=False, series="fai"))


@pytest.mark.parametrize("work", [WORK, OTHER, _full(0), _full(4)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_new_session_at_the_same_address_has_the_same_numbers(work, language):
    query = write(work, PACK, language)
    again = visit(query=query)[0]
    assert (again.query, again.work, again.language) == (query, work, language)
    assert again.complaints == ()
    for one, other in zip(work.compared(PACK), again.work.compared(PACK), strict=True):
        mine, theirs = project(one, PACK).paths, project(other, PACK).paths
        assert {key: path.tobytes() for key, path in mine.items()} == {key: p.tobytes() for key, p in theirs.items()}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_was_done_a_new_session_at_its_address_goes_on_from_there(change):
    after = visit(change, at=START)[-1]
    again = visit(query=after.query)[0]
    assert (again.query, again.work, again.language) == (after.query, after.work, after.language)
