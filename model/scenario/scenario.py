"""A region and a complete set of its levers' values, frozen: everything needed to reproduce a result."""

import functools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from model.language.names import clean_name, clean_note
from model.language.problem import Problem, Refused
from model.language.words import N_
from model.region.indicators import GDP
from model.region.pack import CACHED_PACKS, Pack
from model.scenario.lever import REFUSED, Lever, Slot, outside
from model.scenario.levers import lever_key, levers, series_of

Override = tuple[str, int, float]
Lock = tuple[str, int]


@dataclass(frozen=True)
class Scenario:
    """All lever values of a region, single years set by hand, a name and a note. Equal scenarios give equal results."""

    pack: Pack
    """The region's figures, from which the levers start."""
    values: tuple[tuple[str, float], ...]
    overrides: tuple[Override, ...] = ()
    """(series, year, rate [fraction]), sorted: a year in which the rate differs from the lever's."""
    name: str = ""
    locks: tuple[Lock, ...] = ()
    """(series, year), sorted: years set by hand that nothing changes but a hand; see `economics.years`."""
    note: str = ""
    """Why these assumptions, or who decided on them."""

    @property
    def region(self) -> str:
        return self.pack.key.region

    @functools.cached_property
    def _by_key(self) -> dict[str, float]:
        return dict(self.values)

    def __getitem__(self, lever: str) -> float:
        return self._by_key[lever]

    def rate(self, series: str, slot: Slot) -> float:
        """What the series' first or later growth lever says [fraction a year]."""
        return self[lever_key(series, slot)]

    def base(self, indicator: str) -> float:
        """An indicator's baseline [its unit]."""
        return self[lever_key(indicator, "base")]

    @property
    def target_year(self) -> int:
        return int(self["target_year"])

    def target(self, indicator: str) -> tuple[float, int]:
        """The level an indicator is to reach [its unit, current prices], and by the end of which year."""
        level, year = target_levers(indicator)
        return self[level], int(self[year])

    @property
    def last_year(self) -> int:
        """The last year projected: the horizon, or a deadline where that is later."""
        return max(int(self["horizon"]), *(self.target(indicator.key)[1] for indicator in self.pack.indicators))

    def rates_by_hand(self, series: str) -> dict[int, float]:
        """The series' single-year overrides, by year [fraction]."""
        return {year: rate for key, year, rate in self.overrides if key == series}

    def locked(self, series: str) -> tuple[int, ...]:
        return tuple(year for key, year in self.locks if key == series)

    @property
    def plausible(self) -> tuple[float, float]:
        """Between which levels GDP's baseline plausibly lies [its unit], wherever it was set; else itself twice."""
        low, high = sorted(self._ends(GDP.key))
        return low, high

    def range_of(self, indicator: str) -> tuple[float, float, float]:
        """An indicator's baseline low, central, high [its unit].

        A central value outside the range widens it; without a known range all three are the baseline itself.
        """
        central, ends = self.base(indicator), self._ends(indicator)
        return min(central, *ends), central, max(central, *ends)

    def _ends(self, indicator: str) -> tuple[float, float]:
        """The ends of a baseline's range; the baseline itself where none is known."""
        low, high = lever_key(indicator, "low"), lever_key(indicator, "high")
        return self._by_key.get(low, self.base(indicator)), self._by_key.get(high, self.base(indicator))

    def set(self, **values: float) -> "Scenario":
        """The scenario with those levers changed. Raises `Refused` where a lever does not allow its value."""
        return build(self.pack, {**self._by_key, **values}, self.overrides, self.name, self.locks, self.note)

    def by_hand(self, series: str, year: int, rate: float | None) -> "Scenario":
        """The scenario with one year of a series set by hand, or given back to its lever (None)."""
        rates = {**self.rates_by_hand(series), year: rate}
        kept = {y: r for y, r in rates.items() if r is not None}
        return self.with_years(series, kept, self.locked(series))

    def with_years(self, series: str, rates: Mapping[int, float], locked: Iterable[int]) -> "Scenario":
        """The scenario with exactly these years of a series set by hand, those among them that are named locked."""
        overrides = [o for o in self.overrides if o[0] != series] + [(series, *each) for each in rates.items()]
        locks = [lock for lock in self.locks if lock[0] != series] + [(series, y) for y in locked if y in rates]
        return build(self.pack, self._by_key, overrides, self.name, locks, self.note)

    @property
    def only_locked(self) -> "Scenario":
        """The scenario without the years set by hand that are not locked."""
        return replace(self, overrides=tuple(o for o in self.overrides if o[:2] in self.locks))

    def rename(self, name: str) -> "Scenario":
        """The same scenario under another name, made printable and short."""
        return replace(self, name=clean_name(name))

    def annotate(self, note: str) -> "Scenario":
        """The same scenario with another note, made printable and short."""
        return replace(self, note=clean_note(note))


