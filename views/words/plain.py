"""Texts that somebody typed, shown where Streamlit reads Markdown."""

MARKUP = frozenset("\\`*_{}[]()<>#+-.!|~$:&")


def plain(text: str) -> str:
    """The text with every sign escaped that could be read as markup."""
    return "".join(f"\\{letter}" if letter in MARKUP else letter for letter in text)
