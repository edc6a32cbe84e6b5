"""Parts of a page that are one click away: what is not open is not drawn."""

from collections.abc import Callable, Mapping

import streamlit as st

from views.state import State

Draw = Callable[[State], None]


def tabs(state: State, key: str, contents: Mapping[str, tuple[str, Draw]], first: str = "") -> None:
    """Draws tabs, each with its label and what draws it, at first with `first` open."""
    labels = {name: label for name, (label, _) in contents.items()}
    drawn = st.tabs(list(labels.values()), default=labels.get(first), key=key, on_change="rerun")
    for tab, (_, draw) in zip(drawn, contents.values(), strict=True):
        if tab.open:
            with tab:
                draw(state)


def more(state: State, key: str, label: str, draw: Draw) -> None:
    """Draws a label that opens to what `draw` draws."""
    part = st.expander(label, type="compact", on_change="rerun", key=key)
    if part.open:
        with part:
            draw(state)
