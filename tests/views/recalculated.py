"""Workbooks worked out by LibreOffice."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZipFile

import office
from openpyxl import load_workbook


def once(files: Callable[[], Mapping[str, bytes]], name: str, tmp_path_factory, worker: str):
    """What LibreOffice shows of the files, by their names; asked once for all tests."""

    def named():
        return {f"{name}.xlsx": content for name, content in files().items()}

    made = office.converted(named, "xlsx", name, tmp_path_factory, worker)
    return {path.stem: load_workbook(path, data_only=True) for path in sorted(made.iterdir())}


def emptied(content: bytes) -> bytes:
    """The file without the values that were stored beside formulas: these have to be worked out."""
    saved, stored = BytesIO(), re.compile(rb'(<c [^>]*?)(?: t="[a-z]+")?><f>([^<]*)</f><v>[^<]*</v>')
    with ZipFile(BytesIO(content)) as given, ZipFile(saved, "w") as kept:
        for name in given.namelist():
            part = given.read(name)
            kept.writestr(name, stored.sub(rb"\1><f>\2</f>", part) if "/worksheets/sheet" in name else part)
    return saved.getvalue()


def changed(content: bytes, change: Callable[..., None]) -> bytes:
    """The file after a change, and without the values that were stored beside formulas."""
    book = load_workbook(BytesIO(content))
    change(book)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()
