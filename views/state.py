"""The one value that the page shows, and the one place that changes it. Pages ask; they change nothing themselves."""

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

import streamlit as st

from model import link, presets
from model.indicators import GDP, INDICATORS
from model.levers import RATES, levers
from model.loader import packs
from model.pack import Pack
from model.problem import Problem, Refused
from model.projection import project
from model.scenario import Scenario, changed, plan
from model.view import USUAL, View
from views.wording import Wording

BESIDE_THE_ANSWER = ("sectors", "error", "horizon", "fai_target", "retail_target", "income_target")
"""The link parameters of levers that move neither a path nor GDP's target."""
KEY, WISH = "state", "wish"


@dataclass(frozen=True)
class State:
    """Everything a visitor's page follows from."""

    scenario: Scenario
    language: str
    opened: link.Opened
    """The link this page was opened with."""
    complaints: tuple[Problem, ...]
    """What the visitor is to be told: about the link, or about the last thing asked for."""
    view: View = USUAL
    renewed: tuple[tuple[str, int], ...] = ()
    """How often each lever was changed otherwise than by its slider; see `slider_key`."""
    made: float = field(default_factory=time.time)
    """When it became the current one [s]: the browser's address never goes back to an older one."""

    def turns(self, lever: str) -> int:
        """How often the lever was changed otherwise than by its slider."""
        return dict(self.renewed).get(lever, 0)

    @functools.cached_property
    def preset(self) -> str | None:
        """The preset that the scenario's growth is, if any."""
        return presets.recognise(self.scenario, self.pack)

    @functools.cached_property
    def beside_gdp(self) -> tuple[object, ...]:
        """The paths of the other indicators, to be compared."""
        paths = project(self.scenario, self.pack).paths
        return tuple(paths[indicator.key].tobytes() for indicator in INDICATORS if indicator is not GDP)

    @property
    def changes(self) -> int:
        """How many levers of those that the answer follows from differ from the plan."""
        known = levers(self.pack)
        keys = changed(self.scenario, plan(self.pack))
        return sum(key not in known or known[key].param not in BESIDE_THE_ANSWER for key in keys)

    @property
    def pack(self) -> Pack:
        """The region's figures."""
        return packs()[self.scenario.region]

    @property
    def wording(self) -> Wording:
        """How things are said to this visitor."""
        return Wording(self.language, self.pack.base_year)

    @functools.cached_property
    def query(self) -> str:
        """The link's query: what the address bar holds."""
        return link.write(self.scenario, self.pack, self.language, self.view)

    @property
    def address(self) -> dict[str, str | float]:
        """What the browser needs to keep the address bar right."""
        return {"query": self.query, "made": self.made}


def current() -> State:
    """The visitor's state; in a new session, what the address bar says."""
    if KEY not in st.session_state:
        opened = link.read(_query(), packs())
        language = opened.language or browser_language()
        st.session_state[KEY] = State(opened.scenario, language, opened, opened.problems, opened.view)
    state: State = st.session_state[KEY]
    return state


def ask(change: Callable[[Scenario], Scenario], typed: str = "", slider: str = "") -> None:
    """Changes the scenario; a change that is refused leaves it as it was and says why.

    `slider` is the lever whose slider asks, and already stands where it wants to be; `typed` the one typed into.
    """
    state = current()
    try:
        after = replace(state, scenario=change(state.scenario), complaints=())
        moved = {key for key in changed(after.scenario, state.scenario) if key not in RATES} | {typed}
    except Refused as refusal:
        after, moved = replace(state, complaints=refusal.problems), {typed}
    renewed = dict(state.renewed)
    for lever in moved - {slider}:
        renewed[lever] = renewed.get(lever, 0) + 1
    st.session_state[KEY] = replace(after, renewed=tuple(renewed.items()), made=time.time())


def slider_key(state: State, lever: str) -> str:
    """The key of a lever's slider.

    A slider whose lever was changed elsewhere is replaced by a new one, under a new key, instead of being set: the
    browser may still be sending the old value, which would come back as if a visitor had just chosen it.
    """
    return f"slider_{lever}_{state.turns(lever)}_{state.language}"


def complain(problems: tuple[Problem, ...]) -> None:
    """Says what cannot be done, and leaves everything as it was."""
    st.session_state[KEY] = replace(current(), complaints=problems, made=time.time())


def look(view: View) -> None:
    """Shows the same scenario in another way."""
    st.session_state[KEY] = replace(current(), view=view, made=time.time())


def go(page: str) -> None:
    """Asks for another page, of those that `app.py` knows."""
    st.session_state[WISH] = page


def wish() -> str | None:
    """The page that has been asked for and is not shown yet; the wish is forgotten."""
    page: str | None = st.session_state.pop(WISH, None)
    return page


def speak(language: str) -> None:
    """Shows the page in that language."""
    st.session_state[KEY] = replace(current(), language=language, made=time.time())


def browser_language() -> str:
    """The language of this page that the visitor's browser prefers."""
    return "zh" if (st.context.locale or "").lower().startswith("zh") else "en"


def _query() -> str:
    given = st.query_params
    return urlencode([(key, value) for key in given for value in given.get_all(key)])
