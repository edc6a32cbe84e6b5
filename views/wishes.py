"""What the browser has asked for that is no state of the page: another page, a dialog; each is heard once."""

import streamlit as st

from views import session

WISH, DIALOG, HEARD = "wish", "dialog", "heard"
SHARE, TAKE_AWAY = "share", "take_away"
"""The dialogs: scenarios are sent, saved and opened; files are taken away."""


def go(page: str) -> None:
    """Asks for another page, of those that `app.py` knows."""
    session.leave()
    st.session_state[WISH] = page


def wish() -> str | None:
    """The page that has been asked for and is not shown yet; the wish is forgotten."""
    page: str | None = st.session_state.pop(WISH, None)
    return page


def heard() -> int:
    """The number of the last thing that the browser asked for and that was done."""
    number: int = st.session_state.get(HEARD, 0)
    return number


def hear(number: int) -> bool:
    """Whether what has that number was not done yet; it counts as done from now on."""
    new = number > heard()
    if new:
        st.session_state[HEARD] = number
    return new


def ask_for(dialog: str) -> None:
    """Asks for one of the dialogs."""
    st.session_state[DIALOG] = dialog


def dialog() -> str | None:
    """The dialog that has been asked for and is not shown yet; the wish is forgotten."""
    asked: str | None = st.session_state.pop(DIALOG, None)
    return asked
