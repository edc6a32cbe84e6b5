"""What would have to be true: every lever solved, with what is held."""

from decimal import ROUND_CEILING

import streamlit as st

from model import phrases
from model.indicators import GDP, Indicator
from model.levers import Lever, levers
from model.scenario import target_levers
from model.solve import Solution, from_each_year, indicator_of, solvable, solve, uniform
from model.words import N_
from views.actions import SOLVE
from views.levers import Follow, number
from views.sections.places import Places
from views.sheet import CAPTION, UNIT, Amount, Button, Cell, amount, block, table, words
from views.state import State
from views.words.source_register import BASES

OWN = N_("Levels to reach and deadlines are your own: solving sets growth or a baseline, and never them.")


def controls(now: State, follow: Follow) -> None:
    """Levels to reach for the other indicators, and their deadlines."""
    others = [i for i in now.pack.indicators if i is not GDP]
    for indicator, column in zip(others, st.columns(len(others)) if others else (), strict=True):
        with column:
            for part, key in enumerate(target_levers(indicator.key)):
                number(levers(now.pack)[key], follow, "" if part else now.wording(indicator.name))


def draw(now: State, places: Places, drawer: str) -> None:
    """The answers in every direction, each with a button that adopts it."""
    w, (_, year) = now.wording, now.scenario.target(GDP.key)
    others = [i for i in now.pack.indicators if i is not GDP]
    places.above.html(
        block(w(N_("GDP: what would meet the target by the end of {year}"), year=year), _gdp(now), _when(now))
        + block(w(N_("Growth needed from each year on, what came before held")), _from_each_year(now))
        + (block(w(N_("Other indicators: a level to reach, and by when")), words(w(OWN))) if others else "")
    )
    if others:
        places.below.html("".join(_other(now, indicator) for indicator in others))


def _gdp(now: State) -> str:
    w, same = now.wording, uniform(GDP.key, now.scenario, now.pack)
    rows: list[list[Cell]] = [
        [w(N_("Uniform nominal growth")), w(N_("baseline")), w.rate(same.nominal, rounding=ROUND_CEILING), "", "", ""],
        [
            w(N_("Uniform real growth")),
            w(N_("deflator, baseline")),
            _rate(now, same.real),
            "",
            "",
            "",
        ],
    ]
    price = N_("Uniform price change (deflator)")
    rows.append([w(price), w(N_("real growth, baseline")), _rate(now, same.deflator), "", "", ""])
    rows += [_row(now, key) for key in solvable(now.pack) if indicator_of(key) == GDP.key]
    return table(_heads(now), rows, "solutions", (2, 3), caption=_asked(now, GDP), units=w(UNIT))


def _rate(now: State, rate: float | None) -> str:
    return "–" if rate is None else now.wording.rate(rate, rounding=ROUND_CEILING)


def _other(now: State, indicator: Indicator) -> str:
    w = now.wording
    same = w.rate(uniform(indicator.key, now.scenario, now.pack).nominal, rounding=ROUND_CEILING)
    first: list[Cell] = [w(N_("Uniform nominal growth")), w(N_("baseline")), same, "", "", ""]
    rows = [_row(now, key) for key in solvable(now.pack) if indicator_of(key) == indicator.key]
    asked, units = _asked(now, indicator), w(UNIT)
    shown = table(_heads(now), [first, *rows], "solutions", (2, 3), caption=asked, units=units)
    return block(_goal(now, indicator), shown)


def _goal(now: State, indicator: Indicator) -> str:
    """What is to be reached, and when."""
    w, (level, year) = now.wording, now.scenario.target(indicator.key)
    said = N_("{name}: {level} by the end of {year}")
    return w(said, name=w(indicator.name), level=w.level(level, indicator.unit), year=year)


def _asked(now: State, indicator: Indicator) -> str:
    """What is to be reached, with its price basis."""
    return now.wording(CAPTION, title=_goal(now, indicator), basis=now.wording(BASES["current"]))


def _heads(now: State) -> list[str]:
    w = now.wording
    return [w(text) for text in (N_("What would have to be"), N_("held"), N_("needed"), N_("now"), "", N_("in words"))]


def _row(now: State, key: str) -> list[Cell]:
    """A lever: what is held, what it would have to be, what it is, and the button that sets it."""
    w, found = now.wording, solve(key, now.scenario, now.pack)
    lever = found.lever
    settable = _settable(now, found)
    return [
        phrases.name(lever, w),
        phrases.held(lever, w),
        _amount(now, phrases.needed(found, now.scenario, w), lever),
        _amount(now, phrases.value(now.scenario[key], lever, w), lever),
        _set(now, found),
        "" if found.place == "within" and not found.met and settable else phrases.solution(found, now.scenario, w),
    ]


def _amount(now: State, text: str, lever: Lever) -> Cell:
    """A value of a lever, its unit apart where it is a level."""
    return amount(text, now.wording.unit(lever.unit) if lever.kind == "level" else "")


def _settable(now: State, found: Solution) -> bool:
    """Whether a click can set the lever to its solution: a target is the visitor's own, and never overwritten."""
    return (
        found.place == "within" and not phrases.stands(found, now.scenario) and found.lever.key not in phrases.TARGETS
    )


def _set(now: State, found: Solution) -> Cell:
    w = now.wording
    if not _settable(now, found):
        return ""
    title = w(N_("Solve for this: set {name} so that the target is met"), name=phrases.name(found.lever, w))
    return Button(f"{SOLVE}:{found.lever.key}", w(N_("set")), title)


def _from_each_year(now: State) -> str:
    w = now.wording
    rows: list[list[Cell]] = []
    for each in sorted(from_each_year(now.scenario, now.pack), key=lambda each: each.year):
        before = each.year - 1
        held = (
            w(N_("official outcome of {year}"), year=each.outcome)
            if each.outcome
            else w(N_("baseline"))
            if before == now.pack.base_year
            else w(N_("as assumed up to {year}"), year=before)
        )
        rows.append(
            [
                w(N_("from {year}"), year=each.year),
                Amount(w.bare(each.start, GDP.unit), w.unit(GDP.unit)),
                w.rate(each.nominal, rounding=ROUND_CEILING),
                w.rate(each.real, rounding=ROUND_CEILING),
                held,
            ]
        )
    heads = [N_("Growth a year"), N_("starting at"), N_("nominal"), N_("real, with the deflator"), N_("held")]
    asked, units = _asked(now, GDP), w(UNIT)
    return table([w(text) for text in heads], rows, "", (1, 2, 3), caption=asked, units=units)


def _when(now: State) -> str:
    """The year in which the target is reached as things stand."""
    w, found = now.wording, solve(target_levers(GDP.key)[1], now.scenario, now.pack)
    if found.value is None:
        return words(phrases.solution(found, now.scenario, w))
    return words(w(N_("As things stand it is reached in {year}."), year=int(found.value)))
