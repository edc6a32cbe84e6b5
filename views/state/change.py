"""The visitor's session: which state is the current one, and the functions that change it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from model.language.problem import Problem, Refused
from model.link import file, link
from model.region.loader import packs
from model.region.pack import Pack
from model.scenario.scenario import Scenario
from model.work.history import History
from model.work.work import Work
from views.state.value import Moment, State

KEY = "state"
LOOKING = "view"
"""The gesture of every change of the view: one step, however often somebody looks elsewhere in a row."""


def current() -> State:
    """The visitor's state; in a new session, what the address bar says."""
    if KEY not in st.session_state:
        opened = link.read(_query(), packs())
        moment = Moment(opened.work, opened.language or browser_language(), opened)
        st.session_state[KEY] = State(History(moment), opened.problems)
    state: State = st.session_state[KEY]
    return state


def change_scenario(
    change: Callable[[Scenario], Scenario], gesture: str = "", where: str = "", problems: Sequence[Problem] = ()
) -> None:
    """Changes the scenario on the page; a change that is refused leaves all as it was and says why, at `where`.

    Changes of the same `gesture`, such as a drag, are one step of undo. `problems` is what is said of a change that is
    made; `change` may still add to them.
    """
    change_work(lambda work: replace(work, scenario=change(work.scenario)), gesture, where, problems)


def change_work(
    change: Callable[[Work], Work], gesture: str = "", where: str = "", problems: Sequence[Problem] = ()
) -> None:
    """Changes what the link carries, as `change_scenario` does."""
    state = current()
    try:
        moment = replace(state.history.now, work=change(state.history.now.work))
    except Refused as refusal:
        report(refusal.problems, where)
    else:
        _step(moment, gesture, problems)


def change_pack(after: Pack, problems: Sequence[Problem] = ()) -> None:
    """Puts every scenario on other outcomes or another base year of its region; says what could not be taken over."""
    taken, lost = current().work.carried_to(after)
    change_work(lambda _: taken, problems=(*problems, *lost))


def set_view(**changes: str | bool) -> None:
    """Shows the same scenarios in another way: with these parts of the view changed."""
    now = current().history.now
    view = replace(now.work.view, **changes)  # type: ignore[arg-type]  # the names and kinds of View's own fields
    _step(replace(now, work=replace(now.work, view=view)), LOOKING)


def set_language(language: str) -> None:
    """Shows the page in that language."""
    _step(replace(current().history.now, language=language))


def open_text(text: str, beside: bool = False) -> None:
    """Opens a link or a file in place of all that is on the page, or saves its scenarios beside the others."""
    state = current()
    opened = file.open_any(text, packs())
    if not opened.understood:
        report(opened.problems)
    elif beside:
        free = state.free_name
        change_work(lambda work: work.add_all(opened.work, free), problems=opened.problems)
    else:
        show_opened(opened, opened.problems)


def show_opened(opened: link.Opened, problems: Sequence[Problem] = ()) -> None:
    """Shows what was opened in place of all that is on the page; `problems` is what is said of it."""
    _step(replace(current().history.now, work=opened.work, opened=opened), problems=problems)


def undo() -> None:
    """Takes the last step back."""
    _set(history=current().history.undo())


def redo() -> None:
    """Takes the step again that was taken back last."""
    _set(history=current().history.redo())


def report(problems: Sequence[Problem], where: str = "") -> None:
    """Says what is wrong, at the top of the page or beside the place `where`, and leaves all else as it was."""
    _set(problems=problems, where=where)


def browser_language() -> str:
    """The language of this page that the visitor's browser prefers."""
    return "zh" if (st.context.locale or "").lower().startswith("zh") else "en"


def _step(moment: Moment, gesture: str = "", problems: Sequence[Problem] = ()) -> None:
    """One step of the history; what changes nothing is no step."""
    state = current()
    history = state.history.step(moment, joined=bool(gesture) and gesture == state.gesture)
    _set(history=history, problems=problems, gesture=gesture)


def _set(
    history: History[Moment] | None = None, problems: Sequence[Problem] = (), where: str = "", gesture: str = ""
) -> None:
    """The one assignment: what is now the current state."""
    state = current()
    st.session_state[KEY] = State(history or state.history, tuple(problems), where, gesture, state.version + 1)


def _query() -> str:
    given = st.query_params
    return urlencode([(key, value) for key in given for value in given.get_all(key)])
