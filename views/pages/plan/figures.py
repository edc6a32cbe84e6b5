"""All figures of the plan report: searched, filtered, sorted; a row that is chosen says more, and can be drawn on."""

import zlib
from typing import Literal

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from model.language.words import N_
from model.progress import report_rows
from model.region import statements
from model.region.records import Statement
from model.region.statements import THEMES, comparisons, trust
from views.pages.table import print_only
from views.state import State, callback, change_work
from views.words import notes, outcomes, reported
from views.words.outcomes import TargetOutcome
from views.words.plain import plain
from views.words.statements import KINDS, beside, growth, titled

KNOWN, AIMS, COMPARED = "known", "aims", "two_sided"
SCOPES = {
    KNOWN: N_("Own result known: {count}"), AIMS: N_("Target for {first}: {count}"),
    COMPARED: N_("Figures for both years: {count}"),
}  # fmt: skip
SEARCH, SCOPE, THEME = "figures_search", "figures_scope", "figures_theme"
LONGEST = 60
ALL = "all"
REASONS = {
    "count": N_("It is a count of indicators, so it has no path."),
    "less": N_("It has no path: less of it is better, and a level to reach is judged as a floor."),
    "projected": N_("It is simulated already."),
    "too_far": N_("It has no path: growth outside {low} to {high} %."),
}
"""Why a row with a level and growth cannot be projected."""


def draw(state: State) -> None:
    """Draws the tab."""
    w, rows = state.reported, state.pack.statements
    every = table(state)
    found = _chosen(state, every)
    if not found:
        st.caption(w(N_("Nothing found; try fewer letters.")))
        return
    st.caption(w(N_("{found} of {all} figures; choose a row for its note"), found=len(found), all=len(rows)))
    key = f"figures_{zlib.crc32(' '.join(found).encode())}"
    event = st.dataframe(
        every.loc[found], hide_index=True, column_order=[*SHOWN], on_select="rerun", selection_mode="single-row",
        row_height=32, height=min(10, len(found) + 1) * 32 + 4, key=key, placeholder="–",
        column_config=_columns(state),
    )  # fmt: skip
    heads, shown = (w(head) for head, _ in SHOWN.values()), every.loc[found, [*SHOWN]]
    print_only(list(heads), shown.assign(growth=shown["growth"].map("{:+g}".format, na_action="ignore")).to_numpy())
    for place in event.selection.rows:
        if place < len(found):
            _more(state, rows[found[place]])


def _columns(state: State) -> dict[str, ColumnConfig]:
    """How the columns are shown; growth is a number, so that it is sorted as one."""
    w, column = state.reported, st.column_config
    config: dict[str, ColumnConfig] = {}
    for key, (head, width) in SHOWN.items():
        side: Literal["right"] | None = "right" if key in NUMBERS else None
        config[key] = column.TextColumn(w(head), width=width, alignment=side, pinned=key == "name")
    head, width = SHOWN["growth"]
    return {**config, "growth": column.NumberColumn(w(head), format="%+g", width=width)}


SHOWN = {
    "name": (N_("Indicator"), 265), "before": (N_("{base} result"), 105), "aim": (N_("{first} target"), 125),
    "actual": (N_("{first} result"), 150), "met": (N_("Target met?"), 165),
    "growth": (N_("Growth to target, %"), 115), "beside": (N_("Target beside {base}"), 150), "kind": (N_("Kind"), 65),
    "theme": (N_("Theme"), 140),
}  # fmt: skip
"""The columns, each with its head and its width [pixels]; together a laptop's window."""
NUMBERS = {"before", "aim", "actual"}


def table(state: State) -> pd.DataFrame:
    """Every figure as a row, by key."""
    known = outcomes.of_targets(state)
    rows = [_row(state, each, known.get(key)) for key, each in state.pack.statements.items()]
    return pd.DataFrame(rows, index=list(state.pack.statements))


def _row(state: State, each: Statement, known: TargetOutcome | None) -> dict[str, object]:
    w, found = state.reported, comparisons(state.pack)[each.key]
    return {
        "name": titled(state, each), "before": reported.result(state, each),
        "aim": reported.target(state, each, known.reached if known else None),
        "actual": known.said if known else "",
        "met": known.result if known else "", "growth": growth(each, found), "beside": beside(state, each),
        "kind": w(KINDS[each.status]) if each.status else "", "theme": w(THEMES[each.theme]),
        "trust": trust(each, state.pack), "place": notes.located(state, each.locator),
    }  # fmt: skip


def _chosen(state: State, rows: pd.DataFrame) -> list[str]:
    """The keys of the figures that search and filters leave; a search looks at all of them."""
    w, listed = state.reported, statements.frame(state.pack)
    known = [key for key in listed.index if rows.loc[key, "met"]]
    scopes = {KNOWN: known, **{key: list(listed.index[listed[key]]) for key in (AIMS, COMPARED)}}
    themes = {ALL: N_("All themes"), **THEMES}
    search, theme_box = st.columns([2, 1])
    text = search.text_input(
        w(N_("Search all figures: name, number, note, or line")), key=SEARCH, max_chars=LONGEST, persist_state="session"
    )
    theme = theme_box.selectbox(
        w(N_("Theme")), themes, format_func=lambda key: w(themes[key]), key=THEME, persist_state="session"
    )
    scope = st.pills(
        w(N_("Show")), list(scopes), key=SCOPE, label_visibility="collapsed",
        persist_state="session",
        format_func=lambda key: w(SCOPES[key], count=len(scopes[key])),
    )  # fmt: skip
    found = statements.holding(listed, text, lambda key: " ".join(map(str, rows.loc[key])))
    if scope and not text.strip():
        found = found[found.index.isin(scopes[scope])]
    if theme != ALL:
        found = found[found["theme"] == theme]
    return sorted(found.index, key=lambda key: key not in known)


def _more(state: State, each: Statement) -> None:
    """What is said of a figure, and whether it can be drawn on beside the scenario."""
    w, known = state.reported, outcomes.of_targets(state).get(each.key)
    basis = w(reported.BASES[each.price_basis])
    said = [titled(state, each), basis, w.either(each.note_zh, each.note_en)]
    said += [known.result, known.note] if known else []
    source = w(N_("{place}, trust {trust}"), place=outcomes.place(state, each), trust=trust(each, state.pack))
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        name, *others = (plain(part) for part in said if part)
        st.markdown(f"**{name}** · {w.listing(others)} :gray[{plain(source)}]", width="stretch")
        _offer(state, each.key)


def _offer(state: State, key: str) -> None:
    """What draws a row on, or takes it away again; else why there is no such button."""
    w, pack = state.wording, state.pack
    if key in report_rows.keys(pack):
        st.button(w(N_("Remove from Simulate")), key="figures_remove", on_click=_remove, args=(key,))
    elif key in report_rows.offered(pack):
        st.button(
            w(N_("Add to Simulate")), key="figures_add", on_click=_add, args=(key,), icon=":material/add_chart:",
            disabled=len(pack.rows) == report_rows.MOST,
            help=w(N_("A chart of its own beside the other indicators; up to {most}"), most=report_rows.MOST),
        )  # fmt: skip
    elif (reason := report_rows.unfit(key, pack)) in REASONS:
        low, high = (w.number(limit * 100, 0) for limit in report_rows.LIMITS)
        st.caption(w(REASONS[reason], low=low, high=high))


@callback
def _add(key: str) -> None:
    change_work(lambda work: work.projecting(report_rows.add(key, work.pack)))


@callback
def _remove(key: str) -> None:
    change_work(lambda work: work.projecting(report_rows.remove(key, work.pack)))
