"""The equations with the numbers of the scenario on the page put in; every result is the model's, none is made here."""

import itertools
from collections.abc import Iterable
from decimal import ROUND_CEILING
from typing import NamedTuple

from model.indicators import DEFLATOR, GDP
from model.projection import project
from model.rates import percent, plain
from model.records import ERROR, PERSISTENCE
from model.solve import free_years
from model.uncertainty import QUANTILES, deviations, how_sure, variance
from model.verdict import judge
from views.state import State

TIMES = r"\times"


class Line(NamedTuple):
    """One line of a calculation, as mathematics: what comes out, from what, and what it comes to."""

    left: str
    middle: str
    right: str
    sign: str = r"\approx"


def aligned(lines: Iterable[Line]) -> str:
    """The lines one below the other."""
    rows = (f"{left}&" + (f"={middle}" if middle else "") + sign + right for left, middle, right, sign in lines)
    return r"\begin{aligned}" + r"\\ ".join(rows) + r"\end{aligned}"


def path(now: State) -> list[Line]:
    """GDP year by year up to the deadline, with two digits more than pages show."""
    projection, first = project(now.scenario, now.pack), now.pack.first_year
    rates = zip(projection.rates[GDP.key].tolist(), projection.rates[DEFLATOR].tolist(), strict=True)
    before = _chosen(now, "gdp_base")
    lines = [Line(f"Y_{{{now.pack.base_year}}}", "", before, "=")]
    for year, level, both in zip(range(first, now.scenario.target_year + 1), _levels(now), rates, strict=False):
        lines.append(Line(f"Y_{{{year}}}", f"{before}{''.join(_factor(rate) for rate in both)}", level))
        before = level
    return lines


def needed(now: State) -> list[Line]:
    """The growth needed, uniform nominal and real, then the later lever's; last the baseline needed."""
    found, projection = judge(now.scenario, now.pack), project(now.scenario, now.pack)
    years = now.scenario.target_year - now.pack.base_year
    real, prices = (projection.rates[series][:years].tolist() for series in (GDP.key, DEFLATOR))
    free = free_years(now.scenario, now.pack, years, GDP.key, "later").tolist()
    held = _product(rate for rate, is_free in zip(real, free, strict=True) if not is_free)
    goal, base, inflated = _chosen(now, "target_level"), _chosen(now, "gdp_base"), _product(prices)
    growth = (
        (r"n^\circ", _root(goal, base, years), found.required_nominal),
        (r"g^\circ", _root(goal, base + inflated, years), found.required_real),
        ("z", _root(goal, base + held + inflated, sum(free)), found.required_later),
    )
    lines = [Line(left, middle, _needed(now, rate)) for left, middle, rate in growth if rate is not None]
    turn = now.wording.bare(found.required_baseline, GDP.unit, ROUND_CEILING)
    product = (_product(real) + inflated).removeprefix(TIMES) or "1"
    return [*lines, Line("B", rf"\frac{{{goal}}}{{{product}}}", _tex(turn))]


def sure(now: State) -> list[Line]:
    """The variance of ln GDP at the deadline, its root, and the chance of the target where there is one to speak of."""
    scenario, w = now.scenario, now.wording
    h, s, r = scenario.target_year - now.pack.base_year, scenario[ERROR], scenario[PERSISTENCE]
    low, _, high = scenario.baseline_range
    found = how_sure(scenario, now.pack)
    start, summed = _number(deviations(low, high, 0, s, r)[0], 5), _number(variance(h, 1.0, r)[h], 4)
    deviation = float(found.deviation[h])
    terms = "+".join(rf"{h - k}\cdot {_number(r, 4)}^{{{k}}}" for k in range(1, h))
    ends = "/".join(_tex(w.exactly(end, GDP.unit)) for end in (high, low))
    lines = [
        Line("s_0", rf"\frac{{\ln({ends})}}{{2\times {_number(QUANTILES[0.8], 4)}}}", start),
        Line(r"h+2\textstyle\sum", f"{h}+2({terms})" if terms else "", summed),
        Line(f"V_{{{h}}}", rf"{start}^2+{_number(s, 6)}^2\times {summed}", _number(deviation**2, 6)),
        Line(rf"\sqrt{{V_{{{h}}}}}", "", _number(deviation, 5)),
    ]
    if not deviation:
        return lines
    share = w.share(found.chance_in(scenario.target_year))
    sign, share = (share[0], share[1:]) if share[0] in "<>" else (r"\approx", share)
    ratio = rf"\frac{{\ln({_levels(now)[h - 1]}/{_chosen(now, 'target_level')})}}{{{_number(deviation, 5)}}}"
    return [*lines, Line(f"P_{{{h}}}", rf"\Phi\left({ratio}\right)", _tex(share), sign)]


def _levels(now: State) -> list[str]:
    """GDP in every year after the base year, on the side of the target where it is."""
    w, goal, levels = now.wording, now.scenario["target_level"], project(now.scenario, now.pack).paths[GDP.key]
    digits = w.digits(GDP.unit) + 2
    return [_tex(w.beside(level, goal, GDP.unit, digits)) for level in levels[1:].tolist()]


def _chosen(now: State, lever: str) -> str:
    """A level of GDP that somebody chose."""
    return _tex(now.wording.exactly(now.scenario[lever], GDP.unit))


def _needed(now: State, rate: float) -> str:
    """Growth that is needed, as pages show it."""
    return _tex(now.wording.rate(rate, rounding=ROUND_CEILING))


def _factor(rate: float) -> str:
    """A year's growth as a factor, with up to four decimals of a per cent."""
    return rf"{TIMES}(1{'-' if rate < 0 else '+'}{percent(abs(round(rate, 6)))}\%)"


def _product(rates: Iterable[float]) -> str:
    """The factors of several years, equal ones as a power; those of years without any growth are left out."""
    runs = [(_factor(rate), len(list(same))) for rate, same in itertools.groupby(rates) if rate]
    return "".join(factor + (f"^{{{times}}}" if times > 1 else "") for factor, times in runs)


def _root(goal: str, product: str, years: int) -> str:
    ratio = rf"\frac{{{goal}}}{{{product}}}"
    return rf"{ratio}-1" if years == 1 else rf"\left({ratio}\right)^{{1/{years}}}-1"


def _number(value: float, digits: int) -> str:
    return plain(round(float(value), digits))


def _tex(text: str) -> str:
    """A number as a reader sees it, in mathematics."""
    return text.replace(",", "{,}").replace("−", "-").replace(" %", "%").replace("%", r"\%")
