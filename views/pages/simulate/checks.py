"""Checks against experience: what the scenario asks for beside what was ever reached."""

import streamlit as st

from model.remarks import remarks
from model.words import N_
from views.state import State
from views.words import realism


def label(state: State) -> str:
    """The tab's name, with how many checks lie outside past experience."""
    w, found = state.wording, remarks(state.scenario, state.pack)
    outside = sum(each.notable for each in found)
    badge = w(N_("{outside} of {count} outside"), outside=outside, count=len(found))
    return (
        f"{w(N_('Checks against experience'))} :orange-badge[{badge}]"
        if outside
        else w(N_("Checks against experience"))
    )


def draw(state: State) -> None:
    """Draws the tab."""
    for remark in remarks(state.scenario, state.pack):
        st.markdown(f"- {realism.sentence(state, remark)}")
