"""The value of a lever as it is written and typed."""

from model.economics import phrases
from model.economics.solve import free_years
from model.language.rates import percent, rate
from model.language.wording import Wording
from model.scenario.lever import Lever
from views.state import State

TOLERANCE = 1e-9
"""Float-noise tolerance when decimals are chosen."""
MOST_DIGITS = {"rate": (6, 2), "level": (4, 4)}
"""Decimals shown of a value that somebody chose, and of one that has more: a rate that was solved is shown as it is
said."""


def idle(state: State, lever: Lever) -> bool:
    """Whether nothing follows from a growth lever, because every year it stands for is set by hand."""
    if not lever.by_year:
        return False
    years = state.scenario.last_year - state.pack.base_year
    return not free_years(state.scenario, years, lever.series, lever.slot).any()


def exact(number: float, lever: Lever, w: Wording, most: int | None = None) -> str:
    """A value that somebody chose, with its unit and its usual decimals, or as many more as it has, up to `most`."""
    written = shown(number, lever, w)
    if lever.kind == "year":
        return f"{written}{phrases.unit(lever, w)}"
    usual = 1 if lever.kind == "rate" else max(0, w.digits(lever.unit))
    limit, rest = (most, most) if most else MOST_DIGITS.get(lever.kind, MOST_DIGITS["level"])
    digits = next((d for d in range(usual, limit + 1) if abs(round(written, d) - written) < TOLERANCE), rest)
    return f"{w.number(written, digits)}{phrases.unit(lever, w)}"


def as_typed(number: float, lever: Lever, w: Wording) -> str:
    """A value that somebody chose, as it is typed: without its unit."""
    return exact(number, lever, w).removesuffix(phrases.unit(lever, w)).replace("−", "-")


def shown(value: float, lever: Lever, w: Wording) -> float | int:
    """The value as the widget has it: per cent, years, or the unit that is written."""
    if lever.kind == "rate":
        return float(percent(value))
    return int(value) if lever.kind == "year" else float(w.shifted(value, lever.unit))


def unshown(number: float, lever: Lever, w: Wording) -> float:
    """The lever's value for a number as the widget has it."""
    number = round(number, 9)
    if lever.kind == "rate":
        return rate(number)
    return w.unshifted(number, lever.unit) if lever.kind == "level" else float(number)
