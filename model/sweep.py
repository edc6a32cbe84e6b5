"""What many scenarios lead to, as a lazy Dask frame: each partition is one vectorised call of the model.

from model.answer import reproduce
from model.sweep import sweep
frame = sweep(reproduce("gdp=6.5,9"), {"gdp_base": [380, 386, 391], "target_year": range(2026, 2031)})
frame[frame["status"] == "reached"].compute()
"""

import functools
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import dask.dataframe as dd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv

from model.answer import Answer, reproduce
from model.economics.growth import Array
from model.economics.phrases import title
from model.economics.sweep import outcomes
from model.economics.verdict import STATUSES
from model.language.problem import Problem, Refused
from model.language.rates import plain, rate
from model.language.wording import Wording
from model.language.words import N_
from model.link.link import write
from model.link.version import EDITION
from model.region.indicators import GDP
from model.region.pack import Pack
from model.scenario.lever import REFUSED, Lever, outside
from model.scenario.scenario import Scenario, lever_at
from model.work.work import Work

PART = 100_000
"""Rows of a partition."""
RESULTS = (
    (GDP.key, pa.float64(), GDP.unit, N_("GDP at its deadline, current prices")),
    ("gap", pa.float64(), GDP.unit, N_("GDP less its target: negative where it is short")),
    ("gdp_from_official", pa.float64(), GDP.unit, N_("GDP at its deadline, from the latest official level")),
    ("status", pa.dictionary(pa.int8(), pa.string()), "", N_(
        "reached, depends or not_reached: from the baseline and from the latest official level, or from the low, "
        "the central and the high baseline where there is none"
    )),
    ("required_later", pa.float64(), "%", N_(
        "GDP growth from {later} that meets the target; empty where there is none"
    )),
    ("chance", pa.float64(), "", N_("chance that GDP is at its target or above, from 0 to 1")),
)  # fmt: skip
"""The columns behind those of the levers: name, type, unit, meaning. Other indicators follow at their own deadlines."""
EMPTY = N_("has no value; a sweep needs at least one; give it")
OTHER = N_("{name} at its own deadline, current prices")


class Axis(NamedTuple):
    """The values of a lever, or of one year's growth as in gdp@2026."""

    key: str
    typed: Array
    """Rates in per cent."""
    inside: Array
    """In the unit of the model."""


def sweep(answer: Answer, values: Mapping[str, Iterable[float]]) -> dd.DataFrame:
    """Every combination of the values a row, the last lever moving fastest; all other levers are those of the answer.

    Growth is in per cent, as it is typed. Raises `Refused` where a lever or a value cannot be used.
    """
    scenario, axes = answer.scenario, list[Axis]()
    for key, typed in values.items():
        lever, year = lever_at(key, scenario.pack)
        axes.append(axis := _axis(key, lever, np.fromiter(typed, float)))
        scenario = scenario.by_hand(lever.series, year, float(axis.inside[0])) if year else scenario
    moved = write(Work(scenario), "en")
    starts = range(0, math.prod(each.typed.size for each in axes), PART)
    frame: dd.DataFrame = dd.from_map(
        _part, starts, link=moved, axes=axes, meta=_part(0, moved, axes, rows=1)[:0], label="sweep"
    )
    return frame


def columns(answer: Answer, keys: Iterable[str]) -> pa.Schema:
    """The columns, each with its unit and meaning, and where the numbers come from: for files."""
    w, others = answer.wording, (each for each in answer.pack.indicators if each is not GDP)
    fields = [
        *(_moved(key, answer.pack, w) for key in keys),
        *((key, kind, unit, w(meaning)) for key, kind, unit, meaning in RESULTS),
        *((each.key, pa.float64(), each.unit, w(OTHER, name=w(each.name))) for each in others),
    ]
    origin = {"region": answer.scenario.region, "link": answer.link, "edition": str(EDITION)}
    return pa.schema([
        pa.field(key, kind, metadata={"unit": unit, "meaning": meaning}) for key, kind, unit, meaning in fields
    ], metadata=origin)  # fmt: skip


def csv(part: pd.DataFrame, schema: pa.Schema, head: bool) -> bytes:
    """Rows as CSV, under the names of the columns or not."""
    sink = pa.BufferOutputStream()
    table = pa.Table.from_pandas(part, schema, preserve_index=False)
    pyarrow.csv.write_csv(table, sink, pyarrow.csv.WriteOptions(include_header=head))
    return bytes(sink.getvalue())


def _moved(key: str, pack: Pack, w: Wording) -> tuple[str, Any, str, str]:
    lever, year = lever_at(key, pack)
    meaning = w(N_("{name} {year}"), name=w(lever.name), year=year) if year else title(lever, w)
    return key, pa.int32() if lever.kind == "year" else pa.float64(), lever.unit, meaning


def _axis(key: str, lever: Lever, typed: Array) -> Axis:
    if not typed.size:
        raise Refused([Problem.at(key, EMPTY)])
    inside = np.array([rate(value) for value in typed.tolist()]) if lever.kind == "rate" else typed
    for value, shown in zip(inside.tolist(), typed.tolist(), strict=True):
        if fault := lever.fault(value):
            raise Refused([replace(outside(lever, plain(shown), REFUSED[fault]), where=key)])
    return Axis(key, typed.astype("int32") if lever.kind == "year" else typed, inside)


def _part(start: int, link: str, axes: list[Axis], rows: int = PART) -> pd.DataFrame:
    """So many rows, from `start` on."""
    shape = tuple(each.typed.size for each in axes)
    places = np.unravel_index(np.arange(start, min(start + rows, math.prod(shape))), shape)
    index = list(zip(axes, places, strict=True))
    found = outcomes(_scenario(link), {each.key: each.inside[at] for each, at in index})
    others = {key: levels for key, levels in found.levels.items() if key != GDP.key}
    return pd.DataFrame({
        **{each.key: each.typed[at] for each, at in index},
        GDP.key: found.levels[GDP.key],
        "gap": found.gap,
        "gdp_from_official": found.from_official,
        "status": pd.Categorical.from_codes(found.status, pd.Index(STATUSES)),
        "required_later": found.required_later * 100,
        "chance": found.chance,
        **others,
    })  # fmt: skip


@functools.lru_cache(maxsize=8)
def _scenario(link: str) -> Scenario:
    """The link's scenario: a worker reads it once, and no figures are sent."""
    return reproduce(link).scenario
