"""What follows a hand that moves a lever."""

from collections.abc import Callable

import streamlit as st

from model.language.words import N_
from views.components.bridge import bridge
from views.downloads.about import LINKED
from views.state import State, callback, current, open_text, reported_to_visitor
from views.words.verdict import announced

ANSWER = "answer"
"""The key of the fragment that all of a page stands in, with header and levers."""
SHOWN_PAGE = "page"
"""Where the session keeps which page is shown."""
PAGES_BY_KEY = "pages"
"""Where the session keeps the pages that a script may open, by key."""
LIVE = "live"
"""Where the session keeps that the page which is being drawn has drawn this part."""
BROWSER_LOCALES = {"zh": "zh-CN", "en": "en"}


@st.fragment
def live(draw: Callable[[State], None] | None = None) -> None:
    """The part of a page that is drawn at each position of a lever; the rest is drawn once the hand rests.

    It writes into places of its own or into containers that the page has made. The bridge stands in it.
    """
    st.session_state[LIVE] = True
    state = current()
    if draw:
        with reported_to_visitor():
            draw(state)
    _bridge(state)


def _bridge(state: State) -> None:
    w = state.wording
    labels = {
        "lost": w(N_("Connection lost; reconnecting. What you typed is kept.")), "copied": w(N_("Copied")),
        "select": w(N_("Select and copy:")), "drop": w(N_("Drop a file or a link here to open it")),
        "foot": w(LINKED, place="{place}", check="{check}"),
    }  # fmt: skip
    bridge(
        query=state.query,
        version=state.version,
        page=st.session_state.get(SHOWN_PAGE, ""),
        locale=BROWSER_LOCALES[state.language],
        announce=announced(state),
        labels=labels,
        on_text=callback(open_text),
        around=ANSWER,
    )
