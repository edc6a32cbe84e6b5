"""A county of one's own: its fields, each declared once, from which link and form derive; and the pack they make."""

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from model.language import units
from model.language.problem import Level, Problem
from model.language.rates import percent, plain, rate
from model.language.units import YEAR, Limits
from model.language.wording import LOCALES, Wording
from model.language.words import N_
from model.region import limits
from model.region.indicators import BY_KEY, GDP, INDICATORS, Indicator
from model.region.key import BASE_YEAR, OWN, County, RegionKey
from model.region.limits import HIGHEST, HORIZON, LOWEST, YEARS
from model.region.pack import CACHED_PACKS, Pack
from model.region.records import FIVE_YEAR_PLAN, PLAN, Baseline, Goal, Region
from model.region.unpublished import TYPED, in_both, typed_figure, typed_source

TARGET, TARGET_YEAR = "target", "target_year"
NAMELESS = N_("My own county")
Kind = Literal["year", "level", "rate"]
DIGITS = 3
"""Significant digits of a target that nobody gave."""


@dataclass(frozen=True)
class Field:
    """One number of a county: growth in per cent, levels in `unit`."""

    key: str
    name: str
    kind: Kind
    unit: str
    series: str = ""
    """The indicator it is of, or the target; empty for the base year."""


LEVEL = N_("{series} in the base year")
GDP_FIELDS = (
    Field("gdp", LEVEL, "level", GDP.unit, GDP.key),
    Field("gdp_low", N_("{series}, low estimate"), "level", GDP.unit, GDP.key),
    Field("gdp_high", N_("{series}, high estimate"), "level", GDP.unit, GDP.key),
    Field("gdp_first", N_("Real growth in the year after, %"), "rate", "%", GDP.key),
    Field("gdp_later", N_("Real growth in later years, %"), "rate", "%", GDP.key),
)
FIELDS = (
    Field(BASE_YEAR, N_("Base year"), "year", YEAR),
    *GDP_FIELDS,
    *(
        field
        for indicator in INDICATORS
        if indicator is not GDP
        for field in (
            Field(indicator.key, LEVEL, "level", indicator.unit, indicator.key),
            Field(f"{indicator.key}_first", N_("{series}: nominal growth a year, %"), "rate", "%", indicator.key),
        )
    ),
    Field(TARGET, N_("GDP to reach"), "level", GDP.unit, TARGET),
    Field(TARGET_YEAR, N_("By the end of"), "year", YEAR, TARGET),
)
BY_FIELD = {field.key: field for field in FIELDS}
NEEDED = (BASE_YEAR, "gdp", "gdp_first", TARGET, TARGET_YEAR)
TOGETHER = (("gdp_low", "gdp_high"), (TARGET, TARGET_YEAR), *((key, f"{key}_first") for key in BY_KEY))
"""What is known together or not at all."""

LACKING = N_("is missing; give a number")
HALF = N_("is missing, where what belongs to it is given; give both or neither")
OUTSIDE = N_("cannot be used (got {got}); allowed: {low} to {high}; correct it")
NOT_WHOLE = N_("is not a whole year and cannot be used (got {got}); allowed: {low} to {high}; correct it")


def named(field: Field, w: Wording) -> str:
    """What the field is called."""
    return w(field.name, series=w(BY_KEY[field.series].short)) if field.series in BY_KEY else w(field.name)


def numbers_of(region: Pack) -> dict[str, float]:
    """What the fields would be for a region whose figures are known: the example."""
    target = region.target
    found: dict[str, float | None] = {BASE_YEAR: region.base_year, TARGET: target.value, TARGET_YEAR: target.year}
    for key, base in region.baselines.items():
        first, later = region.announced(key)
        found |= {key: base.value, f"{key}_low": base.low, f"{key}_high": base.high}
        found |= {f"{key}_first": first.value, f"{key}_later": later.value}
    return {key: float(number) for key, number in found.items() if key in BY_FIELD and number is not None}


class Fault(NamedTuple):
    """What is wrong with a field: a message, what was given, and what is allowed, where that is a matter of limits."""

    field: Field
    what: str
    got: float | None = None
    limits: Limits | None = None

    def at(self, where: str, typed: str = "") -> Problem:
        """The fault; `typed` is quoted in place of the number."""
        values: dict[str, str | Level] = {} if self.got is None else {"got": typed or self._said(self.got)}
        if self.limits is not None:
            values |= {"low": self._said(self.limits[0]), "high": self._said(self.limits[1], named=True)}
        return Problem.at(where, self.what, **values)

    def _said(self, number: float, named: bool = False) -> str | Level:
        """A number of the field, with its unit or without."""
        if self.field.kind == "level":
            return Level(number, self.field.unit, named)
        return f"{plain(number)} {self.field.unit}".strip() if named else plain(number)


class Found(NamedTuple):
    """The county that can be made of what was given, None where too much is missing; and every fault."""

    county: County | None
    faults: list[Fault]


