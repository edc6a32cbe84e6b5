"""Whether the figures of a plan report come together: every sum and share worked out again from its rows."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from model.region.pack import Pack
from model.region.records import Statement, Tally

UNFUNDED = "gov_investment_funds_to_seek"
"""The statement, where a report has it, on the part of its planned investment that is still to be funded."""


@dataclass(frozen=True)
class Counted:
    """A sum or share as printed, and as its parts give it."""

    total: Statement
    column: Literal["result", "target"]
    parts: tuple[Statement, ...]
    values: tuple[Decimal, ...]
    share: bool
    """Whether it is the first part over the second in per cent, and not their sum."""
    printed: Decimal
    found: Decimal
    """Exact for sums; shares have the decimals that are printed."""

    @property
    def agrees(self) -> bool:
        return self.printed == self.found

    @property
    def shares(self) -> tuple[float, ...]:
        """Each part over the sum [fraction]; none where it is a share itself."""
        return () if self.share or not self.found else tuple(float(value / self.found) for value in self.values)


def parts(tally: Tally) -> tuple[str, ...]:
    """The keys of the rows in a formula, `a + b` or `a / b`; none where it is neither."""
    plus, over = tally.formula.split(" + "), tally.formula.split(" / ")
    keys = plus if len(plus) > 1 else over if len(over) == 2 else []
    return tuple(keys) if all(key.isidentifier() for key in keys) else ()


def counted(pack: Pack) -> tuple[Counted, ...]:
    """Every sum and share of the region's report, worked out."""
    return tuple(_counted(tally, pack) for tally in pack.tallies.values())


def unfunded(pack: Pack) -> tuple[Counted, int] | None:
    """The sum that holds the part still to be funded, and which part that is; None where the report has none."""
    found = ((each, place) for each in counted(pack) for place, part in enumerate(each.parts) if part.key == UNFUNDED)
    return next(found, None)


def _counted(tally: Tally, pack: Pack) -> Counted:
    total, *rows = (pack.statements[key] for key in (tally.total, *parts(tally)))
    printed, *values = (Decimal(repr(getattr(row, tally.column))).normalize() for row in (total, *rows))
    share = " / " in tally.formula
    found = sum(values, Decimal())
    if share:
        places = Decimal(1).scaleb(min(0, int(printed.as_tuple().exponent)))
        found = (values[0] / values[1] * 100).quantize(places, ROUND_HALF_UP)
    return Counted(total, tally.column, tuple(rows), tuple(values), share, printed, found)
