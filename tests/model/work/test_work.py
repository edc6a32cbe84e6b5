"""Scenarios side by side: kept under names of their own, in an order, one of them the reference."""

from dataclasses import replace

import pytest
from any_scenario import PACKS, PLAN
from any_work import HARD_NAMES, works
from hypothesis import given
from hypothesis import strategies as st

from model.language.names import LONGEST_NAME, clean_name
from model.language.problem import Refused
from model.scenario.scenario import Scenario, plan
from model.work.work import MOST_KEPT, Work


def growing(percent: int) -> Scenario:
    return PLAN.set(gdp_later=percent / 100)


FAST, SLOW, STEADY = growing(9), growing(4), growing(7)
THREE = Work(SLOW).keep("慢").add(FAST.rename("fast")).add(STEADY.rename("steady"))


def names(work: Work) -> list[str]:
    return [scenario.name for scenario in work.kept]


def reference(work: Work) -> Scenario:
    return work.nth(work.reference)


# Keeping


def test_at_first_nothing_is_kept_and_the_plan_is_the_reference() -> None:
    work = Work(FAST)
    assert (work.kept, reference(work), work.at) == ((), PLAN, None)
    assert work.compared() == (PLAN, FAST)
    assert Work(PLAN).compared() == (PLAN,)


def test_what_is_kept_is_the_scenario_on_the_page_under_its_new_name() -> None:
    work = Work(FAST.rename("old")).keep("new")
    assert work.scenario == FAST.rename("new")
    assert work.kept == (work.scenario,)
    assert work.at == 1


def test_a_kept_scenario_stays_as_it_was_when_the_page_moves_on() -> None:
    work = replace(THREE, scenario=growing(12))
    assert work.kept == THREE.kept
    assert work.at is None
    assert work.compared() == (PLAN, *THREE.kept, growing(12))


def test_a_scenario_of_somebody_else_is_kept_beside_the_one_on_the_page() -> None:
    work = Work(FAST).add(SLOW.rename("theirs"))
    assert (work.scenario, work.kept) == (FAST, (SLOW.rename("theirs"),))


def test_a_changed_copy_of_somebody_elses_saved_scenario_takes_neither_its_name_nor_its_note() -> None:
    theirs = Work(SLOW).keep("floor", "agreed in January")
    changed = replace(theirs, scenario=theirs.scenario.set(fai_later=0.1))
    added = Work(PLAN).add_all(changed, "Scenario 1").kept
    assert [(each.name, each.note) for each in added] == [("floor", "agreed in January"), ("Scenario 1", "")]


def test_a_note_can_be_changed_and_stays_when_the_scenario_is_updated() -> None:
    work = Work(SLOW).keep("floor", "agreed in January").annotate(1, "agreed in May")
    assert work.scenario.note == work.kept[0].note == "agreed in May"
    updated = replace(work, scenario=work.scenario.set(fai_later=0.1).annotate("")).put(1)
    assert updated.kept[0].note == "agreed in May"


def test_a_fifth_scenario_is_refused_in_a_sentence_and_nothing_is_lost() -> None:
    full = THREE.add(PLAN.rename("plan"))
    assert len(full.kept) == MOST_KEPT == 4
    for more in (lambda: full.keep("more"), lambda: full.add(FAST)):
        with pytest.raises(Refused, match="Scenarios: has room for 4 saved scenarios"):
            more()
    assert full.drop(1).keep("more").kept[-1].name == "more"


def test_a_scenario_of_another_county_is_refused_in_a_sentence() -> None:
    with pytest.raises(Refused, match="got chongqing 2023\\); only scenarios of fengjie 2023"):
        Work(FAST).add(plan(PACKS["chongqing"]))


# Names


def test_a_name_that_is_taken_is_told_apart_by_a_number() -> None:
    work = Work(FAST)
    for _ in range(4):
        work = work.add(SLOW.rename("保底"))
    assert names(work) == ["保底", "保底 2", "保底 3", "保底 4"]


def test_the_scenario_on_the_page_takes_the_new_name_of_the_kept_one_it_is() -> None:
    work = THREE.rename(1, "gemächlich")
    assert (names(work), work.scenario.name, work.at) == (["gemächlich", "fast", "steady"], "gemächlich", 1)
    assert THREE.rename(2, "quick").scenario == THREE.scenario


def test_a_new_name_that_another_has_is_told_apart_and_ones_own_is_not() -> None:
    assert names(THREE.rename(3, "fast")) == ["慢", "fast", "fast 2"]
    assert THREE.rename(2, "fast") == THREE


@pytest.mark.parametrize("nothing", ["", "   ", "\x00\n"])
def test_an_empty_name_changes_nothing(nothing: str) -> None:
    assert THREE.rename(1, nothing) == THREE


def test_the_scenario_on_the_page_is_called_otherwise_also_where_it_is_kept() -> None:
    assert THREE.call("gemächlich") == THREE.rename(1, "gemächlich")
    assert THREE.call("fast").scenario.name == "fast 2"
    assert THREE.call(" ") == THREE
    moved = replace(THREE, scenario=growing(12).rename("other"))
    assert moved.call("mine") == replace(THREE, scenario=growing(12).rename("mine"))
    assert moved.call("").scenario.name == ""
    assert moved.call("fast").kept == THREE.kept


