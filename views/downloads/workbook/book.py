"""A workbook in the making: its sheets, the names by which formulas speak of cells, and how the pages print."""

import unicodedata
from collections.abc import Container, Sequence
from datetime import datetime, time
from io import BytesIO
from math import ceil
from typing import Any

import numpy as np
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from model.language.words import N_
from model.scenario.levers import Lever
from views.downloads.about import Occasion, title
from views.downloads.workbook.live import Live, Operand, when
from views.downloads.workbook.looks import FONTS, SIZE, Looks, size_of

MOST_OF_HEADER = 120
"""Characters of a title that stand in a page's header, which spreadsheets keep short."""
WHAT_IS_MISSING = "what_is_missing"
"""The name of the sentence that says so; formulas written before it are what it follows from."""
AMPERSAND = "＆"
"""What stands for "&" in a page's header, where a plain one begins a command."""
LONGEST_LINK = 2079
"""Characters of an address that Excel follows."""
A4 = 9
UNPROTECTED = dict.fromkeys(("objects", "scenarios", "format_cells", "format_columns", "format_rows"), True)
"""What is allowed on a protected sheet, beside typing into inputs: charts and looks may be changed."""
TITLE, LINE = 30.0, 13.0
"""Heights of a sheet's title and of a line of words of the usual size [points]."""
LETTERS, WIDE, LOST = 1.2, 2.2, 3.0
"""Letters for each unit of a column's width, how many of them a Chinese one takes, and how many a line's end loses."""
UNBROKEN = 0.7
"""How much of its lines an address fills, which has few places to be broken at."""


class Book:
    """A workbook, and the names of its cells."""

    def __init__(self, occasion: Occasion):
        self.occasion = occasion
        self.now = occasion.now
        self.w = occasion.now.wording
        self._file = BytesIO()
        self.workbook = Workbook(
            self._file,
            {
                "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
                "default_format_properties": {
                    "font_name": FONTS[self.now.language], "font_size": SIZE,
                    "font_scheme": "none",  # or Excel shows the theme's own font
                },
            },
        )  # fmt: skip
        self.sheets: list[Sheet] = []
        self.looks = Looks(self.workbook, self.w)
        self._names: dict[str, Live] = {}
        self._lines: dict[str, tuple[Sheet, int]] = {}
        self._describe()

    def __getitem__(self, name: str) -> Live:
        """The cell, or cells, of that name."""
        return self._names[name]

    def guarded(self, formula: Live, instead: str = "missing") -> Live:
        """The formula, which says that an input is invalid, or another named text, as long as one is."""
        if WHAT_IS_MISSING not in self._names:
            return formula
        return when(self["inputs_missing"].is_(0), formula, self[instead])

    def name(self, name: str, at: str, value: Any) -> Live:
        """Gives cells a name that formulas say."""
        if name in self._names:
            raise ValueError(f"{name}: names cells already; every name may be given once; choose another")
        self.workbook.define_name(name, f"={at}")
        self._names[name] = Live(name, value)
        return self._names[name]

    def line(self, name: str, sheet: "Sheet", row: int) -> None:
        """Remembers on which row a name runs through the columns."""
        self._lines[name] = sheet, row

    def at(self, name: str, column: int) -> Live:
        """The cell in that column of a named row."""
        sheet, row = self._lines[name]
        return sheet.cell(row, column)

    def span(self, name: str, first: int, last: int) -> Live:
        """The cells in those columns of a named row."""
        sheet, row = self._lines[name]
        return sheet.cells(row, first, row, last)

    def shown(self, level: float, unit: str) -> float:
        """A level in the unit that is written."""
        return float(self.w.shifted(level, unit))

    def finished(self) -> bytes:
        """The file."""
        for sheet in self.sheets:
            sheet.heights()
        self.workbook.close()
        return self._file.getvalue()

    def _describe(self) -> None:
        """What the file says of itself outside its sheets; the day stands for the time it was made."""
        made = datetime.combine(self.occasion.day, time())
        region = self.now.pack.region
        subject = self.w(N_("{region}: what if?"), region=self.w.either(region.name_zh, region.name_en))
        said = {"title": title(self.occasion), "subject": subject, "comments": self.occasion.address, "created": made}
        self.workbook.set_properties(said)


