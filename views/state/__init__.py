"""The visitor's state: one immutable value, the one place that changes it, and what visitors are told of faults."""

from views.state.change import (
    change_pack,
    change_scenario,
    change_work,
    current,
    open_text,
    redo,
    report,
    set_language,
    set_view,
    show_opened,
    undo,
)
from views.state.errors import callback, reported_to_visitor
from views.state.shown import is_shown, key_showing
from views.state.value import Moment, State

__all__ = [
    "Moment",
    "State",
    "callback",
    "change_pack",
    "change_scenario",
    "change_work",
    "current",
    "is_shown",
    "key_showing",
    "open_text",
    "redo",
    "report",
    "reported_to_visitor",
    "set_language",
    "set_view",
    "show_opened",
    "undo",
]
