"""Text for cells of a spreadsheet that somebody else opens."""

STARTS = "=+-@＝＋－＠"
"""How a text begins that a spreadsheet takes for a formula, after blanks or not."""


def neutral(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip().startswith(tuple(STARTS)) else text
