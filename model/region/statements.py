"""What the plan report says in figures: each target of the plan year held against the base year's result."""

import functools
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from model.language.rates import apart, plain, rate
from model.language.units import Unit
from model.language.wording import LOCALES, Wording
from model.language.words import N_
from model.region.pack import CACHED_PACKS, Pack
from model.region.records import Statement, Trust

if TYPE_CHECKING:
    import pandas as pd

THEMES = {
    "overall": N_("Overall"),
    "industry": N_("Industry and agriculture"),
    "investment": N_("Investment and projects"),
    "consumption": N_("Consumption"),
    "tourism": N_("Tourism"),
    "finance": N_("Public and private finance"),
    "reform": N_("Reform, opening and innovation"),
    "towns": N_("Towns and villages"),
    "ecology": N_("Ecology"),
    "livelihood": N_("Livelihood"),
    "safety": N_("Safety"),
}
"""What a statement may be about, in the order of the page."""
ALL_OF = {"binding": "plan_indicators_binding", "expected": "plan_indicators_expected"}
"""The statements, where a report has them, on how many indicators of each status the plan sets."""
MET_OF = "plan_indicators_met", "plan_indicators_total"
"""The statements, where a report has them, on how many indicators of the base year's plan were met, and of how many."""
LARGE_ZH = {"亿": 8, "万": 4}
LARGE_EN = {"bn ": 9, "m ": 6, "thousand ": 3}
"""What a unit's name may begin with, as a power of ten."""
FINE = 1000
"""Below it a level has a decimal also where the report prints none: growth would not show otherwise."""
Against = Literal["more", "same", "lower", "slower", "beaten", "about"]
"""What a target asks for beside the result, given which way the plan wants it to go: more; the same; a level short of
it; slower growth in that direction; a floor or ceiling of a level that was already beaten; about what was reached."""


def trust(row: Statement, pack: Pack) -> Trust:
    """How far a row's figures are to be trusted: as its source, but C at best where the text leaves something open."""
    printed = pack.sources[row.source].trust
    return max("C", printed) if row.doubt else printed


@dataclass(frozen=True)
class Comparison:
    """A target held against a result: two levels, or two rates of growth."""

    basis: Literal["level", "growth"]
    growth: float | None
    """Growth from the base year that the target means [fraction]; None for shares, and from nothing."""
    points: float | None
    """Target minus result where both are rates [fraction]."""
    level: float | None
    """The level that the target means [the statement's unit]; None where no level is known."""
    against: Against


def compare(statement: Statement, plan_year: int) -> Comparison | None:
    """The statement's target beside its result; None where they are not two levels or two rates, or of another year."""
    result, target = statement.result, statement.target
    before, after = statement.result_growth, statement.target_growth
    if statement.target_year != plan_year:
        return None
    if result is not None and target is not None:
        against = _against(statement, apart(target, result))
        if statement.unit_zh == "%":
            return Comparison("level", None, rate(apart(target, result)), target, against)
        return Comparison("level", target / result - 1 if result > 0 else None, None, target, against)
    if after is None:
        return None
    level = None if result is None else result * (1 + rate(after))
    if before is not None:
        points = apart(after, before)
        return Comparison("growth", rate(after), rate(points), level, _against(statement, points, after))
    if level is not None:
        return Comparison("level", rate(after), None, level, _against(statement, after))
    return None


def shift(statement: Statement) -> int:
    """By how many decimal places a level moves from its Chinese to its English unit: 亿元 to bn yuan is -1."""
    zh, en = statement.unit_zh, statement.unit_en
    one = next((power for name, power in LARGE_ZH.items() if zh.startswith(name)), 0)
    other = next((power for name, power in LARGE_EN.items() if en.startswith(name)), 0)
    return one - other


