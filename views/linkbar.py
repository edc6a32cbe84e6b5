"""Keeps the address bar at the current scenario and copies the link, in the visitor's browser."""

import functools
from pathlib import Path
from typing import Any

import streamlit as st

from views.state import State

HERE = Path(__file__).parent


@functools.cache
def _component() -> Any:
    """The component, declared once a process and not before Streamlit runs."""
    return st.components.v2.component(
        "linkbar",
        html='<button type="button"></button><output aria-live="polite"></output>',
        css=(HERE / "linkbar.css").read_text(encoding="utf-8"),
        js=(HERE / "linkbar.js").read_text(encoding="utf-8"),
    )


def show(state: State) -> None:
    """The "copy link" button; the address follows the scenario without adding to the browser's history."""
    w = state.wording
    _component()(
        key="linkbar",
        data={
            "query": state.query,
            "language": {"zh": "zh-CN", "en": "en"}[state.language],
            "copy": w("Copy link"),
            "copied": w("Copied"),
            "failed": w("Select and copy:"),
        },
        height="content",
    )
