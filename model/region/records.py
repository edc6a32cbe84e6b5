"""What a pack is made of: published figures, each with unit, price basis, trust, source and locator, and other records.

The keys are those of rows that are asked for by name.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, FiniteFloat, StrictBool, StringConstraints

from model.language.units import UNITS
from model.region.indicators import BY_KEY, DEFLATOR, Basis


def _as_people_write(cell: object) -> object:
    """The cell, refused where only a programmer reads it as a number: 27_813."""
    if isinstance(cell, str) and "_" in cell:
        raise ValueError
    return cell


def _or_absent(cell: object) -> object:
    return None if cell == "" else cell


Year = Annotated[int, BeforeValidator(_as_people_write)]
Number = Annotated[FiniteFloat, BeforeValidator(_as_people_write)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Trust = Literal["A", "B", "C", "D"]
if TYPE_CHECKING:  # no type checker knows the rows of a table
    UnitName = str
else:
    UnitName = Literal[tuple(UNITS)]
MUNICIPALITY_GDP = "municipality_gdp"
MUNICIPALITY_DEFLATOR = "municipality_deflator"
MUNICIPALITY_TARGET = "municipality_target"
OWN_TARGET = "gdp_target"
OWN_DEFLATOR = DEFLATOR
"""The keys, in growth.csv, of what is known of the municipality above the region, and of the region's own targets and
deflator, beside its growth."""
COUNTED = "indicators"
"""The English unit of what counts a plan's own indicators."""


def plan_key(indicator: str) -> str:
    """The key, in targets.csv, of an indicator's growth target for the plan year."""
    return f"plan_{indicator}"


PLAN = {indicator: plan_key(indicator) for indicator in BY_KEY}
FIVE_YEAR_PLAN = "five_year_gdp"
PLAN_REVENUE = "plan_revenue"
ERROR, PERSISTENCE = "error", "persistence"
CALIBRATION = (ERROR, PERSISTENCE, "mean_miss", "at_or_above", "lowest_miss", "highest_miss")
"""The figures of calibration.csv: what past outcomes say about how far growth lands from its target."""


class Record(BaseModel):
    """Base of everything read from a file: frozen, and nothing undeclared is let in."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    IDENTITY: ClassVar[tuple[str, ...]] = ("indicator", "year")
    """The columns that tell a row of a table from the others."""


class Figure(Record):
    """One published or derived number. Growth rates are in per cent, as published."""

    indicator: Text
    year: Year
    value: Number
    unit: UnitName
    price_basis: Basis
    trust: Trust
    source: Text
    locator: Text
    note_zh: str
    note_en: str


class Baseline(Figure):
    """An indicator's level in the base year, with the range it may lie in where that is known."""

    low: Annotated[Number | None, BeforeValidator(_or_absent)]
    high: Annotated[Number | None, BeforeValidator(_or_absent)]


class Calibration(Figure):
    """A figure on how far growth has landed from its announced target: from how many observations."""

    observations: Annotated[Year | None, BeforeValidator(_or_absent)]


class Goal(Figure):
    """A figure that was announced for a later year: a growth rate, or a level and its deadline."""

    IDENTITY = ("key",)
    key: Text
    kind: Literal["growth", "level"]
    name_zh: Text
    name_en: Text


Amount = Annotated[Number | None, BeforeValidator(_or_absent)]
Sign = Literal["", "~", ">=", "<="]
"""How a printed figure is bounded: exactly, about, at least, at most."""


class Statement(Record):
    """What a plan report says of one thing in figures: the base year's result, what is aimed at, or both.

    Growth is in per cent; a level has the unit named in Chinese.
    """

    IDENTITY = ("key",)
    key: Text
    theme: Text
    name_zh: Text
    name_en: Text
    unit_zh: Text
    unit_en: Text
    status: Literal["binding", "expected", ""]
    direction: Literal["more", "less", "keep", ""]
    """Which way the plan wants it to go; empty where none is aimed at."""
    result: Amount
    result_sign: Sign
    result_growth: Amount
    target: Amount
    target_sign: Sign
    target_growth: Amount
    target_year: Annotated[Year | None, BeforeValidator(_or_absent)]
    comparable: Literal["yes", "no", ""]
    """Whether result and target count the same; empty where there are not both."""
    price_basis: Literal[Basis, ""]
    doubt: Literal["inconsistent", "ambiguous", "scope", ""]
    """What the note is about, where the text leaves something open."""
    source: Text
    locator: Text
    note_zh: str
    note_en: str

    @property
    def counts_plan(self) -> bool:
        """Whether it counts the plan's own indicators, and is none of them: nothing is aimed at by such a count."""
        return self.unit_en == COUNTED

    @property
    def has_result(self) -> bool:
        return self.result is not None or self.result_growth is not None

    @property
    def has_target(self) -> bool:
        return self.target is not None or self.target_growth is not None


class Met(Record):
    """How many of the plan's indicators of one status were met, as a later report counts them."""

    indicator: Text
    """The row of the plan report that says how many there are."""
    year: Year
    value: Number
    source: Text
    locator: Text
    note_zh: str
    note_en: str


class Assessment(Record):
    """What a later report says of one indicator of the plan: whether it was met, without its outcome."""

    IDENTITY = ("name_en", "year")
    row: str
    """The row of the plan report that sets its target; empty where that report's text names none."""
    name_zh: Text
    name_en: Text
    year: Year
    met: Literal["yes", "no"]
    source: Text
    locator: Text
    note_zh: str
    note_en: str


class Tally(Record):
    """How figures of a report should come together: `a + b` is the total, or `a / b` is it in per cent."""

    total: Text
    column: Literal["result", "target"]
    formula: Text


class Source(Record):
    """Where numbers come from."""

    title_zh: Text
    title_en: Text
    short_zh: str = ""
    short_en: str = ""
    publisher_zh: Text
    publisher_en: Text
    published: Text
    url: str = ""
    licence_zh: Text
    licence_en: Text
    trust: Trust
    locator_zh: Text
    locator_en: Text


class Region(Record):
    """What `region.toml` says: names, the year levels start from, the goal the page opens with, what it is."""

    name_zh: Text
    name_en: Text
    formal_zh: str = ""
    formal_en: str = ""
    """With what it belongs to, as documents call it; empty where that is the name."""
    baseline_zh: str = ""
    baseline_en: str = ""
    """How GDP's baseline was derived and what is known of it; empty where nothing is to be said."""
    base_year: Year
    target: Text
    first: StrictBool = False
    """Whether it is the region that opens where none is named."""
    kind: Literal["county", "municipality"] = "county"
    """A municipality is itself one of the provincial units, on which the error of growth is measured."""
    breaks: Mapping[str, tuple[Year, ...]] = {}
    """The years in which an indicator's definition changed: levels before and after do not compare."""
