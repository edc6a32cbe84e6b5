"""What moves the answer: each lever alone, and two levers together."""

import numpy as np
import streamlit as st

from model.economics import phrases
from model.economics.sensitivity import pickable, tornado
from model.language.words import N_
from model.region.indicators import GDP
from model.scenario.levers import levers
from views.charts import look, two_levers
from views.charts import tornado as alone
from views.pages.parts import more
from views.pages.table import show
from views.state import State, callback, change_scenario, current, is_shown, key_showing, set_view
from views.words.levers import short_name, short_value

SAMPLES = 5
"""Steps of the table of the map, along each lever."""
PICKS = "map_picks"
"""How many cells were chosen: each choice starts with a map on which none is."""


def draw(state: State) -> None:
    """Draws both pictures, and what can be opened below."""
    w, theme = state.wording, look.theme()
    left, right = st.columns(2, gap="large")
    with left:
        if alone.beyond_reach(state):
            st.caption(w(N_("The gap is far larger than what any lever adds.")))
        st.vega_lite_chart(
            alone.rows(state), alone.definition(state.language, theme), theme=None, alt=w(alone.ALT)
        )  # fmt: skip
        _idle(state)
    with right:
        key = f"map_{st.session_state.get(PICKS, 0)}"
        st.vega_lite_chart(
            two_levers.rows(state), two_levers.definition(state.language, theme), theme=None, key=key,
            on_select=lambda: _take(key), selection_mode=two_levers.CHOSEN, alt=w(two_levers.ALT),
        )  # fmt: skip
        st.caption(w(N_("Click a cell to set both levers.")))
        _pick(state)
    more(state, "sensitivity_numbers", w(N_("In numbers")), _tables)


def _pick(state: State) -> None:
    """The two levers of the map."""
    w, known, view = state.wording, levers(state.pack), state.view
    choices = pickable(state.scenario)
    asked = (("across", N_("Map: across"), view.across, view.up), ("up", N_("Map: up"), view.up, view.across))
    for place, (which, said, chosen, other) in zip(st.columns(2), asked, strict=True):
        key = key_showing(f"map_{which}", chosen)
        offered = [lever for lever in dict.fromkeys((*choices, chosen)) if lever != other]
        place.selectbox(
            w(said), offered, offered.index(chosen), key=key, on_change=_look, args=(which, key),
            format_func=lambda lever: phrases.title(known[lever], w),
        )  # fmt: skip


def _idle(state: State) -> None:
    """Which of the map's levers move nothing."""
    w, moving = state.wording, {swing.lever.key for swing in tornado(state.scenario)}
    still = [key for key in (state.view.across, state.view.up) if key not in moving]
    if still:
        names = w.listing([short_name(state, levers(state.pack)[key]) for key in still])
        st.caption(w(N_("No effect, because no year up to the deadline follows them: {levers}."), levers=names))


def _tables(state: State) -> None:
    """Both pictures in numbers."""
    w = state.wording
    rows = [
        (short_name(state, swing.lever), *side)
        for swing in tornado(state.scenario)
        for side in alone.sides(state, swing)
    ]
    unit = w(N_("GDP, {unit}"), unit=w.unit(GDP.unit))
    show(
        "numbers_tornado",
        [w(N_("Lever")), w(N_("moved to")), w(N_("effect on GDP")), unit, w(N_("against target"))],
        rows,
    )
    found = two_levers.found(state)
    columns, lines = (np.linspace(0, axis.size - 1, SAMPLES + 1).astype(int) for axis in (found.x, found.y))
    corner = f"{two_levers.axis_name(state, found.up)} ↓ · {two_levers.axis_name(state, found.across)} →"
    heads = [corner, *(short_value(state, found.across, float(found.x[column])) for column in columns)]
    goal = state.scenario["target_level"]
    st.markdown(f"**{unit}**")
    show("numbers_map", heads, [
        (short_value(state, found.up, float(found.y[line])),
         *(w.beside(float(found.level[line, column]), goal, GDP.unit) for column in columns))
        for line in reversed(lines)
    ])  # fmt: skip


@callback
def _take(key: str) -> None:
    """Sets both levers to the cell that was chosen."""
    chosen = st.session_state[key]["selection"].get(two_levers.CHOSEN, [])
    if chosen:
        state = current()
        values = {state.view.across: chosen[0]["across"], state.view.up: chosen[0]["up"]}
        change_scenario(lambda scenario: scenario.set(**values))
        st.session_state[PICKS] = st.session_state.get(PICKS, 0) + 1


@callback
def _look(which: str, key: str) -> None:
    if is_shown(key):
        set_view(**{which: st.session_state[key]})
