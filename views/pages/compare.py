"""Compare: the plan, up to four saved scenarios and the one on the page, side by side."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.economics import verdict_sentences
from model.economics.comparison import Result, as_long, results
from model.economics.uncertainty import uncertainty
from model.economics.verdict import judge
from model.language import units
from model.language.words import N_
from model.region.indicators import GDP, GROWTH_OF, Indicator
from model.scenario.differences import Difference, Setting, differences, setting
from model.scenario.scenario import Scenario
from views.charts import compared as chart
from views.charts import look
from views.pages import kicker, saving
from views.pages.live import live
from views.pages.table import show
from views.state import State, callback, change_work
from views.words import changes, names
from views.words.compared import ON_PAGE, Compared, besides, hint, level_and_gap, listed, needed_later, note
from views.words.plain import plain
from views.words.verdict import HUES

ACTIONS = {
    "open": N_("Open"), "refer": N_("Set as reference"), "edit": N_("Name and note"),
    "replace": N_("Replace by the scenario on the page"), "left": N_("Move left"), "right": N_("Move right"),
    "delete": N_("Delete"),
}  # fmt: skip
"""What can be done with the plan or a saved scenario."""
NONE, SOME, ALL = (
    N_("The target is reached in none of {count} scenarios"), N_("Target reached in {met} of {count} scenarios"),
    N_("The target is reached in all {count} scenarios"),
)  # fmt: skip


def draw(state: State) -> None:
    """Draws the page."""
    w, every = state.wording, listed(state)
    kicker.place(state)
    head = st.container()
    st.space("xsmall")
    if not state.work.kept:
        st.info(w(N_("Change an assumption, then save the scenario. Up to four are compared with the plan here.")))
    row = st.grid(len(every), min_column_width=158)
    for each in every:
        with row.container(border=True, height="stretch", gap="xsmall", key=f"scenario_{each.place}"):
            _top(state, each)
            body = st.container(gap="xsmall")
        if each.place != ON_PAGE:
            with body:
                _result(state, each)
    alike = _alike(state, every)
    drawn = [each.key for each in state.pack.indicators if each.key not in alike]
    charts = st.grid(min(2, len(drawn)), min_column_width=380) if drawn else None
    first = charts.container() if charts and GDP.key in drawn else None
    live(partial(_answer, head, body if each.place == ON_PAGE else None, first))
    if len(every) > 1:
        _charts(state, charts or st.container(), alike)
        _assumptions(state, every)
        _results(state, every, alike)


def _answer(head: DeltaGenerator, body: DeltaGenerator | None, first: DeltaGenerator | None, state: State) -> None:
    """The title, and of the scenario on the page, which stands last, its result and the path of its GDP."""
    w, every = state.wording, listed(state)
    met = sum(judge(each.scenario).status == "reached" for each in every)
    title = ALL if met == len(every) else SOME if met else NONE
    head.title(w(title, count=len(every), met=met) if len(every) > 1 else w(N_("Compare")))
    if body and every[-1].place == ON_PAGE:
        with body:
            _result(state, every[-1])
    if first:
        _chart(state, GDP, first)


def _top(state: State, each: Compared) -> None:
    """A scenario's name, and what can be done with it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall", wrap=False):
        st.markdown(f"**{plain(_head(state, each))}**", width="stretch")
        if each.place == ON_PAGE:
            saving.button(state)
        else:
            _actions(state, each.place)


def _result(state: State, each: Compared) -> None:
    """Its verdict with the chance, level, growth needed, the other deadlines, and note."""
    w, place, scenario = state.wording, each.place, each.scenario
    found, year, unit = judge(scenario), scenario.target_year, w.unit(GDP.unit)
    chance = w.share(uncertainty(scenario).chance_in(year))
    marks = [w(N_("reference"))] * (place == state.work.reference)
    marks += [w(N_("on the page"))] * (scenario == state.scenario and place != ON_PAGE)
    marks += [plain(names.own_name(state))] * (place == ON_PAGE and bool(state.work.changed_from))
    verdict = w(N_("{verdict}, chance {chance}"), verdict=verdict_sentences.status(found, w), chance=chance)
    st.markdown(" ".join([f":{HUES[found.status]}-badge[{verdict}]", *(f":gray-badge[{mark}]" for mark in marks)]))
    st.metric(
        w(N_("GDP in {year}, {unit}"), year=year, unit=unit), *level_and_gap(state, found),
        delta_description=w(N_("against target")), delta_color="off", delta_arrow="off",
        help=verdict_sentences.levels(found, w),
    )  # fmt: skip
    reading = found.binding
    said = N_("Growth needed in {years}: {rate}") if reading.years else N_("No year is left to change")
    needed = w(said, years=w.years(list(reading.years)), rate=needed_later(state, reading.required_growth))
    st.caption("  \n".join([needed, *besides(state, scenario)]))
    if said := note(state, each):
        st.markdown(plain(said))


def _head(state: State, each: Compared) -> str:
    """The scenario's name at the head of its card or column; one without a name of its own begins with a capital."""
    unnamed = each.name in (names.name_of(state, 0), state.wording(N_("this scenario")))
    return each.name[0].upper() + each.name[1:] if unnamed else each.name


