"""The answer in two lines: the verdict, and the growth needed."""

from typing import Literal

from model.economics import verdict_sentences
from model.economics.cautions import on_county
from model.economics.uncertainty import uncertainty
from model.economics.verdict import Status, Verdict, judge
from model.language.rounding import side
from model.language.words import N_
from model.region.indicators import GDP
from views.state import State

Hue = Literal["green", "orange", "red"]
HUES: dict[Status, Hue] = {"reached": "green", "depends": "orange", "not_reached": "red"}
"""The text colour of the theme that goes with a status."""


def announced(state: State) -> str:
    """The verdict as a screen reader says it."""
    verdict, w = judge(state.scenario), state.wording
    said = f"{verdict_sentences.status(verdict, w)} {sentence(state, verdict)}"
    return w.flow((said, on_county(state.pack, w)))


def sentence(state: State, verdict: Verdict) -> str:
    """Level from the baseline, deadline, target and gap; with the chance where the target is reached."""
    w, goal = state.wording, verdict.target
    level, gap = w.against(verdict.level, goal, GDP.unit)
    if not side(verdict.level, goal):
        message = N_("GDP of {level} {unit} in {year}, exactly on target")
    elif verdict.reached:
        message = N_("GDP of {level} {unit} in {year}, {gap} above the target of {goal}")
    else:
        message = N_("GDP of {level} {unit} in {year}, {gap} short of the target of {goal}")
    said = w(message, level=level, gap=gap, unit=w.unit(GDP.unit), year=verdict.year, goal=w.exactly(goal, GDP.unit))
    if verdict.status != "reached":
        return said
    chance = uncertainty(state.scenario).chance_in(verdict.year)
    return w.listing([said, w(N_("chance {chance}"), chance=w.share(chance))])


def second(state: State, verdict: Verdict) -> str:
    """The other reading, or what the verdict depends on; then the growth with which no reading falls short."""
    w, scenario = state.wording, state.scenario
    other = _from_official(state, verdict) or verdict_sentences.depends_on(verdict, scenario, w)
    return w.flow([other, verdict_sentences.needed_in(verdict.binding, verdict, w)])


def _from_official(state: State, verdict: Verdict) -> str:
    w, reading = state.wording, verdict.from_official
    if reading is None:
        return ""
    level, _ = w.against(reading.level, verdict.target, GDP.unit)
    apart = verdict_sentences.distance(reading, verdict.target, w)
    message = N_("From the latest official level ({start_year}) it is {level} {unit} ({distance}).")
    return w(message, start_year=reading.start_year, level=level, unit=w.unit(GDP.unit), distance=apart)
