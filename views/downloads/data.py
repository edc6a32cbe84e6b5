"""The paths as data: a row for every indicator and year of every scenario that is compared."""

import codecs
import csv
import io
import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from model.economics.projection import Point, measured, project
from model.economics.uncertainty import uncertainty
from model.language.rates import percent, plain
from model.language.rounding import significant, significant_growth
from model.language.spreadsheet import neutral
from model.language.words import N_
from model.link.editions import current
from model.region.indicators import BY_KEY, GDP
from model.scenario.origins import PUBLISHED, Origin, origin
from model.scenario.scenario import Scenario
from views.downloads.about import Occasion, check_sum
from views.state import State
from views.words import compared, further, reported
from views.words.reported import BASES

COLUMNS = (
    N_("scenario"), N_("indicator"), N_("indicator, name"), N_("price basis"), N_("unit of levels"), N_("year"),
    N_("growth, % (nominal at current prices, real at constant prices)"),
    N_("level from the low baseline"), N_("level"), N_("level from the high baseline"),
    N_("chance of being at or above the target at the end of the year, from 0 to 1"), N_("target, at current prices"),
    N_("deadline of the target"), N_("origin of the baseline"), N_("region"),
    N_("link, by its check sum"), N_("edition of data and model"),
)  # fmt: skip

ORIGINS: Mapping[Origin, str] = MappingProxyType({
    PUBLISHED: N_("published"), "derived": N_("derived; no published figure"), "typed": N_("typed, without a source"),
    "set": N_("set by hand"),
})  # fmt: skip


def build(occasion: Occasion) -> bytes:
    """CSV in UTF-8, with the mark by which spreadsheets know it; numbers have 15 digits and a decimal point.

    Growth in per cent: nominal, but real for the level in prices of the base year. What comes from the ends of the
    baseline is empty where it has none. The chance, GDP's alone, and the targets stand in the rows at current prices.
    """
    now, text = occasion.now, io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(now.wording(column) for column in COLUMNS)
    region = now.pack.region
    taken = neutral(now.wording.either(region.name_zh, region.name_en)), f"check={check_sum(now)}", str(current())
    for _, name, scenario in compared.listed(now):
        writer.writerows([*row, *taken] for row in _rows(now, name, scenario))
    writer.writerows([*row, *taken] for row in _further(now))
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _rows(now: State, name: str, scenario: Scenario) -> Iterator[list[str]]:
    w, sure = now.wording, uncertainty(scenario)
    for key, points in project(scenario).points.items():
        indicator = BY_KEY[measured(key)]
        start = w(ORIGINS[origin(scenario[f"{indicator.key}_base"], indicator.key, now.pack)])
        goal, deadline = scenario.target(indicator.key)
        target = [plain(w.shifted(goal, indicator.unit)), str(deadline)] if key == indicator.key else ["", ""]
        for point in points:
            low, high = point.ends
            levels = [
                "" if math.isnan(level) else plain(w.shifted(significant(level), point.unit))
                for level in (low, point.level, high)
            ]
            chance = plain(significant(sure.chance_in(point.year))) if key == GDP.key else ""
            yield [neutral(name), key, w(indicator.name), w(BASES[point.price_basis]), w.unit(point.unit),
                   str(point.year), _growth(point), *levels, chance, *target, start]  # fmt: skip


def _further(now: State) -> Iterator[list[str]]:
    """The further paths, which are the same beside every scenario: no name of one stands there."""
    w = now.wording
    for path in further.listed_paths(now):
        row, rates = path.row, ["", *(percent(significant_growth(rate)) for rate in path.growth)]
        basis, unit = w(BASES[row.price_basis]) if row.price_basis else "", w.either(row.unit_zh, row.unit_en)
        for year, rate, level in zip(further.years_of(now), rates, path.levels, strict=True):
            shown = plain(reported.shifted(now, row, significant(level)))
            levels, same = ("", shown, ""), ("", "", "")
            yield ["", row.key, reported.name(now, row), basis, unit, str(year), rate, *levels, *same,
                   w(ORIGINS[PUBLISHED])]  # fmt: skip


def _growth(point: Point) -> str:
    return "" if math.isnan(point.growth) else percent(significant_growth(point.growth))
