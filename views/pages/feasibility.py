"""Feasibility: what growth it takes, and what was ever reached."""

import streamlit as st

from model.words import N_
from views.state import State


def draw(state: State) -> None:
    """Draws the page."""
    st.title(state.wording(N_("Feasibility")))
