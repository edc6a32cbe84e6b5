"""What is wrong with the link or with the last change, and what a link showed that it shows no more."""

from collections.abc import Iterable
from dataclasses import replace

from model.language.problem import Problem
from model.language.words import N_
from model.link.link import changed_results
from model.link.reading import BAD_REGION, KEPT, LACKING
from model.region.county import BY_FIELD, named
from model.region.indicators import GDP
from model.region.key import BASE, REGION
from model.region.loader import packs
from model.scenario.levers import levers
from views.state import State
from views.words.names import region_name

FEW = 3
"""Names in a sentence; more are counted."""
LACKING_MANY = N_("lacks {count} assumptions; the plan's values are used for these")


def said(state: State) -> list[str]:
    """All of it that belongs at the top of the page, a sentence each."""
    w = state.wording
    results = changed_results(state.opened, state.work, lambda level: w.level(level, GDP.unit))
    return sentences(state, (*(() if state.where else state.problems), *results))


def sentences(state: State, problems: Iterable[Problem]) -> list[str]:
    """The problems in words."""
    return [state.wording.shown(_named(state, problem)) for problem in problems]


def _named(state: State, problem: Problem) -> Problem:
    """The problem with names for the keys of links and regions, and numbers as the reader writes them."""
    w, values, what = state.wording, dict(problem.values), problem.what
    if what == LACKING and isinstance(missing := values["missing"], tuple):
        names = [name for key in missing for name in _part(state, str(key))]
        what = LACKING if len(names) <= FEW else LACKING_MANY
        values |= {"missing": w.enumeration(names), "count": str(len(names))}
    if what == BAD_REGION:
        values["allowed"] = w.enumeration(region_name(pack, w) for pack in packs().values())
    for limit in ("low", "high"):
        if isinstance(number := values.get(limit), str):
            values[limit] = number.replace("-", "−").replace(" %", w.percent_sign)
    return replace(problem, where=_where(state, problem), what=what, values=tuple(values.items()))


def _where(state: State, problem: Problem) -> str:
    """The place by its name, where links have a key for it: a field of one's own county, or levers of one part."""
    w, where = state.wording, problem.where
    saved, _, part = where.partition(" ")
    if saved in KEPT:
        named_part = _where(state, replace(problem, where=part)) if part else ""
        return f"{w(N_('saved scenario {number}'), number=saved[1:])} {named_part}".strip()
    if (field := where.removeprefix(f"{REGION} ")) in BY_FIELD and field != where:
        return named(BY_FIELD[field], w)
    return w.listing(_part(state, where))


def _part(state: State, key: str) -> list[str]:
    """The levers of a part of a link by name; a part without any by its key."""
    w = state.wording
    names = dict.fromkeys(w(lever.name) for lever in levers(state.pack).values() if lever.link_key == key)
    return list(names) or [w(N_("region")) if key in (REGION, BASE) else key]
