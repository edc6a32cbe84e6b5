"""The entry: page set-up and navigation, nothing else. Run with `streamlit run app.py`."""

import streamlit as st

from views import warm
from views.pages import frame

warm.once()
if frame.data_can_be_read():
    page = st.navigation(frame.pages(), position="top")
    st.set_page_config(frame.tab_title(page), layout="wide", initial_sidebar_state=300)
    page.run()
