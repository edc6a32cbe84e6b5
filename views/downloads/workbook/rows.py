"""Rows of a sheet that run through the years, one written below the other."""

from collections.abc import Callable

from views.downloads.workbook import years
from views.downloads.workbook.book import Sheet
from views.downloads.workbook.live import Live, Operand

Cells = Callable[[int], Operand]
"""What gives the cell of a column."""


class Rows:
    """Rows written one below the other, each through all years."""

    def __init__(self, sheet: Sheet, row: int):
        self.sheet, self.row = sheet, row

    def part(self, title: str, note: str = "") -> None:
        """A heading."""
        self.row += 1
        self.sheet.put(self.row, 0, title, "part")
        self.sheet.put(self.row, years.FIRST, note, "note")
        self.row += 1

    def one(self, label: str, basis: str, look: str, name: str, value: Operand) -> Live:
        """A named cell in the column of the base year."""
        self._said(label, basis)
        made = self.sheet.put(self.row, years.BASE, value, look, "row", name=name)
        self.row += 1
        return made

    def _said(self, label: str, basis: str) -> None:
        self.sheet.put(self.row, 0, label, "row", "wrap")
        self.sheet.put(self.row, 1, basis, "row", "note", "wrap", "apart")

    def add(self, label: str, basis: str, look: str, name: str, make: Cells, base: Operand | None = None) -> None:
        """A named row: `make` gives the cell of a column after the base year's, `base` that of the base year."""
        self._said(label, basis)
        self.sheet.put(self.row, years.BASE, base, look, "row")
        self.sheet.book.line(name, self.sheet, self.row)
        for column in range(years.FIRST, years.LAST + 1):
            self.sheet.put(self.row, column, make(column), look, "row")
        first = years.FIRST if base is None else years.BASE
        self.sheet.cells(self.row, first, self.row, years.LAST, name=name)
        self.row += 1
