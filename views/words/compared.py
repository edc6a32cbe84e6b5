"""The scenarios that are compared, and what is said of each."""

from decimal import ROUND_CEILING
from typing import NamedTuple

from model.economics.verdict import Verdict, by_deadline, judge
from model.economics.verdict_sentences import against_target, status
from model.language.rounding import side
from model.language.words import N_
from model.region.indicators import GDP
from model.scenario.scenario import Scenario
from model.work.work import MOST_KEPT
from views.state import State
from views.words import names

ON_PAGE = MOST_KEPT + 1
"""The place of the scenario on the page where it is none of the others: the last."""


class Compared(NamedTuple):
    """A scenario in its place: 0 is the plan, n the nth saved one."""

    place: int
    name: str
    scenario: Scenario


def listed(state: State) -> list[Compared]:
    """What is compared: the plan, the saved scenarios, and the one on the page where it is none of these."""
    scenarios, known = state.work.compared(), 1 + len(state.work.kept)
    found = [Compared(place, names.name_of(state, place), each) for place, each in enumerate(scenarios[:known])]
    own = "" if state.work.changed_from else state.scenario.name
    return found + [Compared(ON_PAGE, own or state.wording(N_("this scenario")), each) for each in scenarios[known:]]


def note(state: State, each: Compared) -> str:
    """Its note."""
    return names.own_note(state) if each.place == ON_PAGE else each.scenario.note


def hint(state: State) -> str:
    """How the charts are read."""
    said = N_("Reference: {reference}. Scales do not begin at zero; all span the same multiple of their baselines.")
    return state.wording(said, reference=names.name_of_reference(state))


def besides(state: State, scenario: Scenario) -> list[str]:
    """How far a scenario is from the target in the other reading, where the verdict depends on it, and by every other
    deadline."""
    w, own, said = state.wording, judge(scenario), []
    if own.status == "depends" and own.from_official:
        apart = against_target(own.from_official.level, own.target, w)[1]
        said.append(w(N_("From the latest official level: {distance}"), distance=apart))
    for each in by_deadline(scenario):
        if each.year != own.year:
            apart = status(each, w) if each.status == "depends" else against_target(each.level, each.target, w)[1]
            said.append(w(N_("By {year}: {distance}"), year=each.year, distance=apart))
    return said


def level_and_gap(state: State, verdict: Verdict) -> tuple[str, str]:
    """The level at the deadline, and its signed distance from the target, both without unit."""
    level, gap = state.wording.against(verdict.level, verdict.target, GDP.unit)
    sign = "" if not side(verdict.level, verdict.target) else "+" if verdict.reached else "−"
    return level, sign + gap


def needed_later(state: State, needed: float | None) -> str:
    """The growth that meets the target, on the safe side."""
    return "–" if needed is None else state.wording.rate(needed, rounding=ROUND_CEILING)


def beside_target(state: State, scenario: Scenario, found: Verdict) -> tuple[str, str]:
    """A scenario's level at the deadline, without unit, and in words how far it is from the target."""
    w, goal = state.wording, scenario["target_level"]
    level, gap = w.against(found.level, goal, GDP.unit)
    message = N_("{gap} above {goal}") if found.reached else N_("{gap} short of {goal}")
    message = N_("exactly on target") if not side(found.level, goal) else message
    return level, w(message, gap=gap, goal=w.exactly(goal, GDP.unit))
