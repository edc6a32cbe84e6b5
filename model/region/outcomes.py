"""Every outcome known of a region: its official ones, and those typed beside or in place of them."""

from collections.abc import Mapping
from typing import Any

from model.region.indicators import BY_KEY, OBSERVED
from model.region.pack import Pack
from model.region.records import Figure
from model.region.statements import unit_of
from model.region.typed_outcomes import Outcome, SeriesOutcome
from model.region.unpublished import GIVEN, NOWHERE, TYPED, notes


def outcomes(own: Pack, typed: tuple[SeriesOutcome, ...]) -> Mapping[tuple[str, int], Figure]:
    """Every outcome by indicator and year: the region's official ones, and those typed beside or in place of them."""
    official = {(figure.indicator, figure.year): figure for figure in own.outcomes}
    return {**official, **{(each.indicator, each.year): typed_level(each, own) for each in typed}}


def typed_level(typed: Outcome, own: Pack) -> Figure:
    """The level that was typed, as a figure that is never shown as a fact."""
    row = None if isinstance(typed, SeriesOutcome) else own.statements[typed.indicator]
    figure: dict[str, Any] = {
        "indicator": typed.indicator, "year": typed.year, "value": typed.level,
        "unit": unit_of(row) if row else OBSERVED[typed.indicator].unit,
        "price_basis": row.price_basis if row else "current", "trust": "D", "source": TYPED, "locator": NOWHERE,
        **notes(GIVEN),
    }  # fmt: skip
    return Figure.model_construct(**figure)


def typed_levels(pack: Pack) -> tuple[Figure, ...]:
    """The levels that were typed as outcomes, as figures."""
    return tuple(typed_level(each, pack.own) for each in pack.typed_outcomes if each.level is not None)


def typed_growth(pack: Pack) -> tuple[Figure, ...]:
    """The growth that was typed, as figures [per cent]."""
    found = []
    for each in pack.typed_outcomes:
        if each.growth is not None:
            basis = {"price_basis": BY_KEY[each.indicator].growth_basis} if isinstance(each, SeriesOutcome) else {}
            growth = {"value": each.growth, "unit": "%", **basis}
            found.append(typed_level(each, pack.own).model_copy(update=growth))
    return tuple(found)
