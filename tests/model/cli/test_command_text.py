"""Columns and paragraphs that fit a terminal, where a Chinese character takes two columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.command.text import pad, table, width, wrap

MIXED = st.text(alphabet="ab c，。（亿元口径）e\u0301🌱", max_size=80)


@pytest.mark.parametrize(
    ("text", "columns"), [("GDP", 3), ("亿元", 4), ("e\u0301", 1), ("🌱", 2), ("，", 2), ("", 0), ("–", 1)]
)
def test_a_text_is_as_wide_as_a_terminal_shows_it(text: str, columns: int) -> None:
    assert width(text) == columns


def test_columns_are_aligned_whatever_the_language() -> None:
    assert table([["GDP, 亿元", "386.0"], ["投资", "7"]], {1}) == ["GDP, 亿元  386.0", "投资           7"]
    assert pad("元", 5) == "元   "


CELL = st.text(alphabet="ab亿元。", min_size=1, max_size=9)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1))
def test_every_column_starts_in_the_same_place(rows: list[tuple[str, str, str]]) -> None:
    screen = [[part for c in line for part in ([c, ""] if c in "亿元。" else [c])] for line in table(rows)]
    first, second, _ = (
        max(sum(2 if c in "亿元。" else 1 for c in cell) for cell in column) for column in zip(*rows, strict=True)
    )
    for cells, line in zip(rows, screen, strict=True):
        for cell, start in zip(cells, (0, first + 2, first + second + 4), strict=True):
            assert "".join(line[start:]).startswith(cell)
            assert start == 0 or line[start - 1] == " "


@given(MIXED, st.integers(8, 40))
def test_a_paragraph_keeps_every_word_and_no_line_is_too_wide(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert width(line) <= columns or not any(c.isspace() for c in line.strip())


def test_no_line_starts_with_a_mark_that_closes() -> None:
    assert wrap("增速，按百分数。总量（亿元）", 6) == ["增速，", "按百分", "数。总", "量（亿", "元）"]
    assert wrap("one two three", 7) == ["one two", "three"]
