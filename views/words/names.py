"""What regions and scenarios are called."""

from model.economics import presets
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import OBSERVED
from model.region.pack import Pack
from views.state import State

PLAN = N_("the plan")


def region_name(pack: Pack, w: Wording) -> str:
    """What the region is called."""
    return w.either(pack.region.name_zh, pack.region.name_en)


def measured(state: State, key: str) -> str:
    """What a series, or a row of the plan report, is called."""
    row = None if key in OBSERVED else state.pack.own.statements[key]
    return state.wording.either(row.name_zh, row.name_en) if row else state.wording(OBSERVED[key].short)


def name_of(state: State, place: int) -> str:
    """What the plan (0) or the nth saved scenario is called."""
    own = N_("the figures entered")
    return state.work.name(place) or state.wording(own if state.pack.county else PLAN)


def name_of_reference(state: State) -> str:
    """What the reference is called."""
    place = state.work.reference
    return state.wording(N_("“{name}”"), name=name_of(state, place)) if place else name_of(state, place)


def own_name(state: State) -> str:
    """What the scenario on the page is called; one that comes from a saved scenario and differs from it says so."""
    name = state.scenario.name
    return state.wording(N_("changed from “{name}”"), name=name) if state.work.changed_from else name


def own_note(state: State) -> str:
    """The note of the scenario on the page; that of a saved scenario was not written for what was changed since."""
    return "" if state.work.changed_from else state.scenario.note


def proposed(state: State) -> str:
    """A name under which the scenario on the page could be saved: its own, its preset's, or a number."""
    taken = {saved.name for saved in state.work.kept}
    own = (state.scenario.name, preset_name(state), state.free_name)
    return next(name for name in own if name and name not in taken)


def preset_name(state: State) -> str:
    """What the preset is called whose growth the scenario has; empty where it has none."""
    return state.wording(presets.name(state.preset, state.pack)) if state.preset else ""
