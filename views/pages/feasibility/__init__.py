"""Feasibility: what growth it takes and what was ever reached; below that, one question at a time."""

import streamlit as st

from model.verdict import judge
from views.charts import look, past, stairs
from views.pages.feasibility import ways
from views.pages.simulate import kicker
from views.state import State
from views.words import answer, feasibility


def draw(state: State) -> None:
    """Draws the page."""
    w = state.wording
    verdict = judge(state.scenario, state.pack)
    kicker.draw(state)
    word, hue = answer.STATUS[verdict.status]
    with st.container(key="verdict", gap="xxsmall"):
        st.markdown(f"# {feasibility.finding(state)}\n\n:{hue}[**{w(word)}**] {answer.sentence(state, verdict)}")
    picture, beside = st.columns([0.64, 0.36], gap="large")
    with picture:
        st.vega_lite_chart(
            stairs.rows(state), stairs.definition(state.language, look.theme()), theme=None, height=410,
            alt=w(stairs.ALT),
        )  # fmt: skip
    with beside:
        ways.draw(state)
        if (reached := past.rows(state)) is not None:
            st.vega_lite_chart(
                reached, past.definition(state.language, look.theme()), theme=None, height=190, alt=w(past.ALT)
            )
