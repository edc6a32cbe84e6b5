"""What a link showed when it was made, beside what it shows now: the sentences where they differ, and why."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from model.language.problem import Problem
from model.language.words import N_
from model.link.editions import EDITIONS, Edition, since
from model.link.headline import difference, headline
from model.link.link import Opened
from model.work.work import Work

UNRECORDED = N_("No change of data or model since then is on record that would explain it; compare with the sender.")


def changed_results(
    opened: Opened, now: Work, say: Callable[[float], str], editions: Sequence[Edition] = EDITIONS
) -> list[Problem]:
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
    if not problems:
        return []
    later = since(opened.edition, editions) if opened.edition is not None else ()
    reasons = [Problem.at(edition.date, edition.reason) for edition in later]
    return [*problems, *(reasons or [Problem.at("", UNRECORDED)])]
