"""The page "data and method": every figure with its source, the equations with the scenario's numbers, how to cite."""

from html import escape
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.indicators import GDP
from model.link import LANGUAGES
from model.verdict import judge
from model.words import N_
from views import answer, citing, equations, figures, frame, levers, limits, share, strip, trouble, worked
from views.sections import sure
from views.sheet import block, contents, quoted, words
from views.state import State
from views.words import notes, verdict

PARTS = {
    "figures": N_("Every number in use"),
    "equations": N_("The equations"),
    "limits": N_("What it cannot say"),
    "calibration": N_("Calibration"),
    "versions": N_("Versions"),
    "cite": N_("How to cite"),
}
"""The parts of the page, in its order."""
PATH = N_(
    "The scenario on the page, in {unit} at current prices, with two digits more than the pages show: {year} is "
    "{level} there."
)
NEEDED = N_(
    "What the target asks of it by {year}, rounded up as everywhere: uniform nominal and real growth, the later lever "
    "where any year follows it, and the baseline in {unit} at current prices."
)
SURE = N_("Its uncertainty at the end of {year}, and the chance of the target.")


LONGEST = 60
"""Characters of a search."""
WORKED = 3
"""The first groups of equations: the numbers of the scenario on the page stand behind each."""


class Places(NamedTuple):
    """What follows a lever, in the order of the page."""

    top: DeltaGenerator
    path: DeltaGenerator
    needed: DeltaGenerator
    sure: DeltaGenerator
    versions: DeltaGenerator
    cite: DeltaGenerator


def page() -> None:
    """Draws everything from the current state."""
    now = frame.begin("method")
    if now is None:
        return
    top = st.empty()
    st.html(_contents(now))
    st.html(_headed(now, "figures", words(figures.legend(now))))
    _figures(now)
    st.html(figures.sources(now) + _headed(now, "equations", words(now.wording(equations.INTRODUCTION))))
    path, needed, chance = _equations(now)
    said = now.pack.own.region
    st.html(words(now.wording.either(said.baseline_zh, said.baseline_en)) + _headed(now, "limits", limits.html(now)))
    st.html(_headed(now, "calibration", sure.calibration(now) + sure.backtest(now)))
    places = Places(top, path, needed, chance, st.empty(), st.empty())
    with st.sidebar:
        levers.show(now, lambda after, _: _follow(after, places))
    st.html(notes.read_before_quoting(now))


def _follow(now: State, places: Places) -> None:
    """Draws what a lever moves."""
    w, year, unit = now.wording, now.scenario.target_year, now.wording.unit(GDP.unit)
    answers = f'<div class="answers">{verdict.html(now)}</div>'
    places.top.html(answer.complaints(now) + answers + strip.html(now))
    level, _ = w.against(judge(now.scenario, now.pack).level, now.scenario["target_level"], GDP.unit)
    said = w(PATH, unit=unit, year=year, level=level), w(NEEDED, unit=unit, year=year), w(SURE, year=year)
    lines = worked.path(now), worked.needed(now), worked.sure(now)
    for place, sentence, each in zip((places.path, places.needed, places.sure), said, lines, strict=True):
        place.markdown(f"{sentence}\n\n$$\n{worked.aligned(each)}\n$$")
    occasion = share.taken(now)
    places.versions.html(_headed(now, "versions", citing.versions(occasion)))
    cited = [*(citing.citation(occasion, language) for language in LANGUAGES), citing.bibtex(occasion)]
    first = words(w(N_("The link in it opens the first page with this scenario.")))
    places.cite.html(_headed(now, "cite", first + "".join(quoted(line) for line in cited)))


@st.fragment
@trouble.told()
def _figures(now: State) -> None:
    """The table of figures, with what chooses among them."""
    w = now.wording
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    asked, such_as = w(N_("Search the figures")), w(N_("GDP 2020, yearbook …"))
    text = left.text_input(asked, key="sought", placeholder=such_as, max_chars=LONGEST)
    shown = figures.degrees(now)
    key = "trusted" if shown == figures.SHOWN else "trusted_typed"
    trusted = right.pills(w(N_("Trust")), shown, selection_mode="multi", default=shown, key=key)
    st.html(figures.html(now, text, trusted))


def _equations(now: State) -> list[DeltaGenerator]:
    """Draws the equations; returns a place behind each of the first three groups, for the scenario's numbers."""
    w, places = now.wording, []
    for number, (title, group) in enumerate(equations.GROUPS.items()):
        st.html(block(w(title)))
        st.markdown(equations.written(group, w))
        places += [st.container(key=f"worked_{number}").empty()] if number < WORKED else []
    return places


def _contents(now: State) -> str:
    """The parts of the page, to go to."""
    return contents({part: now.wording(title) for part, title in PARTS.items()})


def _headed(now: State, part: str, markup: str) -> str:
    """A part of the page under its title, which the contents lead to."""
    return f'<h2 id="{part}" class="chapter">{escape(now.wording(PARTS[part]))}</h2>{markup}'
