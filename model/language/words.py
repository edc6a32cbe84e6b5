"""The mark that puts a text into the message catalogue, and texts that stand in none."""


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools expect for "translate later"
    """The text itself; the mark tells the catalogue that it will be shown."""
    return text


class Both(str):
    """A message of the data: its English text, which knows its Chinese."""

    zh: str

    def __new__(cls, en: str, zh: str) -> "Both":
        """With both texts; placeholders are filled as in any message."""
        text = super().__new__(cls, en)
        text.zh = zh
        return text
