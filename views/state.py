"""The one value that the page shows, and the one place that changes it. Pages ask; they change nothing themselves."""

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

import streamlit as st

from model import file, further, link, presets
from model.history import History
from model.indicators import GDP
from model.loader import packs
from model.pack import Pack
from model.problem import Problem, Refused
from model.projection import project
from model.scenario import Scenario
from model.view import View
from model.wording import Wording
from model.words import N_
from model.work import Work

KEY = "state"
LOOKING, GRID = "looking", "grid"
"""What moves without a slider: looking at something else, and the grid of years."""
AT_ONCE = 0.5
"""Seconds within which moves of one slider are one: they are taken back together, as a whole drag is."""


@dataclass(frozen=True)
class Moment:
    """What the address bar says at one time, and the link that the visitor would go back to."""

    work: Work
    language: str
    opened: link.Opened


@dataclass(frozen=True)
class State:
    """Everything a visitor's page follows from."""

    history: History[Moment]
    complaints: tuple[Problem, ...]
    """What the visitor is to be told: about the link, or about the last thing asked for."""
    renewed: tuple[tuple[str, int], ...] = ()
    """How often each lever was changed otherwise than by its slider; see `slider_key`."""
    mover: str = ""
    """What made the last step, where a further one by the same is to be joined to it."""
    replay: str = ""
    """Whether the last step is shown again: "before" it, "after" it, or not. It changes what is shown, nothing else."""
    made: float = field(default_factory=time.time)
    """When it became the current one [s]: the browser's address never goes back to an older one."""

    @property
    def shown(self) -> Moment:
        """What is on the page: the present, or what was before it while the last step is shown again."""
        return self.history.past[-1] if self.replay == "before" else self.history.now

    @property
    def work(self) -> Work:
        """The scenarios, the reference and the view."""
        return self.shown.work

    @property
    def scenario(self) -> Scenario:
        """The scenario on the page."""
        return self.work.scenario

    @property
    def reference(self) -> Scenario:
        """What it is compared with."""
        return self.work.nth(self.pack, self.work.reference)

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.shown.language

    @property
    def opened(self) -> link.Opened:
        """The link or file that was opened last."""
        return self.shown.opened

    @property
    def view(self) -> View:
        """How the scenario is looked at."""
        return self.work.view

    @property
    def regions(self) -> tuple[str, ...]:
        """The texts of the regions that were on the page since it was opened, the present one first."""
        history = self.history
        moments = (history.now, *reversed(history.past), *reversed(history.future))
        return tuple(dict.fromkeys(moment.work.scenario.region for moment in moments))

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
        return tuple(paths[indicator.key].tobytes() for indicator in self.pack.indicators if indicator is not GDP)

    @property
    def free_name(self) -> str:
        """A name for a scenario that has none: the lowest number that no kept one has."""
        taken = {kept.name for kept in self.work.kept}
        numbered = (self.wording(N_("Scenario {number}"), number=number) for number in range(1, len(taken) + 2))
        return next(name for name in numbered if name not in taken)

    @property
    def pack(self) -> Pack:
        """The region's figures."""
        return packs()[self.scenario.region]

    @property
    def wording(self) -> Wording:
        """How things are said to this visitor."""
        return Wording(self.language, self.pack.base_year)

    @property
    def reported(self) -> Wording:
        """How things are said of the plan report: its years stay, also where the region is planned from a later one."""
        return Wording(self.language, self.pack.own.base_year)

    @functools.cached_property
    def query(self) -> str:
        """The link's query: what the address bar holds, also while the last step is shown again."""
        now = self.history.now
        return link.write(now.work, packs()[now.work.scenario.region], now.language)


def current() -> State:
    """The visitor's state; in a new session, what the address bar says."""
    if KEY not in st.session_state:
        opened = link.read(_query(), packs())
        moment = Moment(opened.work, opened.language or browser_language(), opened)
        st.session_state[KEY] = State(History(moment), opened.problems)
    state: State = st.session_state[KEY]
    return state


def ask(change: Callable[[Scenario], Scenario], typed: str = "", slider: str = "") -> None:
    """Changes the scenario on the page; a change that is refused leaves all as it was and says why.

    `slider` is the lever whose slider asks, and already stands where it wants to be; `typed` the one typed into.
    """
    arrange(lambda work: replace(work, scenario=change(work.scenario)), typed, slider)


def arrange(
    change: Callable[[Work], Work], typed: str = "", slider: str = "", problems: tuple[Problem, ...] = ()
) -> None:
    """Changes the scenarios: which are kept, their order and names, the reference, or the one on the page.

    `problems` is what is to be said of it, where it is not refused.
    """
    state = current()
    try:
        moment = replace(state.history.now, work=change(state.history.now.work))
    except Refused as refusal:
        _set(replace(state, complaints=refusal.problems), state, typed)
    else:
        _step(state, moment, slider, typed, problems)


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


def complain(problems: tuple[Problem, ...]) -> None:
    """Says what cannot be done, and leaves everything as it was."""
    state = current()
    _set(replace(state, complaints=problems), state)


def slider_key(state: State, lever: str) -> str:
    """The key of a lever's slider.

    A slider whose lever was changed elsewhere is replaced by a new one, under a new key, instead of being set: the
    browser may still be sending the old value, which would come back as if a visitor had just chosen it.
    """
    return f"slider_{lever}_{state.turns(lever)}_{state.language}"


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


def _set(after: State, before: State, typed: str = "", slider: str = "") -> None:
    """The one assignment: what is now the current state."""
    elsewhere = after.scenario.region != before.scenario.region
    old = dict(before.scenario.values)
    moved = {key for key, value in after.scenario.values if elsewhere or old.get(key) != value}
    moved |= {GRID} if after.scenario != before.scenario else set()
    moved |= {key for key, _ in further.rates(after.work.further) ^ further.rates(before.work.further)}
    renewed = dict(before.renewed)
    for lever in (moved | {typed}) - {slider}:
        renewed[lever] = renewed.get(lever, 0) + 1
    st.session_state[KEY] = replace(after, renewed=tuple(renewed.items()), made=time.time())


def _query() -> str:
    given = st.query_params
    return urlencode([(key, value) for key in given for value in given.get_all(key)])
