"""What shows a part of the state."""

import streamlit as st


def key_showing(name: str, value: object) -> str:
    """The key of a widget whose default is that part of the state.

    It stays while the widget itself makes the changes. What was changed otherwise is shown by a widget with another
    key: the same one, set by the server, would be set back by what the browser sends before it hears of that.
    """
    counter = f"{name}/generation"
    generation = st.session_state.setdefault(counter, 0)
    if st.session_state.get(f"{name}_{generation}", value) != value:
        st.session_state[counter] = generation + 1
    return f"{name}_{st.session_state[counter]}"


def is_shown(key: str) -> bool:
    """Whether the widget with that key is still on the page; what the browser says of a former one is no click."""
    name, _, generation = key.rpartition("_")
    return st.session_state.get(f"{name}/generation") == int(generation)
