"""What was, what is, and what was taken back: a value that is never changed, only followed by another."""

from dataclasses import dataclass, field
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
    fresh: bool = field(default=False, compare=False)
    """Whether the present was reached by a step, to which a further one can be joined."""

    def step(self, after: T, joined: bool = False) -> "History[T]":
        """With a new present, taken back together with the step before where `joined`; itself where nothing changes.

        Joined steps that lead back to where they began are no step.
        """
        if after == self.now:
            return self
        if joined and self.fresh:
            back = after == self.past[-1]
            return History(after, self.past[:-1]) if back else History(after, self.past, fresh=True)
        return History(after, (*self.past, self.now)[-DEEPEST:], fresh=True)

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
