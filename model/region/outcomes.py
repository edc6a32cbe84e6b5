"""Every outcome known of a region: its official ones, and those typed beside or in place of them."""

from collections.abc import Iterable, Mapping

from model.region.indicators import BY_KEY, OBSERVED
from model.region.pack import Pack
from model.region.records import Figure
from model.region.typed_outcomes import Outcome
from model.region.unpublished import typed_figure


def outcomes(own: Pack, typed: Iterable[Outcome]) -> Mapping[tuple[str, int], Figure]:
    """Every outcome by indicator and year: the region's official ones, and those typed beside or in place of them."""
    official = {(figure.indicator, figure.year): figure for figure in own.outcomes}
    return {**official, **{(each.indicator, each.year): _level(each) for each in typed if each.indicator in OBSERVED}}


def _level(typed: Outcome) -> Figure:
    return typed_figure(typed.indicator, typed.year, typed.level or 0.0, OBSERVED[typed.indicator].unit)


def typed_levels(pack: Pack) -> tuple[Figure, ...]:
    """The levels that were typed as outcomes, as figures."""
    return tuple(map(_level, pack.series_outcomes))


def typed_growth(pack: Pack) -> tuple[Figure, ...]:
    """The growth that was typed with them, as figures [per cent]."""
    return tuple(
        typed_figure(each.indicator, each.year, each.growth, "%", BY_KEY[each.indicator].growth_basis)
        for each in pack.series_outcomes
        if each.growth is not None
    )
