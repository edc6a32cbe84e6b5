"""The plan from a later year: outcomes take the place of what was assumed, and what is left is planned again.

A re-based pack is a pack like any other, so that every page and every file holds for it: its base year is that of the
outcomes, its baselines are the outcomes, its goals are those still to come.
"""

import functools
import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from model.language.problem import Problem
from model.language.rates import plain
from model.language.wording import LOCALES, Wording
from model.language.words import N_
from model.progress.outcome_limits import fault, projected, where
from model.region.indicators import GDP, OBSERVED
from model.region.key import BASE, REGION, Outcome
from model.region.limits import of_baseline
from model.region.outcomes import outcomes
from model.region.pack import Pack
from model.region.records import Baseline, Figure, Goal, Source
from model.region.unpublished import DERIVED, TYPED, carried_source, in_both, typed_figure, typed_source
from model.scenario.levers import slot_of
from model.scenario.scenario import plan

DIGITS = 2
"""Decimals of a level that is carried forward [its unit]."""
CARRIED = N_("no level for {year} to start from: the level of {known} at the plan's growth")
NAME = N_("{region}, re-based on {year}")

MOST = 40
"""Outcomes that may be typed: with the longest keys and four kept scenarios a link stays as messengers want it."""

BAD_YEAR = N_("cannot be a base year (got {got}); allowed: {low} to {high}; correct it, or use the plan from {base}")
NOTHING_KNOWN = N_("is a year without a known outcome (got {got}); type one first, or use the plan from {base}")
TWICE = N_("has two outcomes of one indicator and year (got {got}); the first is used; remove one")
OFFICIAL = N_(
    "has an outcome where there is an official one (got {got}); only one marked as a replacement is used; it was "
    "left out"
)
TOO_MANY = N_("has too many outcomes (got {got}); {allowed} at most are used; the rest was left out")


def derived_region(own: Pack, year: int | None, given: Iterable[Outcome]) -> Pack:
    """The region's own pack re-based on that year, None for its own, with these outcomes."""
    order = [*OBSERVED, *own.statements]

    def place(each: Outcome) -> tuple[float, int]:
        """Series by year, then rows as they stand in the report."""
        return each.year if each.indicator in OBSERVED else math.inf, order.index(each.indicator)

    typed = tuple(sorted(given, key=place))
    return own if year is None and not typed else rebase(own, year, typed)


def from_year(pack: Pack, year: int | None) -> Pack:
    """The same region, with the same outcomes, planned from that year; None is the region's own."""
    return derived_region(pack.own, year, pack.typed_outcomes)


def with_outcomes(own: Pack, year: int | None, given: Iterable[Outcome]) -> tuple[Pack, list[Problem]]:
    """The region's own pack, as far as the outcomes and the year can be used, and what of them could not."""
    found: dict[tuple[str, int], Outcome] = {}
    problems = []
    for each in given:
        if problem := fault(each, own) or _against(each, found, own):
            problems.append(problem)
        else:
            found[each.indicator, each.year] = each
    known = known_years(own, found.values())
    if year is None or year in known:
        return derived_region(own, year, found.values()), problems
    low, high = (starts(own)[0], starts(own)[-1]) if starts(own) else (own.base_year, own.base_year)
    what = NOTHING_KNOWN if year in starts(own) else BAD_YEAR
    problem = Problem.at(BASE, what, got=year, low=low, high=high, base=own.base_year)
    return derived_region(own, None, found.values()), [*problems, problem]


def with_typed(pack: Pack, outcome: Outcome) -> tuple[Pack, list[Problem]]:
    """The pack with one more outcome, or another one in its place; itself, and why, where it cannot be one."""
    others = _others(pack, outcome.indicator, outcome.year)
    after, problems = with_outcomes(pack.own, pack.key.base_year, (*others, outcome))
    return (pack, problems) if problems else (after, [])


def without_typed(pack: Pack, indicator: str, year: int) -> Pack:
    """The pack without that outcome; planned from its own base year again where nothing else is known of its year."""
    return with_outcomes(pack.own, pack.key.base_year, _others(pack, indicator, year))[0]


def _others(pack: Pack, indicator: str, year: int) -> tuple[Outcome, ...]:
    """All outcomes that were typed but that one."""
    return tuple(each for each in pack.typed_outcomes if (each.indicator, each.year) != (indicator, year))


def known_years(own: Pack, typed: Iterable[Outcome]) -> tuple[int, ...]:
    """The years from which can be planned: before the target's, with an outcome of some projected indicator."""
    years = {year for indicator, year in outcomes(own, typed) if indicator in projected(own)}
    return tuple(sorted(year for year in years if year in starts(own)))


