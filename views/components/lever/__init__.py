"""Levers: each a label, a solve button and a number box over a slider that sends while it is dragged."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from views.components import ANSWERED, HANDS, component

HTML = """<template><div>
<p class="heading"></p>
<div class="row">
  <label class="label"></label>
  <button class="solve" type="button" hidden>
    <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.5"/><circle cx="8" cy="8" r="1.5"/></svg>
  </button>
  <input class="box" type="text" inputmode="decimal" autocomplete="off" spellcheck="false">
</div>
<input class="slider" type="range">
<p class="error" role="alert"></p>
<p class="note"></p>
<p class="help" hidden></p>
</div></template>"""


class Reply(NamedTuple):
    """What a hand has done: `value` is set by slider and arrow keys, `text` as typed; the other one is None.

    Replies of one drag, or of keys pressed within half a second, share a `gesture`: they are one step of undo.
    """

    value: float | None
    text: str | None
    gesture: str


@dataclass(frozen=True, kw_only=True)
class Control:
    """A lever as it is drawn. `value`, `low`, `high` and `step` are in the unit shown; `text` is what the box shows."""

    key: str
    label: str
    help: str
    value: float
    text: str
    low: float
    high: float
    step: float
    on_change: Callable[[Reply], None]
    heading: str = ""
    """Stands over the first lever of a group."""
    note: str = ""
    """Stands under the lever."""
    error: str = ""
    """What is wrong with the text typed last, which stays."""
    solve: str = ""
    """The name of the button that calls `on_solve`."""
    on_solve: Callable[[], None] | None = None

    def act(self, sent: dict[str, Any]) -> None:
        """Does what a hand asked for."""
        if "solve" in sent and self.on_solve:
            self.on_solve()
        elif "value" in sent or "text" in sent:
            self.on_change(Reply(sent.get("value"), sent.get("text"), f"{self.key}/{sent['gesture']}"))


@functools.cache
def _component() -> Any:
    return component(Path(__file__).parent, HTML)


def panel(key: str, controls: Sequence[Control]) -> None:
    """Draws the levers, one below the other. What a hand does comes by way of the bridge, which the page draws too."""
    hands = st.session_state.setdefault(HANDS, {})
    hands.update({each.key: each.act for each in controls})
    drawn = [{name: each for name, each in vars(one).items() if not name.startswith("on_")} for one in controls]
    _component()(key=key, data={"levers": drawn, "answered": st.session_state.get(ANSWERED, 0)}, height="content")
