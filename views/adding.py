"""Further paths come and go: each is one step."""

from dataclasses import replace

from model import further
from views import session
from views.state import State


def add(now: State, key: str) -> None:
    """Draws on a row of the plan report, at the growth of the plan; says so where there is no room."""
    if key in further.offered(now.pack):
        session.arrange(lambda work: replace(work, further=further.add(work.further, key, now.pack)))


def remove(now: State, key: str) -> None:
    """Takes a path away."""
    session.arrange(lambda work: replace(work, further=further.remove(work.further, key)))
