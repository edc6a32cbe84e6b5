"""Workbooks worked out by LibreOffice."""

from collections.abc import Callable, Mapping
from io import BytesIO

import office
from openpyxl import load_workbook


def once(files: Callable[[], Mapping[str, bytes]], name: str, tmp_path_factory, worker: str):
    """What LibreOffice shows of the files, by their names; asked once for all tests."""

    def named():
        return {f"{name}.xlsx": content for name, content in files().items()}

    made = office.converted(named, "xlsx", name, tmp_path_factory, worker)
    return {path.stem: load_workbook(path, data_only=True) for path in sorted(made.iterdir())}


def emptied(content: bytes, change: Callable[..., None] = lambda book: None) -> bytes:
    """The file after a change, without the values that were stored beside formulas: these have to be worked out."""
    book = load_workbook(BytesIO(content))
    change(book)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()
