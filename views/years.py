"""The page "year by year": the years of one growth series, to be typed, pasted, locked, solved for or filled."""

import functools
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from model import years
from model.comparison import as_long
from model.differences import setting
from model.indicators import BY_KEY
from model.levers import RATES, Lever, levers
from model.problem import Problem, Refused
from model.scenario import Scenario
from model.solve import indicator_of
from model.words import N_
from views import answer, frame, labels, notes, pictures, state, strip, typed, verdict
from views import levers as sidebar
from views.actions import FREE, REST
from views.component import component
from views.sheet import Button, block, words
from views.state import GRID, State

YEAR, GROWTH, LOCKED, ORIGIN, LEVEL, REFERENCE = "year", "growth", "locked", "origin", "level", "reference"
HTML = '<div class="rules"></div>'
PACE = 0.4
"""Part of the distance that "converge" closes each year, to begin with [fraction]."""
BEYOND = N_("runs past the last year shown (got {got} lines); that is {year}; paste fewer, or show more years")
NAMES = {"flat": N_("Flat"), "ramp": N_("Ramp"), "converge": N_("Converge")}
"""The rules that fill years."""
ORIGINS = {"": N_("lever"), "by_hand": N_("✎ by hand"), "locked": N_("✎ locked")}


def page() -> None:
    """Draws everything from the current state."""
    now = frame.begin("years")
    if now is None:
        return
    top, below = st.empty(), st.container()

    def follow(after: State, _: Lever) -> None:
        top.html(answer.complaints(after) + f'<div class="answers">{verdict.html(after)}</div>' + strip.html(after))
        if after.made != now.made:
            st.rerun()  # the grid stands outside of the lever that moved

    with st.sidebar:
        sidebar.show(now, follow)
    with below:
        _series(now)
        left, right = st.columns([5, 4], gap="medium")
        with left:
            _grid(now)
        with right:
            _rest(now)
            _rules(now)
        _chart(now)
    notes.show(now)


def _series(now: State) -> None:
    """Which growth is edited."""
    w, key = now.wording, f"series_{now.view.series}_{now.language}"
    st.pills(
        w(N_("Growth of")), list(RATES), format_func=lambda series: w(RATES[series]), default=now.view.series,
        key=key, required=True, on_change=_choose, args=(key,), label_visibility="collapsed",
    )  # fmt: skip


def _choose(key: str) -> None:
    if chosen := st.session_state[key]:
        state.look(series=chosen)


def _grid(now: State) -> None:
    """The years as rows: growth can be typed or pasted, and locked."""
    w, series = now.wording, now.view.series
    key = f"{GRID}_{series}_{now.turns(GRID)}_{now.language}"
    column = functools.partial(st.column_config.TextColumn, disabled=True, alignment="right")
    unit = BY_KEY[indicator_of(f"{series}_later")].unit
    heads = {
        YEAR: column(w(N_("Year")), alignment="left", width=55),
        GROWTH: st.column_config.TextColumn(w(N_("Growth, %")), alignment="right", width=85),
        LOCKED: st.column_config.CheckboxColumn(w(N_("Locked")), width=65),
        ORIGIN: column(w(N_("Set by")), alignment="left", width=85),
        LEVEL: column(w(N_("Level, {unit}"), unit=w.unit(unit)), width=90),
        REFERENCE: column(w(N_("Reference, %")), width=85),
    }
    rows = pd.DataFrame(_rows(now), columns=list(heads))
    st.data_editor(
        rows, key=key, hide_index=True, num_rows="fixed", column_config=heads, on_change=_take, args=(key, series),
        height="content", alt=w(N_("Growth by year: {name}"), name=w(RATES[series])),
    )  # fmt: skip
    hint = N_(
        "Type a rate, or paste a column of them from a spreadsheet, which ends at the last year shown; an emptied cell "
        "goes back to its lever. What is locked is changed by typing or pasting only: not by presets, by rules, or by "
        "solving."
    )
    st.caption(w(hint))


