"""What the levers of GDP are called where there is little room."""

from model.economics import phrases
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP
from model.scenario.lever import Lever
from views.state import State
from views.words import labels

NAMES = {GDP.key: N_("Growth {when}"), DEFLATOR: N_("Price change {when}"), f"{GDP.key}0": N_("GDP in {base}, {unit}")}


def short_name(state: State, lever: Lever) -> str:
    """The lever's short name where it has one, with the unit of a level."""
    w = state.wording
    if lever.link_key not in NAMES:
        return phrases.title(lever, w)
    return w(NAMES[lever.link_key], when=w(lever.when), unit=w.unit(GDP.unit))


def short_value(state: State, lever: Lever, value: float) -> str:
    """A value of the lever, of a level without its unit, which the short name holds."""
    shown = labels.exact(value, lever, state.wording)
    return shown if lever.kind == "rate" else shown.removesuffix(phrases.unit(lever, state.wording))
