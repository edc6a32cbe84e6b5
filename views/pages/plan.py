"""Plan & progress: the plan report's targets beside their results, and outcomes as they come in."""

import streamlit as st

from model.words import N_
from views.state import State


def draw(state: State, tab: str = "targets") -> None:
    """Draws the page, at first with that tab open."""
    st.title(state.wording(N_("Plan & progress")))