def target_levers(indicator: str) -> tuple[str, str]:
    """The keys of the levers of the level to reach and of its deadline."""
    return lever_key(indicator, "level"), lever_key(indicator, "year")


@functools.lru_cache(maxsize=CACHED_PACKS)
def plan(pack: Pack) -> Scenario:
    """The scenario the page opens with: every lever at its default, the reference others are compared with."""
    return Scenario(pack, tuple((key, lever.default) for key, lever in levers(pack).items()))


def build(
    pack: Pack,
    values: Mapping[str, float],
    overrides: Iterable[Override] = (),
    name: str = "",
    locks: Iterable[Lock] = (),
    note: str = "",
) -> Scenario:
    """A scenario from a value for every lever. Raises `Refused` with every problem found."""
    known = levers(pack)
    problems = [Problem.at(key, MISSING) for key in known if key not in values]
    problems += [Problem.at(key, UNKNOWN, allowed=", ".join(known)) for key in values if key not in known]
    problems += [
        outside(known[key], value, REFUSED[fault])
        for key, value in values.items()
        if key in known and (fault := known[key].fault(value))
    ]
    overrides, locks = tuple(overrides), tuple(locks)
    problems += [p for override in overrides if (p := override_problem(pack, *override))]
    times = Counter(override[:2] for override in overrides)
    problems += [Problem.at(series, TWICE, got=year) for (series, year), count in times.items() if count > 1]
    problems += [Problem.at(series, NOT_BY_HAND, got=year) for series, year in locks if (series, year) not in times]
    if problems:
        raise Refused(problems)
    return Scenario(
        pack=pack,
        values=tuple((key, float(values[key]) + 0.0) for key in known),  # + 0.0 turns -0.0 into 0.0
        overrides=tuple(sorted((series, int(year), float(rate) + 0.0) for series, year, rate in overrides)),
        name=clean_name(name),
        locks=tuple(sorted((series, int(year)) for series, year in set(locks))),
        note=clean_note(note),
    )


MISSING = N_("is missing; every lever needs a value; give one")
UNKNOWN = N_("is not a lever; levers: {allowed}; correct the name")
TWICE = N_("sets a year twice (got {got}); each year may be set once; remove one")
NOT_BY_HAND = N_("locks a year that is not set by hand (got {got}); only such a year can be locked; set it")
YEARS = N_("sets a year that is not projected (got {got}); allowed: {low} to {high}; choose a year between them")


def override_problem(pack: Pack, series: str, year: int, rate: float, typed: str = "") -> Problem | None:
    """What is wrong with a single-year override, or None; it is quoted as `typed`, or as links write it."""
    if series not in series_of(pack):
        return Problem.at(series, UNKNOWN, allowed=", ".join(series_of(pack)))
    last = int(levers(pack)["horizon"].high)
    if year not in range(pack.first_year, last + 1):
        return Problem.at(series, YEARS, got=year, low=pack.first_year, high=last)
    lever = levers(pack)[lever_key(series, "later")]
    return None if lever.allows(rate) else outside(lever, typed or f"{year}:{lever.written(rate)}")


def lever_at(key: str, pack: Pack) -> tuple[Lever, int | None]:
    """The lever of a key; of one year's growth, as in gdp@2026, that of the later years, and the year.

    Raises `Refused` where there is none.
    """
    known, (series, _, year) = levers(pack), key.partition("@")
    if year.isdecimal():
        if problem := override_problem(pack, series, int(year), 0.0):
            raise Refused([replace(problem, where=key)])
        return known[lever_key(series, "later")], int(year)
    if key not in known:
        raise Refused([Problem.at(key, UNKNOWN, allowed=", ".join(known))])
    return known[key], None
