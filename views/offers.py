"""What of the plan report can be drawn on beside the scenario, and which of it is."""

from html import escape

from model import further
from model.words import N_
from views.actions import ADD, PAGE, REMOVE
from views.sheet import Button, Cell
from views.state import State

REASONS = {
    further.SIMULATED: N_("simulated already"),
    further.TOO_FAR: N_("growth outside {low} to {high} %"),
}
"""Why a row with a level and growth is no further path."""


def offer(now: State, key: str) -> Cell:
    """What draws a row on, or takes it away again; why there is no such button, where its growth would suggest one."""
    w = now.wording
    if key in further.keys(now.work.further):
        return removing(now, key)
    if key in further.offered(now.pack):
        return Button(f"{ADD}:{key}", w(N_("Add as a path")), w(N_("Draw it on beside the scenario, on Simulate")))
    problem = further.fault(key, now.pack)
    if problem is None or problem.what not in REASONS:
        return ""
    low, high = (w.number(limit * 100, 0) for limit in (further.LOWEST, further.HIGHEST))
    return w(REASONS[problem.what], low=low, high=high)


def removing(now: State, key: str) -> Button:
    """What takes a path away."""
    return Button(f"{REMOVE}:{key}", now.wording(N_("Remove")), now.wording(N_("Take this path away")))


def taken_up(now: State) -> str:
    """Which rows are further paths, and a button that goes there; empty where none is."""
    w, own = now.wording, now.pack.own.statements
    if not now.work.further:
        return ""
    names = w.listing([w.either(own[key].name_zh, own[key].name_en) for key in further.keys(now.work.further)])
    said = escape(w(N_("Further paths: {names}."), names=names))
    return f"<p>{said} {Button(f'{PAGE}:simulate', w(N_('Simulate'))).html()}</p>"
