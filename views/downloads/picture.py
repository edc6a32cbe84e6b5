"""Charts as PNG, SVG and PDF, made by vl-convert from the page's own definitions and rows, in the light theme.

PNG and PDF are drawn with Noto Sans SC, which comes with the program. An SVG holds its words as text: a machine
without that font writes them in the next one of the list.
"""

import functools
from typing import Any
from urllib.parse import urlsplit

import pyarrow as pa
import vl_convert
from pylopdf_fonts_zh_cn import sans_path

from model.economics.cautions import cautions
from model.language.words import N_
from views.charts.look import FONT, PAPER, Spec, title
from views.downloads.about import LINKED, Occasion, check_sum, made, qr, without_code
from views.downloads.about import title as whose
from views.downloads.gallery import Chart, gallery
from views.lines import wrapped
from views.state import State
from views.words import names, notes

WIDE, MARGIN, SCALE = 700, 24, 2
"""Pixels of a plot across and around a picture, and pixels of a PNG along one of these."""
SMALL, LINE, CELL = 10.5, 15, 5.4
"""Pixels of the letters at the foot, of a line of them, and of a letter's width; a Chinese one takes two."""
MODULE, CODE = 1.5, 100
"""Pixels of a module of the QR code, and the most modules along it; of a longer link's code a module is one pixel."""
FORMATS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
"""The formats of a picture by their endings, and their types."""


def png(state: State, chart: str, width: int = WIDE, height: int = 330) -> bytes:
    """A chart of `gallery(state)` by its key, without title, source and link: a document says them itself.

    `width` and `height` [pixels] are those of the whole chart; a PNG has two for each. Of "gdp", say in the caption
    what is shaded (`charts.gdp.SHADED`). `gallery(state)[chart]` has `title` and `sources`.
    """
    spec, rows = gallery(state)[chart].draw()
    untitled = {name: part for name, part in spec.items() if name != "title"}
    return _converted(untitled | _look(spec) | {"data": _data(rows), "width": width, "height": height}, "png")


def build(occasion: Occasion, chart: str, ending: str) -> bytes:
    """A chart of the gallery as a file with that ending: with title, sources, link and its QR code."""
    return _converted(picture(occasion, gallery(occasion.now)[chart]), ending)


def picture(occasion: Occasion, chart: Chart) -> Spec:
    """The definition of a chart that can be read by itself: its own, below it the code of the link and the foot."""
    state = occasion.now
    own, rows = chart.draw()
    head = own.get("title") or title(chart.title, chart.note, PAPER).to_dict()
    of = whose(occasion) if chart.of_scenario else names.region_name(state.pack, state.wording)
    plot = {name: part for name, part in own.items() if name not in ("config", "padding", "autosize", "params")}
    plot |= {"data": _data(rows), "width": WIDE, "height": own.get("height") or chart.height}
    plot["title"] = head | {"text": [of, chart.title], "fontSize": 15, "lineHeight": 20}
    code = qr(occasion.address)
    modules = code.symbol_size(border=0)[0] if code else 0
    size = modules * (MODULE if modules <= CODE else 1)
    image = {"type": "image", "width": size, "height": size, "align": "right", "baseline": "top"}
    image |= {"url": code.png_data_uri(scale=4, border=0)} if code else {}
    linked = {"data": {"values": [{}]}, "mark": image, "encoding": {"x": {"value": WIDE}, "y": {"value": 0}},
              "width": WIDE, "height": size}  # fmt: skip
    said = [line for text in foot(occasion, chart) for line in wrapped(text, (WIDE - size - MARGIN) / CELL)]
    small = {"text": said, "orient": "bottom", "anchor": "start", "frame": "bounds", "offset": LINE - size,
             "fontSize": SMALL, "lineHeight": LINE, "fontWeight": 400, "color": PAPER["soft"]}  # fmt: skip
    # A part of several has no size that its expressions know by name.
    sizes = [{"name": name, "value": plot[name]} for name in ("width", "height") if not isinstance(plot[name], dict)]
    return _look(own) | {"vconcat": [plot, linked], "title": small, "params": sizes, "spacing": 20, "padding": MARGIN}


def foot(occasion: Occasion, chart: Chart) -> list[str]:
    """Sources, what is derived or does not compare, which data and program it was made with, and the short link."""
    state, w = occasion.now, occasion.now.wording
    link = w(LINKED, place=urlsplit(occasion.page).netloc, check=check_sum(state))
    warned = w.flow((notes.before_quoting(state)[0], *cautions(state.scenario, w)))
    sources = notes.cited(state, chart.sources)
    said = [
        w(N_("Sources: {sources}."), sources=sources) if sources else "",
        warned if chart.of_scenario else "",
        made(occasion, chart.of_scenario),
        link if qr(occasion.address) else w.flow((link, without_code(state, occasion.address))),
    ]
    return [*filter(None, said)]


def _look(spec: Spec) -> Spec:
    return {"config": {**spec["config"], "background": PAPER["page"], "font": f'"Noto Sans SC", {FONT}'}}


def _data(rows: pa.Table) -> Spec:
    return {"name": "rows", "values": rows.to_pylist()}


@functools.cache
def _with_font() -> None:
    vl_convert.register_font_directory(str(sans_path().parent))


def _converted(spec: Spec, ending: str) -> bytes:
    _with_font()  # which lays the chart out
    options: dict[str, Any] = {"scale": SCALE} if ending == "png" else {}
    made: bytes | str = getattr(vl_convert, f"vegalite_to_{ending}")(spec, allowed_base_urls=[], **options)
    return made.encode() if isinstance(made, str) else made
