"""The plan from a later year: outcomes take the place of what was assumed, and what is left is planned again.

A re-based pack is a pack like any other, so that every page and every file holds for it: its base year is that of the
outcomes, its baselines are the outcomes, its goals are those still to come.
"""

import functools
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from model.language.rates import plain
from model.language.words import N_
from model.region.indicators import BY_KEY, GDP
from model.region.limits import of_baseline
from model.region.outcomes import outcomes
from model.region.pack import Pack
from model.region.records import Baseline, Figure, Goal, Source
from model.region.typed_outcomes import Outcome
from model.region.unpublished import DERIVED, TYPED, carried_source, notes, translated, typed_figure, typed_source
from model.scenario.levers import slot_of
from model.scenario.scenario import plan

DIGITS = 2
"""Decimals of a level that is carried forward [its unit]."""
CARRIED = N_("not published for {year}: the level of {known} at the plan's growth")
REGION = N_("{region}, re-based on {year}")


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
        lang: translated(lang, REGION, region=getattr(own.region, f"name_{lang}"), year=year) for lang in ("zh", "en")
    }
    return replace(
        found,
        region=own.region.model_copy(update={"base_year": year, **{f"name_{lang}": n for lang, n in names.items()}}),
        baselines=MappingProxyType(baselines),
        sources=_with_carried(found.sources, baselines),
        history=(*own.history, *own.baselines.values(), *past),
        outcomes=tuple(figure for figure in own.outcomes if figure.year > year),
        goals=MappingProxyType({key: goal for key, goal in own.goals.items() if _ahead(goal, year)}),
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
            **notes(CARRIED, year=year, known=last.year),
        }
    )  # fmt: skip


def _of_rows(own: Pack, typed: tuple[Outcome, ...]) -> dict[tuple[str, int], Figure]:
    """The levels typed as outcomes of rows that are indicators, where they can be baselines in place of the row's."""
    found = {}
    for each in typed:
        base = own.baselines.get(each.indicator)
        low, high = of_baseline(base.value) if base else (0.0, 0.0)
        if base and each.level and low <= each.level <= high:
            figure = typed_figure(each.indicator, each.year, each.level, base.unit, base.price_basis)
            found[each.indicator, each.year] = figure
    return found


def _sources(own: Pack, given: tuple[Outcome, ...]) -> Mapping[str, Source]:
    return MappingProxyType({**own.sources, TYPED: typed_source()}) if given else own.sources


def _with_carried(sources: Mapping[str, Source], baselines: Mapping[str, Baseline]) -> Mapping[str, Source]:
    """The sources, with that of what is carried forward where a baseline is and the region's own figures have none."""
    carried = any(base.source == DERIVED for base in baselines.values()) and DERIVED not in sources
    return MappingProxyType({**sources, DERIVED: carried_source()}) if carried else sources


def projected(pack: Pack) -> tuple[str, ...]:
    """The keys of the indicators that the pack projects, in their order."""
    return tuple(key for key in BY_KEY if key in pack.baselines)
