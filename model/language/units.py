"""Units: one table, from which follows how levels are shown, typed and checked."""

from collections.abc import Mapping

Limits = tuple[float, float]


class Unit(str):
    """A unit of the data: its Chinese name, which knows the rest."""

    en: str
    shift: int
    """The decimal places that a level moves on the way to the English unit: 1 bn yuan is 10 亿元."""
    digits: tuple[int, int]
    """Decimals shown in the Chinese and in the English unit."""
    basis: str
    """The price basis of its levels; empty where they have none."""
    typed: Mapping[str, int]
    """What may be typed behind a number, and the decimal shift it takes; of those that are the same, the one that is
    offered first."""
    levels: Limits
    """What a baseline may be."""

    def __new__(
        cls, zh: str, en: str, shift: int = 0, digits: tuple[int, int] = (2, 2), basis: str = "",
        typed: Mapping[str, int] | None = None, levels: Limits = (0.1, 10_000_000.0),
    ) -> "Unit":  # fmt: skip
        """With all of it; both names may be typed."""
        unit = super().__new__(cls, zh)
        unit.en, unit.shift, unit.digits, unit.basis, unit.levels = en, shift, digits, basis, levels
        unit.typed = {zh: 0, en: -shift, **(typed or {})}
        return unit


UNITS = {
    "亿元": Unit(
        "亿元", "bn yuan", -1, (1, 2), "current",
        {"亿": 0, "bn": 1, "billion": 1, "billion yuan": 1, "万元": -4, "万": -4, "million yuan": -2, "million": -2},
    ),
    "元": Unit("元", "yuan", 0, (0, 0), "current", {"万元": 4, "万": 4}, (100.0, 10_000_000.0)),
    "%": Unit("%", "%"),
    "points": Unit("个百分点", "points", typed={"%": 0, "百分点": 0}),
    "": Unit("", ""),
}  # fmt: skip
"""By their names in data; a pure number has none."""
YEAR = Unit("", "", typed={"年": 0})
"""Of levers and fields that hold a year."""


def find(unit: str) -> Unit:
    """The unit of that name, or itself."""
    return unit if isinstance(unit, Unit) else UNITS[unit]
