"""The values that a sweep gives to a lever: exact decimals, worked out when they are needed, however many there are."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from model.command.given import NOT_A_NUMBER, lever, like_a_fraction, single
from model.economics.growth import by_hand
from model.economics.paths import Array
from model.language import amounts
from model.language.problem import Problem, Refused
from model.language.rates import plain
from model.language.rounding import SIGNIFICANT
from model.language.words import N_
from model.region.pack import Pack
from model.scenario.levers import REFUSED, Lever, levers, outside

MOST_ROWS = 1_000_000_000
NO_RANGE = N_("is not a lever and its values (got {got}); KEY=START:STOP:STEP or KEY=A,B,C is needed; write it so")
NO_STEP = N_("has no value from start to stop (got {got}); the step leads from one to the other; correct it")
FINE = N_("has more digits than can be told apart (got {got}); at most {allowed} are read; write fewer")
TWICE = N_("is swept twice; each lever may have one range; write its values in one")
NONE = N_("is missing; at least one lever has to move, as in --range gdp_later=5:9:0.1; give one")
NOT_REACHED = N_("its steps do not lead to {stop}; its last value is {last}")
TOO_MANY = N_("would be {got} rows; allowed: {allowed}; use a larger step or sweep fewer levers")


@dataclass(frozen=True)
class Range:
    """The values of one lever, or of one year's growth, as numbers of equal decimal parts.

    value = part / 10^places, in per cent for rates.
    """

    lever: Lever
    """Of a single year: that of the later years, with a key as in gdp@2026."""
    parts: Sequence[int]
    places: int

    def typed(self, index: np.ndarray) -> Array:
        """The values at those places of the range, as they are typed, (...)."""
        return self._values(index, self.places)

    def inside(self, index: np.ndarray) -> Array:
        """The same in the unit of the model: rates as fractions."""
        return self._values(index, self.places + (2 if self.lever.kind == "rate" else 0))

    @property
    def single(self) -> tuple[str, int] | None:
        """The series and the year, where it is a single year's growth that moves."""
        series, mark, year = self.lever.key.partition("@")
        return (series, int(year)) if mark else None

    @property
    def missed(self) -> Problem | None:
        """That its steps do not lead to the stop that was typed, and where they end; None where they do."""
        if not isinstance(self.parts, range):
            return None
        stop = self.parts.stop - (1 if self.parts.step > 0 else -1)
        if stop == self.parts[-1]:
            return None
        return Problem.at(self.lever.key, NOT_REACHED, stop=self._plain(stop), last=self._plain(self.parts[-1]))

    @property
    def like_fractions(self) -> Problem | None:
        """That its values look like fractions where per cent are typed; None where they do not."""
        ends = (self.parts[0], self.parts[-1]) if isinstance(self.parts, range) else self.parts
        return like_a_fraction(self.lever.key, self._plain(max(ends, key=abs)), self.lever)

    def _plain(self, part: int) -> str:
        """One of its values as it is typed."""
        return plain(Decimal(part).scaleb(-self.places))

    def _values(self, index: np.ndarray, places: int) -> Array:
        if isinstance(self.parts, range):
            parts = self.parts.start + index * self.parts.step
        else:
            parts = np.asarray(self.parts)[index]
        return np.asarray(parts / 10.0**places)  # both exact, so the quotient is the nearest there is to the decimal


def read(typed: Sequence[str], pack: Pack) -> tuple[Range, ...]:
    """The ranges that were typed. Raises `Refused` with every fault, and where there are too many rows."""
    problems: list[Problem] = []
    found = [one for each in typed if (one := _range(amounts.folded(each), pack, problems))]
    keys = [one.lever.key for one in found]
    problems += [Problem.at(key, TWICE) for key in dict.fromkeys(keys) if keys.count(key) > 1]
    if not typed:
        problems.append(Problem.at("--range", NONE))
    if (rows := math.prod(len(one.parts) for one in found)) > MOST_ROWS:
        problems.append(Problem.at("--range", TOO_MANY, got=f"{rows:,}", allowed=f"{MOST_ROWS:,}"))
    if problems:
        raise Refused(problems)
    return tuple(found)


def _range(typed: str, pack: Pack, problems: list[Problem]) -> Range | None:
    key, mark, text = (part.strip() for part in typed.partition("="))
    pieces = [piece.strip() for piece in text.split(":" if ":" in text else ",")]
    if not (key and mark and text) or (":" in text and len(pieces) != 3):
        problems.append(Problem.at("--range", NO_RANGE, got=typed))
        return None
    if (known := _moved(key, pack, problems)) is None:
        return None
    units = amounts.SHIFTS[known.unit]
    said = [amounts.split(piece, units) for piece in pieces]
    if bad := [piece for piece, found in zip(pieces, said, strict=True) if found is None]:
        problems += [replace(outside(known, piece, NOT_A_NUMBER), where=key) for piece in bad]
        return None
    numbers = [Decimal(found[0]).scaleb(units.get(found[1], 0)) for found in said if found]
    places = max(0, *(-int(number.normalize().as_tuple().exponent) for number in numbers))
    if max(places, *(number.adjusted() + places for number in numbers)) >= SIGNIFICANT:
        problems.append(Problem.at(key, FINE, got=text, allowed=SIGNIFICANT))
        return None
    parts: Sequence[int] = tuple(dict.fromkeys(int(number.scaleb(places)) for number in numbers))
    if ":" in text:
        start, stop, step = (int(number.scaleb(places)) for number in numbers)
        parts = range(start, stop + (1 if step > 0 else -1), step) if step else ()
        if not parts:
            problems.append(Problem.at(key, NO_STEP, got=text))
            return None
    found = Range(known, parts, places)
    faults = _faults(found)
    problems += faults
    return None if faults else found


def _moved(key: str, pack: Pack, problems: list[Problem]) -> Lever | None:
    """The lever that moves, or that of one year's growth; None, and a fault, where there is none."""
    if "@" not in key:
        return lever(key, pack, problems)
    if (found := single(key, pack, problems)) is None:
        return None
    series, year = found
    return replace(levers(pack)[f"{series}_later"], key=by_hand(series, year))


def _faults(found: Range) -> list[Problem]:
    """What the lever does not allow: of a range in steps it is enough to look at its ends and its second value."""
    own, count = found.lever, len(found.parts)
    looked_at = sorted({0, min(1, count - 1), count - 1}) if isinstance(found.parts, range) else range(count)
    index = np.array(looked_at)
    faults = []
    for typed, value in zip(found.typed(index).tolist(), found.inside(index).tolist(), strict=True):
        if fault := own.fault(value):
            faults.append(replace(outside(own, f"{typed:g}", REFUSED[fault]), where=own.key))
    return faults
