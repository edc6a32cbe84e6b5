"""The page: set-up and navigation, nothing else. `app.py` serves it."""

import streamlit as st

from views.pages import frame

if frame.data_can_be_read():
    page = st.navigation(frame.pages(), position="top")
    st.set_page_config(frame.tab_title(page), layout="wide", initial_sidebar_state=300)
    page.run()
