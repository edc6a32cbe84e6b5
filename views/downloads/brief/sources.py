"""The sources of the brief: numbered once, listed at its end, cited by their numbers beside what they support."""

from collections.abc import Iterable

from model.language.words import N_
from model.scenario.origins import figure
from views.state import State
from views.words import notes

DERIVED = "derived"
"""What is worked out from the others has no number."""


def cited(now: State, keys: Iterable[str]) -> str:
    """The numbers of these sources in one pair of brackets, which no line breaks, as they follow a figure."""
    known = _numbers(now)
    numbers = ",".join(map(str, sorted({known[key] for key in keys if key != DERIVED})))
    return now.wording(N_(" {numbers}"), numbers=f"[{numbers}]") if numbers else ""


def listed(now: State) -> list[str]:
    """Every source with its number."""
    return [f"[{number}] {notes.cite(now.pack, key, now.wording)}" for key, number in _numbers(now).items()]


def _numbers(now: State) -> dict[str, int]:
    """Sources by their order in the pack, without those of readings of the baseline, or rows, that are not taken."""
    pack, taken = now.pack, figure(now.scenario)
    figures = [*pack.baselines.values(), *pack.goals.values(), *pack.outcomes, *pack.growth, *pack.history]
    used = {figure.source for figure in (*figures, *pack.calibration.values())}
    used |= {taken.source} if taken else set()
    used |= {pack.own.statements[each.key].source for each in now.work.further}
    return {key: number for number, key in enumerate((key for key in pack.sources if key in used - {DERIVED}), 1)}
