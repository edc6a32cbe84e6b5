"""Export: the button that opens the dialog."""

import streamlit as st

from model.language.words import N_
from views.state import State


def show(state: State) -> None:
    """The button that opens the dialog."""
    name = state.wording(N_("Export"))
    if st.button(name, type="tertiary", key="export"):
        from views.pages.export_dialog import draw  # what makes files is loaded when somebody asks for one

        st.dialog(name, width="large")(draw)()
