"""The page: what you assume in the sidebar, what follows beside it. Reads top to bottom like the screen."""

from pathlib import Path

import streamlit as st

from model.loader import packs
from model.problem import Refused
from model.words import N_
from views import answer, header, levers, notes, palette, state
from views.wording import Wording, catalogue

ROLES = {"scenario": palette.SCENARIO, "reference": palette.REFERENCE, "history": palette.HISTORY,
         "outcome": palette.OUTCOME, "target": palette.TARGET}  # fmt: skip
STYLE = f":root {{{''.join(f'--{role}: {colour};' for role, colour in ROLES.items())}}}" + (
    Path(__file__).parent / "style.css"
).read_text(encoding="utf-8")


def page() -> None:
    """Draws everything from the current state."""
    try:
        packs()
    except Refused as refusal:
        _broken_data(refusal)
        return
    now = state.current()
    st.html(f"<style>{STYLE}</style>")
    header.show(now)
    figures, gdp, small, below = st.empty(), st.empty(), st.empty(), st.empty()
    with st.sidebar:
        places = answer.Places(figures, gdp, small, below)
        levers.show(now, places)
    answer.draw_small(now, places)
    st.html(notes.read_before_quoting(now) + notes.sources(now))
    every = st.expander(now.wording(N_("Every figure with its source")), on_change="rerun", key="figures")
    if every.open:
        every.html(notes.figures(now))


def _broken_data(refusal: Refused) -> None:
    """What is shown instead of the page where the data pack has faults."""
    language = state.browser_language()
    st.error(Wording(language, 0)(N_("The data pack cannot be read. Nothing is shown until these faults are mended:")))
    for problem in refusal.problems:
        st.text(problem.sentence(lambda message: catalogue(language).get(message, message)))
