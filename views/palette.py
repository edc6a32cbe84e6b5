"""Colours by role, each at least 3.5 : 1 against the light and the dark background; never the only sign of a role."""

INK = "#16191d"
SCENARIO = "#2f74c8"
REFERENCE = "#7d8590"
HISTORY = "#7d8590"
OUTCOME = "#0f8a7e"
TARGET = "#c8641b"
REACHED = "#2b8a57"
DEPENDS = "#b7791f"
NOT_REACHED = "#d0453c"
COMPARED = (REFERENCE, "#8a5fc4", "#0f8a7e", "#b8527f", "#8a7419", SCENARIO)
"""By place: the plan, the kept scenarios, the scenario on the page."""
