"""A region as a text: `fengjie`; `fengjie@2024`, re-planned from the outcomes of 2024; and with outcomes of one's own,

    fengjie@2025~gdp@2025:440:6.2~income@2025:31000

each an indicator, a year, its level in the unit of the data, its growth in per cent where that is published and, with a
`!` behind it, in place of an official outcome. Without `@2025` they stand beside the region's own plan. A county of
one's own is a text too, see `model.county_text`.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from model import county_text
from model.indicators import BY_KEY, OBSERVED, REVENUE
from model.levers import levers
from model.pack import PACKS, Pack
from model.parts import NUMBER
from model.problem import Problem, combined
from model.rates import plain
from model.records import Typed
from model.replan import outcomes, projected, replan, written
from model.words import N_

REGION = "region"
AT, BETWEEN = "@", "~"
PIECE = re.compile(r"([a-z_]{1,30})@(\d{4}):([^:!]*)(?::([^:!]*))?(!?)", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
MOST = 12
"""Outcomes that may be typed: with them a link stays as short as messengers want it."""
WIDEST = 4
"""Times the last known level, or that part of it: what an outcome may be."""
LEAST_GROWTH, MOST_GROWTH = -50.0, 100.0
"""Of an outcome, in per cent."""

BAD_YEAR = N_(
    "names a year from which nothing can be planned (got {got}); allowed: {low} to {high}; the plan from {base} is "
    "shown"
)
NOTHING_KNOWN = N_(
    "names a year of which no outcome is known (got {got}); type one first; the plan from {base} is shown"
)
NO_OUTCOME = N_(
    "holds what is no outcome (got {got}); it is written as in gdp@{year}:440:6.2, with a ! behind it where it "
    "replaces an official one; it was left out"
)
UNKNOWN = N_("holds an outcome of an unknown indicator (got {got}); known: {allowed}; it was left out")
YEARS = N_("holds an outcome of another year (got {got}); allowed: {low} to {high}; it was left out")
LEVEL = N_("holds a level that cannot be (got {got}); allowed: {low} to {high} {unit}; it was left out")
GROWTH = N_("holds a growth rate that cannot be (got {got}); allowed: {low} to {high} %; it was left out")
NO_GROWTH = N_("holds growth where only a level is compared (got {got}); give the level alone; it was left out")
TWICE = N_("holds two outcomes of one indicator and year (got {got}); the first is used; remove one")
OFFICIAL = N_(
    "holds an outcome where there is an official one (got {got}); only one marked as a replacement is used; it was "
    "left out"
)
TOO_MANY = N_("holds too many outcomes (got {got}); {allowed} at most are used; the rest was left out")


class Regions(Mapping[str, Pack]):
    """Packs by text: those of the regions themselves, which alone are counted, and all that can be made of them."""

    def __init__(self, own: Mapping[str, Pack]) -> None:
        self._own = MappingProxyType(dict(own))
        self._made = functools.lru_cache(maxsize=PACKS)(self._make)

    def __getitem__(self, text: str) -> Pack:
        return self._made(text)

    def _make(self, text: str) -> Pack:
        found, problems = read(text, self._own)
        if found is None or problems:
            raise KeyError(text)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._own)

    def __len__(self) -> int:
        return len(self._own)


def read(text: str, packs: Mapping[str, Pack]) -> tuple[Pack | None, list[Problem]]:
    """The pack that a text says, as far as it can be used, and what of it could not; None where it is no region's."""
    if text in packs:
        return packs[text], []
    own, start, pieces, problems = _parted(text, packs)
    if own is None:
        return None, problems
    found: dict[tuple[str, int], Typed] = {}
    left_out: list[Problem] = []
    for piece in pieces:
        each = _piece(piece, own)
        problem = each if isinstance(each, Problem) else _against(each, found, own)
        if isinstance(each, Typed) and problem is None:
            found[each.indicator, each.year] = each
        left_out += [problem] if problem else []
    typed = tuple(found.values())
    year, problem = (None, None) if start is None else _year(start, own, typed)
    return made(own, year, typed), [*problems, *([problem] if problem else []), *combined(left_out)]


def _parted(text: str, packs: Mapping[str, Pack]) -> tuple[Pack | None, str | None, list[str], list[Problem]]:
    """The region itself, the year behind it, the outcomes, and what is wrong with a county of one's own."""
    if not county_text.is_own(text):
        head, *pieces = text.split(BETWEEN)
        key, mark, start = head.partition(AT)
        return packs.get(key), start if mark else None, pieces, []
    own, year, pieces = county_text.split(text)
    like = next(iter(packs.values()))
    county, problems = county_text.read(own, like)
    return county_text.made(county, like) if county else None, year, pieces, problems


def made(own: Pack, year: int | None, typed: tuple[Typed, ...]) -> Pack:
    """The region's own pack re-planned from that year, None for its own, with these outcomes."""
    if year is None and not typed:
        return own
    order = list(OBSERVED)
    typed = tuple(sorted(typed, key=lambda each: (each.year, order.index(each.indicator))))
    head = own.key if year is None else f"{own.key}{AT}{year}"
    return replan(own, BETWEEN.join((head, *map(written, typed))), year, typed)


def from_year(pack: Pack, year: int | None) -> Pack:
    """The same region, with the same outcomes, planned from that year; None is the region's own."""
    return made(pack.own, year, pack.typed)


