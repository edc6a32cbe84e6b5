"""The entry: page set-up and navigation, nothing else. Run with `streamlit run app.py`."""

import streamlit as st

from views import warm
from views.pages import frame

warm.once()
st.set_page_config(page_title="Plan simulator · 县域计划推演", layout="wide", initial_sidebar_state=300)
if frame.data_can_be_read():
    st.navigation(frame.pages(), position="top").run()
