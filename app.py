"""The entry: page set-up and navigation, nothing else. Run with `streamlit run app.py`."""

import streamlit as st

from views import compare, county, feasibility, header, method, plan, simulate, track, trouble, warm, wishes, years

warm.once()
st.set_page_config(page_title="Plan simulator · 发展计划情景推演", layout="wide", initial_sidebar_state=350)
SHOWN = {
    "simulate": simulate.page,
    "compare": compare.page,
    "years": years.page,
    "feasibility": feasibility.page,
    "plan": plan.page,
    "track": track.page,
    "county": county.page,
    "method": method.page,
}
PAGES = {
    key: st.Page(page, title=header.PAGES[key], url_path=key, default=key == "simulate") for key, page in SHOWN.items()
}
chosen = st.navigation(list(PAGES.values()), position="hidden")
if (wish := wishes.wish()) in PAGES:
    st.switch_page(PAGES[wish])
with trouble.told():
    chosen.run()
