"""Texts on lines: how wide they are, and where they may be parted."""

import re
import unicodedata
from collections.abc import Callable

PIECES = re.compile(r"(?:（[^（）]{1,10}）|[（《“「(]*(?:[^\s（《“「⺀-\uffee]+|.))[，。；：、！？）》”」]*")
"""What is not parted at the end of a line: a few words in brackets, a word, one Chinese letter with its signs."""


def cells(text: str) -> float:
    """How wide a text is [letters; one of Chinese is two]."""
    return sum(1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text)


def wrapped(text: str, wide: float, measure: Callable[[str], float] = cells) -> list[str]:
    """The text on lines that are no wider; what has no place to be parted is parted anywhere."""
    lines = [""]
    for piece in PIECES.findall(text):
        for part in piece if measure(piece) > wide else (piece,):
            if measure((lines[-1] + part).rstrip()) > wide and lines[-1]:
                lines.append("")
            lines[-1] += part if lines[-1] else part.lstrip()
    return [line.rstrip() for line in lines]
