"""The brief, one or two pages to be filed: the program gives values, `<language>.docx` layout, headings and fonts.

An office may put its own template there: `docs/templates.md` lists the placeholders.
"""

import datetime
import io
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage, RichText
from jinja2 import Environment, StrictUndefined
from segno import QRCode

from model.language.words import N_
from model.region.indicators import GDP
from views.charts.gdp import SHADED
from views.downloads import picture
from views.downloads.about import Occasion, made, qr, title, without_code
from views.downloads.brief import contents, sources, tables
from views.downloads.brief.typeset import typeset
from views.downloads.gallery import gallery
from views.words import names

TEMPLATES = Path(__file__).parent
CHART, TALL, COMPARED_TALL, GDP_TALL = 720, 260, 220, 150
"""Pixels of the chart: its width, and its height with one scenario, with several, or where GDP is all there is, which
then takes one page."""
MODULE, SMALLEST, DOTS = 0.034, 2.6, 4
"""Centimetres of a module of the QR code, and of the smallest code; and pixels of a module: where they are more than
300 to an inch, a program that lays the brief out makes them fewer, and not with care."""

CODE = N_("QR code of the link")


def build(occasion: Occasion) -> bytes:
    """The brief as the bytes of a .docx file."""
    w, language = occasion.now.wording, occasion.now.language
    template = DocxTemplate(TEMPLATES / f"{language}.docx")
    values = context(occasion, template)
    template.render(values, environment(language))
    known = template.docx.core_properties
    known.title, known.subject, known.keywords = typeset(values["title"], language), title(occasion), w(GDP.name)
    known.created = known.modified = datetime.datetime.combine(occasion.day, datetime.time())
    for shape, words in zip(template.docx.inline_shapes, (values["caption"], w(CODE)), strict=False):
        shape._inline.docPr.set("descr", words)
        for side in ("distT", "distB", "distL", "distR"):  # LibreOffice takes none for 0.32 cm
            shape._inline.set(side, "0")
    file = io.BytesIO()
    template.save(file)
    return file.getvalue()


def environment(language: str) -> Environment:
    """How values become text of a document: never markup, and set as the language's papers are."""
    return Environment(
        autoescape=True, undefined=StrictUndefined,
        finalize=lambda value: typeset(value, language) if isinstance(value, str) else value,
    )  # fmt: skip


def context(occasion: Occasion, template: DocxTemplate) -> dict[str, Any]:
    """The value of every placeholder."""
    state, w, code = occasion.now, occasion.now.wording, qr(occasion.address)
    lead, checks = contents.beside_past(state)
    alone = GDP_TALL if len(state.pack.indicators) == 1 else TALL
    key, tall = (f"compare-{GDP.key}", COMPARED_TALL) if state.work.kept else (GDP.key, alone)
    chart = gallery(state)[key]
    caption = w(N_("{name}, {basis}"), name=chart.title, basis=w.basis(GDP.unit))
    opened = w(N_("Open this scenario: {place}"), place=urlsplit(occasion.page).netloc)
    section = template.get_docx().sections[0]
    wide = int(section.page_width - section.left_margin - section.right_margin)
    return {
        "title": contents.title(state), "dated": contents.dated(occasion), "status": contents.status(state),
        "answer": contents.answer(state), "assumptions": contents.assumptions(state), "needed": contents.needed(state),
        "figure": InlineImage(template, io.BytesIO(picture.png(state, key, CHART, tall)), wide),
        "caption": caption if state.work.kept else w.flow((w(N_("{said}."), said=caption), w(SHADED))),
        "caption_cited": sources.cited(state, chart.sources),
        "scenarios": tables.scenarios(state), "reference": names.name_of_reference(state),
        "years": tables.by_year(state), "paths": tables.rows(state),
        "about_paths": w(N_("Rows of the plan report; nothing after {first} has been announced.")),
        "base": state.pack.base_year, "first": state.pack.first_year, "deadline": state.scenario.target_year,
        "basis": w.basis(GDP.unit), "uncertainty": contents.uncertain(state), "checks_lead": lead, "checks": checks,
        "notes": contents.before_quoting(state), "sources": w.listing(sources.listed(state)), "made": made(occasion),
        "link": RichText(opened, style="Hyperlink", url_id=template.build_url_id(occasion.address)),
        "code": InlineImage(template, _png(code), Cm(max(SMALLEST, MODULE * code.symbol_size(border=2)[0])))
        if code else without_code(state, occasion.address),
    }  # fmt: skip


def _png(code: QRCode) -> io.BytesIO:
    file = io.BytesIO()
    code.save(file, kind="png", scale=DOTS, border=2)
    return file
