"""A region with outcomes that were typed, and re-based on a year of which some outcome is known."""

import math
from collections.abc import Collection, Iterable

from model.language.problem import Problem
from model.language.words import N_
from model.progress.outcome_limits import fault, where
from model.progress.rebase import projected, rebase
from model.region.indicators import OBSERVED
from model.region.key import BASE, REGION
from model.region.outcomes import outcomes
from model.region.pack import Pack
from model.region.typed_outcomes import Outcome

MOST = 40
"""Outcomes that may be typed: with the longest keys and four kept scenarios a link stays as messengers want it."""

BAD_YEAR = N_(
    "is a year from which nothing can be planned (got {got}); allowed: {low} to {high}; correct it, or use the plan "
    "from {base}"
)
NOTHING_KNOWN = N_("is a year of which no outcome is known (got {got}); type one first, or use the plan from {base}")
TWICE = N_("holds two outcomes of one indicator and year (got {got}); the first is used; remove one")
OFFICIAL = N_(
    "holds an outcome where there is an official one (got {got}); only one marked as a replacement is used; it was "
    "left out"
)
TOO_MANY = N_("holds too many outcomes (got {got}); {allowed} at most are used; the rest was left out")


def derived_region(own: Pack, year: int | None, given: Iterable[Outcome]) -> Pack:
    """The region's own pack re-based on that year, None for its own, with these outcomes."""
    order = [*OBSERVED, *own.statements]

    def place(each: Outcome) -> tuple[float, int]:
        """Series by year, then rows as they stand in the report."""
        return each.year if each.indicator in OBSERVED else math.inf, order.index(each.indicator)

    typed = tuple(sorted(given, key=place))
    return own if year is None and not typed else rebase(own, year, typed)


def from_year(pack: Pack, year: int | None) -> Pack:
    """The same region, with the same outcomes, planned from that year; None is the region's own."""
    return derived_region(pack.own, year, pack.typed_outcomes)


def with_outcomes(own: Pack, year: int | None, given: Iterable[Outcome]) -> tuple[Pack, list[Problem]]:
    """The region's own pack, as far as the outcomes and the year can be used, and what of them could not."""
    found: dict[tuple[str, int], Outcome] = {}
    problems = []
    for each in given:
        if problem := fault(each, own) or _against(each, found, own):
            problems.append(problem)
        else:
            found[each.indicator, each.year] = each
    known = known_years(own, found.values())
    if year is None or year in known:
        return derived_region(own, year, found.values()), problems
    low, high = (starts(own)[0], starts(own)[-1]) if starts(own) else (own.base_year, own.base_year)
    what = NOTHING_KNOWN if year in starts(own) else BAD_YEAR
    problem = Problem.at(BASE, what, got=year, low=low, high=high, base=own.base_year)
    return derived_region(own, None, found.values()), [*problems, problem]


def with_typed(pack: Pack, outcome: Outcome) -> tuple[Pack, list[Problem]]:
    """The pack with one more outcome, or another one in its place; itself, and why, where it cannot be one."""
    others = _others(pack, outcome.indicator, outcome.year)
    after, problems = with_outcomes(pack.own, pack.key.base_year, (*others, outcome))
    return (pack, problems) if problems else (after, [])


def without_typed(pack: Pack, indicator: str, year: int) -> Pack:
    """The pack without that outcome; planned from its own base year again where nothing else is known of its year."""
    return with_outcomes(pack.own, pack.key.base_year, _others(pack, indicator, year))[0]


def _others(pack: Pack, indicator: str, year: int) -> tuple[Outcome, ...]:
    """All outcomes that were typed but that one."""
    return tuple(each for each in pack.typed_outcomes if (each.indicator, each.year) != (indicator, year))


def known_years(own: Pack, typed: Iterable[Outcome]) -> tuple[int, ...]:
    """The years from which can be planned: before the target's, with an outcome of some projected indicator."""
    years = {year for indicator, year in outcomes(own, typed) if indicator in projected(own)}
    return tuple(sorted(year for year in years if year in starts(own)))


def _against(outcome: Outcome, others: Collection[tuple[str, int]], own: Pack) -> Problem | None:
    """What is wrong with an outcome beside the others and the official ones, or None."""
    place, key = (outcome.indicator, outcome.year), where(outcome)
    if place in others:
        return Problem.at(key, TWICE, got=outcome)
    if not outcome.instead and place in outcomes(own, ()):
        return Problem.at(key, OFFICIAL, got=outcome)
    return Problem.at(REGION, TOO_MANY, got=outcome, allowed=MOST) if len(others) == MOST else None


def starts(own: Pack) -> range:
    """The years from which could be planned: after the base year and before the target's."""
    return range(own.first_year, own.target.year)
