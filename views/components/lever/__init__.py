"""One lever: label, solve button and number box over a slider that sends while it is dragged."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from views.components import ANSWERED, HANDS, component

HTML = (
    '<p id="heading"></p><div class="row"><label id="label" for="box"></label><button id="solve" type="button" hidden>'
    '<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.5"/><circle cx="8" cy="8" r="1.5"/></svg>'
    '</button><input id="box" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" {described}></div>'
    '<input id="slider" type="range" {described}><p id="error" role="alert"></p><p id="help" hidden></p>'
).format(described='aria-describedby="error help"')


class Reply(NamedTuple):
    """What a hand has done: `value` is set by slider and arrow keys, `text` as typed; the other one is None.

    Replies of one drag, or of keys pressed within half a second, share a `gesture`: they are one step of undo.
    """

    value: float | None
    text: str | None
    gesture: str


@functools.cache
def _component() -> Any:
    return component(Path(__file__).parent, HTML)


def lever(
    key: str,
    *,
    heading: str = "",
    label: str,
    help: str,  # Streamlit's word for it
    value: float,
    text: str,
    low: float,
    high: float,
    step: float,
    solve: str = "",
    error: str = "",
    on_change: Callable[[Reply], None],
    on_solve: Callable[[], None] | None = None,
) -> None:
    """Draws the lever, under `heading` if it is the first of a group.

    `value`, `low`, `high` and `step` are in the unit shown; `text` is what the box shows. `solve` names the button that
    calls `on_solve`; `error` says what is wrong with the text typed last, which stays. What a hand does comes by way of
    the bridge, which the page draws too.
    """

    def act(sent: dict[str, Any]) -> None:
        if "solve" in sent and on_solve:
            on_solve()
        elif "value" in sent or "text" in sent:
            on_change(Reply(sent.get("value"), sent.get("text"), f"{key}/{sent['gesture']}"))

    st.session_state.setdefault(HANDS, {})[key] = act
    data = {
        "key": key,
        "heading": heading,
        "label": label,
        "help": help,
        "value": value,
        "text": text,
        "low": low,
        "high": high,
        "step": step,
        "solve": solve,
        "error": error,
        "answered": st.session_state.get(ANSWERED, 0),
    }
    _component()(key=key, data=data, height="content")
