"""What the browser does for the page: the address, the clipboard, dropped and pasted links, and what is read aloud."""

import functools
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from model.link.file import LARGEST
from views.components import ANSWERED, component

KEY = "bridge"
COPY_LINK = "copy_link"
"""The key of the button that copies the link: the bridge hears it in the browser, where copying is allowed."""


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
) -> None:
    """Draws nothing. Keeps the address at `query`, and reads `announce` aloud once changes have paused.

    `version` counts the changes of the session: an older one never replaces a newer one. A new `page` has the address
    written again, since Streamlit drops the query. `on_text` takes the text of a link or file dropped or pasted.
    `labels`: "lost" (while the server is gone), "copied", "select" (the link, where copying fails), "drop".
    """
    data = {
        "query": query,
        "version": version,
        "session": st.session_state.setdefault(f"{KEY}/session", secrets.token_hex(4)),
        "page": page,
        "locale": locale,
        "announce": announce,
        "labels": dict(labels),
        "answered": dict(st.session_state.get(ANSWERED, {})),
        "largest": LARGEST,
    }
    _component()(key=KEY, data=data, on_text_change=lambda: on_text(str(st.session_state[KEY].text)), height="content")
