"""The slide: verdict, a native chart and a table, on the first layout of `<language>.pptx`.

An office may put its own template there: the layout has a title, text (10, 13), a chart (11) and a table (12).
"""

import datetime
import io
import math
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pptx
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.shapes.placeholder import ChartPlaceholder, TablePlaceholder
from pptx.util import Pt

from model.economics import verdict_sentences
from model.economics.cautions import cautions
from model.economics.comparison import as_long
from model.economics.verdict import Reading, by_deadline, judge, official_levels
from model.language.words import N_
from model.region.indicators import GDP
from model.region.unpublished import DERIVED, TYPED
from model.scenario.origins import figure
from views.charts.compared import LINES
from views.charts.look import PAPER
from views.downloads.about import Occasion, title
from views.downloads.brief import contents, tables
from views.downloads.brief.typeset import typeset
from views.lines import cells, wrapped
from views.state import State
from views.words import changes, compared, feasibility, notes

TEMPLATES = Path(__file__).parent
TEXT, CHART, TABLE, FOOT = 10, 11, 12, 13
"""Placeholders of the layout."""
WIDTHS = (0.27, 0.19, 0.24, 0.16, 0.14)
"""Shares of the table's width: name, level, verdict, growth needed, chance."""
LONGEST = 24
"""How wide a name may be [letters; one of Chinese is two]; the brief has the whole."""


Line = tuple[str, dict[int, float], str, MSO_LINE | None]
"""A line of the chart: its name, levels by year [亿元], colour, and dash; without one it is markers alone."""


def build(occasion: Occasion) -> bytes:
    """The slide as the bytes of a .pptx file."""
    state, w = occasion.now, occasion.now.wording
    made = pptx.Presentation(str(TEMPLATES / f"{state.language}.pptx"))
    slide = made.slides.add_slide(made.slide_layouts[0])
    places = {each.placeholder_format.idx: each for each in slide.placeholders}
    slide.shapes.title.text = typeset(contents.title(state), state.language)
    verdict, foot = (places[place].text_frame.paragraphs[0] for place in (TEXT, FOOT))
    for text, bold in ((contents.status(state), True), (f" {_needed(state)}", False)):
        run = verdict.add_run()
        run.text, run.font.bold = typeset(text, state.language), bold
    _chart(state, places[CHART])
    _table(state, places[TABLE])
    foot.add_run().text = typeset(_rests_on(occasion), state.language) + "\u2003"
    link = foot.add_run()
    link.text = w(N_("Open this scenario: {place}"), place=urlsplit(occasion.page).netloc)
    link.hyperlink.address = occasion.address
    known = made.core_properties
    known.title, known.subject = slide.shapes.title.text, title(occasion)
    known.created = known.modified = datetime.datetime.combine(occasion.day, datetime.time())
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _needed(state: State) -> str:
    """The growth needed by every deadline, beside what the scenario assumes."""
    w, reading, said = state.wording, judge(state.scenario).binding, [feasibility.finding(state)]
    if reading.assumed_growth is not None and reading.required_growth is not None:
        assumed, _ = w.needed(reading.assumed_growth, reading.required_growth)
        said.append(w(N_("the scenario assumes {assumed}"), assumed=assumed))
    return w(N_("{said}."), said=w.listing(said))


def _rests_on(occasion: Occasion) -> str:
    """The day and the scenario; what is not verified; the baseline and the sources of GDP."""
    state, w, pack = occasion.now, occasion.now.wording, occasion.now.pack
    baseline = w(N_("{name}: {value}"), name=w(N_("{base} GDP")), value=changes.baseline_name(state))
    known = (figure(state.scenario), *pack.deadlines, *official_levels(pack))
    keys = dict.fromkeys(each.source for each in known if each and each.source not in (DERIVED, TYPED))
    sources = w.listing([notes.short(state, key) for key in keys])
    return w.flow((
        w(N_("{said}."), said=contents.dated(occasion)), *cautions(state.scenario, w), w(N_("{said}."), said=baseline),
        w(N_("Sources: {sources}."), sources=sources) if sources else "",
    ))  # fmt: skip


