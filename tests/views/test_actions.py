"""What the page's own buttons ask for, without a browser; and what a tampered one may not do."""

import pytest
from a_visit import PACK, PLAN, showing, visit

from model import presets
from model.solve import solvable
from model.view import SECTIONS, USUAL
from views import actions, session, wishes

KEPT = (PLAN.set(PACK, gdp_later=0.09).rename("fast"), PLAN.set(PACK, gdp_later=0.04).rename("slow"))
MINE = PLAN.set(PACK, gdp_later=0.08)


def _after(action, **levers):
    return visit(lambda: actions.take(action), at=showing(PLAN.set(PACK, **levers)))[-1]


@pytest.mark.parametrize("lever", [key for key in solvable(PACK) if "target" not in key])
def test_every_solvable_lever_is_set_or_says_why_it_is_not(lever):
    after = _after(f"solve:{lever}")
    assert (after.scenario[lever] != PLAN[lever]) != bool(after.problems)


@pytest.mark.parametrize("lever", [key for key in solvable(PACK) if "target" in key])
def test_a_target_that_somebody_set_is_never_overwritten_by_what_is_reached(lever):
    assert _after(f"solve:{lever}").scenario == PLAN


def test_a_remark_that_is_tried_sets_the_lever_it_names():
    assert _after("try:city").scenario["gdp_later"] == 0.048


def test_a_cell_of_the_map_sets_both_levers():
    after = _after("cell:gdp_later=8.1,deflator_later=-0.4").scenario
    assert (after["gdp_later"], after["deflator_later"]) == (0.081, -0.004)


def test_a_baseline_on_the_map_is_in_the_unit_that_is_written():
    assert _after("cell:gdp_later=8.1,gdp_base=38.7").scenario["gdp_base"] == 387.0


def test_sectors_are_closed_on_gdp_or_gdp_on_the_sectors():
    after = _after("close:gdp:later", tertiary_later=0.09).scenario
    assert after["gdp_first"] == PLAN["gdp_first"]
    assert after["gdp_later"] == pytest.approx((58.61 * 7.5 + 124.29 * 7.5 + 140.25 * 9) / 323.15 / 100, rel=1e-9)
    after = _after("close:sectors:later", tertiary_later=0.09).scenario
    total = sum(share * after[f"{sector}_later"] for sector, share in
                (("primary", 58.61), ("secondary", 124.29), ("tertiary", 140.25))) / 323.15  # fmt: skip
    assert total == pytest.approx(0.075, abs=1e-12)


def test_a_sector_that_would_leave_its_range_is_refused_with_a_sentence():
    after = _after("close:sectors:later", tertiary_later=0.3, primary_later=-0.1)
    assert after.problems
    assert after.scenario["tertiary_later"] == 0.3


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_is_shown_and_kept_in_the_link(section):
    after = _after(f"section:{section}")
    assert after.view.section == section
    assert f"view=band,{section}" in after.query


@pytest.mark.parametrize("action", [
    "", "nonsense", "solve:", "solve:gdp_low", "solve:__class__", "try:nothing", "close:everything:later", "close:gdp",
        "close:gdp:never", "section:nowhere",
    "cell:gdp_later=1e9999,deflator_later=0", "cell:gdp_later=nan,deflator_later=0", "cell:target_level=1,gdp_base=2",
    "cell:gdp_later", "cell:=,=", "open", "open:", "open:1", "open:the plan", "open:\n", "refer", "refer:", "refer:1",
    "put", "put:", "put:1", "drop", "drop:", "drop:0", "drop:1", "move", "move:", "move:<", "move:>", "move:>1",
    "rename", "rename:", "rename:\n", "rename:\nmine", "rename:1\nmine", "reset", "reset:everything", "reset:plan",
    "reset:opened", "revert", "revert:nothing", "revert:gdp@", "revert:gdp_later", "rest:gdp_later", "rest", "free:gdp",
    "free:nothing", "vintage:nothing", "vintage:", "undo", "redo", "replay", "replayed", "page:nowhere",
    "share:everything",
])  # fmt: skip
def test_an_action_that_means_nothing_changes_nothing(action):
    after = _after(action)
    assert after.scenario == PLAN
    assert (after.work.kept, after.work.reference) == ((), 0)
    assert after.view == USUAL
    assert after.history.past == ()
    assert after.problems == ()


