"""The page: what you assume in the sidebar, what follows beside it. Reads top to bottom like the screen."""

from html import escape
from pathlib import Path

import streamlit as st

from model.indicators import GDP, Indicator
from model.link import LANGUAGES, moved
from model.loader import packs
from model.problem import Refused
from model.projection import Projection, project
from model.scenario import plan
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
    _verdict()
    _gdp()
    _small()
    _table()
    st.html(notes.read_before_quoting(now) + notes.sources(now))


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


# Each part below is drawn again by itself when a lever moves it; `state.parts_moved` says which those are.


@st.fragment(key=state.VERDICT)
def _verdict() -> None:
    now = state.current()
    st.html(_complaints(now) + verdict.html(now) + metrics.html(now, *_projections(now)))


@st.fragment(key=state.GDP_CHART)
def _gdp() -> None:
    now = state.current()
    rows = charts.gdp_rows(*_projections(now), now.scenario, now.pack, now.wording)
    st.html(_key(now))
    st.vega_lite_chart(rows, charts.specs(now.language)[GDP.key], key="chart_gdp", alt=_alt(GDP, now))


@st.fragment(key=state.SMALL_CHARTS)
def _small() -> None:
    now = state.current()
    rows, specs = charts.small_rows(*_projections(now), now.pack, now.wording), charts.specs(now.language)
    cells = st.grid(3, min_column_width=250)
    for indicator in charts.SMALL:
        key = indicator.key
        cells.vega_lite_chart(rows[key], specs[key], key=f"chart_{key}", alt=_alt(indicator, now))


@st.fragment(key=state.TABLE)
def _table() -> None:
    now = state.current()
    st.html(table.html(now, project(now.scenario, now.pack)))


def _projections(now: state.State) -> tuple[Projection, Projection]:
    """What follows from the scenario and from the reference."""
    return project(now.scenario, now.pack), project(plan(now.pack), now.pack)


def _alt(indicator: Indicator, now: state.State) -> str:
    """What a chart shows, without its values: a text that changed would have the chart built anew."""
    w = now.wording
    return w(N_("Path of {name}, see the table"), name=w(indicator.name))


def _complaints(now: state.State) -> str:
    """What is wrong with the link, or with what was asked for last."""
    w = now.wording
    unchanged = now.scenario == now.opened.scenario
    change = moved(now.opened, now.pack, lambda level: w.level(level, GDP.unit)) if unchanged else None
    said = [w.sentence(problem) for problem in (*now.complaints, *([change] if change else []))]
    if not said:
        return ""
    items, title = "".join(f"<li>{escape(sentence)}</li>" for sentence in said), escape(w(N_("Please note")))
    return f'<section class="complaints" role="alert"><b>{title}</b><ul>{items}</ul></section>'


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
