"""Rules that fill the years that are not locked: flat, a ramp, drawing nearer to a long-run rate."""

import streamlit as st

from model import amounts, years
from model.differences import setting
from model.levers import levers
from model.problem import Problem, Refused
from model.scenario import Scenario
from model.words import N_
from views import answer, session, typed
from views.component import component
from views.sheet import block
from views.state import State
from views.words import labels

HTML = '<div class="rules"></div>'
RULES = "rules"
"""Where their faults are said."""
PACE = 0.4
"""Part of the distance that "converge" closes each year, to begin with [fraction]."""
NAMES = {"flat": N_("Flat"), "ramp": N_("Ramp"), "converge": N_("Converge")}
"""The rules that fill years."""


def fields(now: State) -> dict[str, list[tuple[str, str]]]:
    """What each rule asks for: the name of every field and what it holds at first."""
    w, last = now.wording, now.scenario.last_year
    ends = (setting(now.scenario, now.view.series, year, now.pack) for year in (now.pack.first_year, last))
    lever = levers(now.pack)[f"{now.view.series}_later"]
    first, end = (labels.as_typed(found.value, lever, w) for found in ends)
    begin = (w(N_("{first}, %")), first)
    return {
        "flat": [(w(N_("rate, %")), end)],
        "ramp": [begin, (w(N_("{year}, %"), year=last), end)],
        "converge": [
            begin, (w(N_("long run, %")), end), (w(N_("of the distance each year, %")), f"{PACE * 100:.0f}"),
        ],
    }  # fmt: skip


def show(now: State) -> None:
    """Three rules that fill the unlocked years."""
    w, series = now.wording, now.view.series
    rules = [{"rule": rule, "name": w(NAMES[rule]), "fields": asked} for rule, asked in fields(now).items()]
    st.html(block(w(N_("Fill the unlocked years by a rule"))))
    data = {"rules": rules, "fill": w(N_("Fill")), "series": series, "shown": f"{series} {now.language} {fields(now)}"}
    component("rules", HTML)(key=f"rules_{series}", data=data, on_fill_change=lambda: _fill(f"rules_{series}", series))
    if wrong := answer.refused(now, RULES):
        st.html(wrong)


def _fill(key: str, series: str) -> None:
    given, notes = st.session_state[key].fill, list[Problem]()

    def change(scenario: Scenario) -> Scenario:
        return filled(session.current(), scenario, series, str(given["rule"]), given["values"], notes)

    session.ask(change, problems=notes, beside=RULES)


def filled(now: State, scenario: Scenario, series: str, rule: str, texts: list[str], notes: list[Problem]) -> Scenario:
    """The scenario with its unlocked years filled by that rule; what may be meant otherwise is added to `notes`.

    Raises `Refused` with a sentence for each bad field.
    """
    w, lever = now.wording, levers(now.pack)[f"{series}_later"]
    problems: list[Problem] = []
    numbers = []
    asked = fields(now).get(rule, [])
    if len(asked) != len(texts):
        return scenario
    for place, (text, (field, _)) in enumerate(zip(texts, asked, strict=True)):
        where = w(N_("{rule}: {field}"), rule=w(NAMES[rule]), field=field)
        try:
            numbers.append(amounts.share(text, where) if place == 2 else typed.read(text, lever, where, w, notes))
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
