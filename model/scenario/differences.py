"""Which assumptions two scenarios do not share, lever by lever and year by year."""

from typing import Literal, NamedTuple

from model.scenario.lever import Lever
from model.scenario.levers import levers, slot_of
from model.scenario.scenario import Scenario

Mark = Literal["", "by_hand", "locked"]


class Setting(NamedTuple):
    """The value of a lever, or of one year of a series: a rate [fraction], a level [its unit], a year, a number."""

    value: float
    mark: Mark = ""
    """Of a year: whether it follows its lever, is set by hand, or locked so."""


class Difference(NamedTuple):
    """One thing that differs: a lever, or a year of the series whose later lever it is."""

    lever: Lever
    year: int | None
    reference: Setting
    own: Setting

    @property
    def key(self) -> str:
        """The lever's key; for a year, `series@year`."""
        return f"{self.lever.series}@{self.year}" if self.year else self.lever.key


def one_region(scenario: Scenario, reference: Scenario) -> None:
    """Raises `ValueError` where the two are of different regions, or of one region from different base years."""
    if scenario.pack.key != reference.pack.key:
        got, allowed = (f"{each.region} from {each.pack.base_year}" for each in (reference, scenario))
        raise ValueError(
            f"reference: is of another region or base year (got {got}); allowed: {allowed}; choose such a one"
        )


def differences(scenario: Scenario, reference: Scenario) -> tuple[Difference, ...]:
    """All that differs between a scenario and a reference of the same region: levers in their order, each series' years
    set by hand after its levers. Empty where they share every assumption; their names are none.

    Raises `ValueError` where the two are of different regions.
    """
    one_region(scenario, reference)
    found = []
    for lever in levers(scenario.pack).values():
        own, other = scenario[lever.key], reference[lever.key]
        if own != other:
            found.append(Difference(lever, None, Setting(other), Setting(own)))
        if lever.by_year and lever.slot == "later":
            found += _years(lever, scenario, reference)
    return tuple(found)


def revert(found: Difference, scenario: Scenario, reference: Scenario) -> Scenario:
    """The scenario with one thing as in the reference."""
    lever, series, year = found.lever.key, found.lever.series, found.year
    if year is None:
        return scenario.set(**{lever: reference[lever]})
    rates, locked = scenario.rates_by_hand(series), set(scenario.locked(series))
    rates.pop(year, None)
    locked.discard(year)
    if year in reference.rates_by_hand(series):
        rates[year] = reference.rates_by_hand(series)[year]
        locked |= {year} & set(reference.locked(series))
    return scenario.with_years(series, rates, locked)


def setting(scenario: Scenario, series: str, year: int) -> Setting:
    """The rate of one year of a series, and where it comes from."""
    by_hand = scenario.rates_by_hand(series)
    if year in by_hand:
        return Setting(by_hand[year], "locked" if year in scenario.locked(series) else "by_hand")
    return Setting(scenario.rate(series, slot_of(year, scenario.pack)))


def _years(lever: Lever, scenario: Scenario, reference: Scenario) -> list[Difference]:
    series = lever.series
    years = sorted({*scenario.rates_by_hand(series), *reference.rates_by_hand(series)})
    found = []
    for year in years:
        own, other = (setting(each, series, year) for each in (scenario, reference))
        if own != other and (own.mark or other.mark):
            found.append(Difference(lever, year, other, own))
    return found
