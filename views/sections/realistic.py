"""Is it realistic: every remark, and the growth asked for among the region's own years."""

from operator import itemgetter

import pyarrow as pa
import streamlit as st

from model.asked import asked
from model.indicators import GDP
from model.observed import past_growth
from model.rates import rate
from model.remarks import remarks
from model.words import N_
from views import pictures
from views.levers import Follow
from views.sections.places import Places
from views.sheet import Cell, block, table, words
from views.state import State
from views.words import notes, realism
from views.words import source_register as figures


def controls(now: State, follow: Follow) -> None:
    """Nothing: the remarks follow from the levers beside the page."""


def draw(now: State, places: Places, drawer: str) -> None:
    """The remarks as a table, and the ranking with its own."""
    with places.below.container():
        st.html(_remarks(now))
        if comparable(now):
            _ranking(now)
        else:
            st.html(block(now.wording(TITLE), words(now.wording(NO_YEARS))))


CROWDED = 17
"""Bars beside which there is room for a word as for a year."""
TITLE = N_("The growth asked for among the region's own years")
NO_YEARS = N_("No growth of past years is known, so there is none to rank the growth asked for among.")
BASES = {"nominal": figures.BASES["current"], "real": figures.BASES["constant"], "asked": figures.BASES["current"]}


def _remarks(now: State) -> str:
    w = now.wording
    rows: list[list[Cell]] = []
    for remark in remarks(now.scenario, now.pack):
        sign = w(realism.RANGE[remark.notable])
        sources = w.listing([notes.short(now, source) for source in remark.sources])
        rows.append([sign, realism.sentence(now, remark), sources, realism.button(now, remark) or ""])
    heads = [w(text) for text in (N_("Range"), N_("What it compares"), N_("Source"), N_("to try"))]
    note = N_("Remarks inform; they block nothing and change no number. A button sets one lever to the value it names.")
    title = w(N_("Beside what has been observed and announced"))
    return block(title, words(w(note)), table(heads, rows, "observed", caption=title))


def comparable(now: State) -> bool:
    """Whether any year's growth is known that the growth asked for can stand among."""
    return any(role != "asked" for *_, role, _ in years(now))


def _ranking(now: State) -> None:
    """The ranking as a picture, and as a table with its sources."""
    w, listed = now.wording, years(now)
    st.html(block(w(TITLE), words(legend(now))))
    left, right = st.columns([3, 2])
    made = pictures.specs()[pictures.RANKING]
    left.vega_lite_chart(bars(now), made, alt=w(N_("Yearly growth, ranked; see the table")))
    heads = [w(text) for text in (N_("Year"), N_("growth"), N_("price basis"))]
    cells = [
        [" ".join(name.split()), w.rate(value, 1), w(BASES[role])]
        for name, value, role, _ in sorted(listed, key=itemgetter(1))
    ]
    sources = w.listing(list(dict.fromkeys(source for *_, source in listed if source)))
    right.html(table(heads, cells, "", (1,), caption=w(TITLE)))
    st.html(words(w(N_("Sources: {sources}."), sources=sources)))


def legend(now: State) -> str:
    """What the colours of the ranking mean."""
    w, growth = now.wording, asked(now.scenario, now.pack)
    kind = w(N_("assumed") if growth.assumed else N_("needed"))
    return w(
        N_(
            "Grey: nominal growth of the region's GDP; green: real growth as published for the latest years; "
            "blue and dashed: {asked} a year nominal, {kind}. Growth that touches a year left out as unsafe "
            "is left out too."
        ),
        asked=realism.growth_asked(now, growth.nominal),
        kind=kind,
    )


def bars(now: State) -> pa.Table:
    """The rows of the ranking; where it is crowded, what is no year stands below the years."""
    listed = years(now)
    lower = "\n" if len(listed) > CROWDED else ""
    rows = [
        (lower + name if role == "asked" else name, rate * 100, role, now.wording.number(rate * 100, 1))
        for name, rate, role, _ in listed
    ]
    return pictures.ranking_rows(rows)


def years(now: State) -> list[tuple[str, float, str, str]]:
    """(name, growth, role, source) of every year, and of the growth asked for; a name may have two lines."""
    w, pack, growth = now.wording, now.pack, asked(now.scenario, now.pack)
    sources, past = {figure.year: figure for figure in pack.shown_history(GDP.key)}, past_growth(pack)
    listed = [(str(year), value, "nominal", notes.source_name(now, sources[year])) for year, value in past.items()]
    for year in (pack.own.base_year, pack.own.first_year):
        if figure := pack.published_growth(GDP.key, year):
            name = w(N_("{year}\nreal"), year=year) if year in past else str(year)
            listed.append((name, rate(figure.value), "real", notes.source_name(now, figure)))
    kind = w(N_("assumed") if growth.assumed else N_("needed"))
    return [*listed, (kind, growth.nominal, "asked", "")]
