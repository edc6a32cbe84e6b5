"""Year by year: growth that is set for single years."""

import streamlit as st

from model.words import N_
from views.state import State


def draw(state: State) -> None:
    """Draws the tab."""
    st.caption(state.wording(N_("Year by year")))
