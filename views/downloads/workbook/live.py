"""Formulas that are worked out while they are written: a file holds right numbers before anything recalculates it.

A `Live` is put together with the operators of Python. It is a formula as Excel, WPS and LibreOffice read it, and at the
same time what that formula comes to.
"""

import operator
import string
from dataclasses import dataclass
from typing import Any

from views.downloads.workbook.functions import FUNCTIONS, OPERATORS, worked_out

ATOM = 9
"""How tightly a name, a number or a function's brackets hold together: more than any operator."""
NOTHING = "–"
"""What stands in a cell where there is no answer."""


@dataclass(frozen=True, eq=False)
class Live:
    """A formula without its equals sign, and what it comes to: a number, a text, or an array for a range of cells."""

    text: str
    value: Any
    binds: int = ATOM

    def __add__(self, other: "Operand") -> "Live":
        return _joined(self, "+", other)

    def __radd__(self, other: "Operand") -> "Live":
        return _joined(other, "+", self)

    def __sub__(self, other: "Operand") -> "Live":
        return _joined(self, "-", other)

    def __rsub__(self, other: "Operand") -> "Live":
        return _joined(other, "-", self)

    def __mul__(self, other: "Operand") -> "Live":
        return _joined(self, "*", other)

    def __rmul__(self, other: "Operand") -> "Live":
        return _joined(other, "*", self)

    def __truediv__(self, other: "Operand") -> "Live":
        return _joined(self, "/", other)

    def __rtruediv__(self, other: "Operand") -> "Live":
        return _joined(other, "/", self)

    def __pow__(self, other: "Operand") -> "Live":
        return _joined(self, "^", other)

    def __neg__(self) -> "Live":
        inner = self.text if self.binds == ATOM else f"({self.text})"
        return Live(f"-{inner}", worked_out(operator.neg, self.value), OPERATORS["-"][0])

    def __ge__(self, other: "Operand") -> "Live":
        return _joined(self, ">=", other)

    def __le__(self, other: "Operand") -> "Live":
        return _joined(self, "<=", other)

    def __gt__(self, other: "Operand") -> "Live":
        return _joined(self, ">", other)

    def __lt__(self, other: "Operand") -> "Live":
        return _joined(self, "<", other)

    def __and__(self, other: "Operand") -> "Live":
        return _joined(self, "&", other)

    def is_(self, other: "Operand") -> "Live":
        """Whether the two are the same."""
        return _joined(self, "=", other)

    def differs(self, other: "Operand") -> "Live":
        """Whether the two are not the same."""
        return _joined(self, "<>", other)

    def held(self, row: bool = False, column: bool = False) -> "Live":
        """The cell with its row or its column held, where a formula is taken for many cells."""
        sheet, mark, at = self.text.rpartition("!")
        letters, digits = at.rstrip("0123456789"), at.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return Live(f"{sheet}{mark}{'$' * column}{letters}{'$' * row}{digits}", self.value)


Operand = Live | float | str
"""What formulas are put together from."""


def live(given: Operand) -> Live:
    """A number or a text as a part of a formula; what is one already, itself."""
    if isinstance(given, Live):
        return given
    if isinstance(given, str):
        return Live('"' + given.replace('"', '""') + '"', given)
    number = repr(int(given) if float(given).is_integer() else float(given)).upper()
    return Live(number, float(given), ATOM if given >= 0 else OPERATORS["-"][0])


def call(function: str, *arguments: Operand) -> Live:
    """A function of the spreadsheet, one of `FUNCTIONS`."""
    given = [live(argument) for argument in arguments]
    text = f"{function}({','.join(each.text for each in given)})"
    return Live(text, worked_out(FUNCTIONS[function], *(each.value for each in given)))


def when(test: Live, then: Operand, otherwise: Operand) -> Live:
    """The one where the test holds, the other where not."""
    return call("IF", test, then, otherwise)


def sentence(template: str, **parts: Operand) -> Live:
    """A sentence whose {placeholders} are filled by parts of a formula."""
    pieces: list[Live] = []
    for before, name, _, _ in string.Formatter().parse(template):
        pieces += [live(before)] if before else []
        pieces += [live(parts[name])] if name else []
    said = pieces[0]
    for piece in pieces[1:]:
        said = said & piece
    return said


def fixed(number: Operand, digits: Operand) -> Live:
    """The number in words, with that many decimals and a minus sign that is one."""
    return call("SUBSTITUTE", call("FIXED", number, digits), "-", "−")


def ceiling(number: Live, digits: Operand) -> Live:
    """The number rounded up, but for noise of the arithmetic: the safe side of what is needed at least."""
    return -floor(-number, digits)


def floor(number: Live, digits: Operand) -> Live:
    """The number rounded down, but for noise of the arithmetic: the safe side of what is allowed at most."""
    power = live(10.0) ** digits
    return call("INT", call("ROUND", number * power, 9 - live(digits))) / power


def _joined(left: Operand, sign: str, right: Operand) -> Live:
    binds, work = OPERATORS[sign]
    one, other = live(left), live(right)
    before = f"({one.text})" if one.binds < binds or (one.binds == binds and sign == "^") else one.text
    after = f"({other.text})" if other.binds <= binds else other.text
    return Live(f"{before}{sign}{after}", worked_out(work, one.value, other.value), binds)