@pytest.mark.parametrize(
    "name", ["1", "2", "FAST", "fas", "fast ", " fast", "fast\n", "the plan", "fast\nslow", "\x00"]
)
@pytest.mark.parametrize("action", ["open:", "refer:", "put:", "drop:", "move:<", "move:>", "move:", "move:2"])
def test_a_name_that_no_kept_one_has_changes_nothing(action, name):
    before, after = visit(lambda: actions.take(action + name), at=showing(MINE, kept=KEPT, reference=1))
    assert after.history == before.history
    assert after.problems == ()


def test_a_cell_outside_the_range_is_refused_with_a_sentence():
    after = _after("cell:gdp_later=99,deflator_later=0")
    assert after.scenario == PLAN
    assert "99" in after.problems[0].sentence()


def _work(*asked, scenario=MINE, **others):
    steps = [lambda action=action: actions.take(action) for action in asked]
    return visit(*steps, at=showing(scenario, **{"kept": KEPT, **others}))[-1].work


def _names(*asked, scenario=MINE, **others):
    return [kept.name for kept in _work(*asked, scenario=scenario, **others).kept]


@pytest.mark.parametrize("blank", ["keep", "keep:", "keep:\n", "keep:  ", "keep:\n ", "keep:\n\u200b"])
def test_what_is_kept_without_a_name_is_named_after_itself_its_preset_or_its_number(blank):
    city = presets.apply("city", PLAN, PACK)
    for scenario, name in ((MINE.rename("mine"), "mine"), (city, "City pace"), (city.rename("mine"), "mine"),
                           (MINE, "Scenario 1")):  # fmt: skip
        assert _names(blank, scenario=scenario) == ["fast", "slow", name]


def test_what_is_kept_gets_the_lowest_number_that_is_free():
    kept = tuple(KEPT[0].rename(name) for name in ("Scenario 2", "fast", "Scenario 1"))
    assert _names("keep:", kept=kept)[3:] == ["Scenario 3"]
    assert _names("drop:Scenario 1", "keep:", kept=kept)[2:] == ["Scenario 1"]


def test_what_comes_from_a_kept_one_is_not_kept_under_its_name():
    assert _names("keep:", scenario=MINE.rename("fast")) == ["fast", "slow", "Scenario 1"]
    city = presets.apply("city", PLAN, PACK)
    assert _names("keep:", scenario=city.rename("fast")) == ["fast", "slow", "City pace"]
    taken = (city.set(PACK, gdp_base=390.0).rename("City pace"),)
    assert _names("keep:", scenario=city.rename("City pace"), kept=taken) == ["City pace", "Scenario 1"]


def test_what_was_named_is_kept_only_as_it_was_seen():
    def kept_as_of(seconds):
        return lambda: actions.take("keep:\nmine", session.current().made + seconds)

    seen, _, moved = visit(kept_as_of(0), at=showing(MINE))[-1], *visit(kept_as_of(-0.01), at=showing(MINE))
    assert [kept.name for kept in seen.work.kept] == ["mine"]
    assert moved.work.kept == ()
    assert "changed while it was being named" in moved.complaints[0].sentence()


@pytest.mark.parametrize(("typed", "name"), [("保底：5%", "保底：5%"), (" two  words ", "two  words"), ("a:b", "a:b"),
                                             ("fast", "fast 2"), ("字" * 60, "字" * 40), ("<b>", "<b>")])  # fmt: skip
def test_what_is_kept_under_a_name_has_it_as_far_as_it_is_free(typed, name):
    assert _names(f"keep:\n{typed}", scenario=MINE.rename("mine")) == ["fast", "slow", name]


def test_what_is_kept_becomes_one_of_the_kept_ones_on_the_page():
    after = _work("keep:\nsteady")
    assert after.kept == (*KEPT, MINE.rename("steady"))
    assert after.at == 3


