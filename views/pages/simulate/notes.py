"""Notes and sources: what to know before a number is quoted, and where the numbers came from."""

import streamlit as st

from model.language.words import N_
from views.state import State
from views.words import notes


def draw(state: State) -> None:
    """Draws the tab."""
    st.markdown("\n".join(f"1. {line}" for line in notes.before_quoting(state)))
    st.markdown(f"**{state.wording(N_('Sources'))}** {notes.cited(state, state.pack.sources)}")