def _actions(state: State, place: int) -> None:
    w, work, last = state.wording, state.work, len(state.work.kept)
    offered = ["open"] * (state.scenario != work.nth(place)) + ["refer"] * (place != work.reference)
    if place:
        offered += ["edit"] + ["replace"] * (work.at is None)
        offered += ["left"] * (place > 1) + ["right"] * (place < last) + ["delete"]
    if not offered:
        return
    key = f"actions_{place}"
    chosen = st.menu_button(
        w(N_("Actions")), offered, key=key, type="tertiary", on_click=_act, args=(place,),
        format_func=lambda action: w(ACTIONS[action]),
    )  # fmt: skip
    if chosen == "edit":
        saving.ask_again(state, place)


@callback
def _act(place: int) -> None:
    match st.session_state[f"actions_{place}"]:
        case "open":
            change_work(lambda work: work.open(place))
        case "refer":
            change_work(lambda work: work.refer(place))
        case "replace":
            change_work(lambda work: work.put(place))
        case "left":
            change_work(lambda work: work.move(place, -1))
        case "right":
            change_work(lambda work: work.move(place, 1))
        case "delete":
            change_work(lambda work: work.drop(place))


def _charts(state: State, cells: DeltaGenerator, alike: Sequence[str]) -> None:
    """The charts of the other indicators; those whose paths are one in every scenario are named."""
    w = state.wording
    for indicator in state.pack.indicators:
        if indicator is not GDP and indicator.key not in alike:
            _chart(state, indicator, cells)
    same = w(
        N_("The same in every scenario: {names}."),
        names=w.enumeration(w(state.pack.indicator(key).name) for key in alike),
    )
    several = len(alike) < len(state.pack.indicators)
    st.caption(plain(w.flow((hint(state) if several else "", same if alike else ""))))


def _alike(state: State, every: Sequence[Compared]) -> list[str]:
    """The indicators whose path is the same in every scenario."""
    last = max(each.scenario.last_year for each in every)
    paths = [as_long(each.scenario, last).paths for each in every]
    keys = [each.key for each in state.pack.indicators]
    return [key for key in keys if all((paths[0][key] == other[key]).all() for other in paths)]


def _chart(state: State, indicator: Indicator, cell: DeltaGenerator) -> None:
    definition = chart.definition(state.language, look.theme(), indicator)
    alt = state.wording(chart.ALT, name=state.wording(indicator.name))
    cell.vega_lite_chart(chart.rows(state, indicator), definition, theme=None, alt=alt)


def _assumptions(state: State, every: Sequence[Compared]) -> None:
    """The assumptions that differ, and only those; bold where they are not the reference's."""
    w = state.wording
    st.header(w(N_("Assumptions that differ")))
    found = {each.key: each for one in every for each in differences(one.scenario, state.reference)}
    if not found:
        st.markdown(w(N_("None: these scenarios share every assumption.")))
        return
    rows = {
        changes.name(state, found[key]): [_setting(state, found[key], one) for one in every]
        for key in changes.order(state, found.values())
    }
    _table(state, "numbers_assumptions", w(N_("Assumption")), rows, every)
    st.caption(plain(w(N_("Bold: differs from {reference}."), reference=names.name_of_reference(state))))


def _setting(state: State, difference: Difference, one: Compared) -> str:
    """What the scenario has there."""
    lever, year = difference.lever, difference.year

    def value(scenario: Scenario) -> Setting:
        return Setting(scenario[lever.key]) if year is None else setting(scenario, lever.series, year)

    own = value(one.scenario)
    text = plain(changes.value(state, difference, own))
    return text if own == value(state.reference) else f"**{text}**"


def _results(state: State, every: Sequence[Compared], alike: Sequence[str]) -> None:
    """Level and growth of every indicator at the deadline, and how far the level lies from the reference's."""
    w, year, reference = state.wording, state.scenario.target_year, names.name_of_reference(state)
    st.header(w(N_("Results at the end of {year}"), year=year))
    years = w.years(list(range(state.pack.first_year, year + 1)))
    rows: dict[str, list[str]] = {}
    for line in zip(*(results(one.scenario, state.reference, year) for one in every), strict=True):
        indicator = state.pack.indicator(line[0].indicator)
        name = w(indicator.short)
        rows[w(N_("{name}, {unit}"), name=name, unit=w.unit(indicator.unit))] = [
            _level(state, one, found) for one, found in zip(every, line, strict=True)
        ]
        if indicator.key not in alike:
            against = w(N_("{name} against {reference}"), name=name, reference=reference)
            rows[against] = [w.change(found.ratio) for found in line]
        growth = w(GROWTH_OF[units.find(indicator.unit).basis])
        rows[w(N_("{name}: {growth} a year, {years}"), name=name, growth=growth, years=years)] = [
            w.rate(found.growth) for found in line
        ]
    _table(state, "numbers_results", w(N_("Indicator")), rows, every)


def _level(state: State, one: Compared, found: Result) -> str:
    """The level, on its side of the scenario's target."""
    target, _ = one.scenario.target(found.indicator)
    return state.wording.beside(found.level, target, state.pack.indicator(found.indicator).unit)


def _table(state: State, key: str, head: str, rows: dict[str, list[str]], every: Sequence[Compared]) -> None:
    """Draws a table with a column for each scenario; one whose name is that of another column has its place too."""
    heads = [head, *(_head(state, one) for one in every)]
    told_apart = [
        f"{name} ({one.place})" if heads.count(name) > 1 else name for name, one in zip(heads[1:], every, strict=True)
    ]
    show(key, [head, *told_apart], [[plain(name), *cells] for name, cells in rows.items()], marked=True)
