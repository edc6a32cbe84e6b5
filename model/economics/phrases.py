"""What a lever, its values and its solution are called, in one language."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from model.economics.solve import OF_TARGET, Place, Reason, Solution
from model.language.rounding import beside, safe
from model.language.wording import Wording
from model.language.words import N_
from model.region.records import Goal
from model.region.unpublished import TYPED
from model.scenario.differences import Mark
from model.scenario.lever import Lever
from model.scenario.levers import levers
from model.scenario.scenario import Scenario

RATE, OTHER = N_("{name} {when}"), N_("{name}, {when}")
"""How a lever's name and when it applies stand together."""

EXTENDED = N_("Later growth extends a target beyond its years. {items}.")

MARKS: dict[Mark, str] = {"": N_("{value}"), "by_hand": N_("{value}, by hand"), "locked": N_("{value}, locked")}
"""How a value of one year is said that follows its lever, is set by hand, or locked so."""


def title(lever: Lever, w: Wording) -> str:
    """The lever's name, with when it applies."""
    message = RATE if lever.kind == "rate" else OTHER
    return w(message, name=w(lever.name), when=w(lever.when)) if lever.when else w(lever.name)


def name(lever: Lever, w: Wording) -> str:
    """The lever's whole name, with its unit."""
    return w(N_("{name} ({unit})"), name=title(lever, w), unit=w.unit(lever.unit)) if lever.unit else title(lever, w)


def unit(lever: Lever, w: Wording) -> str:
    """What stands behind a value of the lever."""
    return w.percent_sign if lever.unit == "%" else f" {w.unit(lever.unit)}".rstrip()


def extended(lever: Lever, w: Wording) -> str:
    """How the lever's default goes beyond the years for which it was announced; empty where it does not."""
    return w(lever.extended, year=lever.default_from[0].year) if lever.default_from and lever.extended else ""


def extended_growth(scenario: Scenario, w: Wording) -> str:
    """Which growth of the scenario extends a target beyond its years; empty where none does."""
    found: dict[str, list[str]] = {}
    for lever in levers(scenario.pack).values():
        if scenario[lever.key] == lever.default and (said := extended(lever, w)):
            names = found.setdefault(said, [])
            short = w(scenario.pack.indicator(lever.series).short)
            names += [] if short in names else [short]
    items = [w(N_("{names}: {kind}"), names=w.enumeration(names), kind=said) for said, names in found.items()]
    return w(EXTENDED, items=w.listing(items)) if items else ""


def goal(of: Goal, w: Wording) -> str:
    """The goal's name, and where it was typed that it was."""
    named = w.either(of.name_zh, of.name_en)
    return w(N_("{name}, as typed"), name=named) if of.source == TYPED else named


SOLUTIONS: dict[Place, str] = {
    "within": N_("{value} would meet the target"),
    "above": N_("{value} is needed, above the maximum of {high}"),
    "below": N_("{value} is needed, below the minimum of {low}"),
}
MET: dict[Place, str] = {
    "within": N_("already met; {value} is enough"),
    "below": N_("already met; it could fall to {value}, below the {low} allowed"),
}
REASONS: dict[Reason, str] = {
    "no_year": N_("no solution: no year up to the deadline follows this lever and is not set by hand"),
    "never": N_("no solution: at these rates the target is not reached by {high}"),
}


def solution(found: Solution, scenario: Scenario, w: Wording) -> str:
    """What a solved lever comes to, in words."""
    lever = found.lever
    high, low = (value(limit, lever, w) for limit in (lever.high, lever.low))
    if found.reason:
        return w(REASONS[found.reason], high=high)
    if lever.slot in OF_TARGET and lever.kind == "year":
        return w(N_("the first year at or above it"))
    if stands(found, scenario):
        return w(N_("exactly on target"))
    if lever.slot in OF_TARGET:
        return w(N_("reached by then on these assumptions"))
    message = MET[found.place] if found.met and found.place in MET else SOLUTIONS[found.place]
    said = needed(found, scenario, w)
    if found.value is not None and found.place in ("below", "above"):
        limit = _written(lever.low if found.place == "below" else lever.high, lever, w)
        said = _said(beside(limit, _written(found.value, lever, w), _least(found, w), _rounding(found))[1], lever, w)
    return w(message, value=said, low=low, high=high)


