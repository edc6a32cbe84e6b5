"""One thing a user may change: what it may be set to, how its value is written and read."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from model.language import amounts
from model.language.problem import Level, Problem, shorten
from model.language.rates import percent, plain, rate
from model.language.wording import LOCALES, Wording
from model.language.words import N_
from model.region.limits import OUTSIDE
from model.region.records import Figure

Kind = Literal["rate", "level", "year", "number"]
Fault = Literal["outside", "not_whole"]
Slot = Literal["first", "later", "base", "low", "high", "level", "year"]
"""What a lever is of its series: growth in the first year or later, baseline, its range, level to reach, deadline."""


@dataclass(frozen=True)
class Lever:
    """One thing a user may change. Rates are fractions; levels are in `unit`, current prices."""

    key: str
    link_key: str
    """The key of a link that carries it; levers of one key stand there in declared order."""
    kind: Kind
    name: str
    when: str
    unit: str
    low: float
    high: float
    step: float
    span: tuple[float, float]
    """What the slider covers; a typed value may lie anywhere from low to high."""
    default: float
    default_from: tuple[Figure, str] | None = field(default=None, repr=False, compare=False)
    """The figure that gives the default, and the column it stands in; None where it is this program's own choice."""
    extended: str = field(default="", repr=False, compare=False)
    """How the default goes beyond the years of that figure, as a message on its year; empty where it does not."""
    series: str = ""
    """Whose lever it is; empty where it is of the scenario as a whole."""
    slot: Slot | Literal[""] = ""

    @property
    def by_year(self) -> bool:
        """Whether it is the growth of an indicator or of prices, single years of which can be set by hand."""
        return self.link_key == self.series and self.slot in ("first", "later")

    @property
    def source(self) -> Figure | None:
        """The figure that gives the default, of trust C where it is extended; None where no figure does."""
        if self.default_from is None or not self.extended:
            return self.default_from and self.default_from[0]
        figure, notes = self.default_from[0], {}
        for w in (Wording(language, 0) for language in LOCALES):
            note = f"note_{w.language}"
            said = w(self.extended, year=figure.year), getattr(figure, note)
            notes[note] = w.listing([*filter(None, said)])
        return figure.model_copy(update={"trust": "C", **notes})

    def allows(self, value: float) -> bool:
        """Whether the value may be set: finite, within low..high, and whole where it is a year."""
        return self.fault(value) is None

    def fault(self, value: float) -> Fault | None:
        """Why the value may not be set, or None where it may."""
        if self.kind == "year" and math.isfinite(value) and not float(value).is_integer():
            return "not_whole"
        return None if self.low <= value <= self.high else "outside"

    def written(self, value: float) -> str:
        """A value as people write it, without its unit: rates in per cent."""
        return percent(value) if self.kind == "rate" else plain(value)


NOT_WHOLE = N_("is not a whole year (got {got}); allowed: {low} to {high}; choose a year between them")
REFUSED: Mapping[Fault, str] = {"outside": OUTSIDE, "not_whole": NOT_WHOLE}


def outside(lever: Lever, got: str | float, what: str = OUTSIDE, typed: str = "") -> Problem:
    """The sentence for what the lever does not allow: a text that says no value, or a value, `typed` so by somebody."""
    given = got if isinstance(got, str) else _said(lever, got, typed=typed)
    low, high = _said(lever, lever.low), _said(lever, lever.high, named=True)
    return Problem.at(lever.link_key, what, got=given, low=low, high=high)


def _said(lever: Lever, value: float, named: bool = False, typed: str = "") -> str | Level:
    """A value as it was typed, or as people write it, with its unit or without."""
    if lever.kind == "level":
        return Level(value, lever.unit, named, shorten(typed))
    said = typed or lever.written(value)
    return f"{said} {lever.unit}".strip() if named else said


def number(text: str, lever: Lever) -> float | None:
    """The value that a text says, without a unit in that of the data; None where it is no number."""
    found = amounts.split(text, units := amounts.units_behind(lever.unit))
    if found is None:
        return None
    shift = units.get(found[1], 0)
    return rate(found[0]) if lever.kind == "rate" else float(Decimal(found[0]).scaleb(shift))
