"""The grid of years: growth that is typed or pasted, and locked; bad input is refused as a whole."""

import functools
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from model.comparison import as_long
from model.differences import setting
from model.indicators import BY_KEY
from model.levers import RATES, levers
from model.problem import Problem, Refused
from model.scenario import Scenario
from model.solve import indicator_of
from model.words import N_
from views import answer, session, typed
from views.session import GRID
from views.sheet import table
from views.state import State
from views.words import labels

YEAR, GROWTH, LOCKED, ORIGIN, LEVEL, REFERENCE = "year", "growth", "locked", "origin", "level", "reference"
BEYOND = N_("runs past the last year shown (got {got} lines); that is {year}; paste fewer, or show more years")
Row = tuple[str, str, bool, str, str, str]
LOCKS = {True: N_("yes"), False: N_("no")}
ORIGINS = {"": N_("lever"), "by_hand": N_("✎ by hand"), "locked": N_("✎ locked")}


def show(now: State) -> None:
    """The years as rows: growth can be typed or pasted, and locked."""
    w, series = now.wording, now.view.series
    key = f"{GRID}_{series}_{now.turns(GRID)}_{now.language}"
    column = functools.partial(st.column_config.TextColumn, disabled=True, alignment="right")
    unit = BY_KEY[indicator_of(f"{series}_later")].unit
    heads = {
        YEAR: column(w(N_("Year")), alignment="left", width=47),
        GROWTH: st.column_config.TextColumn(w(N_("Growth, %")), alignment="right", width=85),
        LOCKED: st.column_config.CheckboxColumn(w(N_("Locked")), width=67),
        ORIGIN: column(w(N_("Set by")), alignment="left", width=84),
        LEVEL: column(w(N_("Level, {unit}"), unit=w.unit(unit)), width=88),
        REFERENCE: column(w(N_("Reference, %")), width=82),
    }
    listed = _rows(now)
    st.html(_copied(now, [str(head["label"]) for head in heads.values()], listed, unit))
    rows = pd.DataFrame(listed, columns=list(heads))
    st.data_editor(
        rows, key=key, hide_index=True, num_rows="fixed", column_config=heads, on_change=_take, args=(key, series),
        height="content", alt=w(N_("Growth by year: {name}"), name=w(RATES[series])),
    )  # fmt: skip
    hint = N_(
        "Type a rate, or paste a column of them from a spreadsheet, which ends at the last year shown; an emptied cell "
        "goes back to its lever. What is locked is changed by typing or pasting only: not by presets, by rules, or by "
        "solving."
    )
    if wrong := answer.refused(now, GRID):
        st.html(wrong)
    st.caption(w(hint))


def _rows(now: State) -> list[Row]:
    w, series, pack = now.wording, now.view.series, now.pack
    lever = levers(pack)[f"{series}_later"]
    indicator, last = indicator_of(f"{series}_later"), now.scenario.last_year
    points = as_long(now.scenario, last, pack).points[indicator]
    found, (goal, _) = [], now.scenario.target(indicator)
    for year in range(pack.first_year, last + 1):
        own, other = (setting(each, series, year, pack) for each in (now.scenario, now.reference))
        level = w.beside(points[year - pack.base_year].level, goal, BY_KEY[indicator].unit)
        rate, compared = (labels.as_typed(each.value, lever, w) for each in (own, other))
        found.append((str(year), rate, own.mark == "locked", w(ORIGINS[own.mark]), level, compared))
    return found


def _copied(now: State, heads: list[str], rows: Sequence[Row], unit: str) -> str:
    """The button that copies the grid, which is drawn as a picture: the same rows as a table that is not shown."""
    w = now.wording
    texts = [[year, rate, w(LOCKS[locked]), *others] for year, rate, locked, *others in rows]
    said = N_("Growth by year: {name}; level in {basis}")
    shown = table(heads, texts, caption=w(said, name=w(RATES[now.view.series]), basis=w.basis(unit)))
    return f'<div class="copy-only">{shown}</div>'


def _take(key: str, series: str) -> None:
    """Sets what was typed, pasted, emptied or locked; one bad cell leaves all as it was."""
    now, edits = session.current(), st.session_state[key]["edited_rows"]
    notes, slider = list[Problem](), "" if shows_other(edits) else GRID
    change = functools.partial(edited, now, series=series, edits=edits, notes=notes)
    session.ask(change, GRID, slider, notes, GRID)


def shows_other(edits: Mapping[int, Mapping[str, Any]]) -> bool:
    """Whether a cell shows something else than its year then has: it was emptied, or holds a whole column."""
    return any(len(_lines(edit)) != 1 for edit in edits.values() if GROWTH in edit)


def edited(
    now: State, scenario: Scenario, series: str, edits: Mapping[int, Mapping[str, Any]], notes: list[Problem]
) -> Scenario:
    """The scenario with the edits of rows, by their number; what may be meant otherwise is added to `notes`.

    Raises `Refused` with a sentence for each bad cell.
    """
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
            rates[year] = typed.read(text, lever, f"{now.wording(RATES[series])} {year}", now.wording, notes)
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
