"""What was, what is, and what was taken back: a value that is never changed, only followed by another."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
DEEPEST = 200
"""Steps that can be taken back."""


@dataclass(frozen=True)
class History(Generic[T]):
    """A present with its past and, after steps were taken back, its future; the nearest stand last."""

    now: T
    past: tuple[T, ...] = ()
    future: tuple[T, ...] = ()

    def step(self, after: T, joined: bool = False) -> "History[T]":
        """With a new present; `joined` to the step before, both are taken back as one. No step where nothing changes."""
        if after == self.now:
            return self
        if joined and self.past:
            return History(after, self.past)
        return History(after, (*self.past, self.now)[-DEEPEST:])

    def amend(self, change: Callable[[T], T]) -> "History[T]":
        """With something in the present that no step is made of."""
        return History(change(self.now), self.past, self.future)

    def undo(self) -> "History[T]":
        """One step back; itself where there is none."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (*self.future, self.now))

    def redo(self) -> "History[T]":
        """The step that was taken back last once more; itself where there is none."""
        if not self.future:
            return self
        return History(self.future[-1], (*self.past, self.now), self.future[:-1])
