"""Why a scenario differs from its reference at the deadline: by lever and by year, adding up exactly.

The logarithmic mean Divisia index, LMDI-I (Ang 2005): ln(Y / Y_ref) is the sum of ln(factor / factor_ref) over the
baseline and, for every year, real growth and the deflator. Each term times the logarithmic mean of the two levels,
(Y - Y_ref) / ln(Y / Y_ref), is its share of the difference, so that the shares add up to Y - Y_ref.
"""

from typing import Literal, NamedTuple

import numpy as np

from model.economics.growth import Array, growth
from model.region.indicators import GDP, factors
from model.scenario.differences import one_region
from model.scenario.lever import Slot
from model.scenario.scenario import Scenario

BY_HAND: Literal["by_hand"] = "by_hand"
Part = Slot | Literal["by_hand"]
"""The slot of a lever, or years that either scenario has set by hand."""


class Share(NamedTuple):
    """What one lever did in one year to GDP at the deadline [its unit, current prices]."""

    series: str
    slot: Part
    year: int
    amount: float


class Decomposition(NamedTuple):
    """The reference's level, the shares in the order of levers and years, and the scenario's level."""

    year: int
    reference: float
    shares: tuple[Share, ...]
    level: float

    @property
    def by_lever(self) -> dict[tuple[str, Part], float]:
        """The shares summed over years, by series and slot."""
        sums: dict[tuple[str, Part], float] = {}
        for share in self.shares:
            lever = share.series, share.slot
            sums[lever] = sums.get(lever, 0.0) + share.amount
        return sums


def decompose(scenario: Scenario, reference: Scenario) -> Decomposition:
    """The difference in GDP at the scenario's deadline; a share that is exactly zero is left out.

    Raises `ValueError` where the two are of different regions.
    """
    one_region(scenario, reference)
    pack = scenario.pack
    year = scenario.target_year
    years = year - pack.base_year
    ours, theirs = (growth(each, years) for each in (scenario, reference))
    base, base_other = scenario.base(GDP.key), reference.base(GDP.key)
    terms: list[tuple[str, Part, int, float]] = [(GDP.key, "base", pack.base_year, float(np.log(base / base_other)))]
    for series in factors(GDP.key):
        for offset, log in enumerate(_log(ours.rates[series], theirs.rates[series]).tolist()):
            when = pack.first_year + offset
            terms.append((series, _slot(series, when, scenario, reference), when, log))
    level = base * float(np.prod(1 + ours.nominal[GDP.key]))
    level_other = base_other * float(np.prod(1 + theirs.nominal[GDP.key]))
    whole = sum(log for *_, log in terms)
    mean = (level - level_other) / whole if abs(whole) > 1e-6 else (level + level_other) / 2
    shares = tuple(Share(series, slot, when, log * mean) for series, slot, when, log in terms if log)
    return Decomposition(year, level_other, shares, level)


def _log(rates: Array, others: Array) -> Array:
    return np.asarray(np.log1p(rates) - np.log1p(others))


def _slot(series: str, year: int, scenario: Scenario, reference: Scenario) -> Part:
    if any(year in each.rates_by_hand(series) for each in (scenario, reference)):
        return BY_HAND
    return "first" if year == scenario.pack.first_year else "later"
