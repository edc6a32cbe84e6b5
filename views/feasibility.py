"""The second page: what would have to be true, how sure, and is it realistic. One section at a time."""

import streamlit as st

from model.levers import Lever
from model.words import N_
from views import answer, frame, levers, strip
from views.actions import SECTION
from views.sections import realistic, sectors, sensitivity, solve, sure, why
from views.sections.places import Places
from views.sheet import Button
from views.state import State
from views.words import notes, realism, verdict

SECTIONS = {
    "solve": (solve, N_("What would it take?")),
    "sensitivity": (sensitivity, N_("What moves it?")),
    "sure": (sure, N_("How sure?")),
    "realistic": (realistic, N_("Realistic?")),
    "why": (why, N_("Why different?")),
    "sectors": (sectors, N_("Sectors")),
}
"""Every section's module and the question it answers, in the order of the page."""


def page() -> None:
    """Draws the verdict and the chosen section from the current state."""
    now = frame.begin("feasibility")
    if now is None:
        return
    section, _ = SECTIONS[now.view.section]
    top, above, controls, below = st.empty(), st.empty(), st.container(), st.empty()

    def follow(after: State, lever: Lever) -> None:
        beside = "" if after.view.section == "realistic" else realism.html(after)
        answers = f'<div class="answers">{verdict.html(after)}{beside}</div>'
        top.html(answer.complaints(after) + answers + strip.html(after) + _sections(after))
        section.draw(after, Places(above, below), lever.key)

    with st.sidebar:
        levers.show(now, follow)
    with controls:
        section.controls(now, follow)
    notes.show(now)


def _sections(now: State) -> str:
    """The questions, one of which is open."""
    w = now.wording
    buttons = [
        Button(f"{SECTION}:{key}", w(title), pressed=key == now.view.section) for key, (_, title) in SECTIONS.items()
    ]
    return f'<nav class="sections">{"".join(button.html() for button in buttons)}</nav>'
