"""The sources of the brief: numbered once, listed at its end, cited by their numbers beside what they support."""

from collections.abc import Iterable

from model.language.words import N_
from model.region.unpublished import DERIVED
from model.scenario.origins import figure
from views.state import State
from views.words import notes


def cited(state: State, keys: Iterable[str]) -> str:
    """The numbers of these sources in one pair of brackets, as they follow a figure; what is derived has none."""
    known = _numbers(state)
    numbers = ",".join(map(str, sorted({known[key] for key in keys if key != DERIVED})))
    return state.wording(N_(" {numbers}"), numbers=f"[{numbers}]") if numbers else ""


def listed(state: State) -> list[str]:
    """Every source with its number."""
    return [f"[{number}] {notes.cite(state.pack, key, state.wording)}" for key, number in _numbers(state).items()]


def _numbers(state: State) -> dict[str, int]:
    """Sources by their order in the pack, without those of readings of the baseline that are not taken."""
    pack, taken = state.pack, figure(state.scenario)
    figures = [*pack.baselines.values(), *pack.goals.values(), *pack.outcomes, *pack.growth, *pack.history]
    used = {each.source for each in (*figures, *pack.calibration.values())} | ({taken.source} if taken else set())
    return {key: number for number, key in enumerate((key for key in pack.sources if key in used - {DERIVED}), 1)}
