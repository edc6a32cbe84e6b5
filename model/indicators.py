"""The measured series that are projected. A new indicator is one row here, one baseline in each data pack, one label
in the catalogue."""

from dataclasses import dataclass
from typing import Literal

from model.words import N_

Basis = Literal["current", "constant", "price_change"]
UNITS = ("亿元", "元", "%")


@dataclass(frozen=True)
class Indicator:
    """A measured series: its level's unit, and the price basis in which its growth is published."""

    key: str
    name: str
    short: str
    unit: str
    growth_basis: Basis


GDP = Indicator("gdp", N_("Gross domestic product (GDP)"), N_("GDP"), "亿元", "constant")
INDICATORS = (
    GDP,
    Indicator("fai", N_("Fixed-asset investment (FAI)"), N_("FAI"), "亿元", "current"),
    Indicator("retail", N_("Retail sales of consumer goods"), N_("Retail sales"), "亿元", "current"),
    Indicator("income", N_("Per-capita disposable income"), N_("Income per head"), "元", "current"),
)
DEFLATOR = "deflator"
BY_KEY = {indicator.key: indicator for indicator in INDICATORS}
