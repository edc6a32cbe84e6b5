"""The brief: one or two pages that can be filed, as a document for Word, WPS or LibreOffice, in Chinese or English."""

import io
from collections.abc import Sequence
from urllib.parse import urlsplit

from model.language.words import N_
from model.region.indicators import GDP
from views.downloads import picture
from views.downloads.about import TOO_LONG, Occasion, qr, title
from views.downloads.brief import contents, fonts, sources, tables
from views.downloads.brief.document import Document
from views.downloads.brief.styles import WIDE
from views.downloads.gallery import gallery, gdp
from views.state import State

CHART, BETWEEN, LOW, TALL = 620, 530, 140, 220
"""Pixels of the GDP chart: how wide it is, and between its axes how wide, and how tall at least and at most."""
ROOM, FIRST, SMALLER = {"zh": 975, "en": 860}, {"zh": 575, "en": 535}, 0.87
"""Points of lines in the usual size that two pages have room for by language, and the first beside headings and a chart
of no height; and the size of letters where there are more."""
AROUND = 3
"""Lines of a table's title and heads, and free around them."""
MOST = {"zh": 1280, "en": 1130}
"""The points that two pages have room for in smaller letters: further paths that would take more are left out."""
NO_ROOM = N_("further paths are left out for want of room, the link shows them")
MODULE, SMALLEST, DOTS = 0.034, 2.6, 4
"""Centimetres of a module of the QR code, and of the smallest code; and pixels of a module: where they are more than
300 to an inch, a program that lays the brief out makes them fewer, and not with care."""


def build(occasion: Occasion) -> bytes:
    """The brief as the bytes of a .docx file."""
    now = occasion.now
    first, last = (contents.question(now), contents.result(now)), contents.origin(occasion)
    then = tuple(part(now) for part in (contents.conditions, contents.certainty, contents.realistic, contents.cautions))
    titles = ((contents.title(now), fonts.TITLE), (contents.when_and_what(occasion), fonts.SUBTITLE))
    sheets, used = _sheets(now, titles, (*first, *then, last))
    dense = used > ROOM[now.language]
    above = _points(now.language, titles, first, sheets[:1]) * (SMALLER if dense else 1)
    tall = round(min(max((FIRST[now.language] - above) * CHART / (WIDE / 2.54 * 72), LOW), TALL))
    document = Document(now.language, dense)
    for text, style in titles:
        document.words(text, style)
    for part, lead in zip(first, ("", contents.word(now)), strict=True):
        _part(document, part, lead)
    document.heading(now.wording(N_("Year by year, in figures")))
    _chart(document, now, tall)
    for sheet, style in zip(sheets, (fonts.CELL, fonts.SMALL, fonts.SMALL), strict=False):
        document.table(sheet, style)
    for part in then:
        _part(document, part)
    _origin(document, occasion, last, dense)
    asked = document.typeset(contents.title(now)).replace("\n", "")
    return document.written(asked, title(occasion), now.wording(GDP.name), occasion.day)


Titles = Sequence[tuple[str, str]]


def _sheets(now: State, titles: Titles, parts: Sequence[contents.Part]) -> tuple[list[tables.Sheet], float]:
    """The tables, that of further paths where two pages have room for it, and the points of lines that all take."""
    found = [tables.by_year(now), *([tables.compared(now)] if now.work.kept else [])]
    used = _points(now.language, titles, parts, found)
    if not now.work.further:
        return found, used
    beside = tables.beside(now, len(found) + 1)
    more = used + _points(now.language, (), (), [beside])
    if more <= MOST[now.language]:
        return [*found, beside], more
    note = now.wording.listing([*filter(None, [found[0].note]), now.wording(NO_ROOM)])
    return [found[0]._replace(note=note), *found[1:]], used


def _points(language: str, titles: Titles, parts: Sequence[contents.Part], sheets: Sequence[tables.Sheet]) -> float:
    """How many points of lines there are to lay out in the usual size, beside chart and headings."""
    texts = [*titles, *((text, fonts.BODY) for part in parts for text in (*part.paragraphs, *part.listed))]
    texts += [(sheet.note, fonts.SMALL) for sheet in sheets if sheet.note]
    points = sum(fonts.lines(language, *each) * fonts.LOOKS[language][each[1]].line for each in texts)
    rows = sum(
        AROUND + sum(fonts.lines(language, row[0], fonts.CELL, sheet.widths[0] / WIDE) for row in sheet.rows)
        for sheet in sheets
    )
    return points + rows * fonts.LOOKS[language][fonts.CELL].line


def _part(document: Document, part: contents.Part, lead: str = "") -> None:
    document.heading(part.heading)
    for number, text in enumerate(part.paragraphs):
        document.words(text, lead="" if number else lead)
    document.listed(part.listed)


def _chart(document: Document, now: State, tall: int) -> None:
    w, chart = now.wording, gallery(now)[GDP.key]
    drawn = gdp(now, (BETWEEN, tall))
    caption = w(N_("{name}, {basis}"), name=chart.title, basis=drawn.basis)
    alt = w.listing([caption, *(mark.words for mark in drawn.marks)])
    title = w(N_("Figure 1: {title}"), title=caption) + sources.cited(now, drawn.sources)
    document.picture(picture.of_chart(drawn, CHART, tall), WIDE, alt, title)


def _origin(document: Document, occasion: Occasion, part: contents.Part, dense: bool) -> None:
    """Sources, each on a line where there is room, what the brief was made from, and the link, also as a QR code."""
    w, code = occasion.now.wording, qr(occasion.address)
    png, wide = None, SMALLEST
    if code:
        file = io.BytesIO()
        code.save(file, kind="png", scale=DOTS, border=2)
        png, wide = file.getvalue(), max(SMALLEST, MODULE * code.symbol_size(border=2)[0])
    document.heading(part.heading)
    words = w(N_("Open this scenario: {place}"), place=urlsplit(occasion.page).netloc)
    together, *made = part.paragraphs
    listed = [together] if dense else sources.listed(occasion.now)
    said = [*listed, *made, *([] if code else [w(TOO_LONG)])]
    document.beside(said, (words, occasion.address), png, wide, w(N_("QR code of the link")))
