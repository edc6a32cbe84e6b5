"""What all charts share: colours by role, the type, and a definition as Streamlit takes it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import altair as alt
import pyarrow as pa
import streamlit as st

from model.language.wording import Wording
from views.lines import wrapped

Theme = Literal["light", "dark"]
Spec = dict[str, Any]
COLOURS: Mapping[Theme, Mapping[str, str]] = {
    "light": {
        "text": "#14181d", "soft": "#5d6671", "grid": "#e8ebee", "axis": "#b9c0c8", "page": "#ffffff",
        "scenario": "#1d5da6", "reference": "#6c7580", "published": "#3f4750", "target": "#b5500c",
        "reached": "#1b7a4b", "depends": "#8a6a00", "not_reached": "#b3362e",
    },
    "dark": {
        "text": "#e8ebee", "soft": "#98a2ad", "grid": "#222930", "axis": "#46505a", "page": "#0f1317",
        "scenario": "#74ace8", "reference": "#8d97a2", "published": "#c3cad1", "target": "#f09a5b",
        "reached": "#5fc391", "depends": "#e2c04f", "not_reached": "#f08c83",
    },
}  # fmt: skip
"""Colours by role; those of text and marks have a contrast of at least 4.5 : 1 against the page."""
PAPER = COLOURS["light"]
"""The colours of documents."""
FONT = '"Source Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
NAME_CELLS = 22
"""Letters on a line of a name, a Chinese one counting twice."""
PLACED: Mapping[str, Any] = {key: alt.ExprRef(f"datum.{key}") for key in ("align", "dx", "dy")}
"""Where a label stands beside its point, as its row says."""
NARROW = "width < 420"
"""A Vega expression: whether the chart is as narrow as on a phone."""


def theme() -> Theme:
    """The theme of the visitor's page."""
    return "dark" if st.context.theme.type == "dark" else "light"


def title(name: str, subtitle: str, colours: Mapping[str, str]) -> alt.TitleParams:
    """A chart's title, with one line below it; the line may be a Vega expression in `alt.ExprRef`."""
    return alt.TitleParams(
        name, subtitle=subtitle, anchor="start", frame="bounds", fontSize=14, fontWeight=600, color=colours["text"],
        subtitleColor=colours["soft"], subtitleFontSize=12, offset=10, subtitlePadding=6,
    )  # fmt: skip


def to_spec(chart: alt.LayerChart | alt.FacetChart | alt.Chart, colours: Mapping[str, str], right: int = 0) -> Spec:
    """The definition as Streamlit takes it, with `right` pixels free at the right; the rows come beside it."""
    spec: Spec = chart.to_dict()
    for part in (spec, *spec.get("layer", ())):
        for key in ("$schema", "config", "data", "datasets"):
            part.pop(key, None)
    quiet = {"labelColor": colours["soft"], "labelFontSize": 12, "gridColor": colours["grid"]}
    spec["config"] = {
        "background": None,
        "font": FONT,
        "view": {"stroke": None},
        "mark": {"aria": False},  # a chart is read aloud by its `alt`; its marks would be read as raw fields
        "axis": quiet | {"domainColor": colours["axis"], "tickColor": colours["axis"]},
    }
    spec["padding"] = {"left": 0, "right": right, "top": 4, "bottom": 3}
    spec["autosize"] = {"type": "fit", "contains": "padding"}
    return spec


def scaled(channel: Any, field: str, styles: Mapping[str, Any], colours: Mapping[str, str] | None = None) -> Any:
    """A channel, without a legend, that gives each value of a column its style: a colour by role, a size, dashes."""
    values = [colours.get(style, style) if colours else style for style in styles.values()]
    return channel(field, legend=None, scale=alt.Scale(type="ordinal", domain=list(styles), range=values))


def part(base: alt.Chart, *roles: str, field: str = "role") -> alt.Chart:
    """The rows of these roles."""
    return base.transform_filter(alt.FieldOneOfPredicate(field, list(roles)))


def names_axis(colours: Mapping[str, str]) -> alt.Axis:
    """An axis of names beside their rows, on as many lines as they have."""
    return alt.Axis(
        title=None, domain=False, ticks=False, labelLimit=230, labelColor=colours["text"], labelFontSize=13,
        labelPadding=8, labelExpr="split(datum.label, '\\n')",
    )  # fmt: skip


def on_lines(name: str, cells: int = NAME_CELLS) -> str:
    """A name for `names_axis`: its lines are short enough for a phone."""
    return "\n".join(wrapped(name, cells))


def tips(w: Wording, **fields: str) -> list[alt.Tooltip]:
    """A tooltip of these columns, which hold finished words, each under its name."""
    return [alt.Tooltip(f"{field}:N", title=w(name)) for field, name in fields.items()]


def table(rows: Sequence[Mapping[str, Any]], **columns: object) -> pa.Table:
    """The rows as a table; a column is of the kind of its example. A lacking text is empty, a lacking number none."""
    kinds = {str: pa.string(), float: pa.float64(), int: pa.int32()}
    return pa.table(
        {
            name: pa.array([row.get(name, "" if like == "" else None) for row in rows], kinds[type(like)])
            for name, like in columns.items()
        }
    )
