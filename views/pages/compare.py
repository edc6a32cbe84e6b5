"""Compare: scenarios side by side."""

import streamlit as st

from model.words import N_
from views.state import State


def draw(state: State) -> None:
    """Draws the page."""
    st.title(state.wording(N_("Compare")))
