"""The past and the future of a value: the same as a list with a cursor in it."""

import itertools

import pytest
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


@settings(max_examples=60)
@given(MOVES)
@example([("step", 1), ("step", 2), ("join", 1), ("join", 3)])
def test_a_history_is_a_list_with_a_cursor(moves: list[tuple[str, int]]) -> None:
    listed = Listed()
    for move in moves:
        listed.make(*move)
    history = after(moves, History(0))
    assert (*history.past, history.now, *reversed(history.future)) == tuple(listed.all)
    assert len(history.past) == listed.cursor


@given(MOVES)
def test_what_is_taken_back_and_done_again_is_as_if_nothing_had_been(moves: list[tuple[str, int]]) -> None:
    history = after(moves, History(0))
    assert not history.past or history.undo().redo() == history
    assert not history.future or history.redo().undo() == history


@given(MOVES)
def test_no_step_is_one_where_nothing_changed(moves: list[tuple[str, int]]) -> None:
    history = after(moves, History(0))
    everything = (*history.past, history.now, *reversed(history.future))
    assert all(before != later for before, later in itertools.pairwise(everything))


def test_where_there_is_nothing_to_take_back_or_to_do_again_all_stays_as_it_is() -> None:
    history = History("plan")
    assert history.undo() == history.redo() == history.step("plan") == history
    assert after([("undo", 0)] * 3, History(0).step(1)).now == 0
    assert after([("redo", 0)] * 3, History(0).step(1).undo()).now == 1


def test_at_least_fifty_steps_can_be_taken_back_and_done_again() -> None:
    assert DEEPEST >= 50
    history = after([("step", number) for number in range(1, 51)], History(0))
    back = after([("undo", 0)] * 50, history)
    assert back.now == 0
    assert after([("redo", 0)] * 50, back) == history


def test_the_oldest_steps_are_forgotten() -> None:
    history = after([("step", number) for number in range(1, 1001)], History(0))
    assert history.past == tuple(range(1000 - DEEPEST, 1000))


def test_a_new_step_drops_what_was_taken_back() -> None:
    history = after([("step", 1), ("step", 2), ("undo", 0), ("undo", 0), ("step", 3)], History(0))
    assert (history.past, history.now, history.future) == ((0,), 3, ())


def test_a_step_that_changes_nothing_keeps_what_was_taken_back() -> None:
    history = History(0).step(1).undo()
    assert history.step(0) == history.step(0, joined=True) == history
    assert history.future == (1,)


def test_joined_steps_are_taken_back_as_one() -> None:
    drag = after([("step", 1), ("step", 2), ("join", 3), ("join", 4)], History(0))
    assert drag.undo().now == 1
    assert drag.undo().redo().now == 4


def test_a_drag_that_ends_where_it_began_is_no_step_and_may_go_on() -> None:
    there_and_back = [("step", 1), ("step", 2), ("join", 1)]
    assert after(there_and_back, History(0)) == History(0).step(1)
    assert after([*there_and_back, ("join", 5)], History(0)) == History(0).step(1).step(5)


@pytest.mark.parametrize("back", [["undo"], ["undo", "redo"]])
def test_nothing_is_joined_to_a_step_that_was_taken_back(back: list[str]) -> None:
    history = after([("step", 1), ("step", 2), *((move, 0) for move in back)], History(0))
    assert history.step(7, joined=True).undo().now == history.now
