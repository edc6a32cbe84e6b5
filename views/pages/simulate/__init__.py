"""Simulate: move the assumptions, see the verdict, four figures and the path of GDP move with them."""

import streamlit as st

from model.economics import verdict_sentences
from model.economics.verdict import Verdict, judge
from model.language.words import N_
from views.charts import gdp, look
from views.pages import kicker, parts
from views.pages.live import live
from views.pages.simulate import baseline, checks, metrics, notes, others, years
from views.state import State
from views.words.verdict import HUES

TAB = "simulate_tab"
"""The key of the choice of parts below the chart."""


def draw(state: State, tab: str = "") -> None:
    """Draws the page, at first with that tab open."""
    kicker.draw(state)
    live(_answer)
    _tabs(state, tab)


def _answer(state: State) -> None:
    """Verdict, chart and figures."""
    verdict = judge(state.scenario)
    _verdict(state, verdict)
    with st.container(key="gdp"):  # `frame.css` places the figures beside the chart
        st.vega_lite_chart(
            gdp.rows(state), gdp.definition(state.language, look.theme()), theme=None, height="stretch",
            alt=state.wording(gdp.ALT),
        )  # fmt: skip
        metrics.draw(state, verdict)


def _verdict(state: State, verdict: Verdict) -> None:
    """The status and the one sentence; below them at most one more line."""
    word, hue = verdict_sentences.status(verdict, state.wording), HUES[verdict.status]
    sentence = verdict_sentences.headline(verdict, state.scenario, state.wording)
    second = verdict_sentences.second(verdict, state.scenario, state.wording)
    said = f"# :{hue}[{word}]\u2002{sentence}\n\n{second}"
    st.markdown(said, anchors=False)


def _tabs(state: State, first: str) -> None:
    """What is one click away; only the open tab is drawn."""
    w = state.wording
    contents = {
        "others": (w(N_("Investment, retail sales, income")), others.draw),
        "years": (w(N_("Year by year")), years.draw),
        "checks": (checks.label(state), checks.draw),
        "baseline": (w(N_("Baseline")), baseline.draw),
        "notes": (w(N_("Notes and sources")), notes.draw),
    }
    parts.tabs(state, TAB, contents, first)
