"""What stands beside a lever: in words where its value lies among the rates people know, and its value as typed."""

from model.economics import phrases
from model.economics.solve import free_years
from model.language.rates import percent, rate
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import DEFLATOR
from model.region.pack import Pack
from model.region.records import MUNICIPALITY_DEFLATOR, OWN_DEFLATOR
from model.scenario.levers import RATES, Lever
from views.state import State


def line(now: State, lever: Lever) -> str:
    """The line beside the value: what it is, and where it lies."""
    w = now.wording
    if lever.param == "sectors":
        return w(lever.when)
    if lever.param in RATES:
        where = w(N_("no effect: set year by year")) if idle(now, lever) else _where(now, lever)
        return f"{w(lever.when)} · {where}"
    if lever.key == "gdp_base":
        low, _, high = now.scenario.baseline_range
        if low == high:
            return phrases.name(lever, w)
        return w(
            N_("{name}, {unit} · range {range}"),
            name=w(lever.name), unit=w.unit(lever.unit), range=w.span(low, high, lever.unit),
        )  # fmt: skip
    if lever.key == "target_year":
        readings = [w.either(g.name_zh, g.name_en) for g in now.pack.deadlines if g.year == now.scenario.target_year]
        return " · ".join((w(lever.name), *readings))
    return phrases.name(lever, w)


def idle(now: State, lever: Lever) -> bool:
    """Whether nothing follows from a growth lever, because every year it stands for is set by hand."""
    if lever.param not in RATES:
        return False
    years, slot = now.scenario.last_year - now.pack.base_year, lever.key.removeprefix(f"{lever.param}_")
    return not free_years(now.scenario, years, lever.param, slot).any()


SPECK = 1e-9
"""What a shown value may be away from a rounder one, by the noise of binary fractions."""
MOST_DIGITS = 4
"""Decimals shown of a value that somebody chose, where more are not needed to tell it from another."""


def exact(number: float, lever: Lever, w: Wording, most: int = MOST_DIGITS) -> str:
    """A value that somebody chose, with its unit and its usual decimals, or as many more as it has, up to `most`."""
    digits = 0 if lever.kind == "year" else int(number_format(number, lever, w, most)[2:-1])
    text = str(int(number)) if lever.kind == "year" else w.number(shown(number, lever, w), digits)
    return f"{text}{phrases.unit(lever, w)}"


def as_typed(number: float, lever: Lever, w: Wording) -> str:
    """A value that somebody chose, as it is typed: without its unit."""
    return exact(number, lever, w).removesuffix(phrases.unit(lever, w)).replace("−", "-")


NO_CHANGE = N_("case of no price change")
AVERAGES = {OWN_DEFLATOR: N_("own average {span}"), MUNICIPALITY_DEFLATOR: N_("city average {span}")}
"""What the means of yearly price changes are called."""


def marks(pack: Pack, series: str, w: Wording) -> list[tuple[str, float]]:
    """The rates people know for that series, as (name, rate [fraction])."""
    if series == DEFLATOR:
        averages = [_average(pack, key, message, w) for key, message in AVERAGES.items()]
        return [(w(NO_CHANGE), 0.0), *(average for average in averages if average)]
    goals = dict.fromkeys(pack.announced(series))
    published = [
        (N_("{base} outcome"), pack.published_growth(series, pack.base_year)),
        (N_("{first} outcome"), pack.published_growth(series, pack.first_year)),
    ]
    return [
        *((w.either(goal.name_zh, goal.name_en), rate(goal.value)) for goal in goals),
        *((w(message), rate(figure.value)) for message, figure in published if figure),
    ]


def _average(pack: Pack, key: str, message: str, w: Wording) -> tuple[str, float] | None:
    """The mean of the yearly price changes that may be shown as facts, and what it is called; None without any."""
    figures = pack.shown_growth(key)
    if not figures:
        return None
    mean = round(sum(figure.value for figure in figures) / len(figures), 6)
    return w(message, span=w.years([figure.year for figure in figures])), rate(mean)


def _where(now: State, lever: Lever) -> str:
    """Where the value lies among the rates people know, in words."""
    w, value, series = now.wording, now.scenario[lever.key], lever.param
    known = marks(now.pack, series, w)
    same = [name for name, mark in known if mark == value]
    below = max((m for m in known if m[1] < value), key=lambda m: m[1], default=None)
    above = min((m for m in known if m[1] > value), key=lambda m: m[1], default=None)

    def said(mark: tuple[str, float]) -> str:
        return f"{mark[0]} {w.number(mark[1] * 100, 1)}"

    if value == lever.default and (extended := phrases.extended(lever, w)):
        return extended
    if same:
        return w(N_("as in the {mark}"), mark=same[0])
    if below and above:
        return w(N_("between {below} and {above}"), below=said(below), above=said(above))
    if below:
        return w(N_("above {mark}"), mark=said(below))
    return w(N_("below {mark}"), mark=said(above)) if above else ""


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
    digits = next((d for d in range(usual, most + 1) if abs(round(written, d) - written) < SPECK), most)
    return f"%.{digits}f"
