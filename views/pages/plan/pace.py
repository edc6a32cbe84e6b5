"""Part of a year's target done so far, against an even path; it stays in the visitor's session."""

from typing import NamedTuple

import streamlit as st

from model.economics import phrases
from model.language import amounts
from model.language.problem import Problem, Refused
from model.language.wording import Wording
from model.language.words import N_
from model.progress.target_results import paced_rows
from model.progress.tracking import MONTHS, Pace, current_year, pace, paced_years, year_target
from model.region.indicators import OBSERVED
from views.state import State
from views.words import outcomes
from views.words.names import measured
from views.words.plain import plain

QUARTERS = {3: N_("first quarter"), 6: N_("half-year"), 9: N_("three quarters"), 12: N_("whole year")}
SHARE, LEVEL = "share", "level"
WAYS = {SHARE: N_("% of the year's target"), LEVEL: N_("level so far")}
MOST_DONE = 10.0
"""Of a year's target [fraction] that can be done."""
SEASONS = N_(
    "An even path is no forecast: how much of a year usually falls in its first months is not known for this region."
)
NOTHING = N_("has no level for the year to compare with (got {got}); type per cent of the target instead")
OUTSIDE = N_("is not a part of a year's target (got {got}); allowed: 0 to {high} %; correct it")
ANNOUNCED = N_("The target of {year} is {level} ({name}).")
GROWS = N_("The target of {year} is {level}: {growth} on the {on} of {start} ({name}).")
GROWS_REALLY = N_(
    "The target of {year} is {level} at the prices of {start}: {growth} in real terms on the {on} of {start} ({name})."
)
PATH = N_("The data hold no target of {year} for this indicator: the scenario's path stands in its place, {level}.")
NO_TARGET = N_("The data hold no target of {year} for this indicator, and the scenario has no path of it.")
STAYS = N_("It is not in the link.")


class Asked(NamedTuple):
    """What is asked of a part of a year, as it is chosen and typed."""

    year: int
    indicator: str
    month: int
    way: str
    text: str


def draw(state: State) -> None:
    """Draws the tab: what is chosen and typed, the target of the year, and what the part typed says of it."""
    asked = _controls(state)
    st.markdown(plain(target(state, asked.indicator, asked.year)))
    if asked.text.strip():
        try:
            done_so_far = done(state, asked)
        except Refused as refusal:
            st.error("  \n".join(plain(state.wording.shown(problem)) for problem in refusal.problems))
        else:
            _answer(state, pace(done_so_far, asked.month), asked.month)
    st.caption(state.wording.flow(map(state.wording, (SEASONS, STAYS))))


def _controls(state: State) -> Asked:
    w, last = state.wording, state.scenario.last_year
    years, known = paced_years(state.pack, last), outcomes.choices(state, paced_rows(state.pack.own))
    current = years.index(current_year(state.pack, last))
    with st.grid(4, min_column_width=200):
        year = st.selectbox(w(N_("Year")), years, current, key="pace_year", persist_state="session")
        indicator = st.selectbox(
            w(N_("Indicator")), known, format_func=lambda one: outcomes.label(state, one), key="pace_indicator",
            persist_state="session",
        )  # fmt: skip
        month = st.selectbox(
            w(N_("Up to the end of")), range(1, MONTHS + 1), 5, format_func=lambda m: until(m, w), key="pace_month",
            persist_state="session",
        )  # fmt: skip
        way = st.selectbox(
            w(N_("Typed as")), list(WAYS), format_func=lambda one: w(WAYS[one]),
            key="pace_way", persist_state="session",
        )  # fmt: skip
    unit = "%" if way == SHARE else w.unit(outcomes.unit(state, indicator))
    text = st.text_input(
        w(N_("Done so far, {unit}"), unit=unit), key=f"pace_done_{unit}", width=300, persist_state="session"
    )
    return Asked(year, indicator, month, way, text)


def _answer(state: State, found: Pace, month: int) -> None:
    """What the pace is: three figures."""
    w = state.wording
    with st.container(horizontal=True):
        st.metric(w(N_("Done by {period}"), period=until(month, w)), w.rate(found.done, 1), border=True)
        st.metric(
            w(N_("Even path")), w.rate(found.even, 1), w.points(found.ahead, 1), border=True, delta_color="off",
            delta_arrow="off",
        )  # fmt: skip
        if found.needed:
            st.metric(
                w(N_("Pace needed from now, as a multiple of the even one")), w.number(found.needed, 3), border=True
            )
        elif found.done >= 1:
            st.metric(w(N_("Rest of the year")), w(N_("The year's target is reached.")), border=True)


def target(state: State, indicator: str, year: int) -> str:
    """The year's target with its level, announced or from the scenario's path, in a sentence."""
    w, found = state.wording, year_target(indicator, year, state.scenario)
    if found is None:
        return w(NO_TARGET, year=year)
    if found.row:
        return w(ANNOUNCED, year=year, level=outcomes.aim(state, found.row), name=outcomes.place(state, found.row))
    unit = OBSERVED[indicator].unit
    level = w.level(found.level, unit)
    if found.goal is None:
        return w(PATH, year=year, level=level)
    name = phrases.goal(found.goal, w)
    if found.base is None:
        return w(ANNOUNCED, year=year, level=w.published(found.level, unit), name=name)
    message = GROWS_REALLY if found.goal.price_basis == "constant" else GROWS
    growth, base = w.published(found.goal.value, "%"), w.published(found.base, unit)
    return w(message, year=year, level=level, growth=growth, on=base, start=state.pack.own.base_year, name=name)


def until(month: int, w: Wording) -> str:
    """What a month is called, with the part of the year that ends with it."""
    said = w(N_("month {month}"), month=month)
    return w(N_("{month} ({part})"), month=said, part=w(QUARTERS[month])) if month in QUARTERS else said


def done(state: State, asked: Asked) -> float:
    """The part of the year's target [fraction] that was typed. Raises `Refused` with a sentence where it is none."""
    text, name = asked.text, measured(state, asked.indicator)
    if asked.way == SHARE:
        part = amounts.share(text, name)
    else:
        whole = year_target(asked.indicator, asked.year, state.scenario)
        if whole is None:
            raise Refused([Problem.at(name, NOTHING, got=text)])
        part = amounts.level(text, outcomes.unit(state, asked.indicator), name, state.wording) / whole.level
    if not 0 <= part <= MOST_DONE:
        raise Refused([Problem.at(name, OUTSIDE, got=text, high=round(MOST_DONE * 100))])
    return part
