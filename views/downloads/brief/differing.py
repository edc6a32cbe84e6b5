"""What is assumed otherwise than in the reference, as a paper has it: what is asked first, years in a row as one."""

from itertools import groupby

from model.economics import phrases
from model.language.words import N_
from model.region.indicators import GDP
from model.scenario.differences import Difference, Setting, differences
from model.scenario.levers import RATES
from model.scenario.scenario import target_levers
from views.state import State
from views.words import changes, labels

LAST = "horizon"
"""Up to which year is drawn, which no answer hangs on."""
OF_BASELINE = tuple(f"{GDP.key}_{end}" for end in ("base", "low", "high"))


def items(now: State) -> list[changes.Item]:
    """What differs: target and deadline, the baseline, then growth and the rest; last what moves no result."""
    found, ranked = differences(now.scenario, now.reference), []
    for _, group in groupby(found, key=lambda each: (each.lever.key, each.year is None)):
        alike = list(group)
        said = changes.item(now, alike[0]) if len(alike) == 1 else _years(now, alike)
        ranked.append((_rank(now, alike[0]), said))
    return [said for _, said in sorted(ranked, key=lambda each: each[0])]


def _rank(now: State, difference: Difference) -> int:
    key = difference.lever.key
    if key == LAST or changes.without_effect(now, difference):
        return 3
    return 0 if key in target_levers(GDP.key) else 1 if key in OF_BASELINE else 2


def _years(now: State, found: list[Difference]) -> changes.Item:
    """Years of one series as one thing: from the lowest to the highest, there and here."""
    w, years = now.wording, [each.year for each in found if each.year is not None]
    name = w(N_("{name} {year}"), name=w(RATES[found[0].lever.param]), year=w.years(years))
    old, new = (_range(now, found[0], [getattr(each, side) for each in found]) for side in ("reference", "own"))
    return changes.Item(name, old, new, ())


def _range(now: State, of: Difference, settings: list[Setting]) -> str:
    """The lowest and highest value, and how they were set: by hand where they were not all set alike."""
    w, values = now.wording, [each.value for each in settings]
    low, high = (labels.exact(end, of.lever, w, changes.MOST) for end in (min(values), max(values)))
    said = low if low == high else w(N_("{low} to {high}"), low=low, high=high)
    marks = {each.mark for each in settings}
    mark = marks.pop() if len(marks) == 1 else "by_hand"
    return w(phrases.MARKS[mark], value=said)
