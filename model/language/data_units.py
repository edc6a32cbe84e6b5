"""Says levels in the unit of the data in every language, as they are typed: for a terminal, a notebook and CSV."""

from dataclasses import replace
from decimal import Decimal

from model.language.problem import Problem
from model.language.wording import DIGITS, UNITS, Wording
from model.language.words import Unit

NAMES = {"亿元": "亿元"}
"""What keeps its name, because a reader's unit would be another one."""


class DataUnits(Wording):
    """Says things in one language, with levels in the unit of the data."""

    def unit(self, unit: str) -> str:
        """The name of a unit of the data."""
        return str(unit) if isinstance(unit, Unit) else NAMES.get(unit, UNITS[self.language][unit][0])

    def sentence(self, problem: Problem) -> str:
        """The problem in words, levels in the unit of the data by its name here; of a report's row, by the report's."""
        names = {unit: self.unit(unit) for unit in UNITS[self.language]}
        return problem.sentence(
            self.template, lambda level: str(replace(level, unit=names.get(level.unit, level.unit)))
        )  # fmt: skip

    def shifted(self, value: float, unit: str) -> Decimal:
        """The value itself, exactly."""
        return Decimal(repr(float(value)))

    def unshifted(self, shown: str | float, unit: str) -> float:
        """The value itself."""
        return float(shown)

    def digits(self, unit: str) -> int:
        """Decimals usual for that unit."""
        return unit.digits[0] if isinstance(unit, Unit) else DIGITS[unit]
