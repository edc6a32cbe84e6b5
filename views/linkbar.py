"""Keeps the address bar at the current scenario and copies the link, in the visitor's browser."""

from pathlib import Path

import streamlit as st

from views.state import State

HERE = Path(__file__).parent
_component = None


def show(state: State) -> None:
    """The "copy link" button; the address follows the scenario without adding to the browser's history."""
    global _component  # noqa: PLW0603 - a component may be declared once a process, and not before Streamlit runs
    if _component is None:
        _component = st.components.v2.component(
            "linkbar",
            html='<button type="button"></button><output aria-live="polite"></output>',
            css=(HERE / "linkbar.css").read_text(encoding="utf-8"),
            js=(HERE / "linkbar.js").read_text(encoding="utf-8"),
        )
    w = state.wording
    _component(
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
