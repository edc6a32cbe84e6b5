"""Four figures beside the chart: GDP at the deadline, the growth it takes, the chance, and the other deadline."""

from decimal import ROUND_CEILING

import streamlit as st

from model.indicators import GDP
from model.uncertainty import how_sure
from model.verdict import Verdict, judge
from model.words import N_
from views.charts.gdp import band_at, other_deadlines
from views.state import State
from views.words.needed import when


def draw(state: State, verdict: Verdict) -> None:
    """Draws the four."""
    w, year, unit = state.wording, state.scenario.target_year, state.wording.unit(GDP.unit)
    against = w(N_("against target"))
    _metric(w(N_("GDP in {year}, {unit}"), year=year, unit=unit), *_level(state, verdict), against)
    _metric(w(N_("Growth needed {when}"), when=when(state, state.scenario)), *_needed(state, verdict))
    uncertainty = how_sure(state.scenario, state.pack)
    chance = w.share(uncertainty.chance_in(year))
    _metric(w(N_("Chance of the target")), chance, band_at(w, uncertainty, year), w(N_("80 % band")))
    for other in other_deadlines(state)[:1]:
        found = judge(state.scenario, state.pack, other)
        _metric(w(N_("GDP in {year}, {unit}"), year=other, unit=unit), *_level(state, found), against)


def _metric(name: str, value: str, delta: str, description: str) -> None:
    st.metric(
        name, value, delta, delta_description=description, delta_color="off", delta_arrow="off", border=True
    )  # fmt: skip


def _level(state: State, verdict: Verdict) -> tuple[str, str]:
    """The level, and its distance from the target with its sign."""
    goal = state.scenario["target_level"]
    level, gap = state.wording.against(verdict.level, goal, GDP.unit)
    sign = "" if state.wording.just(verdict.level, goal, GDP.unit) else "+" if verdict.reached else "−"
    return level, f"{sign}{gap}"


def _needed(state: State, verdict: Verdict) -> tuple[str, str, str]:
    """The growth needed, on the safe side, and its distance from the growth assumed."""
    w, needed = state.wording, verdict.required_later
    if needed is None:
        return "–", "–", w(N_("no year is left"))
    apart = w.points(needed - state.scenario[f"{GDP.key}_later"], rounding=ROUND_CEILING)
    number, _, points = apart.partition(" ")
    return w.rate(needed, rounding=ROUND_CEILING), number, w(N_("{points} on assumed"), points=points)
