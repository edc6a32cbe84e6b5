"""A chart as a picture that can be read by itself: a title, what its marks mean, its sources, the scenario, the link.

The chart is drawn from the page's own definition, the words by `outlines`, so that no font is needed to see them.
"""

import io
from urllib.parse import urlsplit
from xml.etree import ElementTree

import vl_convert
from PIL import Image, PngImagePlugin

from model.economics.cautions import cautions
from model.language.words import N_
from views import palette
from views.downloads.about import Occasion, check_sum, made_from, qr, region_name, title
from views.downloads.gallery import Chart, Drawn, gallery
from views.downloads.outlines import LACKING, SVG
from views.downloads.outlines import lacking as find_lacking
from views.downloads.paper import Paper
from views.words import notes

WIDE, MARGIN = 760, 24
"""Pixels."""
SCALE = 2
"""Pixels of a PNG along one of the picture."""
DOTS = 192
"""Of a PNG in an inch: on paper it is as large as the picture is on a screen."""
NOT_DRAWN = N_("{sign} stands for what the font of this picture lacks: {letters}.")
DUBLIN = "http://purl.org/dc/elements/1.1/"

ElementTree.register_namespace("dc", DUBLIN)


def svg(occasion: Occasion, key: str) -> bytes:
    """The picture of a chart of the gallery as SVG."""
    return _written(_picture(occasion, key))


def png(occasion: Occasion, key: str) -> bytes:
    """The picture of a chart of the gallery as PNG, with its title and the link in its metadata."""
    said = PngImagePlugin.PngInfo()
    said.add_itxt("Title", gallery(occasion.now)[key].title)
    said.add_text("URL", occasion.address)
    return _pixels(_picture(occasion, key), said)


def of_chart(drawn: Drawn, wide: int, tall: int) -> bytes:
    """A chart of that size [pixels] with the meanings of its marks as PNG, for a document that says the rest."""
    paper = Paper(wide, 0)
    paper.marks(drawn.marks)
    paper.chart(drawn._replace(spec=drawn.spec | {"height": tall}))
    return _pixels(paper.done(), PngImagePlugin.PngInfo())


def _picture(occasion: Occasion, key: str) -> ElementTree.Element:
    now, w = occasion.now, occasion.now.wording
    chart = gallery(now)[key]
    drawn = chart.draw()
    paper = Paper(WIDE, MARGIN)
    paper.words(chart.title, 20, palette.INK, bold=True)
    paper.words(_whose(occasion, drawn), 14, palette.INK)
    paper.words(drawn.basis, 12)
    paper.words(w.flow(drawn.said), 12)
    paper.marks(drawn.marks)
    paper.chart(drawn)
    paper.rule()
    paper.code(qr(occasion.address), occasion.address)
    codes = [f"U+{ord(letter):X}" for letter in _lacking(occasion)] if drawn.of_scenario else []
    for small in (*small_print(occasion, drawn), _not_drawn(occasion, codes)):
        paper.words(small, 10.5)
    paper.words(w.flow(opening(occasion)), 10.5, palette.INK, link=occasion.address)
    _describe(paper.root, occasion, chart, drawn)
    return paper.done()


def _whose(occasion: Occasion, drawn: Drawn) -> str:
    """Of which region it is, and of which scenario, if of any."""
    return title(occasion) if drawn.of_scenario else region_name(occasion.now)


def small_print(occasion: Occasion, drawn: Drawn) -> tuple[str, str, str]:
    """Sources, what is derived or does not compare, and which data and program it was made with."""
    now, w = occasion.now, occasion.now.wording
    made = [w(N_("{name}: {value}"), name=name, value=value) for name, value in made_from(occasion, drawn.of_scenario)]
    return (
        w(N_("Sources: {sources}."), sources=notes.cited(now, drawn.sources)),
        w.flow((notes.before_quoting(now)[0], *cautions(now.scenario, w))) if drawn.of_scenario else "",
        w.listing(made),
    )


def lacking(occasion: Occasion) -> str:
    """What of the names in a picture its font lacks, in a sentence for a reader who can see these letters."""
    return _not_drawn(occasion, [f"{letter} (U+{ord(letter):X})" for letter in _lacking(occasion)])


def _not_drawn(occasion: Occasion, letters: list[str]) -> str:
    """What is drawn in the place of these letters; nothing where there are none."""
    w = occasion.now.wording
    return w(NOT_DRAWN, sign=LACKING, letters=w.listing(letters)) if letters else ""


def _lacking(occasion: Occasion) -> tuple[str, ...]:
    work = occasion.now.work
    return find_lacking("".join((title(occasion), *(kept.name for kept in work.kept))))


def opening(occasion: Occasion) -> tuple[str, str]:
    """Where the scenario is opened, and where its whole link is: it is too long to be read and typed."""
    w, place = occasion.now.wording, urlsplit(occasion.page).netloc
    said = N_("Open this scenario: {place}, link with check sum {check}.")
    whole = N_("The whole link is in the QR code and in this file.")
    whole = whole if qr(occasion.address) else N_("The whole link is in this file; it is too long for a QR code.")
    return w(said, place=place, check=check_sum(occasion.now)), w(whole)


def _describe(root: ElementTree.Element, occasion: Occasion, chart: Chart, drawn: Drawn) -> None:
    """Says in words what is drawn, and where a machine finds the link."""
    root.attrib |= {"role": "graphics-document", "aria-labelledby": "title desc"}
    said = (
        _whose(occasion, drawn),
        drawn.basis,
        *drawn.said,
        *(mark.words for mark in drawn.marks),
        *small_print(occasion, drawn),
        *opening(occasion),
    )
    for place, (name, text) in enumerate((("title", chart.title), ("desc", "\n".join(filter(None, said))))):
        words = ElementTree.Element(f"{{{SVG}}}{name}", id=name)
        words.text = text
        root.insert(place, words)
    data = ElementTree.SubElement(root, f"{{{SVG}}}metadata")
    known = {"title": chart.title, "source": occasion.address, "date": occasion.day.isoformat()}
    for name, text in known.items():
        ElementTree.SubElement(data, f"{{{DUBLIN}}}{name}").text = text


def _written(root: ElementTree.Element) -> bytes:
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _pixels(root: ElementTree.Element, said: PngImagePlugin.PngInfo) -> bytes:
    drawn, made = vl_convert.svg_to_png(_written(root).decode(), scale=SCALE), io.BytesIO()
    with Image.open(io.BytesIO(drawn)) as image:
        image.convert("RGB").save(made, "PNG", pnginfo=said, dpi=(DOTS, DOTS))
    return made.getvalue()
