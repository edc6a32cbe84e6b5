"""One lever of the scenario: what it is called, how its value is written and read, and what moving it does."""

import functools

from model.economics import phrases
from model.economics.needed import solved
from model.economics.solve import EXACT_PARTS, Solution, usable
from model.language.problem import Problem, Refused
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
    """What the solve button does: the value that it sets, the exact one beside it, and what it holds."""
    w, found = state.wording, solved(lever.key, state.scenario)
    name, value = phrases.name(lever, w), _usable(found)
    by_hand = list(state.scenario.rates_by_hand(lever.series)) if lever.by_year else []
    held = w.listing([phrases.held(lever, w), *([w.years(by_hand)] if by_hand else [])])
    if value is None:
        return w(
            N_("Solve {name}: {found}. Held: {held}"),
            name=name,
            found=phrases.solution(found, state.scenario, w),
            held=held,
        )
    exact, said = phrases.needed(found, state.scenario, w), labels.exact(value, lever, w)
    message = N_("Solve {name}: set {value} (needed: {exact}). Held: {held}")
    return w(message, name=name, value=said, exact=exact, held=held)


def _usable(found: Solution) -> float | None:
    """The solution on the lever's step; else the exact one where the lever allows it."""
    return next((value for value in (usable(found), usable(found, EXACT_PARTS)) if value is not None), None)


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
    """Sets the lever to a usable value that meets the target, or says why there is none."""
    w = current().wording

    def at_target(scenario: Scenario) -> Scenario:
        found = solved(key, scenario)
        value = _usable(found)
        if value is None:
            raise Refused([Problem.at(phrases.name(found.lever, w), phrases.solution(found, scenario, w))])
        return scenario.set(**{key: value})

    change_scenario(at_target)
