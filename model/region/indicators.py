"""The series: indicators, series of growth without a target, and what is only compared with. A new indicator is one
entry here, its two names in the catalogue, and in each data pack that knows it one baseline and one goal for the plan
year; only GDP is in all of them."""

import functools
from dataclasses import dataclass
from typing import Literal

from model.language.units import Limits
from model.language.wording import LOCALES, Wording
from model.language.words import N_, Both
from model.region.limits import GROWTH_LIMITS

Basis = Literal["current", "constant", "price_change"]
GROWTH_OF = {"constant": N_("real growth"), "current": N_("nominal growth"), "": N_("growth")}
"""What growth is called, by its price basis."""
GROWTH = N_("{name}, {growth}")
"""What an indicator's growth levers are called."""


@dataclass(frozen=True)
class Indicator:
    """A measured series: its level's unit, and the price basis in which its growth is published."""

    key: str
    name: str
    short: str
    unit: str
    growth_basis: Basis | Literal[""]
    """Empty where it is not measured in prices. Real growth needs a growth series of its price change."""
    growth_limits: Limits = GROWTH_LIMITS
    """What its growth may be [fraction a year]."""
    growth_span: Limits = GROWTH_LIMITS
    """What a slider of it covers at least."""
    held: bool = False
    """Whether it is offered to stay, after the plan year, at the level that is aimed at."""

    @property
    def growth_name(self) -> str:
        """What its growth is called, as a message."""
        return GROWTH_OF[self.growth_basis]

    @functools.cached_property
    def growth_label(self) -> str:
        """What its growth levers are called."""
        return self.label(GROWTH)

    def label(self, message: str) -> Both:
        """A message with its short name and its growth's in place of {name} and {growth}; years stay open."""
        said = {}
        for language in LOCALES:
            template = Wording(language, 0).template
            named = template(message).replace("{name}", template(self.short))
            said[language] = named.replace("{growth}", template(self.growth_name))
        return Both(**said)


GDP = Indicator("gdp", N_("Gross domestic product (GDP)"), N_("GDP"), "亿元", "constant")
INCOME = Indicator("income", N_("Per-capita disposable income"), N_("Income per head"), "元", "current")
INDICATORS = (
    GDP,
    Indicator("fai", N_("Fixed-asset investment (FAI)"), N_("FAI"), "亿元", "current"),
    Indicator("retail", N_("Retail sales of consumer goods"), N_("Retail sales"), "亿元", "current"),
    INCOME,
)
BY_KEY = {indicator.key: indicator for indicator in INDICATORS}


@dataclass(frozen=True)
class GrowthSeries:
    """A series of growth without a target: its levers start at zero, and years of it can be set by hand."""

    key: str
    growth_label: str
    growth_name: str
    factor_of: str = ""
    """The indicator whose nominal growth it multiplies, and for whose target it is solved; empty where none is."""
    has_level: bool = False
    """Whether it also has a level, as a `Series`: a region whose level in the base year is not known has no levers."""
    growth_limits = growth_span = GROWTH_LIMITS


DEFLATOR = "deflator"
GROWTH_SERIES: dict[str, GrowthSeries] = {
    each.key: each
    for each in (GrowthSeries(DEFLATOR, N_("Price change (GDP deflator)"), N_("price change"), factor_of=GDP.key),)
}


def factors(indicator: str) -> tuple[str, ...]:
    """The series whose growth compounds to an indicator's nominal growth, its own first."""
    return (indicator, *(each.key for each in GROWTH_SERIES.values() if each.factor_of == indicator))


@dataclass(frozen=True)
class Series:
    """A measured series that is not projected: only compared with."""

    key: str
    name: str
    short: str
    unit: str


REVENUE = Series("revenue", N_("General public budget revenue"), N_("Budget revenue"), "亿元")
SECTORS = (
    Series("primary", N_("Primary sector (agriculture)"), N_("Primary sector"), "亿元"),
    Series("secondary", N_("Secondary sector (industry and construction)"), N_("Secondary sector"), "亿元"),
    Series("tertiary", N_("Tertiary sector (services)"), N_("Tertiary sector"), "亿元"),
)
"""Their value added at current prices adds up to GDP."""
OBSERVED: dict[str, Indicator | Series] = {**BY_KEY, **{series.key: series for series in (REVENUE, *SECTORS)}}
"""Every series of which a data pack may hold levels."""