HELD = {
    "first": N_("all other growth, baseline"),
    "later": N_("all other growth, years set by hand, baseline"),
    "base": N_("all growth"),
    "level": N_("all growth, baseline, deadline"),
    "year": N_("all growth, baseline, level to reach"),
}


def held(lever: Lever, w: Wording) -> str:
    """What stays as it is while the lever is solved for."""
    return w(HELD[lever.slot])


SAME = 1e-9
"""Relative difference below which a lever stands at its solution."""


def stands(found: Solution, scenario: Scenario) -> bool:
    current = scenario[found.lever.key]
    return found.value is not None and abs(found.value - current) <= SAME * max(abs(current), 1.0)


def needed(found: Solution, scenario: Scenario, w: Wording) -> str:
    return both(found, scenario, w)[0]


def both(found: Solution, scenario: Scenario, w: Wording) -> tuple[str, str]:
    """A solved value, rounded to the side on which the target is met, and the lever's own beside it."""
    lever, own = found.lever, scenario[found.lever.key]
    if found.value is None:
        return "–", chosen(own, lever, w)
    if lever.kind == "year":
        return value(found.value, lever, w), value(own, lever, w)
    solved, mine = (_written(number, lever, w) for number in (found.value, own))
    if stands(found, scenario):
        return chosen(own, lever, w), chosen(own, lever, w)
    if lever.kind == "rate":
        own_said, said = w.needed(own, found.value, _rounding(found), _least(found, w))
        return said, own_said
    own_shown, needed_shown = beside(mine, solved, _least(found, w), _rounding(found))
    own_said = chosen(own, lever, w) if lever.slot in OF_TARGET else _said(own_shown, lever, w)
    return _said(needed_shown, lever, w), own_said


def _rounding(found: Solution) -> str:
    """The side on which the target is met: for a target itself, the most that is."""
    return ROUND_FLOOR if found.lever.slot in OF_TARGET else ROUND_CEILING


def _least(found: Solution, w: Wording) -> int:
    """The decimals of a solved value at least: the usual ones, or as many as show that it is not 0."""
    lever = found.lever
    assert found.value is not None, "there is a value to be said"
    # Two digits more than usual, so that a level of 548.998 is not taken for the 549.0 that it is not.
    usual = (2 if lever.kind == "rate" else w.digits(lever.unit)) + 2 * (lever.slot in OF_TARGET)
    solved = _written(found.value, lever, w)
    return next((d for d in range(usual, MOST_DECIMALS + 1) if safe(solved, d, _rounding(found))), usual)


MOST_DECIMALS = 4
"""Of a needed value that the usual ones would show as 0; what these show so too is nothing in practice."""


def chosen(number: float, lever: Lever, w: Wording) -> str:
    """A value that somebody chose, with its unit: a level with all its digits."""
    if lever.kind != "level":
        return value(number, lever, w)
    return f"{w.exactly(number, lever.unit)} {w.unit(lever.unit)}"


def _written(number: float, lever: Lever, w: Wording) -> Decimal:
    """The value in the unit that is written, rates in per cent."""
    return Decimal(repr(float(number))).scaleb(2) if lever.kind == "rate" else w.shifted(number, lever.unit)


def _said(number: Decimal, lever: Lever, w: Wording) -> str:
    return f"{w.number(number, max(0, -int(number.as_tuple().exponent)))}{unit(lever, w)}"


def value(number: float, lever: Lever, w: Wording, rounding: str = ROUND_HALF_EVEN, digits: int | None = None) -> str:
    """A value of the lever with its unit, and the usual decimals or `digits`; ROUND_CEILING gives the safe side of one
    that is needed."""
    if lever.kind == "rate":
        return w.rate(number, 2 if digits is None else digits, rounding)
    return str(int(number)) if lever.kind == "year" else w.level(number, lever.unit, rounding, digits).strip()
