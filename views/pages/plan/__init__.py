"""Plan & progress: the plan's targets beside their results; below, all figures, outcomes, and a part of a year."""

import streamlit as st

from model.language.words import N_
from model.progress.tracking import latest
from model.region.statements import frame
from views.charts import asks, counts, look, targets
from views.pages import parts
from views.pages.plan import figures, outcomes, pace, report
from views.sidebar import region
from views.state import State
from views.words import progress
from views.words.plain import plain

EN_SPACE = "\u2002"
TAB = "plan_tab"
"""The key of the choice of parts."""


def draw(state: State, tab: str = "") -> None:
    """Draws the page, at first with that tab open."""
    w = state.reported
    with st.container(key="kicker", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(width=230):
            region.choose(state)
        st.space("stretch")
        outcomes.rebase(state)
    with st.container(key="verdict"):
        st.markdown(f"# {plain(progress.finding(state))}\n\n{plain(progress.second(state))}")
    if not state.pack.statements:
        if any(each.actual is not None for each in progress.headlines(state)):
            _targets(state)
    else:
        left, right = st.columns([0.6, 0.4], gap="large")
        with left:
            _targets(state)
        with right:
            if progress.counts(state):
                st.markdown(f"**{w(progress.MET)}**")
                st.vega_lite_chart(
                    counts.rows(state), counts.definition(state.language, look.theme()), theme=None,
                    height=counts.height(state), alt=w(counts.ALT),
                )  # fmt: skip
                st.caption(plain(progress.counted_by(state)), help=plain(progress.unlisted(state)) or None)
            alike = int(frame(state.pack)["alike"].sum())
            st.markdown(f"**{w(progress.BESIDE, count=alike)}**")
            st.vega_lite_chart(
                asks.rows(state), asks.definition(state.language, look.theme()), theme=None, height=asks.ROW * 6,
                alt=w(asks.ALT),
            )  # fmt: skip
    _tabs(state, tab)


def _targets(state: State) -> None:
    """Targets beside results, a chart a unit: growth, then levels."""
    *marks, basis = progress.legend(state)
    coloured = [mark.replace("▎", ":yellow[▎]").replace("●", ":green[●] :red[●]") for mark in marks]
    st.markdown(f"**{progress.title(state)}**  \n:small[{EN_SPACE.join([*coloured, f':gray[{basis}]'])}]")
    for unit in dict.fromkeys(each.unit for each in progress.headlines(state)):
        st.vega_lite_chart(
            targets.rows(state, unit), targets.definition(state.language, look.theme(), unit), theme=None,
            height=targets.height(state, unit), alt=state.reported(targets.ALT),
        )  # fmt: skip
    if said := progress.cautions(state):
        st.caption(plain(said))


def _tabs(state: State, first: str) -> None:
    """What is one click away; only the open tab is drawn."""
    w, pack = state.wording, state.pack
    contents = {
        "track": (w(N_("Outcomes, re-base")) if latest(pack) else w(N_("Outcomes")), outcomes.draw),
        "pace": (w(N_("Part of a year")), pace.draw),
    }
    if pack.statements:
        every = w(N_("All {count} figures"), count=len(pack.statements))
        contents = {"figures": (every, figures.draw), **contents, "report": (report.label(state), report.draw)}
    parts.tabs(state, TAB, contents, first)
