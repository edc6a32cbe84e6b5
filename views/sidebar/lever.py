"""One lever of the scenario: what it is called, how its value is written and read, and what moving it does."""

import functools

from model.economics import phrases
from model.economics.needed import solved, suffices
from model.economics.solve import reach, usable
from model.language.problem import Problem
from model.language.words import N_
from model.scenario.lever import Lever
from model.scenario.levers import levers
from model.scenario.scenario import Scenario
from views.components.lever import Control, Reply, panel
from views.sidebar.typed import in_box, read
from views.state import State, callback, change_scenario, current
from views.words import labels


def draw(state: State, lever: Lever, label: str) -> None:
    """Draws a lever that stands alone."""
    panel(f"lever_{lever.key}", [control(state, lever, label)])


def control(
    state: State, lever: Lever, label: str, heading: str = "", note: str = "", *, solves: bool = False,
    keys: tuple[str, ...] = (),
) -> Control:  # fmt: skip
    """A lever as it is drawn; it sets `keys` together where they are given, else itself."""
    w, value = state.wording, state.scenario[lever.key]
    shown, low, high, step = (float(labels.shown(each, lever, w)) for each in (value, *lever.span, lever.step))
    place = f"lever_{lever.key}"
    return Control(
        key=place, heading=heading, label=label, help=phrases.name(lever, w), value=shown, low=low, high=high,
        step=step, text=labels.as_typed(value, lever, w), note=note,
        error=in_box(state.problems, w) if state.where == place else "",
        on_change=functools.partial(_take, lever.key, keys or (lever.key,), place),
        solve=_said(state, lever) if solves else "",
        on_solve=functools.partial(_solve, lever.key) if solves else None,
    )  # fmt: skip


def _said(state: State, lever: Lever) -> str:
    """What the solve button does: the value that it sets, and what it holds; empty where it alone is not enough."""
    w, found = state.wording, solved(lever.key, state.scenario)
    value = usable(found)
    if value is None or not suffices(found, state.scenario):
        return ""
    by_hand = list(state.scenario.rates_by_hand(lever.series)) if lever.by_year else []
    held = w.listing([phrases.held(lever, w), *([w.years(by_hand)] if by_hand else [])])
    message = N_("Solve {name}: set {value}. Held: {held}")
    return w(message, name=phrases.name(lever, w), value=labels.exact(value, lever, w), held=held)


@callback
def _take(key: str, keys: tuple[str, ...], place: str, reply: Reply) -> None:
    """Sets the lever, and what is set together with it, to what a hand has moved or typed."""
    pack, w = current().pack, current().wording
    lever, notes = levers(pack)[key], list[Problem]()

    def moved(scenario: Scenario) -> Scenario:
        if reply.text is not None:
            value = read(reply.text, lever, phrases.name(lever, w), w, notes)
        else:
            value = labels.unshown(reply.value or 0.0, lever, w)
        return scenario.set(**dict.fromkeys(keys, value))

    change_scenario(moved, reply.gesture, place, notes)


@callback
def _solve(key: str) -> None:
    """Sets the lever to the value that meets the target."""
    change_scenario(lambda scenario: reach(solved(key, scenario), scenario))