# Where it comes from


def test_a_scenario_comes_from_the_kept_one_whose_name_it_has_without_being_it() -> None:
    for place in (1, 2, 3):
        work = THREE.open(place)
        assert (work.at, work.changed_from) == (place, None)
        moved = replace(work, scenario=work.scenario.set(target_level=600))
        assert (moved.at, moved.changed_from) == (None, place)
        assert (moved.put(place).at, moved.put(place).changed_from) == (place, None)


@pytest.mark.parametrize("scenario", [PLAN, FAST, FAST.rename("other"), PLAN.rename("FAST")])
def test_a_scenario_without_a_name_or_with_one_of_its_own_comes_from_none(scenario: Scenario) -> None:
    assert replace(THREE, scenario=scenario).changed_from is None


def test_a_scenario_comes_from_none_once_that_is_gone_or_called_otherwise() -> None:
    moved = replace(THREE, scenario=growing(12).rename("fast"))
    assert moved.changed_from == 2
    assert moved.move(2, -1).changed_from == 1
    assert moved.drop(2).changed_from is None
    assert moved.rename(2, "quick").changed_from is None
    assert moved.call("mine").changed_from is None


@given(works())
def test_a_scenario_is_a_kept_one_comes_from_one_or_neither(work: Work) -> None:
    if work.changed_from:
        assert work.at is None
        assert work.scenario != work.kept[work.changed_from - 1]
        assert work.name(work.changed_from) == work.scenario.name
    else:
        assert bool(work.at) == (work.scenario.name in names(work))


# The page, the places, the reference


def test_any_kept_scenario_or_the_plan_can_be_put_on_the_page() -> None:
    assert THREE.open(2).scenario == FAST.rename("fast")
    assert THREE.open(2).at == 2
    assert THREE.open(0).scenario == PLAN
    assert THREE.open(0).kept == THREE.kept


def test_the_scenario_on_the_page_takes_the_place_and_the_name_of_a_kept_one() -> None:
    work = replace(THREE, scenario=growing(12).rename("other")).put(2)
    assert work.kept == (THREE.kept[0], growing(12).rename("fast"), THREE.kept[2])
    assert (work.scenario, work.at) == (growing(12).rename("fast"), 2)


@pytest.mark.parametrize(
    ("place", "by", "order"),
    [(1, 1, "213"), (1, 2, "231"), (1, 9, "231"), (3, -1, "132"), (3, -9, "312"), (2, 0, "123"), (2, -1, "213")],
)
def test_a_kept_scenario_moves_as_far_as_there_are_places(place: int, by: int, order: str) -> None:
    assert names(THREE.move(place, by)) == [names(THREE)[int(old) - 1] for old in order]


@given(works(), st.data())
def test_the_reference_is_the_same_scenario_wherever_it_and_the_others_are_moved(
    work: Work, data: st.DataObject
) -> None:
    if work.kept:
        place, by = data.draw(st.integers(1, len(work.kept))), data.draw(st.integers(-5, 5))
        moved = work.move(place, by)
        assert sorted(names(moved)) == sorted(names(work))
        assert moved.scenario == work.scenario
        assert reference(moved) == reference(work)
        assert bool(moved.reference) == bool(work.reference)


@given(works(), st.data())
def test_the_reference_is_the_same_when_another_is_dropped_and_the_plan_when_it_is(
    work: Work, data: st.DataObject
) -> None:
    if work.kept:
        place = data.draw(st.integers(1, len(work.kept)))
        left = work.drop(place)
        assert left.kept == tuple(scenario for scenario in work.kept if scenario != work.kept[place - 1])
        assert left.scenario == work.scenario
        assert left.reference == 0 if work.reference == place else reference(left) == reference(work)


@pytest.mark.parametrize("place", range(4))
def test_the_plan_or_any_kept_scenario_can_be_the_reference(place: int) -> None:
    work = THREE.refer(place)
    assert reference(work) == (PLAN, *THREE.kept)[place]
    assert reference(work.put(2)) == (PLAN, THREE.kept[0], SLOW.rename("fast"), THREE.kept[2])[place]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["keep", "add", "rename", "move", "drop", "put", "open", "refer"]),
        st.integers(1, 4),
        st.sampled_from(HARD_NAMES) | st.integers(-4, 4).map(str),
    ),
    max_size=20,
)


@given(STEPS)
def test_whatever_is_done_names_differ_and_the_reference_is_there(steps: list[tuple[str, int, str]]) -> None:
    work = Work(FAST)
    for number, (step, place, name) in enumerate(steps):
        if step in ("keep", "add"):
            if len(work.kept) < MOST_KEPT:
                work = work.keep(name) if step == "keep" else work.add(growing(number % 20).rename(name))
        elif place <= len(work.kept):
            if step == "move":
                work = work.move(place, len(name) - 4)
            elif step == "open":
                work = work.open(place)
            else:
                work = work.rename(place, name) if step == "rename" else getattr(work, step)(place)
        assert len(set(names(work))) == len(names(work)) <= MOST_KEPT
        assert all(name and name == clean_name(name) and len(name) <= LONGEST_NAME for name in names(work))
        assert 0 <= work.reference <= len(work.kept)
        assert len(set(work.compared())) == len(work.compared())
