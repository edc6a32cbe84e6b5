"""One lever: label, solve button and number box over a slider that sends while it is dragged."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from views.components import ANSWERED, component

HTML = (
    '<div class="row"><label for="box"></label><button type="button" hidden>'
    '<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.5"/><circle cx="8" cy="8" r="1.5"/></svg>'
    '</button><input id="box" type="text" inputmode="decimal" autocomplete="off" spellcheck="false"></div>'
    '<input id="slider" type="range"><p id="error" role="alert"></p><p id="help" hidden></p>'
)


class Reply(NamedTuple):
    """What a hand has done: `value` is set by slider and arrow keys, `text` as typed; the other one is None.

    Replies of one drag, or of keys pressed within half a second, share a `gesture`: they are one step of undo. The last
    of them comes again once the hand rests.
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
    label: str,
    help: str,  # Streamlit's word for it
    value: float,
    text: str,
    low: float,
    high: float,
    step: float,
    solve: str = "",
    error: str = "",
    follows: str,
    on_change: Callable[[Reply], None],
    on_solve: Callable[[], None] | None = None,
) -> None:
    """Draws the lever. `value`, `low`, `high` and `step` are in the unit shown; `text` is what the box shows.

    `solve` names the button that calls `on_solve`; `error` says what is wrong with the text typed last, which stays.
    `follows` is the key of the fragment that is drawn while a hand moves the lever; all that the lever stands in is
    drawn once the hand rests. The bridge, drawn in both, tells the lever which position was answered.
    """

    def take() -> None:
        sent = dict(st.session_state[key].sent)
        st.session_state.setdefault(ANSWERED, {})[key] = int(sent["seq"])
        if sent.get("solve"):
            if on_solve:
                on_solve()
            return
        on_change(Reply(sent.get("value"), sent.get("text"), f"{key}/{sent['gesture']}"))
        if "value" in sent and not sent["rest"]:
            st.rerun(follows)

    data = {
        "key": key,
        "label": label,
        "help": help,
        "value": value,
        "text": text,
        "low": low,
        "high": high,
        "step": step,
        "solve": solve,
        "error": error,
        "answered": st.session_state.get(ANSWERED, {}).get(key, 0),
    }
    _component()(key=key, data=data, on_sent_change=take, height="content")
