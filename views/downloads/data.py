"""The paths as tidy data, CSV or Parquet: one row for each scenario, indicator and year."""

import codecs
import csv
import io
import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pyarrow as pa
import pyarrow.parquet

from model.economics.projection import DERIVED_PATHS, baseline_of, project
from model.economics.uncertainty import uncertainty
from model.language.rates import percent, plain
from model.language.rounding import significant, significant_growth
from model.language.spreadsheet import neutral
from model.language.words import N_
from model.link.version import EDITION
from model.region.indicators import GDP
from model.scenario.origins import PUBLISHED, Origin, origin, target_origin
from model.scenario.scenario import Scenario
from views.downloads.about import Occasion, check_sum
from views.state import State
from views.words import compared
from views.words.reported import BASES

Cell = str | int | float | None
COLUMNS: Mapping[str, pa.DataType] = MappingProxyType({
    N_("scenario"): pa.string(), N_("indicator"): pa.string(), N_("indicator, name"): pa.string(),
    N_("price basis"): pa.string(), N_("unit of levels"): pa.string(), N_("year"): pa.int64(),
    N_("growth, % (nominal at current prices, real at constant prices)"): pa.float64(),
    N_("level from the low baseline"): pa.float64(), N_("level"): pa.float64(),
    N_("level from the high baseline"): pa.float64(),
    N_("chance of being at or above the target at the end of the year, from 0 to 1"): pa.float64(),
    N_("target, at current prices"): pa.float64(), N_("deadline of the target"): pa.int64(),
    N_("origin of the target"): pa.string(), N_("origin of the baseline"): pa.string(), N_("region"): pa.string(),
    N_("link, by its check sum"): pa.string(), N_("edition of data and model"): pa.int64(),
})  # fmt: skip
CHANCE = 4
"""Decimals of a chance."""
ORIGINS: Mapping[Origin, str] = MappingProxyType({
    PUBLISHED: N_("published"), "derived": N_("derived; no published figure"), "typed": N_("typed, without a source"),
    "set": N_("set by hand"), "default": N_("system default"),
})  # fmt: skip


def parquet(occasion: Occasion) -> bytes:
    """Parquet: the same rows as the CSV file, as numbers where they are numbers; its columns are in English always."""
    schema = pa.schema(list(COLUMNS.items()))
    rows, saved = list(_rows(occasion)), io.BytesIO()
    columns = [pa.array(column, kind) for column, kind in zip(zip(*rows, strict=True), schema.types, strict=True)]
    pyarrow.parquet.write_table(pa.Table.from_arrays(columns, schema=schema), saved)
    return saved.getvalue()


def build(occasion: Occasion) -> bytes:
    """CSV in UTF-8, with the mark by which spreadsheets know it; numbers have 15 digits and a decimal point."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(map(occasion.now.wording, COLUMNS))
    writer.writerows(map(_written, row) for row in _rows(occasion))
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _written(cell: Cell) -> str:
    """A cell of CSV; a text that a spreadsheet would take for a formula stays a text."""
    return neutral(cell) if isinstance(cell, str) else "" if cell is None else plain(cell)


def _rows(occasion: Occasion) -> Iterator[tuple[Cell, ...]]:
    """The rows.

    Growth in per cent: nominal, but real for the level in prices of the base year. The chance, GDP's alone, and the
    targets stand in the rows at current prices.
    """
    state, region = occasion.now, occasion.now.pack.region
    same = state.wording.either(region.name_zh, region.name_en), f"check={check_sum(state)}", EDITION
    for _, name, scenario in compared.listed(state):
        yield from ((*row, *same) for row in _own(state, name, scenario))


def _own(state: State, name: str, scenario: Scenario) -> Iterator[tuple[Cell, ...]]:
    w, found = state.wording, uncertainty(scenario)
    for key, points in project(scenario).points.items():
        indicator = state.pack.indicator(baseline_of(key))
        start = w(ORIGINS[origin(scenario.base(indicator.key), indicator.key, state.pack)])
        named = w(DERIVED_PATHS[key].name if key in DERIVED_PATHS else indicator.name)
        goal, deadline = scenario.target(indicator.key)
        of_goal = w(ORIGINS[target_origin(scenario, indicator.key)])
        target = (
            (float(w.shifted(goal, indicator.unit)), deadline, of_goal) if key not in DERIVED_PATHS else (None,) * 3
        )
        for point in points:
            low, high = point.ends
            levels = (
                None if math.isnan(level) else float(w.shifted(significant(level), point.unit))
                for level in (low, point.level, high)
            )
            growth = None if math.isnan(point.growth) else float(percent(significant_growth(point.growth)))
            known = key == GDP.key and point.year > state.pack.base_year
            chance = round(found.chance_in(point.year), CHANCE) if known else None
            yield (name, key, named, w(BASES[point.price_basis]), w.unit(point.unit), point.year,
                   growth, *levels, chance, *target, start)  # fmt: skip
