"""Checks against experience: what the scenario asks for on the range of what was ever observed."""

import streamlit as st

from model.economics.remarks import remarks
from model.language.words import N_
from views.charts import checks as chart
from views.charts import look
from views.pages.parts import more
from views.pages.table import show
from views.state import State
from views.words import checks, notes


def label(state: State) -> str:
    """The tab's name, with how many checks lie outside their range."""
    w, found = state.wording, remarks(state.scenario)
    name, outside = w(N_("Checks")), sum(each.notable for each in found)
    badge = w(N_("{outside} of {count} outside"), outside=outside, count=len(found))
    return f"{name} :orange-badge[{badge}]" if outside else name


def draw(state: State) -> None:
    """Draws the picture; opened, each check as a sentence with its sources."""
    w = state.wording
    st.markdown(f"**{checks.title(state)}**  \n:gray[{w(checks.LEGEND)}]")
    definition = chart.definition(state.language, look.theme())
    st.vega_lite_chart(chart.rows(state), definition, theme=None, alt=w(chart.ALT))
    more(state, "checks_in_words", w(N_("In words, with sources")), _in_words)


def _in_words(state: State) -> None:
    w = state.wording
    rows = [
        (w(checks.RANGE[remark.notable]), checks.sentence(state, remark),
         w.listing([notes.short(state, source) for source in remark.sources]))
        for remark in remarks(state.scenario)
    ]  # fmt: skip
    show("checks", [w(N_("Range")), w(N_("Check")), w(N_("Source"))], rows)
