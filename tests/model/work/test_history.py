"""The past and the future of a value: the same as a list with a cursor in it."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from model.work.history import DEEPEST, History

MOVES = st.lists(
    st.tuples(st.just("step"), st.integers(0, 5))
    | st.tuples(st.just("join"), st.integers(0, 5))
    | st.tuples(st.sampled_from(["undo", "redo"]), st.just(0)),
    max_size=40,
)


def after(moves: list[tuple[str, int]], history: History[int]) -> History[int]:
    for move, number in moves:
        if move in ("step", "join"):
            history = history.step(number, joined=move == "join")
        else:
            history = history.undo() if move == "undo" else history.redo()
    return history


class Listed:
    """The second opinion: everything that was, in a list, with a cursor on the present."""

    def __init__(self) -> None:
        self.all, self.cursor, self.joinable = [0], 0, False

    def make(self, move: str, number: int) -> None:
        if move in ("undo", "redo"):
            at = self.cursor + (1 if move == "redo" else -1)
            if 0 <= at < len(self.all):
                self.cursor, self.joinable = at, False
        elif number != self.all[self.cursor]:
            del self.all[self.cursor + 1 :]
            if move == "join" and self.joinable:
                self.all.pop()
            self.joinable = number != self.all[-1]
            self.all += [number] if self.joinable else []
            self.cursor = len(self.all) - 1


@settings(max_examples=100)
@given(MOVES)
@example([("step", 1), ("step", 2), ("join", 1), ("join", 3)])
def test_a_history_is_a_list_with_a_cursor(moves: list[tuple[str, int]]) -> None:
    listed = Listed()
    for move in moves:
        listed.make(*move)
    history = after(moves, History(0))
    assert (*history.past, history.now, *reversed(history.future)) == tuple(listed.all)
    assert len(history.past) == listed.cursor


def test_the_oldest_steps_are_forgotten() -> None:
    assert DEEPEST >= 50
    history = after([("step", number) for number in range(1, 1001)], History(0))
    assert history.past == tuple(range(1000 - DEEPEST, 1000))
