"""What a scenario assumes otherwise than the reference, in the words of a document."""

from collections.abc import Iterable
from itertools import groupby

from model.economics import phrases
from model.language.words import N_
from model.region.indicators import GDP
from model.scenario.differences import Setting, differences
from model.scenario.lever import Lever
from model.scenario.scenario import Scenario, target_levers
from views.state import State
from views.words import changes, labels

MOST_CHANGES = 6
"""Assumptions that differ and are named, so that a brief has two pages; the others are counted."""


def changed(state: State, scenario: Scenario) -> str:
    """What a scenario assumes otherwise than the reference, the target first, years of a series as one; else empty.

    The years that are shown are no assumption."""
    w, asked, said = state.wording, target_levers(GDP.key), []
    assumed = [each for each in differences(scenario, state.reference) if each.lever.key != "horizon"]
    found = sorted(assumed, key=lambda each: each.lever.key not in asked)
    for _, group in groupby(found, key=lambda each: (each.lever.key, each.year is None)):
        alike = list(group)
        item, lever = changes.item(state, alike[0]), alike[0].lever
        name, was, own = item.name, item.old, item.new
        if lever.kind == "year":
            was, own = (w(N_("{year}"), year=year) for year in (was, own))
        if alike[1:]:
            years = [each.year for each in alike if each.year is not None]
            name = w(N_("{name} {year}"), name=w(state.pack.growing[lever.series].growth_label), year=w.years(years))
            was, own = (
                _by_year(state, lever, years, sides)
                for sides in zip(*((each.reference, each.own) for each in alike), strict=True)
            )
        said.append(w(N_("{name}: {own} instead of {was}"), name=name, was=was, own=own))
    more = len(said) - MOST_CHANGES
    return w.listing(said[:MOST_CHANGES]) + (w(N_(" and {count} more"), count=more) if more > 0 else "")


def _by_year(state: State, lever: Lever, years: list[int], settings: Iterable[Setting]) -> str:
    """Each value with its years, if there are several; and how they were set: by hand where not all were set alike."""
    w, given = state.wording, list(settings)
    marks = {each.mark for each in given}
    runs = [
        (labels.exact(value, lever, w, changes.MOST), [year for year, _ in run])
        for value, run in groupby(zip(years, given, strict=True), key=lambda each: each[1].value)
    ]
    said = (
        runs[0][0]
        if len(runs) == 1
        else w.series([w(N_("{value} ({years})"), value=value, years=w.years(span)) for value, span in runs])
    )
    return w(phrases.MARKS[marks.pop() if len(marks) == 1 else "by_hand"], value=said)
