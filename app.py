"""The entry: page set-up and navigation, nothing else. Run with `streamlit run app.py`."""

import streamlit as st

from views import compare, feasibility, simulate, state, warm, years

warm.once()
st.set_page_config(page_title="County plan simulator · 县域发展计划情景推演", layout="wide", initial_sidebar_state=350)
PAGES = {
    "simulate": st.Page(simulate.page, title="Simulate", default=True),
    "compare": st.Page(compare.page, title="Compare", url_path="compare"),
    "years": st.Page(years.page, title="Years", url_path="years"),
    "feasibility": st.Page(feasibility.page, title="Feasibility", url_path="feasibility"),
}
chosen = st.navigation(list(PAGES.values()), position="hidden")
if (wish := state.wish()) in PAGES:
    st.switch_page(PAGES[wish])
chosen.run()
