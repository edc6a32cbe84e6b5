"""The measured series that are projected. A new indicator is one row here, its names in the catalogue, and in each data
pack one baseline and one goal for the plan year."""

from dataclasses import dataclass
from typing import Literal

from model.words import N_

Basis = Literal["current", "constant", "price_change"]


@dataclass(frozen=True)
class Indicator:
    """A measured series: its level's unit, the price basis in which its growth is published, its levers' names."""

    key: str
    name: str
    short: str
    unit: str
    growth_basis: Basis
    growth: str
    """What its growth levers are called."""
    base: str
    """What the lever of its baseline is called."""


GDP = Indicator(
    "gdp", N_("Gross domestic product (GDP)"), N_("GDP"), "亿元", "constant",
    N_("GDP, real growth"), N_("GDP in {base}"),
)  # fmt: skip
INDICATORS = (
    GDP,
    Indicator(
        "fai", N_("Fixed-asset investment (FAI)"), N_("FAI"), "亿元", "current",
        N_("Investment, nominal growth"), N_("Investment in {base}"),
    ),
    Indicator(
        "retail", N_("Retail sales of consumer goods"), N_("Retail sales"), "亿元", "current",
        N_("Retail sales, nominal growth"), N_("Retail sales in {base}"),
    ),
    Indicator(
        "income", N_("Per-capita disposable income"), N_("Income per head"), "元", "current",
        N_("Income per head, nominal growth"), N_("Income per head in {base}"),
    ),
)  # fmt: skip
DEFLATOR = "deflator"
BY_KEY = {indicator.key: indicator for indicator in INDICATORS}
