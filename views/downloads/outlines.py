"""Words as outlines of one font's letters: what is drawn so looks alike on every machine, whatever fonts it has."""

import functools
import re
import threading
import unicodedata
from typing import Any, NamedTuple
from xml.etree import ElementTree

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from pylopdf_fonts_zh_cn import sans_path

from views import lines

FAMILY = "Noto Sans SC"
FOLDER = sans_path().parent
LACKING = "□"
"""Stands for a letter that the font lacks."""
UNITS = 1000
"""Units of the font in the size of a letter."""
BOLD = 38
"""The font has one weight: bold letters get a line of that width [units] around them."""
SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
ANCHORS = {"middle": 0.5, "end": 1.0}
OF_LETTERS = re.compile(r"font-.*|text-anchor|xml:space|x|y|dx|dy")
"""Attributes that say how text is set; outlines are set already."""

ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", XLINK)


class Letter(NamedTuple):
    """Its name in the font, how far it reaches [units of the font], and its outline, which grows upwards."""

    name: str
    advance: float
    outline: str


_reading = threading.Lock()


def _letters(text: str) -> list[Letter]:
    """The letters of a text; quotation marks are as wide as Chinese letters only where there are such."""
    narrow = not any(unicodedata.east_asian_width(letter) == "W" for letter in text)
    return [_letter(letter, narrow) for letter in text]


@functools.cache
def _letter(letter: str, narrow: bool = False) -> Letter:
    """The letter; a sign that it is lacking, or nothing where it is only there to join or to mark others."""
    with _reading:  # the font reads from its file as it goes, and pictures are made in several threads
        font, shapes, names, narrower = _font()
        name = names.get(ord(letter), "")
        name = narrower.get(name, name) if narrow else name
        if name:
            pen = SVGPathPen(shapes, ntos=lambda number: f"{round(number)}")
            shapes[name].draw(pen)
            return Letter(name, font["hmtx"][name][0], pen.getCommands())
    silent = unicodedata.category(letter) in ("Cf", "Cc", "Mn", "Me", "Sk")
    return Letter("", 0, "") if silent else _letter(LACKING)


@functools.cache
def _font() -> tuple[TTFont, Any, dict[int, str], dict[str, str]]:
    """The font, its shapes by name, the names of its letters, and those of narrower ones."""
    font = TTFont(sans_path(), lazy=True)
    table = font["GSUB"].table
    records = [record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == "pwid"]
    lookups = {place: table.LookupList.Lookup[place] for record in records for place in record.LookupListIndex}
    narrower = {
        old: new for lookup in lookups.values() for part in lookup.SubTable for old, new in part.mapping.items()
    }
    return font, font.getGlyphSet(), font.getBestCmap(), narrower


def lacking(text: str) -> tuple[str, ...]:
    """The letters of a text that the font lacks, each once."""
    sign = _letter(LACKING)
    return tuple(letter for letter in dict.fromkeys(text) if letter != LACKING and _letter(letter) == sign)


def width(text: str, size: float) -> float:
    """How wide the text is at that size [pixels]."""
    return sum(letter.advance for letter in _letters(text)) * size / UNITS


def wrapped(text: str, size: float, wide: float) -> list[str]:
    """The text on lines that are no wider than that [pixels]."""
    return lines.wrapped(text, wide, lambda part: width(part, size))


def outlined(root: ElementTree.Element) -> None:
    """Puts outlines in the place of every text of an SVG; the words stay as labels. Each letter is drawn once."""
    used: dict[str, str] = {}  # outlines by the names of letters
    for parent in list(root.iter()):
        for place, child in enumerate(list(parent)):
            if child.tag == f"{{{SVG}}}text":
                parent[place] = _drawn(child, used)
    letters = ElementTree.Element(f"{{{SVG}}}defs")
    for name, outline in used.items():
        ElementTree.SubElement(letters, f"{{{SVG}}}path", id=name, d=outline)
    root.insert(0, letters)


def _drawn(text: ElementTree.Element, used: dict[str, str]) -> ElementTree.Element:
    """A text as a group of letters, with its place and colour; of one that is hidden, for lack of room, no letters."""
    kept = {name: value for name, value in text.attrib.items() if not OF_LETTERS.fullmatch(name)}
    group = ElementTree.Element(f"{{{SVG}}}g", kept)
    group.tail = text.tail
    listed = _lines(text) if text.get("opacity") != "0" else []
    if any(said.strip() for said, _, _ in listed):
        group.attrib |= {"role": "img", "aria-label": " ".join(said for said, _, _ in listed)}
    if text.get("font-weight", "400") in ("bold", "600", "700"):
        group.attrib |= {"stroke": text.get("fill", "#000"), "stroke-width": str(BOLD), "stroke-linejoin": "round"}
    size = float(text.get("font-size", "11px").removesuffix("px"))
    for said, x, y in listed:
        at = x - ANCHORS.get(text.get("text-anchor", ""), 0.0) * width(said, size)
        for letter in _letters(said):
            if letter.outline:
                used[letter.name] = letter.outline
                place = f"translate({at:.2f},{y:.2f}) scale({size / UNITS:.5g},{-size / UNITS:.5g})"
                look = {f"{{{XLINK}}}href": f"#{letter.name}", "transform": place}
                ElementTree.SubElement(group, f"{{{SVG}}}use", look)
            at += letter.advance * size / UNITS
    return group


def _lines(text: ElementTree.Element) -> list[tuple[str, float, float]]:
    """The lines of a text, and where each begins [pixels]."""
    x, y = float(text.get("x", 0)), float(text.get("y", 0))
    found = [(text.text, x, y)] if text.text else []
    for span in text:
        x, y = float(span.get("x", x)), y + float(span.get("dy", 0))
        found.append((span.text or "", x, y))
    return found
