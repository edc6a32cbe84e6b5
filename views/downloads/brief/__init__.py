"""The brief: one or two pages that can be filed, as a document for Word, WPS or LibreOffice, in Chinese or English."""

import io
from collections.abc import Sequence
from urllib.parse import urlsplit

from model.indicators import GDP
from model.words import N_
from views.downloads import picture
from views.downloads.about import TOO_LONG, Occasion, qr, title
from views.downloads.brief import contents, fonts, tables
from views.downloads.brief.document import Document
from views.downloads.brief.styles import WIDE
from views.downloads.gallery import gallery
from views.lines import cells
from views.state import State

CHART, LOW_CHART = (620, 150), (620, 120)
"""Pixels of the GDP chart: how wide it is, and how tall between its axes; in a dense brief it is lower."""
ROOM, NAME = 760, 40
"""Points of lines that there is room for in the usual size, and letters of a table's names on a line."""
MODULE, SMALLEST, DOTS = 0.036, 2.6, 4
"""Centimetres of a module of the QR code, and of the smallest code; and pixels of a module: where they are more than
300 to an inch, a program that lays the brief out makes them fewer, and not with care."""


def build(occasion: Occasion) -> bytes:
    """The brief as the bytes of a .docx file."""
    now = occasion.now
    first, last = (contents.question(now), contents.result(now)), contents.origin(occasion)
    then = tuple(part(now) for part in (contents.conditions, contents.certainty, contents.realistic, contents.cautions))
    sheets = (tables.by_year(now), *([tables.compared(now)] if now.work.kept else []))
    dense = _much(now.language, (*first, *then, last), sheets)
    document = Document(now.language, dense)
    document.words(contents.title(now), fonts.TITLE)
    document.words(contents.when_and_what(occasion), fonts.SUBTITLE)
    for part, lead in zip(first, ("", contents.word(now)), strict=True):
        _part(document, part, lead)
    document.heading(now.wording(N_("Year by year, in figures")))
    _chart(document, now, LOW_CHART if dense else CHART)
    for sheet, style in zip(sheets, (fonts.CELL, fonts.SMALL), strict=False):
        document.table(sheet, style)
    for part in then:
        _part(document, part)
    _origin(document, occasion, last)
    asked = document.typeset(contents.title(now)).replace("\n", "")
    return document.written(asked, title(occasion), now.wording(GDP.name), occasion.day)


def _much(language: str, parts: Sequence[contents.Part], sheets: Sequence[tables.Sheet]) -> bool:
    """Whether there is so much to say that it takes smaller letters to stay on two pages."""
    looks = fonts.LOOKS[language]
    letters = sum(cells(text) for part in parts for text in (*part.paragraphs, *part.listed))
    rows = sum(-(-cells(row[0]) // NAME) for sheet in sheets for row in sheet.rows)
    return letters / fonts.IN_A_LINE[language] * looks[fonts.BODY].line + rows * looks[fonts.CELL].line > ROOM


def _part(document: Document, part: contents.Part, lead: str = "") -> None:
    document.heading(part.heading)
    for number, text in enumerate(part.paragraphs):
        document.words(text, lead="" if number else lead)
    document.listed(part.listed)


def _chart(document: Document, now: State, size: tuple[int, int]) -> None:
    w, chart = now.wording, gallery(now)[GDP.key]
    drawn = chart.draw()
    caption = w(N_("{name}, {basis}"), name=chart.title, basis=drawn.basis)
    alt = w.listing([caption, *(mark.words for mark in drawn.marks)])
    document.picture(picture.of_chart(drawn, *size), WIDE, alt, w(N_("Figure 1: {title}"), title=caption))


def _origin(document: Document, occasion: Occasion, part: contents.Part) -> None:
    """Sources, what the brief was made from, and the link, also as a QR code."""
    w, code = occasion.now.wording, qr(occasion.address)
    png, wide = None, SMALLEST
    if code:
        file = io.BytesIO()
        code.save(file, kind="png", scale=DOTS, border=2)
        png, wide = file.getvalue(), max(SMALLEST, MODULE * code.symbol_size(border=2)[0])
    document.heading(part.heading)
    words = w(N_("Open this scenario: {place}"), place=urlsplit(occasion.page).netloc)
    said = part.paragraphs if code else (*part.paragraphs, w(TOO_LONG))
    document.beside(said, (words, occasion.address), png, wide, w(N_("QR code of the link")))
