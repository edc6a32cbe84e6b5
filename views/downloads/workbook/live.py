"""Formulas that are worked out while they are written: a file holds right numbers before anything recalculates it.

A `Live` is put together with the operators of Python. It is a formula as Excel, WPS and LibreOffice read it, and at the
same time what that formula comes to.
"""

import math
import operator
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Any

import numpy as np

ATOM = 9
"""How tightly a name, a number or a function's brackets hold together: more than any operator."""
OPERATORS: Mapping[str, tuple[int, Callable[[Any, Any], Any]]] = MappingProxyType(
    {
        ">=": (1, operator.ge), "<=": (1, operator.le), ">": (1, operator.gt), "<": (1, operator.lt),
        "=": (1, lambda left, right: _same(left, right)),
        "<>": (1, lambda left, right: np.logical_not(_same(left, right))),
        "&": (2, lambda left, right: _text(left) + _text(right)),
        "+": (3, np.add), "-": (3, np.subtract),
        "*": (4, np.multiply), "/": (4, np.divide),
        "^": (5, np.power),
    }
)  # fmt: skip
"""How tightly each binds, and what it does."""
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
        return Live(f"-{inner}", _worked_out(operator.neg, self.value), OPERATORS["-"][0])

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
    return Live(text, _worked_out(FUNCTIONS[function], *(each.value for each in given)))


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
    return Live(f"{before}{sign}{after}", _worked_out(work, one.value, other.value), binds)


def _worked_out(work: Callable[..., Any], *values: Any) -> Any:
    """What comes out; nan where nothing does, which a test around it has to keep from being shown."""
    with np.errstate(all="ignore"):
        try:
            return work(*values)
        except (TypeError, ValueError, IndexError):
            return math.nan


def _items(arguments: tuple[Any, ...]) -> list[Any]:
    """Arguments, and what stands in ranges; an empty cell is an empty text."""
    return [item for argument in arguments for item in np.ravel(np.asarray(argument, object))]


def _numbers(arguments: tuple[Any, ...]) -> list[float]:
    """The numbers among arguments and in ranges: texts and empty cells do not count, an error is one of the whole."""
    found = [float(item) for item in _items(arguments) if not isinstance(item, str)]
    if not all(map(math.isfinite, found)):
        raise ValueError("something among them comes to nothing")
    return found


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, np.number, np.bool_)) and math.isfinite(value)


def _same(left: Any, right: Any) -> Any:
    """Whether the two are the same; as Excel has it, a truth is no number."""
    if np.ndim(left) or np.ndim(right):
        return np.equal(left, right)
    truths = [isinstance(each, (bool, np.bool_)) for each in (left, right)]
    return truths[0] == truths[1] and bool(left == right)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return f"{float(value):.15g}"


def _fixed(value: float, digits: float) -> str:
    """As FIXED writes it: rounded half away from zero, grouped by thousands."""
    rounded = Decimal(f"{float(value):.15g}").quantize(Decimal(1).scaleb(-int(digits)), ROUND_HALF_UP)
    return f"{rounded if rounded else abs(rounded):,f}"


def _count_if(among: Any, test: str) -> float:
    """How many numbers stand on that side of a limit; texts and empty cells do on none."""
    beyond, limit = OPERATORS[test[0]][1], float(test[1:])
    return float(sum(_is_number(each) and beyond(each, limit) for each in _items((among,))))


def _match(wanted: Any, among: Any, how: float) -> float:
    assert how == 0, "only exact matches are looked for"
    return float(list(among).index(wanted) + 1)


FUNCTIONS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "ABS": np.abs,
        "AND": lambda *tests: all(tests),
        "CHOOSE": lambda place, *among: among[int(place) - 1],
        "COUNT": lambda *among: float(sum(_is_number(each) for each in _items(among))),
        "COUNTA": lambda *among: float(sum(each != "" for each in _items(among))),
        "COUNTIF": _count_if,
        "EXP": np.exp,
        "FIXED": _fixed,
        "IF": lambda test, then, otherwise: then if test else otherwise,
        "IFERROR": lambda value, otherwise: value if isinstance(value, str) or _is_number(value) else otherwise,
        "INDEX": lambda among, place: among[int(place) - 1],
        "INT": np.floor,
        "ISNUMBER": _is_number,
        "LN": np.log,
        "LOG10": np.log10,
        "MATCH": _match,
        "MAX": lambda *among: max(_numbers(among), default=0.0),
        "MIN": lambda *among: min(_numbers(among), default=0.0),
        "NORMSDIST": lambda z: 0.5 * math.erfc(-z / math.sqrt(2)),
        "NOT": operator.not_,
        "OR": lambda *tests: any(tests),
        "ROUND": lambda number, digits: np.round(number, int(digits)),
        "SQRT": np.sqrt,
        "SUBSTITUTE": lambda text, old, new: text.replace(old, new),
        "SUM": lambda *among: math.fsum(_numbers(among)),
        "SUMPRODUCT": lambda array: float(np.sum(array)),
    }
)
"""What is used of the spreadsheet's functions: all of them old enough for every program."""
