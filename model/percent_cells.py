"""Which cells of a workbook show per cent: there 5 % is the number 0.05, and only the format tells.

The workbook is one that `model.workbook_guard` let through, so its XML is whole and declares no entities.
"""

import io
import posixpath
import re
import zipfile
from xml.etree import ElementTree

BOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
BUILT_IN = frozenset({"9", "10"})
"""The numbers of 0% and 0.00%, which no workbook declares."""
QUOTED = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')
"""What stands in a format as text, as room, or as a colour: a per cent sign there multiplies nothing."""


def percent_cells(data: bytes, sheet: str) -> frozenset[str]:
    """The addresses of the cells of that sheet that show per cent."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = {name.lower(): name for name in book.namelist()}
        kinds, targets = {}, {}
        for each in _all(book, parts.get(RELATIONS.lower()), "Relationship"):
            kinds[each.get("Type", "").rpartition("/")[2]] = each.get("Id", "")
            targets[each.get("Id", "")] = posixpath.join("/xl", each.get("Target", "")).lstrip("/").lower()
        ids = [_relation(each) for each in _all(book, parts.get(BOOK), "sheet") if each.get("name") == sheet]
        styles = _percent_styles(book, parts.get(targets.get(kinds.get("styles", ""), "")))
        cells = _all(book, parts.get(targets.get(ids[0], "")) if ids else None, "c")
        return frozenset(each.get("r", "") for each in cells if each.get("s", "0") in styles)


def _percent_styles(book: zipfile.ZipFile, part: str | None) -> frozenset[str]:
    """The numbers of the styles, as cells name them, that show per cent."""
    known = {each.get("numFmtId"): each.get("formatCode", "") for each in _all(book, part, "numFmt")}
    formats = BUILT_IN | {number for number, code in known.items() if "%" in QUOTED.sub("", code)}
    styles = [style for used in _all(book, part, "cellXfs") for style in used.findall("{*}xf")]
    return frozenset(str(place) for place, style in enumerate(styles) if style.get("numFmtId") in formats)


def _relation(sheet: ElementTree.Element) -> str:
    """The relation by which the workbook finds that sheet, under either name of the attribute's namespace."""
    return next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")


def _all(book: zipfile.ZipFile, part: str | None, tag: str) -> list[ElementTree.Element]:
    """Every element of that name in a part; none where the part is not there."""
    if part is None:
        return []
    root = ElementTree.fromstring(book.read(part))  # noqa: S314  # the guard lets no entities through
    return root.findall(f".//{{*}}{tag}")