def test_a_kept_one_or_the_plan_is_put_on_the_page():
    assert _work("open:slow").scenario == KEPT[1]
    assert _work("open:").scenario == PLAN
    assert _work("open:steady").scenario == MINE


def test_the_scenario_on_the_page_takes_the_place_of_a_kept_one():
    after = _work("put:slow", scenario=MINE.rename("mine"))
    assert after.kept == (KEPT[0], MINE.rename("slow"))
    assert (after.scenario, after.at) == (MINE.rename("slow"), 2)


def test_kept_ones_are_moved_and_dropped_and_the_reference_stays_what_it_was():
    assert _work("move:>fast", reference=1).kept == KEPT[::-1]
    assert _work("move:<slow").kept == KEPT[::-1]
    assert _work("move:>fast", reference=1).reference == 2
    assert _work("move:<fast").kept == _work("move:>slow").kept == KEPT
    assert (_work("drop:fast", reference=2).kept, _work("drop:fast", reference=2).reference) == ((KEPT[1],), 1)
    assert _work("drop:slow", reference=2).reference == 0


@pytest.mark.parametrize("action", ["drop:fast", "rename:fast\nquick", "put:fast", "refer:fast", "open:fast"])
def test_a_second_click_does_no_more_than_the_first(action):
    assert _work(action, action) == _work(action)


def test_a_kept_one_or_the_plan_is_the_reference():
    assert _work("refer:slow").reference == 2
    assert _work("refer:slow", "refer:").reference == 0


NAMES = ("1", "<", ">up", "a:b", "plan", "保底：5%", '" onclick="')
"""Of kept scenarios, hard to tell from the rest of an action."""


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_kept_one_is_called_its_buttons_reach_it(name):
    kept = (KEPT[0], KEPT[1].rename(name), KEPT[0].rename("third"))
    assert _work(f"open:{name}", kept=kept).scenario == kept[1]
    assert _work(f"refer:{name}", kept=kept).reference == 2
    assert _work(f"put:{name}", kept=kept).kept[1] == MINE.rename(name)
    assert _names(f"drop:{name}", kept=kept) == ["fast", "third"]
    assert _names(f"move:<{name}", kept=kept) == [name, "fast", "third"]
    assert _names(f"move:>{name}", kept=kept) == ["fast", "third", name]
    assert _names(f"rename:{name}\nquick", kept=kept) == ["fast", "quick", "third"]
    assert _names(f"rename:fast\n{name} 0", kept=kept) == [f"{name} 0", name, "third"]


def _renamed(names, scenario=MINE):
    after = visit(lambda: actions.take(f"rename:{names}"), at=showing(scenario, kept=KEPT))[-1]
    return [kept.name for kept in after.work.kept], [problem.sentence() for problem in after.problems]


def test_a_kept_one_is_called_otherwise_and_with_it_the_page_where_it_is_there():
    assert _renamed("slow\n保底") == (["fast", "保底"], [])
    assert _work("rename:slow\n保底", scenario=KEPT[1]).scenario == KEPT[1].rename("保底")
    assert _work("rename:slow\n保底", scenario=KEPT[0]).scenario == KEPT[0]
    assert _work("rename:slow\n保底", scenario=MINE.rename("slow")).scenario == MINE.rename("slow")


@pytest.mark.parametrize("names", ["slow", "slow\n", "slow\n  ", "slow\n\x00", "slow\nslow", "slow\n slow "])
def test_a_name_that_is_empty_or_its_own_changes_nothing(names):
    assert _renamed(names) == (["fast", "slow"], [])


def test_a_name_that_another_has_is_told_apart_and_that_is_said():
    said = "Name: is taken by another kept scenario (got fast); each has its own; a number was added"
    assert _renamed("slow\nfast") == (["fast", "fast 2"], [said])
    assert _renamed("slow\n fast ") == (["fast", "fast 2"], [said])
    twice = visit(*[lambda: actions.take("rename:slow\nfast"), lambda: actions.take("rename:fast 2\nfast")],
                  at=showing(kept=KEPT))  # fmt: skip
    assert [kept.name for kept in twice[-1].work.kept] == ["fast", "fast 2"]
    assert [problem.sentence() for problem in twice[-1].complaints] == [said]
    assert len(twice[-1].history.past) == 1


