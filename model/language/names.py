"""Names and notes that people give: printable, on one line, and short."""

LONGEST_NAME, LONGEST_NOTE = 40, 140
JOINERS = "\u200d\ufe0f"
"""Not printable by themselves, but what holds an emoji together."""


def clean_name(name: str) -> str:
    """The name without unprintable characters, at most 40 long."""
    return _printable(name, LONGEST_NAME)


def clean_note(note: str) -> str:
    """The note in one line, without unprintable characters, at most 140 long."""
    return _printable(" ".join(note.splitlines()), LONGEST_NOTE)


def _printable(text: str, longest: int) -> str:
    return "".join(c for c in text if c.isprintable() or c in JOINERS).strip()[:longest].strip()
