"""The dialogs that ask for a scenario's name and note. Nothing is saved but by OK."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from model.language.names import LONGEST_NAME, LONGEST_NOTE
from model.language.words import N_
from model.work.work import MOST_KEPT
from views.state import State, callback, change_work
from views.words import names


def button(state: State) -> None:
    """The button that saves the scenario on the page."""
    w, work = state.wording, state.work
    full = len(work.kept) == MOST_KEPT
    none = w(N_("{most} scenarios are saved; delete one on Compare first"), most=MOST_KEPT)
    if st.button(
        w(N_("Save")), icon=":material/bookmark_add:", type="tertiary", key="save", disabled=full or bool(work.at),
        help=none if full else None,
    ):  # fmt: skip
        _ask_new(state)


def _ask_new(state: State) -> None:
    """Asks under which name the scenario on the page is saved."""
    _ask(state, N_("Save scenario"), names.proposed(state), names.own_note(state), _save)


def ask_again(state: State, place: int) -> None:
    """Asks for another name and note of a saved scenario."""
    saved = state.work.kept[place - 1]
    _ask(state, N_("Name and note"), saved.name, saved.note, partial(_change, place))


def _ask(state: State, title: str, name: str, note: str, done: Callable[[str, str], None]) -> None:
    w = state.wording

    def contents() -> None:
        with st.form("saving", border=False):
            typed = st.text_input(w(N_("Name")), name, LONGEST_NAME)
            noted = st.text_area(
                w(N_("Note (optional)")), note, 90, LONGEST_NOTE,
                placeholder=w(N_("Why these assumptions, or who decided on them")),
            )  # fmt: skip
            with st.container(horizontal=True, horizontal_alignment="right"):
                agreed = st.form_submit_button(w(N_("OK")), type="primary")
                cancelled = st.form_submit_button(w(N_("Cancel")))
        if agreed:
            callback(done)(typed.strip() or name, noted)
        if agreed or cancelled:
            st.rerun()  # which closes the dialog

    st.dialog(w(title))(contents)()


def _save(name: str, note: str) -> None:
    change_work(lambda work: work.keep(name, note))


def _change(place: int, name: str, note: str) -> None:
    change_work(lambda work: work.rename(place, name).annotate(place, note))