def test_what_is_kept_under_a_name_that_another_has_is_told_apart_and_that_is_said():
    _, after = visit(lambda: actions.take("keep:\nfast"), at=showing(MINE, kept=KEPT))
    assert [kept.name for kept in after.work.kept] == ["fast", "slow", "fast 2"]
    assert [problem.values for problem in after.problems] == [(("got", "fast"),)]


def test_what_is_said_of_a_name_is_said_until_something_else_is_done():
    *_, said, after = visit(lambda: actions.take("rename:slow\nfast"), lambda: actions.take("open:"),
                            at=showing(MINE, kept=KEPT))  # fmt: skip
    assert (len(said.complaints), after.problems) == (1, ())


def test_one_assumption_goes_back_to_the_references():
    scenario = MINE.set(PACK, gdp_base=390.0)
    assert _work("revert:gdp_later", scenario=scenario, reference=1).scenario == scenario.set(PACK, gdp_later=0.09)
    assert _work("revert:gdp_base", scenario=scenario).scenario == MINE


@pytest.mark.parametrize("scenario", [MINE, MINE.rename("mine"), PLAN.rename("mine"), KEPT[0], MINE.rename("fast")])
def test_a_reset_gives_exactly_the_plan_and_leaves_what_is_kept(scenario):
    for way in ("reset:plan", "reset:opened"):
        after = _work(way, scenario=scenario, reference=2)
        assert (after.scenario, after.scenario.name) == (PLAN, "")
        assert (after.kept, after.reference) == (KEPT, 2)


def test_the_rest_of_the_years_is_solved_for_and_given_back():
    held = MINE.with_years(PACK, "gdp", {2026: 0.05, 2027: 0.0}, [2026])
    solved = _work("rest:gdp", scenario=held).scenario
    # By hand: 550 / 386 = 1.05 (1 + x)^4.
    assert solved["gdp_first"] == solved["gdp_later"] == pytest.approx((550 / 386 / 1.05) ** (1 / 4) - 1, rel=1e-12)
    assert solved.rates_by_hand("gdp") == {2026: 0.05}
    assert _work("free:gdp", scenario=held).scenario == MINE.with_years(PACK, "gdp", {2026: 0.05}, [2026])


def test_a_rest_that_cannot_be_solved_for_is_refused_with_a_sentence():
    scenario = PLAN.with_years(PACK, "gdp", dict.fromkeys(range(2024, 2029), 0.05), range(2024, 2029))
    after = visit(lambda: actions.take("rest:gdp"), at=showing(scenario))[-1]
    assert after.scenario == scenario
    assert "every year up to the deadline is locked" in after.problems[0].sentence()


@pytest.mark.parametrize(("vintage", "baseline"), [("first_release", 375.9), ("derived", 386.0), ("census", 396.4)])
def test_a_vintage_sets_the_baseline(vintage, baseline):
    assert _work(f"vintage:{vintage}").scenario["gdp_base"] == baseline


def test_a_page_is_asked_for_and_the_wish_is_forgotten_once_it_is_heard():
    heard = []
    visit(
        lambda: actions.take("page:compare"), lambda: heard.append(wishes.wish()), lambda: heard.append(wishes.wish())
    )
    assert heard == ["compare", None]


@pytest.mark.parametrize("dialog", [wishes.SHARE, wishes.TAKE_AWAY])
def test_a_dialog_is_asked_for_once(dialog):
    heard = []
    visit(lambda: actions.take(dialog), lambda: heard.append(wishes.dialog()), lambda: heard.append(wishes.dialog()))
    assert heard == [dialog, None]


def test_a_step_is_taken_back_done_again_and_replayed():
    rates = [each.scenario["gdp_later"] for each in visit(*(lambda action=action: actions.take(action) for action in (
        "cell:gdp_later=8,deflator_later=0", "undo", "redo", "replay", "replayed")))]  # fmt: skip
    assert rates == [0.075, 0.08, 0.075, 0.08, 0.075, 0.08]
