"""What a visitor is told where the program itself fails; the server's log says why."""

import contextlib
import functools
import logging
from collections.abc import Callable, Iterator
from typing import ParamSpec

import streamlit as st

from model.language.problem import Problem, Refused
from model.language.wording import Wording
from model.language.words import N_
from views.state import change

P = ParamSpec("P")
FAILED = N_(
    "This part of the page cannot be shown: the program has a fault, and the server's log says which. Nothing is lost: "
    "the address holds the whole scenario. Undo the last step, go to another page, or reload this one."
)
NOT_DONE = N_(
    "The program has a fault, and the server's log says which. Nothing was changed. Try another value, or reload the "
    "page."
)


@contextlib.contextmanager
def reported_to_visitor() -> Iterator[None]:
    """Logs whatever fails within, and says so in the visitor's language instead of showing it."""
    try:
        yield
    except Exception:
        logging.getLogger(__name__).exception("A part of the page could not be drawn")
        st.error(Wording(_language(), 0)(FAILED))


def callback(function: Callable[P, None]) -> Callable[P, None]:
    """A Streamlit callback that tells the visitor what was refused, or that the program has a fault."""

    @functools.wraps(function)
    def safe(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except Refused as refusal:
            change.report(refusal.problems)
        except Exception:
            logging.getLogger(__name__).exception("A callback failed")
            change.report([Problem.at("", NOT_DONE)])

    return safe


def _language() -> str:
    """The language of the page, or of the browser where nothing is on the page yet."""
    state = st.session_state.get(change.KEY)
    return state.language if state else change.browser_language()
