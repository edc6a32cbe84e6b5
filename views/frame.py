"""What every page begins with: the data, or what is wrong with them; the style; the header."""

import json
from pathlib import Path

import streamlit as st

from model.loader import packs
from model.problem import Refused
from model.wording import Wording, catalogue
from model.words import N_
from views import header, palette, session, share, takeaway, wishes
from views.state import State

ROLES = {"scenario": palette.SCENARIO, "reference": palette.REFERENCE, "history": palette.HISTORY,
         "outcome": palette.OUTCOME, "target": palette.TARGET}  # fmt: skip
BACKGROUNDS = [st.get_option(f"theme.{base}.backgroundColor") or "Canvas" for base in ("light", "dark")]
COLOURS = {**ROLES, "page": f"light-dark({', '.join(BACKGROUNDS)})"}
STYLE = f":root {{{''.join(f'--{name}: {colour};' for name, colour in COLOURS.items())}}}" + (
    Path(__file__).parent / "style.css"
).read_text(encoding="utf-8")

WORDS = {
    "adjust": N_("Adjust"),
    "copy": N_("Copy table for Excel or Word"),
    "copy-text": N_("Copy"),
    "copied": N_("Copied"),
}
"""What the style says where markup of ours does not reach, or is the same for every language."""


def begin(here: str) -> State | None:
    """Draws the top of the page; None where there is nothing to show below it."""
    try:
        packs()
    except Refused as refusal:
        _broken_data(refusal)
        return None
    now = session.current()
    words = {name: json.dumps(now.wording(message), ensure_ascii=False) for name, message in WORDS.items()}
    said = "".join(f"--{name}: {text};" for name, text in words.items())
    st.html(f"<style>{STYLE} :root {{{said}}}</style>")
    header.show(now, here)
    asked = wishes.dialog()
    if asked == wishes.SHARE:
        share.dialog(now)
    elif asked == wishes.TAKE_AWAY:
        takeaway.dialog(now, here)
    return now


def _broken_data(refusal: Refused) -> None:
    """What is shown instead of a page where the data pack has faults."""
    language = session.browser_language()
    st.error(Wording(language, 0)(N_("The data pack cannot be read. Nothing is shown until these faults are mended:")))
    for problem in refusal.problems:
        st.text(problem.sentence(lambda message: catalogue(language).get(message, message)))
