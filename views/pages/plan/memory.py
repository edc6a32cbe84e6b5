"""What is typed and chosen on the page and is no part of the link: it lasts as long as the visit."""

from collections.abc import Collection
from typing import TypeVar

import streamlit as st

T = TypeVar("T")
STORE = "plan_inputs"


def keep(key: str, usual: T, allowed: Collection[T] = ()) -> T:
    """Gives a widget, before it is drawn, the value that it had when its page was left, else the usual one."""
    store = st.session_state.setdefault(STORE, {})
    value = st.session_state.get(key, store.get(key, usual))
    if allowed and value not in allowed:
        value = usual
    st.session_state[key] = store[key] = value
    return value  # type: ignore[no-any-return]  # the session holds anything
