"""Text for cells of a spreadsheet that somebody else opens."""

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet takes for a formula."""


def neutral(text: str) -> str:
    """The text, marked as text with an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(STARTS) else text
