"""A region as a text: `fengjie`; `fengjie@2024`, re-based on the outcomes of 2024; and with outcomes of one's own,

    fengjie@2025~gdp@2025:440:6.2~income@2025:31000

each an indicator, a year, its level in the unit of the data, its growth in per cent where that is published and, with a
`!` behind it, in place of an official outcome. Without `@2025` they stand beside the region's own plan. What is no such
indicator may be a row of the plan report with a target,

    fengjie~tourist_visits@2024:3650~industry_va_above_scale@2024::7.4

by its level in the unit of the data or, where the target is growth, by its growth. A county of one's own is a text too,
see `region.county_text`.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from model.language import amounts
from model.language.problem import Problem, Refused, combined
from model.language.words import N_
from model.progress.outcome_limits import KEY, REGION, comparable, fault
from model.progress.replan import projected, replan, written
from model.region import county_text
from model.region.indicators import OBSERVED
from model.region.loader import packs
from model.region.naming_checks import OWN, official_name
from model.region.outcomes import outcomes
from model.region.pack import Pack
from model.region.typed_outcomes import Outcome, Reached, Typed, of_rows, of_series

AT, BETWEEN = "@", "~"
PIECE = re.compile(rf"({KEY.pattern})@(\d{{4}}):([^:!]*)(?::([^:!]*))?(!?)", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
MOST = 40
"""Outcomes that may be typed: with the longest keys and four kept scenarios a link stays as messengers want it."""
READ = 3 * MOST
"""Of these, good or bad, as many are read of a text."""

NO_REGION = N_("is not known here (got {got}); allowed: {allowed}, and what can be made of them; choose one")
BAD_YEAR = N_(
    "names a year from which nothing can be planned (got {got}); allowed: {low} to {high}; correct it, or use the plan "
    "from {base}"
)
NOTHING_KNOWN = N_("names a year of which no outcome is known (got {got}); type one first, or use the plan from {base}")
NO_OUTCOME = N_(
    "holds what is no outcome (got {got}); it is written as in gdp@{year}:440:6.2, with a ! behind it where it "
    "replaces an official one; it was left out"
)
TWICE = N_("holds two outcomes of one indicator and year (got {got}); the first is used; remove one")
OFFICIAL = N_(
    "holds an outcome where there is an official one (got {got}); only one marked as a replacement is used; it was "
    "left out"
)
TOO_MANY = N_("holds too many outcomes (got {got}); {allowed} at most are used; the rest was left out")

NOT_SO_CALLED = N_(
    "gives a county of one's own the name of a region of the data (got {got}); the figures are not that region's, and "
    "the county is shown without the name; give it another"
)


def read(text: str, packs: Mapping[str, Pack]) -> tuple[Pack | None, list[Problem]]:
    """The pack that a text says, as far as it can be used, and what of it could not; None where it is no region's."""
    if text in packs:
        return packs[text], []
    head, start, pieces = split(text)
    own, problems = _own(head, packs)
    if own is None:
        return None, problems
    found: dict[tuple[str, int], Outcome] = {}
    left_out: list[Problem] = []
    for piece in pieces[:READ]:
        each = _piece(piece, own)
        problem = each if isinstance(each, Problem) else _against(each, found, own)
        if not isinstance(each, Problem) and problem is None:
            found[each.indicator, each.year] = each
        left_out += [problem] if problem else []
    left_out += [Problem.at(REGION, TOO_MANY, got=piece, allowed=MOST) for piece in pieces[READ : READ + 1]]
    given = tuple(found.values())
    year, problem = (None, None) if start is None else _year(start, own, given)
    return made(own, year, given), [*problems, *([problem] if problem else []), *combined(left_out)]


def find_region(text: str) -> Pack:
    """The region that a text says. Raises `Refused` with all that is wrong with it."""
    found, problems = read(text, packs())
    if found is None or problems:
        raise Refused(problems or [Problem.at(REGION, NO_REGION, got=text, allowed=", ".join(packs()))])
    return found


def split(text: str) -> tuple[str, str | None, list[str]]:
    """The text of the region itself, the year on which it is re-based, if any, and the outcomes behind it."""
    if county_text.is_own(text):
        return county_text.split(text)
    head, *pieces = text.split(BETWEEN)
    key, mark, start = head.partition(AT)
    return key, start if mark else None, pieces


def _own(text: str, packs: Mapping[str, Pack]) -> tuple[Pack | None, list[Problem]]:
    """The region itself, and what is wrong with a county of one's own."""
    if text.partition(BETWEEN)[0] != OWN:
        return packs.get(text), []
    like = next(iter(packs.values()))
    county, problems = county_text.read(text, like)
    if county and (taken := official_name(REGION, county.name, packs.values(), NOT_SO_CALLED)):
        county, problems = replace(county, name=""), [*problems, *taken]
    return county_text.made(county, like) if county else None, problems


