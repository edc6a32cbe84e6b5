"""The one value that the page shows, and the one place that changes it. Pages ask; they change nothing themselves."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import streamlit as st

from model import link
from model.levers import RATES
from model.loader import packs
from model.pack import Pack
from model.problem import Problem, Refused
from model.scenario import Scenario, changed
from views.wording import Wording

KEY = "state"
WIDGETS = ("slider", "number")
ANSWER, LINK, STATUS = "answer", "link", "status"
"""Parts of the page that are drawn again when a lever moves, besides the lever itself."""


@dataclass(frozen=True)
class State:
    """Everything a visitor's page follows from."""

    scenario: Scenario
    language: str
    opened: link.Opened
    """The link this page was opened with."""
    complaints: tuple[Problem, ...]
    """What the visitor is to be told: about the link, or about the last thing asked for."""
    renewed: tuple[tuple[str, int], ...] = ()
    """How often each widget was replaced because its lever was changed elsewhere; see `widget_key`."""

    @property
    def pack(self) -> Pack:
        """The region's figures."""
        return packs()[self.scenario.region]

    @property
    def wording(self) -> Wording:
        """How things are said to this visitor."""
        return Wording(self.language, self.pack.base_year)

    @property
    def query(self) -> str:
        """The link's query: what the address bar holds."""
        return link.write(self.scenario, self.pack, self.language)


def current() -> State:
    """The visitor's state; in a new session, what the address bar says."""
    if KEY not in st.session_state:
        opened = link.read(_query(), packs())
        language = opened.language or browser_language()
        st.session_state[KEY] = State(opened.scenario, language, opened, opened.problems)
    state: State = st.session_state[KEY]
    return state


def ask(change: Callable[[Scenario], Scenario], widget: str = "") -> None:
    """Changes the scenario; a change that is refused leaves it as it was and says why.

    `widget` is the one that asks, e.g. "slider_gdp_first": it already shows what it asks for.
    """
    state = current()
    try:
        after = replace(state, scenario=change(state.scenario), complaints=())
        moved = [key for key in changed(after.scenario, state.scenario) if key not in RATES]
        others = {f"{kind}_{lever}" for kind in WIDGETS for lever in moved} - {widget}
    except Refused as refusal:
        after, others = replace(state, complaints=refusal.problems), {widget}
    renewed = dict(state.renewed)
    for name in others:
        renewed[name] = renewed.get(name, 0) + 1
    st.session_state[KEY] = replace(after, renewed=tuple(renewed.items()))


def widget_key(state: State, widget: str) -> str:
    """The key of a lever's slider or number.

    A widget whose lever was changed elsewhere is replaced by a new one, under a new key, instead of being set: the
    browser may still be sending the old value, which would come back as if a visitor had just chosen it.
    """
    return f"{widget}_{dict(state.renewed).get(widget, 0)}_{state.language}"


def speak(language: str) -> None:
    """Shows the page in that language."""
    st.session_state[KEY] = replace(current(), language=language)


def dismiss() -> None:
    """Takes the complaints away."""
    st.session_state[KEY] = replace(current(), complaints=())


def browser_language() -> str:
    """The language of this page that the visitor's browser prefers."""
    return "zh" if (st.context.locale or "").lower().startswith("zh") else "en"


def _query() -> str:
    given = st.query_params
    return urlencode([(key, value) for key in given for value in given.get_all(key)])
