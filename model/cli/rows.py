"""The rows of a sweep, part by part, into a Parquet or CSV file: as much memory for a billion rows as for one part."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import IO

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from model.answer import Answer
from model.cli.ranges import Range
from model.economics.phrases import title
from model.economics.sweep import outcomes
from model.economics.verdict import STATUSES
from model.language.wording import Wording
from model.language.words import N_
from model.link.version import EDITION
from model.region.indicators import GDP
from model.scenario.scenario import Scenario

PART = 100_000
"""Rows that are worked out and written together."""
RESULTS = (
    (GDP.key, "float64", GDP.unit, N_("GDP at its deadline, current prices")),
    ("gap", "float64", GDP.unit, N_("GDP less its target: negative where it is short")),
    ("gdp_from_official", "float64", GDP.unit, N_("GDP at its deadline, from the latest official level")),
    ("status", "string", "", N_(
        "reached, depends or not_reached: from the baseline and from the latest official level, or from the low, "
        "the central and the high baseline where there is none"
    )),
    ("required_later", "float64", "%", N_("GDP growth from {later} that meets the target; empty where there is none")),
    ("chance", "float64", "", N_("chance that GDP is at its target or above, from 0 to 1")),
)  # fmt: skip
"""The columns behind those of the levers: name, type, unit, meaning. Other indicators follow at their own deadlines."""
OTHER = N_("{name} at its own deadline, current prices")


def save(file: IO[bytes], csv: bool, answer: Answer, ranges: Sequence[Range], done: Callable[[int], object]) -> None:
    """Writes every row, the last lever moving fastest; `done` is told how many rows each part had."""
    schema = columns(answer, ranges)
    with pa.csv.CSVWriter(file, schema) if csv else pa.parquet.ParquetWriter(file, schema) as writer:
        for batch in batches(schema, answer, ranges):
            writer.write_batch(batch)
            done(batch.num_rows)


def columns(answer: Answer, ranges: Sequence[Range]) -> pa.Schema:
    """The columns, each with its unit and meaning, and where the numbers come from."""
    w, others = answer.wording, (each for each in answer.pack.indicators if each is not GDP)
    fields = [
        *((each.key, "int32" if each.lever.kind == "year" else "float64", each.lever.unit, _meaning(each, w))
          for each in ranges),
        *((key, kind, unit, w(meaning)) for key, kind, unit, meaning in RESULTS),
        *((each.key, "float64", each.unit, w(OTHER, name=w(each.name))) for each in others),
    ]  # fmt: skip
    origin = {"region": answer.scenario.region, "link": answer.link, "edition": str(EDITION)}
    return pa.schema([
        pa.field(key, kind, metadata={"unit": unit, "meaning": meaning}) for key, kind, unit, meaning in fields
    ], metadata=origin)  # fmt: skip


def _meaning(moved: Range, w: Wording) -> str:
    if moved.year is None:
        return title(moved.lever, w)
    return w(N_("{name} {year}"), name=w(moved.lever.name), year=moved.year)


def batches(schema: pa.Schema, answer: Answer, ranges: Sequence[Range]) -> Iterator[pa.RecordBatch]:
    """All combinations of the levers' values and what follows from each, some at a time."""
    shape = tuple(len(each.typed) for each in ranges)
    scenario, statuses = _with_years(answer, ranges), pa.array(STATUSES)
    for start in range(0, math.prod(shape), PART):
        rows = np.arange(start, min(start + PART, math.prod(shape)))
        index = list(zip(ranges, np.unravel_index(rows, shape), strict=True))
        found = outcomes(scenario, {each.key: each.inside[at] for each, at in index})
        results = {
            **found.levels,
            "gap": found.gap,
            "gdp_from_official": pa.array(found.from_official, mask=np.isnan(found.from_official)),
            "status": statuses.take(pa.array(found.status)),
            "required_later": pa.array(found.required_later * 100, mask=np.isnan(found.required_later)),
            "chance": found.chance,
        }
        values = {each.key: each.typed[at] for each, at in index} | results
        arrays = [pa.array(values[field.name]).cast(field.type) for field in schema]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _with_years(answer: Answer, ranges: Sequence[Range]) -> Scenario:
    """The scenario in which the single years that move are set by hand."""
    scenario = answer.scenario
    for each in ranges:
        if each.year:
            scenario = scenario.by_hand(each.lever.param, each.year, float(each.inside[0]))
    return scenario
