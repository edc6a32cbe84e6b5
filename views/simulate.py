"""The page: what you assume in the sidebar, what follows beside it. Reads top to bottom like the screen."""

from html import escape
from pathlib import Path

import streamlit as st

from model.indicators import GDP
from model.link import LANGUAGES, moved
from model.loader import packs
from model.problem import Refused
from model.projection import project
from model.scenario import plan
from model.verdict import judge
from model.words import N_
from views import charts, levers, linkbar, metrics, notes, palette, state, table, verdict
from views.wording import Wording, catalogue

ROLES = {"scenario": palette.SCENARIO, "reference": palette.REFERENCE, "history": palette.HISTORY,
         "outcome": palette.OUTCOME, "target": palette.TARGET}  # fmt: skip
STYLE = f":root {{{''.join(f'--{role}: {colour};' for role, colour in ROLES.items())}}}" + (
    Path(__file__).parent / "style.css"
).read_text(encoding="utf-8")
LANGUAGE = "language"
LANGUAGE_NAMES = {"zh": "中", "en": "EN"}


def page() -> None:
    """Draws everything from the current state."""
    try:
        packs()
    except Refused as refusal:
        _broken_data(refusal)
        return
    now = state.current()
    st.html(f"<style>{STYLE}</style>")
    with st.sidebar:
        levers.show(now)
    _header(now)
    _answer()
    st.html(notes.sources(now))


def _header(now: state.State) -> None:
    w, region = now.wording, now.pack.region
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        title = w(N_("{region}: what if?"), region=region.name_zh if now.language == "zh" else region.name_en)
        st.html(f"<h1>{escape(title)}</h1>")
        st.segmented_control(
            "中文 / English", LANGUAGES, default=now.language, format_func=LANGUAGE_NAMES.__getitem__, required=True,
            key=LANGUAGE, on_change=_take_language, label_visibility="collapsed", width="content",
        )  # fmt: skip
        with st.container(width=170):
            _link()


def _take_language() -> None:
    state.speak(st.session_state[LANGUAGE])


@st.fragment(key=state.LINK)
def _link() -> None:
    linkbar.show(state.current())


@st.fragment(key=state.ANSWER)
def _answer() -> None:
    """Everything that follows from the scenario; the only part of the page that a moved lever draws again."""
    now = state.current()
    w, projection = now.wording, project(now.scenario, now.pack)
    frame, reference = projection.frame, project(plan(now.pack), now.pack).frame
    rows, specs = charts.rows(frame, reference, now.scenario, now.pack, w), charts.specs(now.language)
    _complaints(now)
    st.html(verdict.html(now) + metrics.html(now, frame, reference) + _key(now))
    st.vega_lite_chart(
        rows[GDP.key], specs[GDP.key], key="chart_gdp", alt=verdict.headline(now, judge(now.scenario, now.pack))
    )
    cells = st.grid(3, min_column_width=250)
    for indicator in charts.SMALL:
        alt = w(N_("Path of {name}, see the table"), name=w(indicator.name))
        cells.vega_lite_chart(rows[indicator.key], specs[indicator.key], key=f"chart_{indicator.key}", alt=alt)
    st.html(table.html(now, projection, frame) + notes.read_before_quoting(now))


def _complaints(now: state.State) -> None:
    """What is wrong with the link, or with what was asked for. Always a place, so that nothing below it is redrawn."""
    w = now.wording
    unchanged = now.scenario == now.opened.scenario
    change = moved(now.opened, now.pack, lambda level: w.level(level, GDP.unit)) if unchanged else None
    with st.container(key="complaints"):
        said = [w.sentence(problem) for problem in (*now.complaints, *([change] if change else []))]
        if said:
            items = "".join(f"<li>{escape(sentence)}</li>" for sentence in said)
            title = escape(w(N_("Please note")))
            st.html(f'<section class="complaints" role="alert"><b>{title}</b><ul>{items}</ul></section>')
            st.button(w(N_("Understood")), key="dismiss", on_click=state.dismiss, type="tertiary")


def _key(now: state.State) -> str:
    """The title of the GDP chart and what its marks mean."""
    w = now.wording
    low, _, high = now.scenario.baseline_range
    items = (
        ("scenario", w(N_("this scenario"))),
        ("band", w(N_("from a baseline of {range}"), range=w.span(low, high, GDP.unit))),
        ("reference", w(N_("the plan (reference)"))),
        ("history", _history_words(now)),
        ("outcome", w(N_("official outcome"))),
        ("target", w(N_("target and deadline"))),
    )
    title = f"{escape(w(GDP.name))} <small>{escape(w.basis(GDP.unit))}</small>"
    marks = "".join(f"<span><i class={css}></i>{escape(text)}</span>" for css, text in items)
    return f'<section class="key"><h2>{title}</h2><p>{marks}</p></section>'


def _history_words(now: state.State) -> str:
    unsafe = [
        f.year for f in now.pack.history if f.indicator == GDP.key and f.trust == "D" and f.year >= charts.HISTORY_FROM
    ]
    if not unsafe:
        return now.wording(N_("history"))
    return now.wording(N_("history (left out as unsafe: {years})"), years=", ".join(map(str, unsafe)))


def _broken_data(refusal: Refused) -> None:
    """What is shown instead of the page where the data pack has faults."""
    language = state.browser_language()
    st.error(Wording(language, 0)(N_("The data pack cannot be read. Nothing is shown until these faults are mended:")))
    for problem in refusal.problems:
        st.text(problem.sentence(lambda message: catalogue(language).get(message, message)))
