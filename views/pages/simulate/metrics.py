"""Up to four figures beside the chart: GDP at the deadline, the growth it takes, the chance, and the other deadline."""

import streamlit as st

from model.economics import verdict_sentences
from model.economics.uncertainty import uncertainty
from model.economics.verdict import Verdict, judge
from model.language.words import N_
from model.region.indicators import GDP
from views.charts.gdp_labels import band_at
from views.charts.gdp_levels import other_deadlines
from views.state import State
from views.words.compared import level_and_gap
from views.words.plain import plain
from views.words.uncertainty import from_official


def draw(state: State, verdict: Verdict) -> None:
    """Draws them; a region with one deadline has three."""
    w, year, unit = state.wording, state.scenario.target_year, state.wording.unit(GDP.unit)
    against = w(N_("against target"))
    _metric(w(N_("GDP in {year}, {unit}"), year=year, unit=unit), *level_and_gap(state, verdict), against)
    _metric(w(N_("Growth needed")), *_needed(state, verdict))
    found = uncertainty(state.scenario)
    chance, band = w.share(found.chance_in(year)), band_at(w, found, year)
    _metric(w(N_("Chance of the target")), chance, band, w(N_("80 % band")), from_official(state) or None)
    for other in other_deadlines(state)[:1]:
        by_then = judge(state.scenario, other)
        goal = next(goal for goal in state.pack.deadlines if goal.year == other)
        name = w(N_("{year} ({name})"), year=other, name=w.either(goal.name_zh, goal.name_en))
        said = verdict_sentences.status(by_then, w) if by_then.status == "depends" else against
        why = w.flow([verdict_sentences.levels(by_then, w), w.either(goal.note_zh, goal.note_en)])
        _metric(name, *level_and_gap(state, by_then), said, plain(why))


def _metric(name: str, value: str, delta: str, description: str | None, more: str | None = None) -> None:
    st.metric(
        name, value, delta, delta_description=description, delta_color="off", delta_arrow="off", border=True, help=more
    )  # fmt: skip


def _needed(state: State, verdict: Verdict) -> tuple[str, str, str | None]:
    """The growth needed, on the safe side, its years, and the growth assumed."""
    w, reading = state.wording, verdict.binding
    needed, assumed = reading.required_growth, reading.assumed_growth
    if needed is None or assumed is None:
        later = range(max(reading.start_year, state.pack.first_year) + 1, verdict.year + 1)
        by_hand = later and set(later) <= set(state.scenario.rates_by_hand(GDP.key))
        return "–", w(N_("every year is set by hand") if by_hand else N_("No year is left to change")), None
    ours, theirs = w.needed(assumed, needed)
    return theirs, w(N_("{year}"), year=w.years(list(reading.years))), w(N_("assumed {rate}"), rate=ours)
