"""Where does a row of the plan report go? A small chart like those of the other indicators, with a scale of its own."""

from typing import Any

import pyarrow as pa

from views.charts import others
from views.charts.look import Spec, Theme
from views.state import State
from views.words import reported
from views.words.further import Path, basis, said_level, with_unit, years_of


def definition(state: State, path: Path, theme: Theme) -> Spec:
    """The chart of a path as Streamlit takes it."""
    return others.small(reported.name(state, path.row), basis(state, path.row), state.language, theme)


def rows(state: State, path: Path) -> pa.Table:
    """The rows of the chart; the plan stands beside the path where they differ, the label of the higher end above."""
    lines = {"reference": path.planned, "scenario": path.levels}
    if path.planned == path.levels:
        del lines["reference"]
    found: list[dict[str, Any]] = []

    def add(mark: str, role: str, x: int, level: float, **more: Any) -> None:
        y = float(reported.shifted(state, path.row, level))
        found.append({"mark": mark, "role": role, "x": float(x), "y": y, **more})

    years = years_of(state)
    for role, levels in lines.items():
        for year, level in zip(years, levels, strict=True):
            add("line", role, year, level)
        above = all(levels[-1] >= other[-1] for other in lines.values())
        text = said_level(state, path.row, levels[-1])
        add("dot", role, years[-1], levels[-1])
        add("label", role, years[-1], levels[-1], text=text, align="right", dy=-13 if above else 15)
    top = max(max(levels) for levels in lines.values()) * 1.15
    for year, own, plan in zip(years, path.levels, path.planned, strict=True):
        said = {name: with_unit(state, path.row, level) for name, level in (("own", own), ("plan", plan))}
        add("hover", "scenario", year, top, year=str(year), **said)
    return others.table(found)
