"""Says levels in the unit of the data in every language, as they are typed: for a terminal, a notebook and CSV."""

from dataclasses import replace

from model.language.problem import Level
from model.language.wording import UNITS, Wording
from model.language.words import Unit


class DataUnits(Wording):
    """Says things in one language, with levels in the unit of the data."""

    def written(self, unit: str) -> tuple[str, int]:
        """The unit by its name here, 亿元 and a report's units by their own; no level moves."""
        named = isinstance(unit, Unit) or unit == "亿元"
        return (str(unit) if named else UNITS[self.language][unit][0]), 0

    def in_full(self, level: Level) -> str:
        """A level as it is typed."""
        return str(replace(level, unit=self.unit(level.unit)))
