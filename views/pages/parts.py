"""Parts of a page that are one click away: what is not open is not drawn."""

from collections.abc import Callable, Mapping

import streamlit as st

from model.language.words import N_
from views.state import State

Draw = Callable[[State], None]


def tabs(state: State, key: str, contents: Mapping[str, tuple[str, Draw]], first: str = "") -> None:
    """Draws a choice of parts, each with its label and what draws it, and the one that is chosen, at first `first`.

    No `st.tabs`: the browser searches all that they hold, at each message, for what can be focused.
    """
    chosen = st.segmented_control(
        state.wording(N_("Part of the page")), list(contents), default=first or next(iter(contents)), key=key,
        required=True, wrap=False, format_func=lambda name: contents[name][0], label_visibility="collapsed",
    )  # fmt: skip
    contents[chosen][1](state)


def more(state: State, key: str, label: str, draw: Draw) -> None:
    """Draws a label that opens to what `draw` draws."""
    part = st.expander(label, type="compact", on_change="rerun", key=key)
    if part.open:
        with part:
            draw(state)
