"""Plan & progress: the plan's targets beside their results; below, all figures, outcomes, and a part of a year."""

import streamlit as st

from model.language.words import N_
from model.progress.tracking import latest
from model.region.statements import frame
from views.charts import asks, counts, look, targets
from views.pages.plan import figures, outcomes, pace, report
from views.sidebar import region
from views.state import State
from views.words import progress
from views.words.plain import plain

EN_SPACE = "\u2002"
TAB = "plan_tab"
"""The key of the tabs."""


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
        _targets(state)
    else:
        left, right = st.columns([0.6, 0.4], gap="large")
        with left:
            _targets(state)
        with right:
            if progress.counts(state):
                st.markdown(f"**{w(N_('Indicators of the plan that were met'))}**")
                st.vega_lite_chart(
                    counts.rows(state), counts.definition(state.language, look.theme()), theme=None,
                    height=counts.height(state), alt=w(counts.ALT),
                )  # fmt: skip
                st.caption(plain(progress.counted_by(state)), help=plain(progress.unlisted(state)) or None)
            alike = int(frame(state.pack)["alike"].sum())
            st.markdown(f"**{w(N_('{count} targets for {first} beside results of {base}'), count=alike)}**")
            st.vega_lite_chart(
                asks.rows(state), asks.definition(state.language, look.theme()), theme=None, height=asks.ROW * 6,
                alt=w(asks.ALT),
            )  # fmt: skip
    _tabs(state, tab)


def _targets(state: State) -> None:
    """Targets beside results, a chart a unit: growth, then levels."""
    w = state.reported
    reported = bool(state.pack.statements)
    names = (N_("{first} target"), N_("{first} result")) if reported else (N_("Target"), N_("Result"))
    legend = [f":orange[▎]{w(names[0])}", f":green[●] :red[●] {w(names[1])}"]
    if reported:
        legend.append(f"○ {w(N_('{base} result'))}")
    basis = N_("growth on the year before, %; GDP real, the others nominal") if reported else N_("real growth, %")
    title = w(N_("Main targets for {first}") if reported else N_("GDP growth: targets and results"))
    st.markdown(f"**{title}**  \n:small[{EN_SPACE.join([*legend, f':gray[{w(basis)}]'])}]")
    for unit in dict.fromkeys(each.unit for each in progress.headlines(state)):
        st.vega_lite_chart(
            targets.rows(state, unit), targets.definition(state.language, look.theme(), unit), theme=None,
            height=targets.height(state, unit), alt=w(targets.ALT),
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
    labels = {key: label for key, (label, _) in contents.items()}
    tabs = st.tabs(list(labels.values()), default=labels.get(first), key=TAB, on_change="rerun")
    for tab, (_, body) in zip(tabs, contents.values(), strict=True):
        if tab.open:
            with tab:
                body(state)
