"""What a link showed when it was made, beside what it shows now: the sentences where they differ, and why."""

from collections.abc import Callable
from dataclasses import replace

from model.language.problem import Problem
from model.link.headline import difference, headline
from model.link.link import Opened
from model.link.version import EDITIONS
from model.work.work import Work


def changed_results(opened: Opened, now: Work, say: Callable[[float], str]) -> list[Problem]:
    """The sentences that results have changed since the link was made, and why; none of scenarios that were changed.

    `now` is what is on the page; `say` writes a level.
    """
    problems: list[Problem] = []
    pairs = zip((opened.work.scenario, *opened.work.kept), opened.shown, strict=False)
    for place, (scenario, then) in enumerate(pairs):
        unchanged = scenario in now.kept if place else scenario == now.scenario
        change = difference(then, headline(scenario), say) if unchanged and then is not None else None
        named = replace(change, where=scenario.name, given=True) if change else None
        problems += [named] if named and named not in problems else []
    since = EDITIONS[opened.edition :] if problems and opened.edition else ()
    return [*problems, *(Problem.at(date, reason) for date, reason in since)]