def checked(name: str, numbers: Mapping[str, float]) -> Found:
    """The county with all of these numbers, by field, that can be used; and what is wrong with the others."""
    good: dict[str, float] = {}
    faults = [Fault(BY_FIELD[key], LACKING) for key in NEEDED if key not in numbers]
    for field in FIELDS:
        allowed = _limits(field, good) if field.key in numbers else None
        if allowed is None:
            continue
        value = numbers[field.key] + 0.0  # + 0.0 turns -0.0 into 0.0
        if field.kind == "year" and value % 1:
            faults.append(Fault(field, NOT_WHOLE, value, allowed))
        elif not allowed[0] <= value <= allowed[1]:
            faults.append(Fault(field, OUTSIDE, value, allowed))
        else:
            good[field.key] = value
    for pair in TOGETHER:
        faults += [
            Fault(BY_FIELD[key], HALF)
            for key, other in (pair, pair[::-1])
            if key not in numbers and other in numbers and key not in NEEDED
        ]
        for key, other in (pair, pair[::-1]):
            if other not in good:
                good.pop(key, None)
    if not {BASE_YEAR, "gdp", "gdp_first"} <= set(good):
        return Found(None, faults)
    good = {**_ahead(good), **good}
    return Found(County(name, tuple((key, good[key]) for key in BY_FIELD if key in good)), faults)


def _ahead(good: Mapping[str, float]) -> dict[str, float]:
    """A target for a county that has none: just below where the announced growth leads in five years."""
    first, later = (1 + rate(good[key if key in good else "gdp_first"]) for key in ("gdp_first", "gdp_later"))
    level = good[GDP.key] * first * later ** (HORIZON - 1)
    unit = 10.0 ** (math.floor(math.log10(level)) + 1 - DIGITS)
    return {
        TARGET: float(f"{math.floor(level / unit) * unit:.{DIGITS}g}"),
        TARGET_YEAR: good[BASE_YEAR] + HORIZON,
    }


def _limits(field: Field, good: Mapping[str, float]) -> Limits | None:
    """What the field may be beside those before it; None where that cannot be known."""
    if field.key == BASE_YEAR:
        return YEARS
    if field.kind == "rate":
        return float(percent(LOWEST)), float(percent(HIGHEST))
    if field.key in BY_KEY:
        return units.find(field.unit).levels
    if BASE_YEAR not in good or (GDP.key not in good and field.key != TARGET_YEAR):
        return None
    if field.key == TARGET_YEAR:
        return limits.of_deadline(int(good[BASE_YEAR]))
    if field.key == TARGET:
        return limits.of_target(good[GDP.key])
    low, high = limits.of_baseline(good[GDP.key])
    return (low, good[GDP.key]) if field.key == "gdp_low" else (good[GDP.key], high)


@functools.lru_cache(maxsize=CACHED_PACKS)
def county_pack(county: County, like: Pack) -> Pack:
    """The county's figures, with the calibration, and its sources, of another pack."""
    baselines = {indicator.key: _baseline(indicator, county) for indicator in county.indicators}
    goals = {PLAN[indicator.key]: _growth(indicator, county) for indicator in county.indicators}
    if f"{GDP.key}_later" in county.known:
        goals[FIVE_YEAR_PLAN] = _later(county)
    goals[TARGET] = _target(county)
    names = {f"name_{language}": county.name for language in LOCALES} if county.name else in_both("name", NAMELESS)
    cited = {figure.source for figure in like.calibration.values()}
    return Pack(
        key=RegionKey(OWN, county),
        region=Region(**names, base_year=county.base_year, target=TARGET),
        baselines=baselines,
        history=(),
        outcomes=(),
        growth=(),
        goals=goals,
        calibration=like.calibration,
        sources={TYPED: typed_source(), **{key: source for key, source in like.sources.items() if key in cited}},
        statements={},
        tallies={},
    )


def _baseline(indicator: Indicator, county: County) -> Baseline:
    known, key = county.known, indicator.key
    figure = typed_figure(key, county.base_year, known[key], indicator.unit)
    return Baseline(**figure.model_dump(), low=known.get(f"{key}_low"), high=known.get(f"{key}_high"))


def _growth(indicator: Indicator, county: County) -> Goal:
    """The growth announced for the first year."""
    value, year = county.known[f"{indicator.key}_first"], county.base_year + 1
    names = in_both("name", N_("{year} target"), year=year)
    return _goal(PLAN[indicator.key], indicator, "growth", value, year, names)


def _later(county: County) -> Goal:
    """GDP's growth announced for the years after the first."""
    value, names = county.known[f"{GDP.key}_later"], in_both("name", N_("five-year plan"))
    return _goal(FIVE_YEAR_PLAN, GDP, "growth", value, county.base_year + 2, names)


def _target(county: County) -> Goal:
    level, year = county.known[TARGET], int(county.known[TARGET_YEAR])
    return _goal(TARGET, GDP, "level", level, year, in_both("name", N_("own target")))


def _goal(key: str, indicator: Indicator, kind: str, value: float, year: int, names: dict[str, str]) -> Goal:
    measure = (indicator.unit, "current") if kind == "level" else ("%", indicator.growth_basis)
    return Goal(**typed_figure(indicator.key, year, value, *measure).model_dump(), key=key, kind=kind, **names)
