"""The visitor's session: which state is the current one, and the one place that changes it. Pages ask for changes."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from model import file, further, link
from model.history import History
from model.loader import packs
from model.problem import Problem, Refused
from model.scenario import Scenario
from model.work import Work
from views.state import Moment, State

KEY = "state"
LOOKING, GRID = "looking", "grid"
"""What moves without a slider: looking at something else, and the grid of years."""
AT_ONCE = 0.5
"""Seconds within which moves of one slider are one: they are taken back together, as a whole drag is."""


def current() -> State:
    """The visitor's state; in a new session, what the address bar says."""
    if KEY not in st.session_state:
        opened = link.read(_query(), packs())
        moment = Moment(opened.work, opened.language or browser_language(), opened)
        st.session_state[KEY] = State(History(moment), opened.problems)
    state: State = st.session_state[KEY]
    return state


def ask(
    change: Callable[[Scenario], Scenario],
    typed: str = "",
    slider: str = "",
    problems: Iterable[Problem] = (),
    beside: str = "",
) -> None:
    """Changes the scenario on the page; a change that is refused leaves all as it was and says why.

    `slider` is the lever whose slider asks, and already stands where it wants to be; `typed` the one typed into;
    `beside` the place where a refusal is said, for what stands far from the top of the page.
    """
    arrange(lambda work: replace(work, scenario=change(work.scenario)), typed, slider, problems, beside)


def arrange(
    change: Callable[[Work], Work],
    typed: str = "",
    slider: str = "",
    problems: Iterable[Problem] = (),
    beside: str = "",
) -> None:
    """Changes the scenarios: which are kept, their order and names, the reference, or the one on the page.

    `problems` is what is to be said of it, where it is not refused; `change` may still add to them.
    """
    state = current()
    try:
        moment = replace(state.history.now, work=change(state.history.now.work))
    except Refused as refusal:
        _set(replace(state, complaints=refusal.problems), state, typed, beside=beside)
    else:
        _step(state, moment, slider, typed, tuple(problems))


def open_text(text: str, beside: bool = False) -> None:
    """Opens a link or a file in place of all that is on the page, or keeps its scenario beside the others."""
    state = current()
    opened = file.open_any(text, packs())
    if not opened.understood:
        complain(opened.problems)
    elif beside:
        free = state.free_name
        arrange(lambda work: work.add_all(opened.work, state.pack, free), problems=opened.problems)
    else:
        put(opened, opened.problems)


def put(opened: link.Opened, problems: tuple[Problem, ...] = ()) -> None:
    """Shows what was opened in place of all that is on the page; `problems` is what is to be said of it."""
    state = current()
    _step(state, replace(state.history.now, work=opened.work, opened=opened), problems=problems)


def look(**changes: str | bool) -> None:
    """Shows the same scenarios in another way: with these parts of the view changed."""
    state = current()
    now = state.history.now
    view = replace(now.work.view, **changes)  # type: ignore[arg-type]  # the names and kinds of View's own fields
    _step(state, replace(now, work=replace(now.work, view=view)), LOOKING)


def speak(language: str) -> None:
    """Shows the page in that language."""
    state = current()
    _step(state, replace(state.history.now, language=language))


def undo() -> None:
    """Takes the last step back."""
    state = current()
    _set(replace(state, history=state.history.undo(), complaints=(), mover="", replay=""), state)


def redo() -> None:
    """Does again what was taken back last."""
    state = current()
    _set(replace(state, history=state.history.redo(), complaints=(), mover="", replay=""), state)


def replay() -> None:
    """Shows what was before the last step; `replayed` then shows what is after it."""
    state = current()
    if state.history.past:
        _set(replace(state, complaints=(), mover="", replay="before"), state)


def replayed() -> None:
    """Ends a replay, unless something else was done meanwhile."""
    state = current()
    if state.replay == "before":
        _set(replace(state, replay="after"), state)


def complain(problems: tuple[Problem, ...], beside: str = "") -> None:
    """Says what cannot be done, at the top of the page or in another place, and leaves everything as it was."""
    state = current()
    _set(replace(state, complaints=problems), state, beside=beside)


def leave() -> None:
    """Ends what was about the page that is left: a replay, and what was said last."""
    state = current()
    if state.replay or state.complaints:
        _set(replace(state, replay="", complaints=()), state)


def browser_language() -> str:
    """The language of this page that the visitor's browser prefers."""
    return "zh" if (st.context.locale or "").lower().startswith("zh") else "en"


def _step(state: State, moment: Moment, mover: str = "", typed: str = "", problems: tuple[Problem, ...] = ()) -> None:
    """One step of the history; looking on, or moving the same slider on at once, is joined to the step before.

    What changes nothing is no step. Any ends a replay.
    """
    if moment == state.history.now:
        _set(replace(state, complaints=problems, replay=""), state, typed, mover)
        return
    soon = mover == LOOKING or (mover != GRID and time.time() - state.made < AT_ONCE)
    history = state.history.step(moment, joined=bool(mover) and mover == state.mover and soon)
    _set(replace(state, history=history, complaints=problems, mover=mover, replay=""), state, typed, mover)


def _set(after: State, before: State, typed: str = "", slider: str = "", beside: str = "") -> None:
    """The one assignment: what is now the current state."""
    elsewhere = after.scenario.region != before.scenario.region
    old = dict(before.scenario.values)
    moved = {key for key, value in after.scenario.values if elsewhere or old.get(key) != value}
    moved |= {GRID} if after.scenario != before.scenario else set()
    moved |= {key for key, _ in further.rates(after.work.further) ^ further.rates(before.work.further)}
    renewed = dict(before.renewed)
    for lever in (moved | {typed}) - {slider}:
        renewed[lever] = renewed.get(lever, 0) + 1
    st.session_state[KEY] = replace(after, beside=beside, renewed=tuple(renewed.items()), made=time.time())


def _query() -> str:
    given = st.query_params
    return urlencode([(key, value) for key in given for value in given.get_all(key)])
