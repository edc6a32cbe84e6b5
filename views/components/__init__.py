"""What Streamlit cannot do: the lever, which sends while it is dragged, and the bridge to the browser."""

from pathlib import Path
from typing import Any

import streamlit as st

HANDS = "hands"
"""Where the session keeps what each lever does with what a hand has done, by the lever's key."""
ANSWERED = "answered"
"""Where the session keeps the number of the last message of a lever that was taken."""


def component(folder: Path, html: str, *, isolated: bool = True) -> Any:
    """The component whose script and style lie in the folder, named as the folder is."""
    script, style = (folder / f"{folder.name}.{kind}" for kind in ("js", "css"))
    return st.components.v2.component(
        folder.name,
        html=html,
        js=script.read_text(encoding="utf-8"),
        css=style.read_text(encoding="utf-8"),
        isolate_styles=isolated,
    )
