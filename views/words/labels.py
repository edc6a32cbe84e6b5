"""The value of a lever as it is written and typed."""

from model.economics import phrases
from model.economics.solve import free_years
from model.language.rates import percent, rate
from model.language.wording import Wording
from model.scenario.levers import RATES, Lever
from views.state import State

TOLERANCE = 1e-9
"""Float-noise tolerance when decimals are chosen."""
MOST_DIGITS = 4
"""Decimals shown of a value that somebody chose, where more are not needed to tell it from another."""


def idle(now: State, lever: Lever) -> bool:
    """Whether nothing follows from a growth lever, because every year it stands for is set by hand."""
    if lever.param not in RATES:
        return False
    years, slot = now.scenario.last_year - now.pack.base_year, lever.key.removeprefix(f"{lever.param}_")
    return not free_years(now.scenario, years, lever.param, slot).any()


def exact(number: float, lever: Lever, w: Wording, most: int = MOST_DIGITS) -> str:
    """A value that somebody chose, with its unit and its usual decimals, or as many more as it has, up to `most`."""
    digits = 0 if lever.kind == "year" else int(number_format(number, lever, w, most)[2:-1])
    text = str(int(number)) if lever.kind == "year" else w.number(shown(number, lever, w), digits)
    return f"{text}{phrases.unit(lever, w)}"


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


def number_format(value: float, lever: Lever, w: Wording, most: int = MOST_DIGITS) -> str:
    """The printf format that shows the value with its usual decimals, or with as many more as it has, up to `most`."""
    if lever.kind == "year":
        return "%d"
    usual = 1 if lever.kind == "rate" else max(0, w.digits(lever.unit))
    written = shown(value, lever, w)
    digits = next((d for d in range(usual, most + 1) if abs(round(written, d) - written) < TOLERANCE), most)
    return f"%.{digits}f"