def _chart(state: State, place: ChartPlaceholder) -> None:
    """GDP's paths in the colours of the page; the level at the deadline is labelled. The axis begins near them."""
    w, own, listed = state.wording, state.scenario, compared.listed(state)
    years = range(state.pack.base_year, max(scenario.last_year for *_, scenario in listed) + 1)
    lines = list(_lines(state, years))
    data = CategoryChartData(number_format=f"#,##0.{'0' * w.digits(GDP.unit)}")
    data.categories = [str(year) for year in years]
    for name, by_year, *_ in lines:
        data.add_series(name, [float(w.shifted(by_year[y], GDP.unit)) if y in by_year else None for y in years])
    chart = place.insert_chart(XL_CHART_TYPE.LINE_MARKERS, data).chart
    said = w(N_("{name}, {basis}"), name=w(GDP.short), basis=w.basis(GDP.unit))
    chart.has_title, chart.chart_title.text_frame.text = True, typeset(said, state.language)
    chart.chart_title.text_frame.paragraphs[0].runs[0].font.size = chart.font.size = Pt(13)
    chart.has_legend, chart.legend.position, chart.legend.include_in_layout = True, XL_LEGEND_POSITION.BOTTOM, False
    for series, (*_, paint, dash) in zip(chart.plots[0].series, lines, strict=True):
        colour = RGBColor.from_string(paint.removeprefix("#").upper())
        series.smooth, series.format.line.width = False, Pt(2.25)
        series.format.line.color.rgb, series.format.line.dash_style = colour, dash
        series.marker.style = XL_MARKER_STYLE.NONE if dash else XL_MARKER_STYLE.DIAMOND
        series.marker.size = 9
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = series.marker.format.line.color.rgb = colour
        if dash is None:
            series.format.line.fill.background()
    label = chart.plots[0].series[0].points[years.index(own.target_year)].data_label
    met = judge(own)  # the label stands on its side of the target's line
    label.position = XL_LABEL_POSITION.ABOVE if met.reached else XL_LABEL_POSITION.BELOW
    label.text_frame.text, _ = w.against(met.level, own["target_level"], GDP.unit)
    levels = [value for series in chart.plots[0].series for value in series.values if value is not None]
    axis, span = chart.value_axis, max(levels) - min(levels) or max(levels)
    power = 10.0 ** math.floor(math.log10(span))
    step = power if span >= 5 * power else power / 2
    axis.minimum_scale, axis.major_unit = math.floor(min(levels) / step) * step, step
    axis.tick_labels.number_format = f"#,##0.{'0' * max(0, -math.floor(math.log10(step)))}".rstrip(".")
    axis.tick_labels.number_format_is_linked = False
    axis.major_gridlines.format.line.color.rgb = RGBColor(0xD9, 0xD9, 0xD9)


def _lines(state: State, years: range) -> Iterator[Line]:
    """The scenario on the page, what it is compared with, the target and the official outcomes."""
    w, own, listed = state.wording, state.scenario, compared.listed(state)
    for place, name, each in sorted(listed, key=lambda each: each.scenario != own):
        path = dict(zip(years, as_long(each, years[-1]).paths[GDP.key].tolist(), strict=False))
        if each == own:
            shown = _short(name) if state.work.kept else w(N_("this scenario"))
            yield shown, path, PAPER["scenario"], MSO_LINE.SOLID
        else:
            yield _short(name), path, LINES["light"][place], MSO_LINE.DASH
    yield w(N_("Target")), dict.fromkeys(years, own["target_level"]), PAPER["target"], MSO_LINE.ROUND_DOT
    if official := {each.year: each.value for each in official_levels(state.pack)}:
        yield w(N_("official outcome")), official, PAPER["published"], None


def _table(state: State, place: TablePlaceholder) -> None:
    """The saved scenarios side by side; where none is saved, both readings by every deadline."""
    w, scenarios, verdicts = state.wording, tables.scenarios(state), by_deadline(state.scenario)
    if scenarios:
        heads = [N_("Scenario"), N_("GDP at the deadline"), N_("Verdict"), N_("Growth needed"), N_("Chance")]
        rows = [[_short(row["name"]), row["level"], row["status"], row["needed"], row["chance"]] for row in scenarios]
    else:
        heads = [N_("Deadline"), N_("Growth needed"), N_("From the baseline")]
        heads += [N_("From the latest official level")] * any(each.from_official for each in verdicts)
        rows = [
            [w(N_("{year}"), year=each.year), compared.needed_later(state, each.binding.required_growth),
             _level(state, each.from_baseline, each.target), _level(state, each.from_official, each.target)]
            for each in verdicts
        ]  # fmt: skip
    wide, table = place.width, place.insert_table(len(rows) + 1, len(heads)).table
    for column, share in zip(table.columns, WIDTHS, strict=False) if scenarios else ():
        column.width = int(wide * share)
    for row, texts in zip(table.rows, (map(w, heads), *rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = typeset(text, state.language)
            for paragraph in cell.text_frame.paragraphs:
                paragraph.font.size = Pt(11 if scenarios else 15)


def _level(state: State, reading: Reading | None, target: float) -> str:
    if reading is None:
        return "–"
    return "\n".join(verdict_sentences.against_target(reading.level, target, state.wording))


def _short(name: str) -> str:
    return name if cells(name) <= LONGEST else f"{wrapped(name, LONGEST - 1)[0]}…"
