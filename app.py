"""The entry: page set-up and navigation, nothing else. Run with `streamlit run app.py`."""

import streamlit as st

from views import simulate, warm

warm.once()
st.set_page_config(page_title="County plan simulator · 县域发展计划情景推演", layout="wide", initial_sidebar_state=350)
st.navigation([st.Page(simulate.page, title="Simulate", default=True)], position="hidden").run()
