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


class Unit(str):
    """A unit of the data that is in no table of units: its Chinese name, which knows how it is written."""

    en: str
    shift: int
    """The decimal places that a level moves on the way to the English unit."""
    digits: tuple[int, int]
    """Decimals shown in the Chinese and in the English unit."""
    basis: str
    """The price basis of its levels; empty where they have none."""

    def __new__(cls, zh: str, en: str, shift: int, digits: tuple[int, int], basis: str) -> "Unit":
        """With all of it."""
        unit = super().__new__(cls, zh)
        unit.en, unit.shift, unit.digits, unit.basis = en, shift, digits, basis
        return unit
