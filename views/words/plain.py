"""What somebody typed, as text and never as mark-up."""


def plain(text: str) -> str:
    """The text with every mark of Markdown escaped."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()<>#+-.!|~$:" else letter for letter in text)