def _rows(now: State) -> list[tuple[str, str, bool, str, str, str]]:
    w, series, pack = now.wording, now.view.series, now.pack
    indicator, last = indicator_of(f"{series}_later"), now.scenario.last_year
    points = as_long(now.scenario, last, pack).points[indicator]
    found = []
    for year in range(pack.first_year, last + 1):
        own, other = (setting(each, series, year, pack) for each in (now.scenario, now.reference))
        level = w.bare(points[year - pack.base_year].level, BY_KEY[indicator].unit)
        rate, compared = (_bare(now, each.value) for each in (own, other))
        found.append((str(year), rate, own.mark == "locked", w(ORIGINS[own.mark]), level, compared))
    return found


def _bare(now: State, rate: float) -> str:
    """A rate in per cent as it is typed."""
    lever = levers(now.pack)[f"{now.view.series}_later"]
    return labels.exact(rate, lever, now.wording).removesuffix(labels.unit(lever, now.wording)).replace("−", "-")


def _take(key: str, series: str) -> None:
    """Sets what was typed, pasted, emptied or locked; one bad cell leaves all as it was."""
    now, edits = state.current(), st.session_state[key]["edited_rows"]
    state.ask(lambda scenario: edited(now, scenario, series, edits), GRID, "" if shows_other(edits) else GRID)


def shows_other(edits: Mapping[int, Mapping[str, Any]]) -> bool:
    """Whether a cell shows something else than its year then has: it was emptied, or holds a whole column."""
    return any(len(_lines(edit)) != 1 for edit in edits.values() if GROWTH in edit)


def edited(now: State, scenario: Scenario, series: str, edits: Mapping[int, Mapping[str, Any]]) -> Scenario:
    """The scenario with the edits of rows, by their number. Raises `Refused` with a sentence for each bad cell."""
    lever = levers(now.pack)[f"{series}_later"]
    problems: list[Problem] = []
    rates, locked = scenario.rates_by_hand(series), set(scenario.locked(series))
    texts, last = _texts(now, edits), scenario.last_year
    if any(year > last for year, _ in texts):
        problems.append(Problem.at(now.wording(RATES[series]), BEYOND, got=len(texts), year=last))
    for year, text in texts:
        if not text:
            rates.pop(year, None)
            continue
        try:
            rates[year] = typed.read(text, lever, f"{now.wording(RATES[series])} {year}", now.wording)
        except Refused as refusal:
            problems += refusal.problems
    for row, edit in edits.items():
        year = now.pack.first_year + int(row)
        if LOCKED in edit and not edit[LOCKED]:
            locked.discard(year)
        elif LOCKED in edit and year not in locked:
            rates.setdefault(year, setting(scenario, series, year, now.pack).value)
            locked.add(year)
    if problems:
        raise Refused(problems)
    return scenario.with_years(now.pack, series, rates, locked)


def _texts(now: State, edits: Mapping[int, Mapping[str, Any]]) -> list[tuple[int, str]]:
    """What was typed, by year; a column pasted into one cell goes to that year and those after it, over all else."""
    typed_in = [(int(row), _lines(edit) or [""]) for row, edit in edits.items() if GROWTH in edit]
    typed_in.sort(key=lambda cell: len(cell[1]) > 1)
    return [(now.pack.first_year + row + i, line.strip()) for row, lines in typed_in for i, line in enumerate(lines)]


def _lines(edit: Mapping[str, Any]) -> list[str]:
    """What a cell of growth holds, line by line; none where it is empty."""
    return str(edit[GROWTH] or "").strip().splitlines()


def _rest(now: State) -> None:
    """What the unlocked years would take, with a button that sets them to it."""
    w, series = now.wording, now.view.series
    found = years.rest(series, now.scenario, now.pack)
    wanted, deadline = now.scenario.target(indicator_of(found.lever.key))
    unit = BY_KEY[indicator_of(found.lever.key)].unit
    buttons = []
    if found.value is None:
        said = w(N_("Every year up to {year} is locked: nothing is left to solve for."), year=deadline)
    else:
        goal = f"{w.exactly(wanted, unit)} {w.unit(unit)}"
        need = N_("{rate} in every unlocked year leads to {goal} by {year}; locked years are held.")
        said = w(need, rate=labels.needed(now, found), goal=goal, year=deadline)
        buttons.append(Button(f"{REST}:{series}", w(N_("Re-solve the rest")), w(N_("Set every unlocked year to it"))))
    if now.scenario.rates_by_hand(series):
        title = w(N_("Give every year that is not locked back to the levers"))
        buttons.append(Button(f"{FREE}:{series}", w(N_("Clear what is unlocked")), title))
    html = "".join(button.html() + " " for button in buttons)
    st.html(block(w(N_("Solve for the rest")), words(said), f"<p>{html}</p>"))


