"""A workbook from somebody else: refused unless it is small, whole and holds nothing but values.

What is let through is packed anew from the parts that were looked at, so that whoever reads it sees nothing else.
"""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from model.problem import Problem, Refused
from model.words import N_

LARGEST = 200_000
LARGEST_UNPACKED = 4_000_000
"""Bytes of a file, and of all that is packed in it."""
MOST_PARTS = 100
CELL = re.compile(r"[A-Z][1-9]\d{0,2}", re.ASCII)
"""The address of a cell that is read: what lies farther out is not."""
XML = (".xml", ".rels")
"""The parts that are read, and so the only ones that are let through."""
MACROS = re.compile(r"vbaproject|/macrosheets/|/dialogsheets/|/activex/|/ctrlprops/|/customui", re.IGNORECASE)
LINKS = re.compile(r"/externallinks/|/connections\.xml|/querytables/|/embeddings/|/webextensions/", re.IGNORECASE)
NAMED, OUTSIDE = "definedName", re.compile(r"[\[|]")
"""A name that a workbook defines, and what stands in one that leads to another workbook or program."""
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of Excel before 2007 begin, and all that are encrypted."""

WORKBOOK = N_("workbook")
TOO_LARGE = N_("is too large (over {allowed} bytes); no more are read; send the template alone, filled in")
TOO_MUCH = N_("holds too much (over {allowed} bytes or {parts} parts); send the template alone, filled in")
OLD = N_("is of the old kind .xls, or protected by a password; save it as .xlsx without a password")
NOT_A_WORKBOOK = N_("is no workbook (.xlsx), or broken; download the template, fill it in and save it as .xlsx")
ENCRYPTED = N_("is protected by a password; save it without one")
MACRO = N_("holds macros or controls ({part}); only values are read; save it as .xlsx without them")
LINK = N_("links to something outside ({part}); only values are read; remove the link and save it again")
DOCTYPE = N_("declares entities ({part}), which no workbook needs; nothing of it is read; fill in the template anew")
FORMULA = N_("holds a formula; nothing is worked out here; write the value itself")
ERROR = N_("holds an error such as #DIV/0!; only values are read; write the value itself")
FAR = N_("lies outside the template; only the template is read; remove what stands there")


def checked(data: bytes) -> bytes:
    """The workbook, packed anew. Raises `Refused` with a sentence where it is none, or holds more than values."""
    if len(data) > LARGEST:
        raise _refused(TOO_LARGE, allowed=LARGEST)
    if data.startswith(OLE):
        raise _refused(OLD)
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(packed, "w") as again:
            parts = given.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise _refused(TOO_MUCH, allowed=LARGEST_UNPACKED, parts=MOST_PARTS)
            for name, part in {part.filename: part for part in parts}.items():
                content = _looked_at(given, part)
                if name.endswith(XML):
                    again.writestr(name, content)
    except Refused:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise _refused(NOT_A_WORKBOOK) from error
    return packed.getvalue()


def _looked_at(given: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """The content of one part. Raises `Refused` where it is not to be there."""
    name = f"/{part.filename}"
    if part.flag_bits & 1:
        raise _refused(ENCRYPTED)
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _refused(NOT_A_WORKBOOK)
    for pattern, what in ((MACROS, MACRO), (LINKS, LINK)):
        if pattern.search(name):
            raise _refused(what, part=part.filename)
    content = given.read(part)
    if name.endswith(XML):
        _Look(part.filename).at(content)
    return content


class _Look:
    """A look at one part of XML: no entities, nothing outside, no formula, nothing far out."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.root = ""
        self.cell = ""
        self.naming = False

    def at(self, content: bytes) -> None:
        """Raises `Refused` at the first thing that is not to be there."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, LookupError) as error:  # the latter: an encoding that nobody knows
            raise _refused(NOT_A_WORKBOOK) from error

    def _doctype(self, *_: object) -> None:
        raise _refused(DOCTYPE, part=self.part)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self.root = self.root or tag
        self.naming = self.naming or tag == NAMED
        if "macroenabled" in attributes.get("ContentType", "").lower():
            raise _refused(MACRO, part=self.part)
        if tag == "Relationship" and attributes.get("TargetMode", "").lower() == "external":
            raise _refused(LINK, part=self.part)
        if self.root == "worksheet":
            self._in_a_sheet(tag, attributes)

    def _end(self, name: str) -> None:
        self.naming = self.naming and name.rpartition(" ")[2] != NAMED

    def _text(self, text: str) -> None:
        if self.naming and OUTSIDE.search(text):
            raise _refused(LINK, part=self.part)

    def _in_a_sheet(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self.cell = attributes.get("r", "")
            if attributes.get("t") == "e":
                raise Refused([Problem.at(self.cell, ERROR)])
        elif tag == "f":
            raise Refused([Problem.at(self.cell, FORMULA)])
        elif tag in ("v", "is") and not CELL.fullmatch(self.cell):
            raise Refused([Problem.at(self.cell, FAR)]) if self.cell else _refused(NOT_A_WORKBOOK)


def _refused(what: str, **values: object) -> Refused:
    return Refused([Problem.at(WORKBOOK, what, **values)])
