"""Data & method: every figure with its source, the equations, the limits, how to cite."""

import streamlit as st

from model.words import N_
from views.state import State


def draw(state: State) -> None:
    """Draws the page."""
    st.title(state.wording(N_("Data & method")))
