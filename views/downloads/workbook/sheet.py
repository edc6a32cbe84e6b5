"""A workbook in the making: sheets whose cells have looks and names, and print on A4."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import ROUND_CEILING, Decimal
from io import BytesIO
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from model.language.rates import plain
from model.language.rounding import EXACT, safe
from model.language.wording import Wording
from model.language.words import N_
from model.scenario.lever import Lever
from views import palette
from views.downloads.about import Occasion, title

FONTS = {"zh": "Microsoft YaHei", "en": "Arial"}
LONGEST_LINK = 2079
"""Characters of an address that Excel follows."""
SIZE, LINE, TITLE = 10, 13.5, 26
"""Sizes of letters, and heights of a line of words and of a title [points]."""
MORE = 8
"""Decimals by which a level that is close to its target shows more than usual."""
UP = 4
"""Decimals to which a rate that is needed is rounded up: hundredths of a per cent."""
NONE = "–"
"""Stands in a cell where there is no answer."""
INK, RULE = "#1f2328", "#d0d7de"
TRAITS: Mapping[str, Mapping[str, Any]] = {
    "title": {"font_size": 16, "bold": True},
    "part": {"font_size": 12, "bold": True, "font_color": palette.SCENARIO},
    "strong": {"bold": True},
    "note": {"font_color": "#57606a"},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"},
    "group": {"bold": True, "bottom": 1},
    "right": {"align": "right"},
    "left": {"align": "left", "text_wrap": True, "valign": "top"},
    "indent": {"align": "left", "indent": 1},
    "row": {"bottom": 4, "bottom_color": RULE, "valign": "top"},
    "wrap": {"text_wrap": True, "valign": "top"},
    "input": {"bg_color": "#ddeafb", "font_color": "#1f4e96", "border": 1, "border_color": "#a9c8ea", "valign": "top"},
    "link": {"font_color": palette.SCENARIO, "underline": 1},
}
"""The looks of cells, but for numbers."""
NOTE = ("note", "wrap", "indent")
"""Those of a remark at the end of a line."""


@dataclass(frozen=True)
class Formula:
    """A formula, without its equals sign, and what it comes to; None is a dash."""

    text: str
    value: str | float | None


Content = str | float | Formula | None


class Book:
    """A workbook, its formats and the names of its cells."""

    def __init__(self, occasion: Occasion):
        self.occasion, self.state, self.w = occasion, occasion.now, occasion.now.wording
        self._file = BytesIO()
        font = {"font_name": FONTS[self.state.language], "font_size": SIZE, "font_scheme": "none"}
        texts = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
        self.workbook = Workbook(self._file, {"in_memory": True, "default_format_properties": font, **texts})
        self.workbook.set_properties({
            "title": title(occasion), "comments": occasion.address,
            "created": datetime.combine(occasion.day, time()),
        })  # fmt: skip
        self._looks: dict[tuple[str, ...], Format] = {}

    def look(self, *traits: str) -> Format:
        """The format with these traits: those of `TRAITS`, and one of numbers."""
        if traits not in self._looks:
            properties: dict[str, Any] = {"font_color": INK, "valign": "vcenter", "quote_prefix": "typed" in traits}
            for trait in traits:
                properties |= TRAITS.get(trait) or ({} if trait == "typed" else self._number(trait))
            self._looks[traits] = self.workbook.add_format(properties)
        return self._looks[traits]

    def decimals(self, trait: str) -> int:
        """The usual decimals of a level that is written so."""
        kind, _, digits = trait.partition(":")
        return int(digits) + 2 * (kind in ("fine", "gap"))

    def form(self, trait: str, more: int = 0) -> str:
        """How a level is written, with so many more decimals."""
        kind, digits = trait.partition(":")[0], self.decimals(trait)
        form = f"#,##0.{'0' * (digits + more)}{'####' if kind == 'exact' and digits else ''}".rstrip(".")
        return f"+{form};-{form};0" if kind == "gap" else form

    def _number(self, trait: str) -> dict[str, Any]:
        """How numbers are written: rates in per cent, levels with that many decimals as `level:2`, with `exact:` all
        their digits and with `fine:` two more; smaller where a column is too narrow."""
        kind, _, digits = trait.partition(":")
        percent = self.w.percent_sign.replace(" ", "\\ ")
        if digits:
            return {"num_format": self.form(trait), "align": "right", "shrink": True}
        forms = {
            "rate": f"0.00{percent}", "fine": f"0.0000{percent}", "exact": f"0.00####{percent}",
            "share": f"0.0{percent}", "year": "0", "number": "0.0###", "flag": "0;;",
        }  # fmt: skip
        return {"num_format": forms[kind], "align": "right"}

    def level(self, value: float, unit: str) -> float:
        """A level in the unit that is written."""
        return float(self.w.shifted(value, unit))

    def written(self, value: float, lever: Lever) -> float:
        """A lever's value as its cell has it."""
        return self.level(value, lever.unit) if lever.kind == "level" else value

    def unit(self, lever: Lever) -> str:
        """What stands beside a lever's value."""
        if lever.kind == "rate":
            return self.w(N_("a year")) if lever.unit == "%" else ""
        return self.w.unit(lever.unit)

    def finished(self) -> bytes:
        """The file."""
        self.workbook.close()
        return self._file.getvalue()


def look_of(lever: Lever, w: Wording) -> str:
    """How a lever's value is written."""
    return f"exact:{w.digits(lever.unit)}" if lever.kind == "level" else {"rate": "exact"}.get(lever.kind, lever.kind)


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


def cell(row: int, column: int) -> str:
    """A cell of the same sheet, as formulas say it."""
    return str(xl_rowcol_to_cell(row, column))


def in_year(row: str, year: str = "target_year") -> str:
    """The formula of a row in a year."""
    return f"INDEX({row},1,{year}-base_year+1)"


def rounded_up(formula: str, digits: int = UP) -> str:
    """The formula of a number above -1 rounded up to so many decimals, but for the noise of the arithmetic."""
    return f"(ROUNDUP(ROUND(({formula})*{10**digits},6)+{10**digits},0)-{10**digits})/{10**digits}"


def up(value: str | float | None, digits: int = UP) -> float | None:
    """What `rounded_up` comes to."""
    return None if value is None else float(safe(Decimal(repr(float(value))), digits, ROUND_CEILING))
