"""Where a section draws: before and after what can be set in it."""

from typing import NamedTuple

from streamlit.delta_generator import DeltaGenerator


class Places(NamedTuple):
    """Two places reserved on the page."""

    above: DeltaGenerator
    below: DeltaGenerator
