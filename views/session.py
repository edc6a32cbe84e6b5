"""The former names of `views.state`, for the pages that are still to be rewritten."""

from views.state import change_scenario, change_work, current, redo, report, set_language, set_view, show_opened, undo
from views.state.change import KEY, browser_language, open_text

GRID, LOOKING = "grid", "view"
ask, arrange, look, speak, complain, put = (
    change_scenario, change_work, set_view, set_language, report, show_opened,
)  # fmt: skip
__all__ = [
    "GRID", "KEY", "LOOKING", "arrange", "ask", "browser_language", "complain", "current", "look", "open_text", "put",
    "redo", "speak", "undo",
]  # fmt: skip
