"""Feasibility: what growth it takes and what was ever reached; below that, one question at a time."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.economics import verdict_sentences
from model.economics.verdict import judge
from model.language.words import N_
from views.charts import look, past, stairs
from views.pages import kicker
from views.pages.feasibility import differences, needed, sectors, sensitivity, uncertainty, ways
from views.pages.live import live
from views.pages.simulate import checks
from views.state import State, callback, is_shown, key_showing, set_view
from views.words import feasibility
from views.words.verdict import HUES

SECTIONS = {
    "solve": (N_("Growth needed"), needed.draw),
    "sensitivity": (N_("What moves it"), sensitivity.draw),
    "sure": (N_("Uncertainty"), uncertainty.draw),
    "realistic": (N_("Checks"), checks.draw),
    "why": (N_("Why different"), differences.draw),
    "sectors": (N_("Sectors"), sectors.draw),
}
"""Each section's question by its key in a link, and what draws it."""


def draw(state: State) -> None:
    """Draws the page."""
    kicker.draw(state)
    head = st.container(key="verdict", gap="xxsmall")
    with st.container(key="needed", horizontal=True):
        picture, beside = st.container(), st.container()
    live(partial(_answer, head, picture))
    with beside:
        ways.draw(state)
        if (reached := past.rows(state)) is not None:
            made = past.definition(state.language, look.theme())
            st.vega_lite_chart(reached, made, theme=None, height=190, alt=state.wording(past.ALT))
            st.caption(feasibility.highest(state))
    _section(state)


def _answer(head: DeltaGenerator, picture: DeltaGenerator, state: State) -> None:
    """What growth it takes, the verdict, and the picture of both."""
    w, verdict = state.wording, judge(state.scenario)
    word, hue = verdict_sentences.status(verdict, w), HUES[verdict.status]
    with head:
        other = verdict_sentences.enough_in_other(verdict, w)
        sentence = verdict_sentences.headline(verdict, state.scenario, w)
        said = f":{hue}[**{word}**] {sentence}" + (f" · :gray[{other}]" if other else "")
        st.markdown(f"# {feasibility.finding(state)}\n\n{said}")
    made = stairs.definition(state.language, look.theme())
    picture.vega_lite_chart(stairs.rows(state), made, theme=None, height=385, alt=w(stairs.ALT))


def _section(state: State) -> None:
    """The choice of a section, and the one that is chosen."""
    w = state.wording
    chosen = state.view.section if state.view.section in SECTIONS else "solve"
    key = key_showing("section", chosen)
    st.segmented_control(
        w(N_("Question")), list(SECTIONS), default=chosen, key=key, on_change=_choose, args=(key,), required=True,
        wrap=False, format_func=lambda key: w(SECTIONS[key][0]), label_visibility="collapsed",
    )  # fmt: skip
    with st.container(key=f"section_{chosen}"):
        SECTIONS[chosen][1](state)


@callback
def _choose(key: str) -> None:
    if is_shown(key):
        set_view(section=st.session_state[key])
