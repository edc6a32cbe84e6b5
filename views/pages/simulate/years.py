"""Year by year: growth of single years, typed, pasted and locked.

A box for each year, and no `st.data_editor`: that drops keys which are pressed while its page is drawn again.
"""

import re
from pathlib import Path

import streamlit as st

from model.economics.comparison import as_long
from model.economics.solve import indicator_of
from model.language.problem import Problem, Refused
from model.language.words import N_
from model.scenario.differences import setting
from model.scenario.levers import lever_key, levers
from model.scenario.scenario import Scenario
from views.pages.parts import more
from views.pages.simulate import fill
from views.pages.table import show
from views.sidebar import typed
from views.state import State, callback, change_scenario, current, is_shown, key_showing, report, set_view
from views.words import labels
from views.words.names import name_of_reference
from views.words.plain import plain

DRAWN = "years_drawn"
BOXES = "years"
"""Where what is wrong with a year is said; `bridge.js` knows the boxes by it."""
BETWEEN = re.compile(r"[;；\t]|\r?\n")
"""What stands between several years in one box: `bridge.js` puts a pasted row or column there."""
BEYOND = N_("goes past the last year (got {got}; the last is {year}); nothing was set; paste fewer, or show more years")
STYLE = (Path(__file__).parent / "years.css").read_text(encoding="utf-8")


def draw(state: State) -> None:
    """Draws the tab."""
    w, growing = state.wording, state.pack.growing
    st.html(f"<style>{STYLE}</style>")
    with st.container(horizontal=True, vertical_alignment="center"):
        key = key_showing("series", state.view.series)
        st.pills(
            w(N_("Growth of")), list(growing), default=state.view.series, key=key, required=True,
            on_change=_choose, args=(key,),
            format_func=lambda series: w(growing[series].growth_label), label_visibility="collapsed", width="stretch",
        )  # fmt: skip
    years = range(state.pack.first_year, state.scenario.last_year + 1)
    _boxes(state, years)
    if state.where == BOXES:
        st.warning("\n".join(f"- {plain(w.shown(problem))}" for problem in state.problems), icon=":material/info:")
    _levels(state, years)
    more(state, "fill_years", w(N_("Fill years")), fill.draw)
    locked = list(state.scenario.locked(state.view.series))
    key = key_showing("locked_years", locked)
    st.pills(
        w(N_("Locked: presets and rules leave these years")), years, selection_mode="multi", default=locked, key=key,
        on_change=_lock, args=(key, state.view.series), format_func=str,
    )  # fmt: skip


@callback
def _choose(key: str) -> None:
    if is_shown(key):
        set_view(series=st.session_state[key])


def _boxes(state: State, years: range) -> None:
    """A box for each year, empty where the year follows its lever, whose rate it then hints at."""
    w, series = state.wording, state.view.series
    lever, by_hand = levers(state.pack)[lever_key(series, "later")], state.scenario.rates_by_hand(series)
    generation = _generation(state)
    cells = st.grid(len(years), min_column_width=84, key=BOXES)
    for year in years:
        rate = labels.as_typed(setting(state.scenario, series, year).value, lever, w)
        key = f"{BOXES}_{generation}_{year}"
        label = f"{year} · {w(N_('set'))}" if year in by_hand else str(year)
        own = rate if year in by_hand else ""
        cells.text_input(label, own, key=key, placeholder=rate, on_change=_take, args=(key, series, year))
    st.caption(
        w(
            N_("{name}, %: type or paste single years; an empty one follows its lever"),
            name=w(lever.name),
        )
    )


def _generation(state: State) -> int:
    """A part of the keys of the boxes, the same as long as they show what was typed into them.

    Boxes with other keys take over what the years were set to otherwise: by undo, a preset, a rule.
    """
    generation, shown = st.session_state.get(DRAWN, (0, None))
    years = _set_years(state.scenario, state.view.series)
    if shown != years:
        generation += 1
        st.session_state[DRAWN] = generation, years
    return int(generation)


def _set_years(scenario: Scenario, series: str) -> object:
    """What is set for single years of a series."""
    return scenario.pack.key, series, scenario.rates_by_hand(series), scenario.locked(series)


@callback
def _take(key: str, series: str, year: int) -> None:
    """Sets the year, and those after it where several were pasted; what is refused stays in its box and is named."""
    state = current()
    most = state.scenario.last_year - year + 1  # what is beyond stays one text
    texts = [text.strip() for text in BETWEEN.split(st.session_state[key], maxsplit=most)]
    rates, locked = state.scenario.rates_by_hand(series), set(state.scenario.locked(series))
    notes: list[Problem] = []
    try:
        typed_rates = read(state, series, year, texts, notes)
    except Refused as refusal:
        report(refusal.problems, BOXES)
        return
    for each in range(year, year + len(texts)):  # an empty one follows its lever again
        rates.pop(each, None)
        if each not in typed_rates:
            locked.discard(each)
    rates.update(typed_rates)
    change_scenario(lambda scenario: scenario.with_years(series, rates, locked), problems=notes)
    if len(texts) < 2:
        st.session_state[DRAWN] = st.session_state[DRAWN][0], _set_years(current().scenario, series)


def read(state: State, series: str, year: int, texts: list[str], notes: list[Problem]) -> dict[int, float]:
    """The rates of the years from this one on; what may be meant otherwise is added to `notes`.

    Raises `Refused` with a sentence for each that is none.
    """
    w, lever, last = state.wording, levers(state.pack)[lever_key(series, "later")], state.scenario.last_year
    rates: dict[int, float] = {}
    problems: list[Problem] = []
    if beyond := [text for text in texts[last + 1 - year :] if text]:
        problems.append(Problem.at(w(lever.name), BEYOND, got=", ".join(beyond), year=last))
    for each, text in enumerate(texts[: last + 1 - year], year):
        if not text:
            continue
        try:
            rates[each] = typed.read(text, lever, w(N_("{name} {year}"), name=w(lever.name), year=each), w, notes)
        except Refused as refusal:
            problems += refusal.problems
    if problems:
        raise Refused(problems)
    return rates


@callback
def _lock(key: str, series: str) -> None:
    """Locks exactly the years that are chosen; one that followed its lever is set to what it was."""
    chosen = sorted(st.session_state[key])

    def locked(scenario: Scenario) -> Scenario:
        rates = {year: setting(scenario, series, year).value for year in chosen}
        return scenario.with_years(series, {**rates, **scenario.rates_by_hand(series)}, chosen)

    if is_shown(key):
        change_scenario(locked)


def _levels(state: State, years: range) -> None:
    """Growth, level and the reference's growth, a column a year."""
    w, series, pack = state.wording, state.view.series, state.pack
    lever = levers(pack)[lever_key(series, "later")]
    heads = [w(N_("Year")), *map(str, years)]
    own, reference = (
        [labels.as_typed(setting(each, series, year).value, lever, w) for year in years]
        for each in (state.scenario, state.reference)
    )
    rows = [[w(N_("Growth, %")), *own], [w(N_("{reference}, %"), reference=name_of_reference(state)), *reference]]
    if key := indicator_of(lever):
        unit, (goal, _) = pack.indicator(key).unit, state.scenario.target(key)
        points = [point for point in as_long(state.scenario, years[-1]).points[key] if point.year in years]
        levels = [w.beside(point.level, goal, unit) for point in points]
        rows.insert(1, [w(N_("Level, {unit}"), unit=w.unit(unit)), *levels])
    show("numbers_years", heads, rows)