def unit_of(row: Statement) -> Unit:
    """The unit of a statement's levels, with the decimals that its result has; one at least where it is small."""
    moved, level = shift(row), Decimal(repr(float(row.result or 0.0)))
    decimals = (
        max(-int(each.normalize().as_tuple().exponent), int(each < FINE)) for each in (level, level.scaleb(moved))
    )
    return Unit(row.unit_zh, row.unit_en, moved, (next(decimals), next(decimals)), row.price_basis)


@functools.lru_cache(maxsize=CACHED_PACKS)
def comparisons(pack: Pack) -> Mapping[str, Comparison | None]:
    return {key: compare(each, pack.own.first_year) for key, each in pack.statements.items()}


@functools.lru_cache(maxsize=CACHED_PACKS)
def frame(pack: Pack) -> "pd.DataFrame":
    """One row a statement, by key: what is said, what it means, and how target and result compare.

    `two_sided` has both a result and a target of the plan year; `alike` counts the same on both sides; `projectable`
    has a level in the base year and a growth rate that the plan sets, said or implied. Growth and points are fractions.
    """
    import pandas as pd  # here, so that no command line waits until it is loaded

    rows = [_row(each, comparisons(pack)[key], pack.own.first_year) for key, each in pack.statements.items()]
    return pd.DataFrame(rows, columns=COLUMNS).set_index("key")


COLUMNS = (
    "key", "theme", "status", "direction", "result", "result_growth", "target", "target_growth", "aims", "two_sided",
    "alike", "basis", "growth", "points", "level", "against", "projectable", "text",
)  # fmt: skip


def _row(each: Statement, found: Comparison | None, plan_year: int) -> tuple[object, ...]:
    aims = each.has_target and each.target_year == plan_year
    growth = None if found is None else found.growth
    compared = (found.basis, growth, found.points, found.level, found.against) if found else ("", None, None, None, "")
    return (
        each.key, each.theme, each.status, each.direction, each.result,
        None if each.result_growth is None else rate(each.result_growth), each.target,
        None if each.target_growth is None else rate(each.target_growth), aims, aims and each.has_result,
        each.comparable == "yes", *compared, each.result is not None and growth is not None, _text(each),
    )  # fmt: skip


GROUPED = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
"""A comma between the thousands of a number."""


def folded(text: str) -> str:
    """The text as it is searched: full-width and upper-case letters, minus signs and thousands are as the others."""
    return GROUPED.sub("", unicodedata.normalize("NFKC", text).replace("−", "-").casefold())


def holding(listed: "pd.DataFrame", text: str, printed: Callable[[str], str] | None = None) -> "pd.DataFrame":
    """The rows in which every word of the text stands: in their themes, names, figures, units, notes or places.

    `printed` is what a reader sees of a row besides, by its key. What has neither letter nor digit is no word.
    """
    wanted = [word for word in folded(text).split() if any(map(str.isalnum, word))]
    if not wanted:
        return listed
    texts = listed["text"]
    if printed is not None:
        texts = texts + [f" {folded(printed(key))}" for key in listed.index]
    return listed[[all(word in each for word in wanted) for each in texts]]


def _text(each: Statement) -> str:
    numbers = (each.result, each.result_growth, each.target, each.target_growth)
    said = (plain(number) for number in numbers if number is not None)
    themes = (Wording(language, 0)(THEMES[each.theme]) for language in LOCALES)
    names = (each.name_zh, each.name_en, each.unit_zh, each.unit_en)
    return folded(" ".join((*themes, *names, each.locator, each.note_zh, each.note_en, *said)))


def _against(statement: Statement, beyond: float, grows: float = 0.0) -> Against:
    """`beyond` is target less result, and `grows` the growth aimed at where growth is compared."""
    side = -1 if statement.direction == "less" else 1
    if beyond * side >= 0:
        return "more" if beyond else "same"
    if statement.target_sign == "~":
        return "about"
    if grows * side > 0:
        return "slower"
    return "beaten" if statement.target_sign == ("<=" if side < 0 else ">=") else "lower"
