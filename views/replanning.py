"""The plan from another year, and outcomes that a visitor types: each is one step, for all scenarios at once."""

from collections.abc import Sequence

from model import carry, regions
from model.loader import packs
from model.pack import Pack
from model.problem import Problem
from model.tracking import latest
from model.typed_outcomes import Outcome
from model.wording import Wording
from model.words import N_
from views import session
from views.state import State

LATEST, OWN = "latest", "own"


def replan(now: State, to: str) -> None:
    """Plans again from the latest outcomes, or from the region's own base year."""
    starts = {LATEST: latest(now.pack), OWN: None}
    if to in starts:
        take_over(now, regions.from_year(now.pack, starts[to]))


def forget(now: State, where: str) -> None:
    """Takes an outcome away that was typed, written as `gdp@2025`."""
    indicator, _, year = where.partition("@")
    if any((each.indicator, str(each.year)) == (indicator, year) for each in now.pack.given):
        take_over(now, regions.without_typed(now.pack, indicator, int(year)))


def add(now: State, typed: Outcome) -> list[Problem]:
    """Adds an outcome that was typed; returns why not, where it cannot be one."""
    after, problems = regions.with_typed(now.pack, typed)
    if not problems:
        take_over(now, after)
    return problems


def take_over(now: State, after: Pack, problems: Sequence[Problem] = ()) -> None:
    """Puts everything that is on the page, or kept, on that pack; says what could not be taken over.

    `problems` is what is to be said besides.
    """
    given = now.history.now.work
    taken, lost = carry.work(given, packs()[given.scenario.region], after)
    session.arrange(lambda _: taken, problems=(*problems, *lost))


def told(w: Wording, before: str, after: str) -> str:
    """What a step from one region's text to another was, shortly."""
    old, new = packs()[before], packs()[after]
    if old.own.key != new.own.key:
        return w(N_("region: {name}"), name=w.either(new.region.name_zh, new.region.name_en))
    if old.base_year != new.base_year:
        return w(N_("planned from {year}"), year=new.base_year)
    return w(N_("outcomes that are typed"))
