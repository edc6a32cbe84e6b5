"""What a visitor is told where the program itself fails; the server's log says why."""

import contextlib
import logging
from collections.abc import Iterator

import streamlit as st

from model.wording import Wording
from model.words import N_
from views import session

FAILED = N_(
    "This part of the page cannot be shown: the program has a fault, and the server's log says which. Nothing is lost: "
    "the address holds all that is on the page. Take the last step back, go to another page, or load this one again."
)


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Whatever fails within is logged, and said in the visitor's language instead of being shown."""
    try:
        yield
    except Exception:
        logging.getLogger(__name__).exception("A page could not be drawn")
        st.error(Wording(_language(), 0)(FAILED))


def _language() -> str:
    """The language of the page, or of the browser where nothing is on the page yet."""
    state = st.session_state.get(session.KEY)
    return state.language if state else session.browser_language()
