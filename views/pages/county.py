"""The form for a county of your own."""

import streamlit as st

from model.words import N_
from views.state import State


def draw(state: State) -> None:
    """Draws the page."""
    st.title(state.wording(N_("A county of your own")))
