"""What the browser does for the page: sends what the levers say, keeps the address, copies, opens what is dropped."""

import functools
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from model.link.file import LARGEST
from views.components import ANSWERED, HANDS, component

KEY = "bridge"
COPY_LINK, PRINT, CHOOSE_FILE = "copy_link", "print", "choose_file"
"""Keys of the buttons that copy the link, print, and choose a file: the bridge hears them in the browser, where that is
allowed. The text of a file goes into the text area of the button's form."""


@functools.cache
def _component() -> Any:
    return component(Path(__file__).parent, "", isolated=False)


def bridge(
    *,
    query: str,
    version: int,
    page: str,
    locale: str,
    announce: str,
    labels: Mapping[str, str],
    on_text: Callable[[str], None],
    around: str,
) -> None:
    """Draws nothing. Keeps the address at `query`, and reads `announce` aloud once changes have paused.

    `version` counts the changes of the session: an older one never replaces a newer one. A new `page` has the address
    written again, since Streamlit drops the query. `on_text` takes the text of a link or file dropped or pasted.
    `labels`: "lost" (while the server is gone), "copied", "select" (the link, where copying fails), "drop",
    "foot" (of what is printed, with {place} and {check}).

    The levers send through the bridge. While a hand moves one, the fragment that the bridge stands in is drawn, and
    nothing else; after all else that of the key `around`.
    """
    data = {
        "query": query,
        "version": version,
        "session": st.session_state.setdefault(f"{KEY}/session", secrets.token_hex(4)),
        "page": page,
        "locale": locale,
        "announce": announce,
        "labels": dict(labels),
        "answered": st.session_state.get(ANSWERED, 0),
        "largest": LARGEST,
    }

    def take() -> None:
        sent = dict(st.session_state[KEY].sent)
        st.session_state[ANSWERED] = int(sent["seq"])
        if act := st.session_state[HANDS].get(sent["key"]):
            act(sent)
        if "value" not in sent:
            st.rerun(around)

    def open_text() -> None:
        on_text(str(st.session_state[KEY].text))
        st.rerun(around)

    _component()(key=KEY, data=data, on_sent_change=take, on_text_change=open_text, height="content")