def made(own: Pack, year: int | None, given: tuple[Outcome, ...]) -> Pack:
    """The region's own pack re-based on that year, None for its own, with these outcomes."""
    if year is None and not given:
        return own
    series, rows = list(OBSERVED), list(own.statements)
    typed = sorted(of_series(given), key=lambda each: (each.year, series.index(each.indicator)))
    reached = sorted(of_rows(given), key=lambda each: rows.index(each.indicator))
    head = own.key if year is None else f"{own.key}{AT}{year}"
    every: tuple[Outcome, ...] = (*typed, *reached)
    return replan(own, BETWEEN.join((head, *(written(each) for each in every))), year, every)


def from_year(pack: Pack, year: int | None) -> Pack:
    """The same region, with the same outcomes, planned from that year; None is the region's own."""
    return made(pack.own, year, pack.given)


def with_typed(pack: Pack, outcome: Outcome) -> tuple[Pack, list[Problem]]:
    """The pack with one more outcome, or another one in its place; itself, and why, where it cannot be one."""
    problem = fault(outcome, pack.own) or _against(outcome, {}, pack.own)
    others = _others(pack, outcome.indicator, outcome.year)
    if problem is None and len(others) == MOST:
        problem = Problem.at(REGION, TOO_MANY, got=written(outcome), allowed=MOST)
    if problem:
        return pack, [problem]
    return made(pack.own, pack.base_year if pack.replanned else None, (*others, outcome)), []


def onto(own: Pack, pack: Pack) -> tuple[Pack, list[Problem]]:
    """The region's own pack with the outcomes of another one, planned from the same year; and which cannot be there."""
    problems: list[Problem] = []
    found = own
    for outcome in pack.given:
        found, left_out = with_typed(found, outcome)
        problems += left_out
    again = pack.replanned and pack.base_year in known_years(own, found.typed)
    return from_year(found, pack.base_year if again else None), problems


def without_typed(pack: Pack, indicator: str, year: int) -> Pack:
    """The pack without that outcome; planned from its own base year again where nothing else is known of its year."""
    others = _others(pack, indicator, year)
    known = known_years(pack.own, of_series(others))
    return made(pack.own, pack.base_year if pack.replanned and pack.base_year in known else None, others)


def _others(pack: Pack, indicator: str, year: int) -> tuple[Outcome, ...]:
    """All outcomes that were typed but that one."""
    return tuple(each for each in pack.given if (each.indicator, each.year) != (indicator, year))


def known_years(own: Pack, typed: tuple[Typed, ...]) -> tuple[int, ...]:
    """The years from which can be planned: before the target's, with an outcome of some projected indicator."""
    years = {year for indicator, year in outcomes(own, typed) if indicator in projected(own)}
    return tuple(sorted(year for year in years if year in starts(own)))


def _piece(piece: str, own: Pack) -> Outcome | Problem:
    """The outcome that a piece of the text says, or why it says none."""
    match = PIECE.fullmatch(piece)
    outcome = _outcome(match, own) if match else None
    if outcome is None:
        return Problem.at(REGION, NO_OUTCOME, got=piece, year=own.first_year + 1)
    problem = fault(outcome, own)
    # As it was typed, where what it comes to is no number that could be written.
    said = {**dict(problem.values), "got": piece} if problem else {}
    return Problem.at(REGION, problem.what, **said) if problem else outcome


def _outcome(match: re.Match[str], own: Pack) -> Outcome | None:
    """The outcome with the numbers that a piece has; None where they are none. That of a row may have no level."""
    key, year, level, growth, instead = match.groups()
    of_row = key in own.statements and key not in comparable(own)
    absent = of_row and not level and growth is not None
    said = [None if text is None else amounts.split(text) for text in (None if absent else level, growth)]
    missing = sum(found is None for found in said) - (absent + (growth is None))
    if missing or (of_row and instead):
        return None
    value, rate = (float(found[0]) if found else None for found in said)
    if of_row:
        return Reached(key, int(year), value, rate)
    return Typed(key, int(year), value or 0.0, rate, bool(instead))


def _against(outcome: Outcome, others: Mapping[tuple[str, int], Outcome], own: Pack) -> Problem | None:
    """What is wrong with an outcome beside the others and the official ones, or None."""
    where = outcome.indicator, outcome.year
    if where in others:
        return Problem.at(REGION, TWICE, got=written(outcome))
    if isinstance(outcome, Typed) and not outcome.instead and where in outcomes(own, ()):
        return Problem.at(REGION, OFFICIAL, got=written(outcome))
    if len(others) == MOST:
        return Problem.at(REGION, TOO_MANY, got=written(outcome), allowed=MOST)
    return None


def _year(text: str, own: Pack, given: tuple[Outcome, ...]) -> tuple[int | None, Problem | None]:
    """The year from which is planned, None for the region's own, and what is wrong with the text."""
    year, usual = int(text) if YEAR.fullmatch(text) else None, starts(own)
    if year is None or year not in usual:
        low, high = usual[0] if usual else own.base_year, usual[-1] if usual else own.base_year
        return None, Problem.at(REGION, BAD_YEAR, got=text, low=low, high=high, base=own.base_year)
    if year not in known_years(own, of_series(given)):
        return None, Problem.at(REGION, NOTHING_KNOWN, got=text, base=own.base_year)
    return year, None


def starts(own: Pack) -> range:
    """The years from which could be planned: after the base year and before the target's."""
    return range(own.first_year, own.target.year)
