"""Data & method: every figure with its source, the equations, the limits, how to cite.

The text is `docs/method.<language>.md`, a section a tab; what depends on the region or the scenario is made here.
"""

import functools
import re
from pathlib import Path

import pyarrow as pa
import streamlit as st

from model.economics.uncertainty import SHARES, misses
from model.language.rates import rate
from model.language.words import N_
from model.link.version import EDITIONS
from model.region.indicators import GDP
from model.region.records import ERROR
from views.downloads import citing
from views.downloads.about import here_only
from views.pages import kicker, parts
from views.pages.occasion import taken
from views.pages.simulate import baseline
from views.pages.table import print_only, show
from views.state import State
from views.words import notes, source_register
from views.words.names import region_name
from views.words.plain import plain

DOCUMENTS = Path(__file__).parents[2] / "docs"
TAB = "method_tab"
"""The key of the choice of parts."""
LONGEST = 60
"""Characters of a search."""
HEIGHT = 320
"""Of a table that scrolls [pixels]."""
COLUMNS = pa.schema([
    ("name", pa.string()), ("year", pa.int32()), ("value", pa.float64()), ("unit", pa.string()), ("basis", pa.string()),
    ("trust", pa.string()), ("source", pa.string()), ("locator", pa.string()), ("url", pa.string()),
    ("note", pa.string()),
])  # fmt: skip


def draw(state: State) -> None:
    """Draws the page."""
    w, text = state.wording, sections(state.language)
    count, origins = len(source_register.rows(state)), source_register.sources(state)
    kicker.place(state)
    st.title(w(N_("{count} figures from {sources} sources"), count=count, sources=len(origins)))
    st.space("xsmall")
    parts.tabs(state, TAB, {
        "figures": (w(N_("Figures")), _figures), "sources": (w(N_("Sources")), _sources),
        "equations": (text["equations"][0], _equations), "limits": (text["limits"][0], _limits),
        "calibration": (text["calibration"][0], _calibration), "baseline": (w(N_("Baseline")), baseline.draw),
        "versions": (w(N_("Versions")), _versions), "cite": (w(N_("How to cite")), _cite),
    })  # fmt: skip


@functools.cache
def sections(language: str) -> dict[str, tuple[str, str]]:
    """The sections of the text in that language: each a title and what stands below it."""
    text = (DOCUMENTS / f"method.{language}.md").read_text(encoding="utf-8")
    found = [section.split("\n", 1) for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]]
    keys = ("equations", "limits", "calibration", "investment")
    return {key: (title, body.strip()) for key, (title, body) in zip(keys, found, strict=True)}


def _figures(state: State) -> None:
    w = state.wording
    sought = st.text_input(
        w(N_("Search the figures")), key="sought", placeholder=w(N_("GDP 2020, yearbook …")), max_chars=LONGEST,
        label_visibility="collapsed",
    )  # fmt: skip
    rows = source_register.rows(state, sought)
    text = st.column_config.TextColumn
    st.dataframe(
        pa.Table.from_pylist([row._asdict() for row in rows], COLUMNS), height=HEIGHT, hide_index=True,
        column_config={
            "name": text(w(N_("Figure")), width=205, pinned=True),
            "year": st.column_config.NumberColumn(w(N_("Year")), format="%d", width=48),
            "value": st.column_config.NumberColumn(w(N_("Value")), format="localized", width=75),
            "unit": text(w(N_("Unit")), width=60),
            "basis": text(w(N_("Price basis")), width=85),
            "trust": text(w(N_("Trust")), width=50, alignment="center"),
            "source": text(w(N_("Source")), width=130),
            "locator": text(w(N_("Place")), width=140),
            "url": st.column_config.LinkColumn(w(N_("Address")), display_text=w(N_("Open")), width=55),
            "note": text(w(N_("Note")), width=170),
        },
    )  # fmt: skip
    heads = [*map(w, source_register.TITLES)]
    heads.insert(3, w(N_("Unit")))
    print_only(heads, [(*row[:2], f"{row.value:,}".removesuffix(".0"), *row[3:8], row.note) for row in rows])
    found = w(N_("{found} of {all} figures."), found=len(rows), all=len(source_register.rows(state)))
    st.caption(plain(w.flow((found, source_register.legend(state), source_register.left_out(state)))))


def _sources(state: State) -> None:
    w, rows = state.wording, []
    for key in source_register.sources(state):
        each = state.pack.sources[key]
        publisher, licence = w.either(each.publisher_zh, each.publisher_en), w.either(each.licence_zh, each.licence_en)
        title = plain(notes.title(state, key))
        linked = f"[{title}]({each.url})" if each.url else title
        rows.append((f"**{plain(notes.short(state, key))}** {linked}", publisher, each.published, each.trust, licence))
    heads = [w(N_("Source")), w(N_("Published by")), w(N_("Date")), w(N_("Trust")), w(N_("Licence"))]
    show("sources", heads, rows, marked=True)


def _equations(state: State) -> None:
    for group in sections(state.language)["equations"][1].split("### ")[1:]:
        title, body = group.split("\n", 1)
        with st.expander(title, type="compact"):
            st.markdown(body)


def _limits(state: State) -> None:
    text = sections(state.language)
    st.markdown(text["limits"][1])
    title, body = text["investment"]
    with st.expander(title, type="compact"):
        st.markdown(body)


def _calibration(state: State) -> None:
    """Where the two parameters come from; and past growth beside its target, with whether the band held it."""
    w, past, s = state.wording, misses(state.pack), rate(state.pack.calibration[ERROR].value)
    region = region_name(state.pack.own, w)
    st.markdown(sections(state.language)["calibration"][1])
    if not past:
        return
    heads = [w(N_("Growth")), w(N_("announced")), w(N_("outcome")), w(N_("points apart"))]
    heads += [w(N_("{share} % band"), share=round(share * 100)) for share in SHARES]
    rows = [
        (
            f"{region if miss.series == GDP.key else w(N_('municipality'))} {miss.year}",
            w.rate(miss.target, 1), w.rate(miss.outcome, 1), w.number(miss.error * 100, 1, sign=True),
            *(w(N_("inside") if miss.inside(share, s) else N_("outside")) for share in SHARES),
        )
        for miss in past
    ]  # fmt: skip
    inside = [sum(miss.inside(share, s) for miss in past) for share in SHARES]
    title = N_("Backtest: {count} past years; {narrow} inside the 50 % band, {wide} inside the 80 % band")
    with st.expander(w(title, count=len(past), narrow=inside[0], wide=inside[1]), type="compact"):
        show("numbers_backtest", heads, rows)


def _versions(state: State) -> None:
    w = state.wording
    show("versions", [w(N_("What")), w(N_("Which"))], citing.versions(taken(state)))
    heads = w(N_("Edition of data and model")), w(N_("Date")), w(N_("Why results changed"))
    with st.expander(w(N_("Editions of data and model: {count}"), count=len(EDITIONS)), type="compact"):
        editions = enumerate(EDITIONS, 1)
        show("editions", heads, [(str(number), date, w(reason)) for number, (date, reason) in editions])


def _cite(state: State) -> None:
    occasion = taken(state)
    if local := here_only(state, occasion.address):
        st.warning(local, icon=":material/link_off:")
    st.code(citing.citation(occasion), language=None, wrap_lines=True)
    st.code(citing.bibtex(occasion), language="bibtex", wrap_lines=True)
