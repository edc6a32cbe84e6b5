"""A sheet in the making: cells with looks and names, which print on A4."""

import unicodedata
from collections.abc import Sequence
from math import ceil
from typing import Any

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from model.language.rates import plain
from model.language.rounding import EXACT
from views.downloads.about import title
from views.downloads.workbook.book import SIZE, Book
from views.downloads.workbook.formula import Content, Formula

LONGEST_LINK = 2079
"""Characters of an address that Excel follows."""
LINE, TITLE = 13.5, 26
"""Heights of a line of words and of a title [points]."""
MORE = 8
"""Decimals by which a level that is close to its target shows more than usual."""
NONE = "–"
"""Stands in a cell where there is no answer."""


class Sheet:
    """A sheet that prints as wide as an A4 page, with title, sheet, day and page on every one."""

    def __init__(self, book: Book, name: str, widths: Sequence[float], landscape: bool = True, pages: int = 0):
        """`pages` is on how many it prints, one below the other; 0 for as many as it takes."""
        self.book, self.w, self.name, self.widths, self.row = book, book.w, name, widths, 0
        self.on: Worksheet = book.workbook.add_worksheet(name)
        self._heights: dict[int, float] = {}
        for column, width in enumerate(widths):
            self.on.set_column(column, column, width)
        self.on.hide_gridlines(2)
        self.on.set_paper(9)
        if landscape:
            self.on.set_landscape()
        self.on.fit_to_pages(1, pages)
        self.on.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        said = title(book.occasion).replace("&", "＆")  # a plain one begins a command
        self.on.set_header(f"&L{said}&R{name}")
        self.on.set_footer(f"&L{book.occasion.day.isoformat()}&R&P / &N")

    def put(self, row: int, column: int, what: Content, *traits: str, name: str = "") -> None:
        """Writes a text, a number, a formula, or None into a cell that stays empty; a name is what formulas say."""
        look = self.book.look(*traits)
        if isinstance(what, Formula):
            self.on.write_formula(row, column, f"={what.text}", look, NONE if what.value is None else what.value)
        elif isinstance(what, str):
            self.on.write_string(row, column, what, look)
            if {"wrap", "head"} & set(traits):
                self._make_room(row, what, self.widths[column])
        elif what is None:
            self.on.write_blank(row, column, None, look)
        else:
            self.on.write_number(row, column, float(what), look)
        if name:
            self.name_cells(name, row, column)

    def begin(self, title: str, note: str, *traits: str) -> None:
        """The first rows: what the sheet is called, and how it is read."""
        self.put(0, 0, title, "title")
        self.put(1, 0, note, "note", *traits)
        self.on.set_row(0, TITLE)
        self.row = 3

    def part(self, title: str, note: str = "", column: int = 1) -> None:
        """A heading below an empty row."""
        self.put(self.row + 1, 0, title, "part")
        self.put(self.row + 1, column, note, "note")
        self.row += 2

    def heads(self, heads: Sequence[str], left: Sequence[int] = (0,)) -> None:
        """The first line of a table; heads stand over numbers, but for those of the `left` columns."""
        for column, head in enumerate(heads):
            side = ("right",) if column not in left else ("indent",) if column else ()
            self.put(self.row, column, head, "head", *side)
        self.row += 1

    def line(self, *cells: Content | tuple[Any, ...]) -> int:
        """The next line of a table, and its place; a cell that is no plain text stands before its traits."""
        for column, each in enumerate(cells):
            what, *traits = each if isinstance(each, tuple) else (each, "wrap")
            self.put(self.row, column, what, "row", *traits)
        self.row += 1
        return self.row - 1

    def name_cells(self, name: str, row: int, column: int, last: int | None = None) -> None:
        """Gives a cell, or those up to another column, a name that formulas say."""
        at = xl_range_abs(row, column, row, column if last is None else last)
        self.book.workbook.define_name(name, f"='{self.name}'!{at}")

    def across(self, row: int, first: int, last: int, what: str, *traits: str) -> None:
        """Writes words over several columns, in as many lines as they take."""
        look = self.book.look("wrap", *traits)
        self.on.merge_range(row, first, row, last, "", look)
        self.on.write_string(row, first, what, look)
        size = look.font_size / SIZE
        self._make_room(row, what, sum(self.widths[first : last + 1]) / size, LINE * size)

    def link(self, row: int, column: int, said: str, address: str) -> None:
        """Writes words that open an address; the words alone where no spreadsheet can follow it."""
        self.put(row, column, said, "row", "wrap")
        if address.startswith(("http://", "https://")) and len(address) <= LONGEST_LINK:
            self.on.write_url(row, column, address, self.book.look("row", "wrap", "link"), said)

    def keep_side(self, row: int, column: int, level: str, goal: str, trait: str, last: int | None = None) -> None:
        """Shows more decimals where the usual ones could round a level to the other side of the goal beside it; not
        where the two differ by noise."""
        look = self.book.workbook.add_format({"num_format": self.book.form(trait, MORE)})
        apart, near = f"ABS({level}-{goal})", plain(0.5 * 10 ** -self.book.decimals(trait))
        test = f"=AND({apart}>{plain(EXACT)}*{goal},{apart}<={near})"
        rule = {"type": "formula", "criteria": test, "format": look}
        self.on.conditional_format(row, column, row, column if last is None else last, rule)

    def _make_room(self, row: int, words: str, width: float, line: float = LINE) -> None:
        """Makes a row as high as its words, which not every program does by itself; an address has few places to break
        at."""
        letters = sum(2.2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)
        letters *= 1.5 if words.startswith("http") else 1
        height = line * ceil(letters / (width * 1.15 - 1)) + 2
        if height > max(self._heights.get(row, 0), LINE + 2):
            self._heights[row] = height
            self.on.set_row(row, height)
