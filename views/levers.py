"""Names that the former sections of Feasibility import, until they are rewritten."""

from collections.abc import Callable

from views.state import State

Follow = Callable[..., None]


def lever(_: State, *__: object) -> None:
    """Draws nothing."""


number = lever
