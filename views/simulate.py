"""The first page: what you assume in the sidebar, what follows beside it. Reads top to bottom like the screen."""

import streamlit as st

from model.levers import Lever
from views import answer, frame, further_rates, levers, notes
from views.state import State


def page() -> None:
    """Draws everything from the current state."""
    now = frame.begin("simulate")
    if now is None:
        return
    places = answer.Places(st.empty(), st.empty(), st.empty(), st.empty())
    paths = st.empty() if now.work.further else None

    def follow(after: State, lever: Lever) -> None:
        # Which places a lever draws into is settled when the page is: see `levers.show`.
        answer.draw(after, places, lever.key, small=lever.param in levers.others(now.pack))

    with st.sidebar:
        levers.show(now, follow)
        if paths:
            further_rates.show(now, paths)
    answer.draw_small(now, places)
    notes.show(now)