def fields(now: State) -> dict[str, list[tuple[str, str]]]:
    """What each rule asks for: the name of every field and what it holds at first."""
    w, last = now.wording, now.scenario.last_year
    ends = (setting(now.scenario, now.view.series, year, now.pack) for year in (now.pack.first_year, last))
    first, end = (_bare(now, found.value) for found in ends)
    begin = (w(N_("{first}, %")), first)
    return {
        "flat": [(w(N_("rate, %")), end)],
        "ramp": [begin, (w(N_("{year}, %"), year=last), end)],
        "converge": [
            begin, (w(N_("long run, %")), end), (w(N_("of the distance each year, %")), f"{PACE * 100:.0f}"),
        ],
    }  # fmt: skip


def _rules(now: State) -> None:
    """Three rules that fill the unlocked years."""
    w, series = now.wording, now.view.series
    rules = [{"rule": rule, "name": w(NAMES[rule]), "fields": asked} for rule, asked in fields(now).items()]
    st.html(block(w(N_("Fill the unlocked years by a rule"))))
    data = {"rules": rules, "fill": w(N_("Fill")), "series": series, "shown": f"{series} {now.language} {fields(now)}"}
    component("rules", HTML)(key=f"rules_{series}", data=data, on_fill_change=lambda: _fill(f"rules_{series}", series))


def _fill(key: str, series: str) -> None:
    given = st.session_state[key].fill
    state.ask(lambda scenario: filled(state.current(), scenario, series, str(given["rule"]), given["values"]))


def filled(now: State, scenario: Scenario, series: str, rule: str, texts: list[str]) -> Scenario:
    """The scenario with its unlocked years filled by that rule. Raises `Refused` with a sentence for each bad field."""
    w, lever = now.wording, levers(now.pack)[f"{series}_later"]
    problems: list[Problem] = []
    numbers = []
    asked = fields(now).get(rule, [])
    if len(asked) != len(texts):
        return scenario
    for place, (text, (field, _)) in enumerate(zip(texts, asked, strict=True)):
        where = w(N_("{rule}: {field}"), rule=w(NAMES[rule]), field=field)
        try:
            numbers.append(typed.share(text, where) if place == 2 else typed.read(text, lever, where, w))
        except Refused as refusal:
            problems += refusal.problems
    if problems:
        raise Refused(problems)
    match rule, numbers:
        case "flat", [rate]:
            return years.flat(series, rate, scenario, now.pack)
        case "ramp", [first, last]:
            return years.ramp(series, first, last, scenario, now.pack)
        case "converge", [first, long_run, pace]:
            return years.converge(series, first, long_run, pace, scenario, now.pack)
    return scenario


def _chart(now: State) -> None:
    """Growth by year, beside the reference's."""
    w, series, pack = now.wording, now.view.series, now.pack
    rows = []
    for role, scenario in (("reference", now.reference), ("own", now.scenario)):
        for year in range(pack.first_year, now.scenario.last_year + 1):
            found = setting(scenario, series, year, pack)
            rows.append((year, found.value * 100, role, found.mark if role == "own" else ""))
    title = w(N_("{name}, % a year"), name=w(RATES[series]))
    hint = N_("Blue: this scenario, filled where set by hand, a square where locked. Grey and dashed: {reference}.")
    st.html(block(title, words(w(hint, reference=strip.reference_name(now)))))
    made: pa.Table = pictures.growth_rows(rows)
    st.vega_lite_chart(made, pictures.specs()[pictures.GROWTH], alt=w(N_("Growth by year, see the table")))
