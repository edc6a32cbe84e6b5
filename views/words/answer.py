"""The answer in two lines: the verdict, and what it would take."""

from decimal import ROUND_CEILING
from typing import Literal

from model.cautions import on_county
from model.indicators import GDP
from model.levers import levers
from model.solve import place
from model.verdict import Status, Verdict, judge
from model.words import N_
from views.state import State
from views.words.needed import when

Hue = Literal["green", "orange", "red"]
STATUS: dict[Status, tuple[str, Hue]] = {
    "reached": (N_("Reached"), "green"),
    "depends": (N_("Depends on the baseline"), "orange"),
    "not_reached": (N_("Not reached"), "red"),
}
"""What a status is called, and the text colour of the theme that goes with it."""


def announced(state: State) -> str:
    """The verdict as a screen reader says it."""
    verdict, w = judge(state.scenario, state.pack), state.wording
    return w.flow((f"{w(STATUS[verdict.status][0])} {sentence(state, verdict)}", on_county(state.pack, w)))


def sentence(state: State, verdict: Verdict) -> str:
    """Level, deadline, target and gap."""
    w, goal = state.wording, state.scenario["target_level"]
    level, gap = w.against(verdict.level, goal, GDP.unit)
    if w.just(verdict.level, goal, GDP.unit):
        message = N_("GDP of {level} {unit} in {year}, exactly on target")
    elif verdict.reached:
        message = N_("GDP of {level} {unit} in {year}, {gap} above the target of {goal}")
    else:
        message = N_("GDP of {level} {unit} in {year}, {gap} short of the target of {goal}")
    year = state.scenario.target_year
    return w(message, level=level, gap=gap, unit=w.unit(GDP.unit), year=year, goal=w.exactly(goal, GDP.unit))


def second(state: State, verdict: Verdict) -> str:
    """The growth that meets the target, and what hangs on the baseline."""
    return state.wording.flow([_growth(state, verdict), _baseline(state, verdict)])


def _growth(state: State, verdict: Verdict) -> str:
    w, lever = state.wording, levers(state.pack)[f"{GDP.key}_later"]
    needed = verdict.required_later
    if needed is None:
        return w(N_("No year is left whose growth could change this."))
    values = {
        "needed": w.rate(needed, rounding=ROUND_CEILING), "assumed": w.rate(state.scenario[lever.key]),
        "when": when(state, state.scenario),
    }  # fmt: skip
    where = place(lever, needed)
    if where == "above":
        return w(N_("At least {needed} a year is needed {when}, beyond what can be set."), **values)
    if where == "below":
        return w(N_("The target is met even with falling GDP."))
    if verdict.reached:
        return w(N_("{needed} a year {when} is enough; the scenario assumes {assumed}."), **values)
    return w(N_("At least {needed} a year is needed {when}; the scenario assumes {assumed}."), **values)


def _baseline(state: State, verdict: Verdict) -> str:
    w, (low, _, high) = state.wording, state.scenario.baseline_range
    if low == high:
        return ""
    unit, goal = w.unit(GDP.unit), state.scenario["target_level"]
    if verdict.status == "depends":
        turn = w.bare(verdict.required_baseline, GDP.unit, ROUND_CEILING)
        return w(N_("The target is met if {base} GDP was at least {turn} {unit}."), turn=turn, unit=unit)
    if verdict.status == "reached":
        end, level = low, verdict.low
        message = N_("Even from the lowest baseline, {end}, GDP reaches {level} {unit}.")
    else:
        end, level = high, verdict.high
        message = N_("Even from the highest baseline, {end}, GDP reaches only {level} {unit}.")
    return w(message, end=w.exactly(end, GDP.unit), level=w.beside(level, goal, GDP.unit), unit=unit)
