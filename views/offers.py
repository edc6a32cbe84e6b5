"""What of the plan report can be drawn on beside the scenario, and which of it is."""

from html import escape

from model import further
from model.words import N_
from views.actions import ADD, PAGE, REMOVE
from views.sheet import Button, Cell
from views.state import State

REASONS = {
    further.COUNT: N_("no indicator"),
    further.SIMULATED: N_("simulated already"),
    further.TOO_FAR: N_("growth outside {low} to {high} %"),
}
"""Why a row with a level and growth is no further path."""


def offer(now: State, key: str) -> Cell:
    """What draws a row on, or takes it away again; why there is no such button, where one would be expected."""
    w = now.wording
    if key in further.keys(now.work.further):
        return removing(now, key)
    if key in further.offered(now.pack) and len(now.work.further) == further.MOST:
        return w(N_("no room: {count} are in"), count=further.MOST)
    if key in further.offered(now.pack):
        title = w(N_("Draw {name} on beside the scenario, on Simulate"), name=_name(now, key))
        return Button(f"{ADD}:{key}", w(N_("Add as a path")), title)
    problem = further.fault(key, now.pack)
    if problem is None or problem.what not in REASONS:
        return ""
    low, high = (w.number(limit * 100, 0) for limit in (further.LOWEST, further.HIGHEST))
    return w(REASONS[problem.what], low=low, high=high)


def removing(now: State, key: str) -> Button:
    """What takes a path away."""
    title = now.wording(N_("Take {name} out of the simulation"), name=_name(now, key))
    return Button(f"{REMOVE}:{key}", now.wording(N_("Remove")), title)


def _name(now: State, key: str) -> str:
    row = now.pack.own.statements[key]
    return now.wording.either(row.name_zh, row.name_en)


def taken_up(now: State) -> str:
    """Which rows are further paths, and a button that goes there; empty where none is."""
    w = now.wording
    if not now.work.further:
        return ""
    names = w.listing([_name(now, key) for key in further.keys(now.work.further)])
    said = escape(w(N_("Further paths: {names}."), names=names))
    return f"<p>{said} {Button(f'{PAGE}:simulate', w(N_('Simulate'))).html()}</p>"