class Sheet:
    """One sheet, on which every cell is written once; what it comes to is remembered."""

    def __init__(self, book: Book, name: str, widths: Sequence[float], pages: int = 0):
        """`pages` is how many it prints on, one below the other; 0 for as many as it takes."""
        self.book, self.name, self._widths = book, name, widths
        self._heights: dict[int, float] = {}
        self.on: Worksheet = book.workbook.add_worksheet(name)
        self._values: dict[tuple[int, int], Any] = {}
        for column, width in enumerate(widths):
            self.on.set_column(column, column, width)
        self._paper(pages)
        book.sheets.append(self)

    def put(
        self, row: int, column: int, what: Operand | None, *traits: str, name: str = "", width: float | None = None,
        instead: str = "missing",
    ) -> Live:  # fmt: skip
        """Writes a formula, a number or a text, and returns the cell as a part of other formulas; None leaves it empty.

        `width` is what there is for words, where that is more than the column; `instead` names what is said while an
        input is invalid, which heads do without. Raises ValueError where a formula comes to nothing that can be shown.
        """
        look = self.book.looks(*traits)
        if isinstance(what, Live):
            what = what if "head" in traits else self.book.guarded(what, instead)
            value = what.value
            if not isinstance(value, str):
                value = float(value)
                if value - value != 0:
                    raise ValueError(f"{self.name}, row {row + 1}: {what.text} comes to nothing (got {value})")
            self.on.write_formula(row, column, self.local(what), look, value)
        elif isinstance(what, str):
            value = what
            self.on.write_string(row, column, what, look)
        elif what is None:
            value = ""
            self.on.write_blank(row, column, None, look)
        else:
            value = float(what)
            self.on.write_number(row, column, value, look)
        self._values[row, column] = value
        if {"wrap", "head"} & set(traits):
            self._make_room(row, value, self._widths[column] if width is None else width, size_of(traits))
        at = f"{self.name}!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"
        return self.book.name(name, at, value) if name else self.cell(row, column)

    def cell(self, row: int, column: int) -> Live:
        """A cell that was written."""
        return Live(f"{self.name}!{xl_rowcol_to_cell(row, column)}", self._values[row, column])

    def cells(self, row: int, column: int, last_row: int, last_column: int, name: str = "") -> Live:
        """A row or a column of cells that were written."""
        found = [self._values[r, c] for r in range(row, last_row + 1) for c in range(column, last_column + 1)]
        value = np.array(found, float if all(isinstance(each, float) for each in found) else object)
        at = f"{self.name}!{xl_range_abs(row, column, last_row, last_column)}"
        if not name:
            return Live(at, value)
        self.book.line(name, self, row)
        return self.book.name(name, at, value)

    def local(self, formula: Live) -> str:
        """The formula as it is written on this sheet, with its equals sign."""
        return "=" + formula.text.replace(f"{self.name}!", "")

    def heads(self, row: int, heads: Sequence[Operand], left: Container[int] = (0,)) -> None:
        """The first line of a table; heads stand over numbers, on the right, but for those of the `left` columns."""
        for column, head in enumerate(heads):
            side = "left" if column == 0 else "apart" if column in left else "right"
            self.put(row, column, head, "head", side)

    def mark(self, test: Live, area: tuple[int, int, int, int], **look: Any) -> None:
        """Gives cells from (row, column) to (row, column) another look where a test holds, as of the first of them."""
        how = self.book.workbook.add_format(look)
        self.on.conditional_format(*area, {"type": "formula", "criteria": self.local(test), "format": how})

    def rule(self, row: int, columns: Sequence[int], *traits: str) -> None:
        """Draws the line below a table's row through columns that stay empty."""
        for column in columns:
            self.on.write_blank(row, column, None, self.book.looks("row", *traits))

    def across(
        self, row: int, first: int, last: int, what: Operand, *traits: str, name: str = "", instead: str = "missing"
    ) -> Live:
        """Writes over several columns."""
        self.on.merge_range(row, first, row, last, "", self.book.looks(*traits))
        wide = sum(self._widths[first : last + 1])
        return self.put(row, first, what, *traits, name=name, width=wide, instead=instead)

    def _make_room(self, row: int, what: object, width: float, size: float = SIZE) -> None:
        """Makes a row as high as a text needs that is broken into lines, which not every program does by itself."""
        letters = sum(WIDE if unicodedata.east_asian_width(c) in "WF" else 1 for c in str(what)) * size / SIZE
        filled = UNBROKEN if str(what).startswith(("http://", "https://")) else 1.0
        lines = ceil(letters / ((width * LETTERS - LOST) * filled))
        if lines > 1:
            self._heights[row] = max(self._heights.get(row, 0.0), LINE * lines * size / SIZE + 2)

    def heights(self) -> None:
        """Gives every row the height of its words."""
        for row, height in self._heights.items():
            self.on.set_row(row, height)

    def link(self, row: int, column: int, address: str, said: str, *traits: str) -> None:
        """Writes words that open an address; itself where it is none, or too long to be followed."""
        if address.startswith(("http://", "https://")) and len(address) <= LONGEST_LINK:
            self.on.write_url(row, column, address, self.book.looks(*traits, "link"), said)
            if "wrap" in traits:
                self._make_room(row, said, self._widths[column])
        else:
            self.put(row, column, address, *traits, "typed")

    def _paper(self, pages: int) -> None:
        """A4 across, as wide as the page, with name, sheet and page on every one."""
        said = title(self.book.occasion)[:MOST_OF_HEADER].replace("&", AMPERSAND)
        on = self.on
        on.hide_gridlines(2)
        on.protect(options=UNPROTECTED)
        on.set_row(0, TITLE)
        on.set_landscape()
        on.set_paper(A4)
        on.fit_to_pages(1, pages)
        on.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        on.set_header(f"&L{said}&R{self.name}")
        on.set_footer(f"&L{self.book.occasion.day.isoformat()}&R&P / &N")


def written(value: float, lever: Lever, book: Book) -> float:
    """A lever's value as its cell has it: levels in the unit that is written, all else as it is."""
    return book.shown(value, lever.unit) if lever.kind == "level" else value


def unit_of(lever: Lever, book: Book) -> str:
    """What stands in the column of units beside a lever's value."""
    if lever.kind == "rate":
        return book.w(N_("a year")) if lever.unit == "%" else ""
    return book.w.unit(lever.unit)


def look_of(lever: Lever) -> str:
    """The trait of a lever's value that somebody chose."""
    return {"rate": "chosen", "level": f"exact:{lever.unit}", "year": "year", "number": "number"}[lever.kind]
