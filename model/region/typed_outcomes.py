"""Outcomes that a visitor types: of a series, or of a row of the plan report, on which no scenario rests."""

from dataclasses import dataclass

from model.language.rates import plain


@dataclass(frozen=True)
class Outcome:
    """One of them."""

    indicator: str
    """The key of the series, or of the row."""
    year: int
    level: float | None
    """In its unit; of a row None where only its growth is known."""
    growth: float | None = None
    """As published [per cent], if any."""
    instead: bool = False
    """Whether it may stand in place of an official one."""

    def __str__(self) -> str:
        """Year, level and growth as links write them: `2025:440:6.2`."""
        level, growth = ("" if number is None else plain(number) for number in (self.level, self.growth))
        return f"{self.year}:{level}" + (f":{growth}" if growth else "")
