"""The page's own small components: each a script beside the module that uses it, declared once a process."""

import functools
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent


@functools.cache
def component(name: str, html: str, isolated: bool = True) -> Any:
    """The component of that name, made of `<name>.js` and, where it has one, `<name>.css`."""
    style = HERE / f"{name}.css"
    return st.components.v2.component(
        name,
        html=html,
        js=(HERE / f"{name}.js").read_text(encoding="utf-8"),
        css=style.read_text(encoding="utf-8") if style.exists() else None,
        isolate_styles=isolated,
    )
