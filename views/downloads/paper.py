"""A sheet that is filled from the top down with words, the meanings of marks, and a chart; an SVG in the end."""

import functools
import io
from collections.abc import Iterable
from xml.etree import ElementTree

import pyarrow as pa
import segno
import vl_convert

from views import palette
from views.downloads import outlines
from views.downloads.gallery import Drawn, Mark
from views.downloads.outlines import SVG, XLINK, width, wrapped

LINE = 1.45
"""What a line of words takes, in sizes of its letters."""
SAMPLE, GAP = 24, 18
"""Pixels that a mark takes before its meaning, and what lies between one meaning and the next mark."""
MODULES, NARROW = (1.5, 1.0), 150
"""Pixels of a module of a QR code, and of a code's width up to which its modules are the larger ones."""
QUIET = "#5b6470"
RULE = "#b5bcc5"
LOOK = {
    "font": outlines.FAMILY,
    "aria": False,
    "background": None,
    "view": {"stroke": None},
    "axis": {"labelFontSize": 12, "labelColor": QUIET, "gridColor": "#e4e8ec", "domainColor": RULE, "tickColor": RULE},
    "text": {"color": palette.INK},
}
"""The look of the page in its light theme."""


class Paper:
    """A white sheet of a width and a margin [pixels], and how far down it is filled."""

    def __init__(self, wide: int, margin: int) -> None:
        self.margin, self.room, self.y = margin, float(wide - 2 * margin), float(margin)
        self._least = 0.0  # how far down it is filled at the right
        self.root = ElementTree.Element(_tag("svg"), width=f"{wide}", version="1.1")
        self._white = ElementTree.SubElement(self.root, _tag("rect"), width=f"{wide}", fill="#ffffff")

    def words(self, text: str, size: float, colour: str = QUIET, bold: bool = False, link: str = "") -> None:
        """A paragraph, on as many lines as it takes, none where there are no words; `link` is where it leads."""
        place = _linked(self.root, link) if link else self.root
        for line in wrapped(text, size, self.room) if text else ():
            self.y += size * LINE
            _line(place, line, self.margin, self.y - size * 0.35, size, colour, bold)
        self.y += size * 0.3 if text else 0

    def marks(self, marks: Iterable[Mark], size: float = 12) -> None:
        """Marks and what they mean, one beside the other while there is room."""
        x, below = 0.0, size * LINE
        self.y += below
        for mark in marks:
            lines = wrapped(mark.words, size, self.room - SAMPLE)
            wide = SAMPLE + max(width(line, size) for line in lines)
            if x and x + wide > self.room:
                x, self.y = 0.0, self.y + below
            self._sample(mark, self.margin + x, self.y - size * 0.7)
            for number, line in enumerate(lines):
                self.y += below if number else 0
                _line(self.root, line, self.margin + x + SAMPLE, self.y - size * 0.35, size, palette.INK)
            x += wide + GAP
        self.y += size * 0.5 if x else -below

    def chart(self, drawn: Drawn, size: float = 12) -> None:
        """The chart, as wide as there is room."""
        spec = {name: part for name, part in drawn.spec.items() if name != "title"}
        spec |= {"width": self.room, "autosize": {"type": "fit-x", "contains": "padding"}, "config": LOOK}
        spec |= {"data": {"name": "rows", "values": drawn.rows.to_pylist()}}
        _fonts()
        made = ElementTree.fromstring(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]))  # noqa: S314 - our own
        self.y += size
        place = ElementTree.SubElement(self.root, _tag("g"), transform=f"translate({self.margin},{self.y:.2f})")
        place.extend(made)
        self.y += float(made.attrib["height"]) + size

    def rule(self) -> None:
        """A line across, under which the small print stands."""
        line = {"x1": self.margin, "x2": self.margin + self.room, "y1": self.y, "y2": self.y}
        places = {name: f"{value:.2f}" for name, value in line.items()}
        ElementTree.SubElement(self.root, _tag("line"), places, stroke=RULE)
        self.y += 2

    def code(self, code: segno.QRCode | None, link: str) -> None:
        """The QR code of a link at the right, if there is one: what follows stands left of it."""
        if code is None:
            return
        count = code.symbol_size(border=0)[0]
        module = next((module for module in MODULES if module * count <= NARROW), MODULES[-1])
        file = io.BytesIO()
        code.save(file, kind="svg", scale=module, border=0)
        wide, top = module * count, round(self.y + GAP / 2)
        place = _linked(self.root, link)
        shift = f"translate({round(self.margin + self.room - wide)},{top})"
        found = ElementTree.SubElement(place, _tag("g"), {"class": "code", "transform": shift})
        found.extend(ElementTree.fromstring(file.getvalue()))  # noqa: S314 - our own
        self.room, self._least = self.room - wide - GAP, top + wide

    def done(self) -> ElementTree.Element:
        """The sheet, cut off below what is on it, its words as outlines."""
        tall = f"{max(self.y, self._least) + self.margin:.0f}"
        self.root.attrib |= {"height": tall, "viewBox": f"0 0 {self.root.get('width')} {tall}"}
        self._white.set("height", tall)
        outlines.outlined(self.root)
        return self.root

    def _sample(self, mark: Mark, x: float, y: float) -> None:
        """What the mark looks like, around that height."""
        if mark.shape == "line":
            ends = {"x1": f"{x:.2f}", "x2": f"{x + SAMPLE - 6:.2f}", "y1": f"{y:.2f}", "y2": f"{y:.2f}"}
            dash = {"stroke-dasharray": " ".join(map(str, mark.dash))} if mark.dash else {}
            ElementTree.SubElement(self.root, _tag("line"), ends | dash | {"stroke-width": "2.4"}, stroke=mark.colour)
        elif mark.shape == "diamond":
            corners = f"M{x + 9:.2f},{y - 5:.2f}l5,5l-5,5l-5,-5z"
            ElementTree.SubElement(self.root, _tag("path"), d=corners, fill=mark.colour)
        else:
            tall = 10
            box = {"x": f"{x:.2f}", "y": f"{y - tall / 2:.2f}", "width": f"{SAMPLE - 6}", "height": f"{tall}"}
            shade = {"fill-opacity": "0.3"} if mark.shape == "area" else {}
            ElementTree.SubElement(self.root, _tag("rect"), box | shade, fill=mark.colour)


@functools.cache
def ready() -> None:
    """Loads all that the first picture would have to wait for."""
    Paper(100, 0).chart(Drawn({"mark": "point"}, pa.table({"x": [1]}), "", (), (), ()))


@functools.cache
def _fonts() -> None:
    """Lets the charts be laid out by the letters they are drawn with."""
    vl_convert.register_font_directory(str(outlines.FOLDER))


def _tag(name: str) -> str:
    return f"{{{SVG}}}{name}"


def _linked(place: ElementTree.Element, link: str) -> ElementTree.Element:
    return ElementTree.SubElement(place, _tag("a"), {"href": link, f"{{{XLINK}}}href": link})


def _line(
    place: ElementTree.Element, text: str, x: float, y: float, size: float, colour: str, bold: bool = False
) -> None:
    look = {"font-size": f"{size}px", "font-weight": "bold" if bold else "400", "font-family": outlines.FAMILY}
    line = ElementTree.SubElement(place, _tag("text"), look, x=f"{x:.2f}", y=f"{y:.2f}", fill=colour)
    line.text = text