def _against(outcome: Outcome, others: Collection[tuple[str, int]], own: Pack) -> Problem | None:
    """What is wrong with an outcome beside the others and the official ones, or None."""
    place, key = (outcome.indicator, outcome.year), where(outcome)
    if place in others:
        return Problem.at(key, TWICE, got=outcome)
    if not outcome.instead and place in outcomes(own, ()):
        return Problem.at(key, OFFICIAL, got=outcome)
    return Problem.at(REGION, TOO_MANY, got=outcome, allowed=MOST) if len(others) == MOST else None


def starts(own: Pack) -> range:
    """The years from which could be planned: after the base year and before the target's."""
    return range(own.first_year, own.target.year)


@functools.lru_cache(maxsize=64)
def rebase(own: Pack, year: int | None, given: tuple[Outcome, ...]) -> Pack:
    """The region's own pack with these outcomes beside it, re-based on that year; None is its own base year.

    Of the indicators some outcome of that year must be known.
    """
    key = replace(own.key, base_year=year, outcomes=given)
    found = replace(own, key=key, derived_from=own, sources=_sources(own, given))
    if year is None:
        return found
    known = {**outcomes(own, found.series_outcomes), **_of_rows(own, found.row_outcomes)}
    baselines = {indicator: _baseline(indicator, year, own, known) for indicator in own.baselines}
    past = [figure for (_, when), figure in sorted(known.items()) if when <= year and figure.source != TYPED]
    names = {
        f"name_{w.language}": w(NAME, region=w.either(own.region.name_zh, own.region.name_en), year=year)
        for w in (Wording(language, 0) for language in LOCALES)
    }
    return replace(
        found,
        region=own.region.model_copy(update={"base_year": year, **names}),
        baselines=baselines,
        sources=_with_carried(found.sources, baselines),
        history=(*own.history, *own.baselines.values(), *past),
        outcomes=tuple(figure for figure in own.outcomes if figure.year > year),
        goals={key: goal for key, goal in own.goals.items() if _ahead(goal, year)},
    )


def _ahead(goal: Goal, year: int) -> bool:
    """Whether a goal still says something: a growth rate, or a level whose deadline is to come."""
    return goal.kind == "growth" or goal.year > year


def _baseline(indicator: str, year: int, own: Pack, known: Mapping[tuple[str, int], Figure]) -> Baseline:
    """The outcome of that year; where there is none, what the plan's growth makes of the last level known."""
    figure = known.get((indicator, year)) or _carried(indicator, year, own, known)
    return Baseline.model_construct(**{**dict(figure), "low": None, "high": None})


def _carried(indicator: str, year: int, own: Pack, known: Mapping[tuple[str, int], Figure]) -> Figure:
    start: Figure = own.baselines[indicator]
    before = [figure for (key, when), figure in known.items() if key == indicator and when < year]
    last = max([start, *before], key=lambda figure: figure.year)
    level, factors = last.value, []
    for each in range(last.year + 1, year + 1):
        series = (indicator, "deflator") if indicator == GDP.key else (indicator,)
        for rate in (plan(own).rate(one, slot_of(each, own)) for one in series):
            level *= 1 + rate
            factors += [plain(round(1 + rate, 6))] if rate else []
    return start.model_copy(
        update={
            "year": year, "value": round(level, DIGITS) or level, "trust": max("C", last.trust), "source": DERIVED,
            "locator": " × ".join((plain(last.value), *factors)),
            **in_both("note", CARRIED, year=year, known=last.year),
        }
    )  # fmt: skip


def _of_rows(own: Pack, typed: tuple[Outcome, ...]) -> dict[tuple[str, int], Figure]:
    """The outcomes typed of rows that are indicators, growth as the level it means, where they can be baselines."""
    found = {}
    for each in typed:
        base = own.baselines.get(each.indicator)
        if base is None:
            continue
        level, (low, high) = each.level, of_baseline(base.value)
        if level is None and each.year == base.year + 1:
            level = round(base.value * (1 + (each.growth or 0.0) / 100), DIGITS)
        if level and low <= level <= high:
            figure = typed_figure(each.indicator, each.year, level, base.unit, base.price_basis)
            found[each.indicator, each.year] = figure
    return found


def _sources(own: Pack, given: tuple[Outcome, ...]) -> Mapping[str, Source]:
    return {**own.sources, TYPED: typed_source()} if given else own.sources


def _with_carried(sources: Mapping[str, Source], baselines: Mapping[str, Baseline]) -> Mapping[str, Source]:
    """The sources, with that of what is carried forward where a baseline is and the region's own figures have none."""
    carried = any(base.source == DERIVED for base in baselines.values()) and DERIVED not in sources
    return {**sources, DERIVED: carried_source()} if carried else sources
