"""What the operators and functions of a spreadsheet come to, as Excel, WPS and LibreOffice have it."""

import math
import operator
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Any

import numpy as np

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


def worked_out(work: Callable[..., Any], *values: Any) -> Any:
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
        "SIGN": np.sign,
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
        "LEFT": lambda text, count: text[: int(count)],
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
