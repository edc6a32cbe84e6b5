"""Columns and paragraphs for a terminal, where a Chinese character is as wide as two letters."""

import unicodedata
from collections.abc import Collection, Iterable, Sequence

CLOSING, OPENING = "，。；：、？！）》」”’…", "（《「“‘"
"""What no line starts with, and what no line ends with."""
COLUMNS, INDENT = 80, "  "
"""Of any terminal, and before the rows of a list."""


def width(text: str) -> int:
    """How many columns the text takes."""
    return sum(_wide(character) for character in text)


def pad(text: str, columns: int, right: bool = False) -> str:
    """The text, filled up with spaces to that many columns, on its left where it stands right."""
    spaces = " " * (columns - width(text))
    return spaces + text if right else text + spaces


def table(rows: Sequence[Sequence[str]], right: Collection[int] = (), indent: str = "") -> list[str]:
    """The rows as lines with aligned columns; those numbered in `right` stand right."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            pad(cell, columns, place in right) for place, (cell, columns) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    return [f"{indent}{line}".rstrip() for line in lines]


def listing(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> list[str]:
    """The rows as indented lines that any terminal has room for: the second cell goes on below itself."""
    others = [max(map(width, column)) for place, column in enumerate(zip(*rows, strict=True)) if place != 1]
    room, lines = COLUMNS - len(INDENT) - sum(others) - 2 * len(others), []
    for key, text, *behind in rows:
        first, *more = wrap(text, room)
        lines += [[key, first, *behind], *(["", part, *("" for _ in behind)] for part in more)]
    return table(lines, right, INDENT)


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most that many columns, broken at spaces and between Chinese characters."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width(line) + width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()]


def _pieces(text: str) -> Iterable[str]:
    """What no line is broken in: words with the space behind them, and single Chinese characters with their marks."""
    piece = ""
    for character in text:
        breaks = piece[-1:].isspace() or _wide(character) == 2 or (piece and _wide(piece[-1]) == 2)
        if piece and breaks and character not in CLOSING and not character.isspace() and piece[-1] not in OPENING:
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _wide(character: str) -> int:
    """Columns that a character takes: none where it only adds to the one before it."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
