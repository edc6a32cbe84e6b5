"""Every outcome known of a region: its official ones, and those typed beside or in place of them."""

from collections.abc import Iterable, Mapping

from model.region.indicators import BY_KEY, OBSERVED
from model.region.key import Outcome
from model.region.pack import Pack
from model.region.records import Figure
from model.region.statements import unit_of
from model.region.unpublished import typed_figure


def outcomes(own: Pack, typed: Iterable[Outcome]) -> Mapping[tuple[str, int], Figure]:
    """Every outcome by indicator and year: the region's official ones, and those typed beside or in place of them."""
    official = {(figure.indicator, figure.year): figure for figure in own.outcomes}
    levels = (_typed(each, own, each.level or 0.0) for each in typed if each.indicator in OBSERVED)
    return {**official, **{(each.indicator, each.year): each for each in levels}}


def _typed(each: Outcome, own: Pack, level: float) -> Figure:
    if each.indicator in OBSERVED:
        return typed_figure(each.indicator, each.year, level, OBSERVED[each.indicator].unit)
    row = own.statements[each.indicator]
    return typed_figure(row.key, each.year, level, unit_of(row), row.price_basis)


def typed_levels(pack: Pack) -> tuple[Figure, ...]:
    """The levels that were typed as outcomes, as figures."""
    return tuple(_typed(each, pack.own, each.level) for each in pack.typed_outcomes if each.level is not None)


def typed_growth(pack: Pack) -> tuple[Figure, ...]:
    """The growth that was typed, as figures [per cent]."""
    found = []
    for each in pack.typed_outcomes:
        if each.growth is not None:
            own = BY_KEY.get(each.indicator)
            basis = own.growth_basis if own else pack.own.statements[each.indicator].price_basis
            found.append(typed_figure(each.indicator, each.year, each.growth, "%", basis))
    return tuple(found)
