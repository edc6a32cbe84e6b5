"""Whether the plan report's figures come together, and where its text leaves something open."""

import streamlit as st

from model.language.words import N_
from model.region.tallies import counted
from views.pages.table import show
from views.state import State
from views.words import statements
from views.words.plain import plain


def label(state: State) -> str:
    """The tab's name, with how many places are open."""
    w, count = state.wording, sum(map(len, statements.doubts(state).values()))
    return f"{w(N_('Report checked'))} :gray-badge[{w(N_('{count} open'), count=count)}]"


def draw(state: State) -> None:
    """Draws the sums, and one list a kind of doubt."""
    w, sums = state.reported, counted(state.pack)
    if sums:
        agree = sum(each.agrees for each in sums)
        said = w(N_("Sums: {right} of {all} agree with their parts"), right=agree, all=len(sums))
        with st.expander(said, expanded=True):
            st.caption(plain(statements.not_funded(state)))
            heads = (N_("Total"), N_("From its parts"), N_("Printed"), N_("Parts"))
            show("wide_sums", [w(head) for head in heads], [statements.summed(state, each) for each in sums])
    for kind, open_ in statements.doubts(state).items():
        titles = (N_("Indicator"), N_("What is open"), N_("Place"))
        title = w(N_("{kind}: {count}"), kind=w(statements.DOUBTS[kind]), count=len(open_))
        opened = st.expander(title, on_change="rerun", key=f"doubts_{kind}")
        if opened.open:
            with opened:
                show(f"doubt_{kind}", [w(head) for head in titles], open_)
