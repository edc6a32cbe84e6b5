"""How a scenario is looked at: what a link carries beside it, and no number depends on."""

from dataclasses import dataclass

from model.sensitivity import ACROSS, UP

SECTIONS = ("solve", "sensitivity", "sure", "realistic", "why", "linkage", "sectors")
"""The parts of the feasibility page."""


@dataclass(frozen=True)
class View:
    """What is shown of a scenario."""

    band: bool = True
    """The band of uncertainty around GDP, instead of the baseline's range."""
    section: str = SECTIONS[0]
    across: str = ACROSS
    up: str = UP
    """The levers of the two-way map."""
