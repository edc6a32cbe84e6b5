"""What differs, in words: between two scenarios, or between what was on the page and what is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from model.economics import phrases
from model.language.words import N_
from model.region.pack import Pack
from model.scenario.differences import Difference, Setting, differences
from model.scenario.levers import levers
from model.scenario.origins import figure, has_range_of
from model.scenario.scenario import Scenario
from model.work.history import History
from views.state import Moment, State
from views.words import labels, notes
from views.words.names import region_name

MOST = 6
"""Decimals shown beside other scenarios."""
NAMED = 2
"""Differences that are named where there is little room; the others are counted."""


def name(state: State, difference: Difference) -> str:
    """What differs."""
    w = state.wording
    if difference.year is None:
        return phrases.title(difference.lever, w)
    return w(
        N_("{name} {year}"), name=w(state.pack.growing[difference.lever.series].growth_label), year=difference.year
    )


def pair(state: State, difference: Difference) -> tuple[str, str]:
    """Its values in the reference and here, with as many digits as tell them apart."""
    w, sides = state.wording, (difference.reference, difference.own)
    for digits in range(MOST, 16):
        old, new = (labels.exact(side.value, difference.lever, w, digits) for side in sides)
        apart = len({round(labels.shown(side.value, difference.lever, w), digits) for side in sides}) > 1
        if apart or difference.reference.value == difference.own.value:
            break
    old, new = (w(phrases.MARKS[side.mark], value=text) for side, text in zip(sides, (old, new), strict=True))
    return old, new


def value(state: State, difference: Difference, setting: Setting) -> str:
    """What one scenario has there."""
    w = state.wording
    return w(phrases.MARKS[setting.mark], value=labels.exact(setting.value, difference.lever, w, MOST))


@dataclass(frozen=True)
class Item:
    """One thing that differs, in words."""

    name: str
    old: str
    new: str
    difference: Difference


def items(state: State, scenario: Scenario, reference: Scenario) -> list[Item]:
    """What differs, one after the other."""
    return [item(state, each) for each in differences(scenario, reference)]


def item(state: State, difference: Difference) -> Item:
    """One lever or year that differs; a lever that moves nothing is said to have no effect."""
    said = name(state, difference)
    if without_effect(state, difference):
        said = state.wording(N_("{name} (without effect)"), name=said)
    return Item(said, *pair(state, difference), difference)


def without_effect(state: State, difference: Difference) -> bool:
    """Whether it is a growth lever whose years are all set by hand."""
    return difference.year is None and labels.idle(state, difference.lever)


def baseline_name(state: State, how: str = "") -> str:
    """What the baseline on the page is called: by its source, or set by hand.

    `how` is how it was worked out, where that is to be said too.
    """
    w, found = state.wording, figure(state.scenario)
    if found is None:
        return w(N_("set by hand"))
    name = notes.short(state, found.source)
    name = w(N_("{name}, {locator}"), name=name, locator=how) if how else name
    whole = has_range_of(found, state.scenario)
    return name if whole else w(N_("{name}, its range set by hand"), name=name)


def order(state: State, found: Iterable[Difference]) -> list[str]:
    """The keys in the order of the levers, each series' years after them."""
    known = list(levers(state.pack))
    return [each.key for each in sorted(found, key=lambda each: (known.index(each.lever.key), each.year or 0))]


def told(state: State, before: Moment, after: Moment) -> str:
    """What a step changed, shortly."""
    w = state.wording
    old, new = before.work, after.work
    if old.pack != new.pack:
        return _region(state, old.pack, new.pack)
    if before.opened != after.opened:
        return w(N_("the link or file that was opened"))
    if old.kept != new.kept:
        return _kept(state, old.kept, new.kept)
    if old.scenario != new.scenario:
        there = replace(state, history=History(replace(after, language=state.language)))
        return moved(there, new.scenario, old.scenario)
    if old.reference != new.reference:
        return w(N_("reference"))
    if before.language != after.language:
        return w(N_("language"))
    return w(N_("view"))


def _region(state: State, before: Pack, after: Pack) -> str:
    """Where a step led: to another region, or to the same one planned otherwise."""
    if before.own.key == after.own.key:
        if before.base_year != after.base_year:
            return state.wording(N_("re-based on {year}"), year=after.base_year)
        if moved := set(before.rows) ^ set(after.rows):
            return state.wording.enumeration(sorted(state.wording(row.name) for row in moved))
        return state.wording(N_("outcomes that are typed"))
    return state.wording(N_("region: {name}"), name=region_name(after, state.wording))


def _kept(state: State, before: tuple[Scenario, ...], after: tuple[Scenario, ...]) -> str:
    """What was done to the saved scenarios."""
    w, old, new = state.wording, [kept.name for kept in before], [kept.name for kept in after]
    came, went = [name for name in new if name not in old], [name for name in old if name not in new]
    if len(came) == len(went) == 1 and len(old) == len(new):
        return w(N_("“{old}” → “{new}”"), old=went[0], new=came[0])
    if came:
        return w.listing([w(N_("save “{name}”"), name=name) for name in came])
    if went:
        return w.listing([w(N_("delete “{name}”"), name=name) for name in went])
    return w(N_("saved scenarios"))


def moved(state: State, scenario: Scenario, before: Scenario) -> str:
    """What moved on the way from one scenario to another, the first few by name."""
    w, found = state.wording, items(state, scenario, before)
    if not found:
        return w(N_("name"))
    return listed(state, found, NAMED)


def listed(state: State, found: Sequence[Item], most: int) -> str:
    """The first few by name, with their old and new values; the others counted."""
    w = state.wording
    said = [w(N_("{name} {was} → {own}"), name=each.name, was=each.old, own=each.new) for each in found[:most]]
    beyond = len(found) - len(said)
    return w.listing(said) + (w(N_(" and {count} more"), count=beyond) if beyond else "")
