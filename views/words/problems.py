"""What is wrong with the link or with the last change, and what a link showed that it shows no more."""

from collections.abc import Iterable
from dataclasses import replace

from model.county_fields import BY_FIELD, REGION, named
from model.indicators import GDP
from model.levers import levers
from model.link import KEPT
from model.moved import moved
from model.problem import Problem
from model.words import N_
from views.state import State


def said(state: State) -> list[str]:
    """All of it that belongs at the top of the page, a sentence each."""
    w = state.wording
    results = moved(state.opened, state.work, state.pack, lambda level: w.level(level, GDP.unit))
    return sentences(state, (*(() if state.where else state.problems), *results))


def sentences(state: State, problems: Iterable[Problem]) -> list[str]:
    """The problems in words."""
    return [state.wording.shown(replace(problem, where=_where(state, problem))) for problem in problems]


def _where(state: State, problem: Problem) -> str:
    """The place by its name, where links have a key for it: a field of one's own county, or levers of one part."""
    w, where = state.wording, problem.where
    saved, _, part = where.partition(" ")
    if saved in KEPT:
        named_part = _where(state, replace(problem, where=part)) if part else ""
        return f"{w(N_('saved scenario {number}'), number=saved[1:])} {named_part}".strip()
    if (field := where.removeprefix(f"{REGION} ")) in BY_FIELD and field != where:
        return named(BY_FIELD[field], w)
    names = dict.fromkeys(w(lever.name) for lever in levers(state.pack).values() if lever.param == where)
    return w.listing(list(names)) if names else where