def with_typed(pack: Pack, typed: Typed) -> tuple[Pack, list[Problem]]:
    """The pack with one more outcome, or another one in its place; itself, and why, where it cannot be one."""
    problem = fault(typed, pack.own) or _against(typed, {}, pack.own)
    others = tuple(each for each in pack.typed if (each.indicator, each.year) != (typed.indicator, typed.year))
    if problem is None and len(others) == MOST:
        problem = Problem.at(REGION, TOO_MANY, got=written(typed), allowed=MOST)
    if problem:
        return pack, [problem]
    return made(pack.own, pack.base_year if pack.replanned else None, (*others, typed)), []


def onto(own: Pack, pack: Pack) -> tuple[Pack, list[Problem]]:
    """The region's own pack with the outcomes of another one, planned from the same year; and which cannot be there."""
    problems: list[Problem] = []
    found = own
    for typed in pack.typed:
        found, left_out = with_typed(found, typed)
        problems += left_out
    again = pack.replanned and pack.base_year in known_years(own, found.typed)
    return from_year(found, pack.base_year if again else None), problems


def without_typed(pack: Pack, indicator: str, year: int) -> Pack:
    """The pack without that outcome; planned from its own base year again where nothing else is known of its year."""
    others = tuple(each for each in pack.typed if (each.indicator, each.year) != (indicator, year))
    start = pack.base_year if pack.replanned and pack.base_year in known_years(pack.own, others) else None
    return made(pack.own, start, others)


def known_years(own: Pack, typed: tuple[Typed, ...]) -> tuple[int, ...]:
    """The years from which can be planned: before the target's, with an outcome of some projected indicator."""
    years = {year for indicator, year in outcomes(own, typed) if indicator in projected(own)}
    return tuple(sorted(year for year in years if year in _starts(own)))


def comparable(own: Pack) -> tuple[str, ...]:
    """The keys of the series of which outcomes can be compared: the projected ones, and revenue where it is known."""
    return (*projected(own), *([REVENUE.key] if _last_level(REVENUE.key, own) else []))


def span(indicator: str, own: Pack) -> tuple[float, float]:
    """The lowest and the highest level that an outcome may have [its unit], so that no unit is mistaken for another."""
    last = _last_level(indicator, own) or 1.0
    return round(last / WIDEST, 6), round(last * WIDEST, 6)


def fault(typed: Typed, own: Pack) -> Problem | None:
    """What is wrong with an outcome by itself, or None."""
    low, high = own.first_year, int(levers(own)["horizon"].high)
    got = written(typed)
    if typed.indicator not in comparable(own):
        return Problem.at(REGION, UNKNOWN, got=got, allowed=", ".join(comparable(own)))
    if not low <= typed.year <= high:
        return Problem.at(REGION, YEARS, got=got, low=low, high=high)
    least, most = span(typed.indicator, own)
    if not least <= typed.level <= most:
        unit = OBSERVED[typed.indicator].unit
        return Problem.at(REGION, LEVEL, got=got, low=plain(least), high=plain(most), unit=unit)
    if typed.growth is None:
        return None
    if typed.indicator not in BY_KEY:
        return Problem.at(REGION, NO_GROWTH, got=got)
    if not LEAST_GROWTH <= typed.growth <= MOST_GROWTH:
        return Problem.at(REGION, GROWTH, got=got, low=plain(LEAST_GROWTH), high=plain(MOST_GROWTH))
    return None


def _piece(piece: str, own: Pack) -> Typed | Problem:
    """The outcome that a piece of the text says, or why it says none."""
    match = PIECE.fullmatch(piece)
    numbers = [text for text in (match[3], match[4]) if text is not None] if match else []
    if match is None or not all(NUMBER.fullmatch(number) for number in numbers):
        return Problem.at(REGION, NO_OUTCOME, got=piece, year=own.first_year + 1)
    level, *growth = (float(number) for number in numbers)
    typed = Typed(match[1], int(match[2]), level, growth[0] if growth else None, bool(match[5]))
    problem = fault(typed, own)
    # As it was typed, where what it comes to is no number that could be written.
    said = {**dict(problem.values), "got": piece} if problem else {}
    return Problem.at(REGION, problem.what, **said) if problem else typed


def _against(typed: Typed, others: Mapping[tuple[str, int], Typed], own: Pack) -> Problem | None:
    """What is wrong with an outcome beside the others and the official ones, or None."""
    if (typed.indicator, typed.year) in others:
        return Problem.at(REGION, TWICE, got=written(typed))
    if not typed.instead and (typed.indicator, typed.year) in outcomes(own, ()):
        return Problem.at(REGION, OFFICIAL, got=written(typed))
    if len(others) == MOST:
        return Problem.at(REGION, TOO_MANY, got=written(typed), allowed=MOST)
    return None


def _year(text: str, own: Pack, typed: tuple[Typed, ...]) -> tuple[int | None, Problem | None]:
    """The year from which is planned, None for the region's own, and what is wrong with the text."""
    year, starts = int(text) if YEAR.fullmatch(text) else None, _starts(own)
    if year is None or year not in starts:
        low, high = starts[0] if starts else own.base_year, starts[-1] if starts else own.base_year
        return None, Problem.at(REGION, BAD_YEAR, got=text, low=low, high=high, base=own.base_year)
    if year not in known_years(own, typed):
        return None, Problem.at(REGION, NOTHING_KNOWN, got=text, base=own.base_year)
    return year, None


def _starts(own: Pack) -> range:
    """The years from which could be planned: after the base year and before the target's."""
    return range(own.first_year, own.target.year)


def _last_level(indicator: str, own: Pack) -> float | None:
    """The latest level that the region's figures have."""
    every = (*own.shown_history(indicator), *own.baselines.values(), *own.outcomes)
    figures = [figure for figure in every if figure.indicator == indicator]
    return max(figures, key=lambda figure: figure.year).value if figures else None
