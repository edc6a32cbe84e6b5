"""Why the scenario ends elsewhere than its reference: the difference by lever and year."""

import streamlit as st

from model.economics.decompose import decompose
from model.language.words import N_
from views.charts import look, waterfall
from views.pages.parts import more
from views.pages.table import show
from views.state import State
from views.words import names
from views.words.plain import plain


def draw(state: State) -> None:
    """Draws the picture and its table, or one sentence where nothing differs."""
    w, rows = state.wording, waterfall.rows(state)
    reference = plain(names.name_of_reference(state))
    if rows is None:
        st.markdown(
            w(
                N_("GDP equals that of {reference}: no lever differs. Move one, or choose a preset."),
                reference=reference,
            )
        )
        return
    st.vega_lite_chart(
        rows, waterfall.definition(state.language, look.theme()), theme=None, alt=w(waterfall.ALT)
    )  # fmt: skip
    more(state, "differences_numbers", w(N_("By year")), _table)


def _table(state: State) -> None:
    w, found = state.wording, decompose(state.scenario, state.reference)
    years = sorted({share.year for share in found.shares})
    rows = []
    for lever, amount in found.by_lever.items():
        cells = [sum(s.amount for s in found.shares if (s.series, s.slot, s.year) == (*lever, year)) for year in years]
        said = [waterfall.signed(w, cell) if cell else "" for cell in cells]
        rows.append([waterfall.lever_name(state, *lever), *said, waterfall.signed(w, amount)])
    sums = [sum(share.amount for share in found.shares if share.year == year) for year in years]
    whole = found.level - found.reference
    rows.append([w(N_("together")), *(waterfall.signed(w, each) for each in sums), waterfall.signed(w, whole)])
    show("numbers_differences", [w(N_("Lever")), *map(str, years), w(N_("together"))], rows)
    st.caption(w(N_("The parts are exact (LMDI); rounded, they may miss their sum in the last digit.")))
