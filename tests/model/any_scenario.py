"""What the model's tests share: the Fengjie pack, scenarios of every kind, and a slow, exact second opinion.

The second opinion is a plain loop over the years in fractions, written from the definition of the model and sharing no
code with it.
"""

import itertools
import random
from fractions import Fraction

from hypothesis import strategies as st

from model.progress.report_rows import with_rows
from model.region.loader import packs
from model.region.pack import Pack
from model.scenario.differences import differences
from model.scenario.lever import Lever
from model.scenario.levers import GROWTH_SLOTS, lever_key, levers, series_of
from model.scenario.scenario import Scenario, build, plan

PACKS = packs()
PACK = PACKS["fengjie"]
PLAN = plan(PACK)
LEVERS = levers(PACK)
CLOSE = 1e-9

NAMES = (
    "",
    "稳一点",
    "Ünïcödé, with: commas & equals = signs?",
    "🌱 grow 🚀",
    "100 % #1 + 1",
    "<script>alert('x')</script>",
    "{where} %s ../..",
    "v=2&gdp=9,9",
    "a\x00b\x1b[31m\nc\u202ed",
    "字" * 60,
)
NOTES = (*NAMES, "~name=x", "k1.note=9&gdp=1", "由县政府常务会议2024年1月8日审定。" * 8)


def projecting(**growth: tuple[float, float]) -> Scenario:
    """The plan with these rows of the plan report among its indicators, at this growth in 2024 and afterwards."""
    rows = plan(with_rows(PACK, tuple(growth)))
    return rows.set(
        **{
            lever_key(row, slot): rate
            for row, two in growth.items()
            for slot, rate in zip(GROWTH_SLOTS, two, strict=True)
        }
    )


def rates() -> st.SearchStrategy[float]:
    """A growth rate anywhere in the range of a lever, tidy or ugly."""
    tidy = st.integers(-100, 300).map(lambda tenths: tenths / 1000)
    return tidy | st.floats(-0.1, 0.3)


def values(lever: Lever) -> st.SearchStrategy[float]:
    """Any value the lever allows."""
    if lever.kind == "year":
        return st.integers(int(lever.low), int(lever.high)).map(float)
    return st.floats(lever.low, lever.high) | st.sampled_from([lever.low, lever.high, lever.default])


def drawn(pack: Pack, seed: int, name: str = "", note: str = "") -> Scenario:
    """Every lever at an end, at its default or between; up to six years by hand, tidy or ugly."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret with it
    values = {key: _value(chance, lever) for key, lever in levers(pack).items()}
    pairs = list(itertools.product(series_of(pack), range(2024, 2036)))
    years = [
        (*where, chance.choice((chance.randint(-100, 300) / 1000, chance.uniform(-0.1, 0.3))))
        for where in chance.sample(pairs, chance.randint(0, 6))
    ]
    return build(pack, values, years, name, note=note)


def _value(chance: random.Random, lever: Lever) -> float:
    if lever.kind == "year":
        return float(chance.randint(int(lever.low), int(lever.high)))
    return chance.choice((lever.low, lever.high, lever.default, *(chance.uniform(lever.low, lever.high),) * 3))


SEEDS = st.integers(0, 2**32)
ANY_SCENARIO = st.builds(
    drawn,
    st.just(PACK),
    SEEDS,
    st.sampled_from(NAMES) | st.text(max_size=50),
    st.sampled_from(NOTES) | st.text(max_size=200),
)
"""One seed for all levers: drawing each from Hypothesis takes longer than most of what is tested with it."""


def scenarios() -> st.SearchStrategy[Scenario]:
    """Any scenario there can be: every lever anywhere in its range, any single years by hand, any name."""
    return ANY_SCENARIO


def slow_rate(scenario: Scenario, series: str, year: int, **instead: float) -> Fraction:
    """The rate of a series in a year: by hand, else the plan year's, else the later one; `instead` replaces levers."""
    for key, when, rate in scenario.overrides:
        if (key, when) == (series, year):
            return Fraction(rate)
    lever = f"{series}_first" if year == 2024 else f"{series}_later"
    return Fraction(instead.get(lever, scenario[lever]))


def slow_path(scenario: Scenario, indicator: str, until: int, **instead: float) -> list[Fraction]:
    """The levels of an indicator from 2023 until that year at current prices, year by year."""
    levels = [Fraction(instead.get(f"{indicator}_base", scenario[f"{indicator}_base"]))]
    for year in range(2024, until + 1):
        factor = 1 + slow_rate(scenario, indicator, year, **instead)
        if indicator == "gdp":
            factor *= 1 + slow_rate(scenario, "deflator", year, **instead)
        levels.append(levels[-1] * factor)
    return levels


def slow_growth(start: float, growth: list[Fraction]) -> list[Fraction]:
    """Levels from a start and one rate a year."""
    levels = [Fraction(start)]
    for rate in growth:
        levels.append(levels[-1] * (1 + rate))
    return levels


def differing(scenario: Scenario, reference: Scenario) -> tuple[str, ...]:
    """What the two do not share."""
    return tuple(difference.key for difference in differences(scenario, reference))
