"""Workbooks worked out by LibreOffice, a program that shares nothing with ours."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

SOFFICE = shutil.which("soffice")
needed = pytest.mark.skipif(
    SOFFICE is None and not os.environ.get("CI"),
    reason="no LibreOffice on this machine: install it to have workbooks worked out",
)
"""Marks tests that need LibreOffice: skipped where there is none, but not in CI."""


def shown(files: Mapping[str, bytes], folder: Path):
    """What LibreOffice shows of each file, all in one call, in a fresh profile with its usual settings."""
    given, made = folder / "given", folder / "made"
    given.mkdir(parents=True)
    for name, content in files.items():
        (given / f"{name}.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [SOFFICE or "soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(made)]
    subprocess.run([*command, *map(str, sorted(given.iterdir()))], check=True, capture_output=True, timeout=300)
    return opened(made)


def opened(folder: Path):
    """The files of a folder by name, each cell with its value."""
    return {path.stem: load_workbook(path, data_only=True) for path in sorted(folder.iterdir())}


def once(files: Callable[[], Mapping[str, bytes]], name: str, tmp_path_factory, worker: str):
    """What LibreOffice shows of the files, asked once for all tests, also where several processes run them."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker == "master" else base.parent) / name
    done = folder / "done"
    try:
        folder.mkdir()
    except FileExistsError:
        while not done.exists():
            time.sleep(0.1)
        return opened(folder / "made")
    try:
        return shown(files(), folder)
    finally:
        done.touch()


def emptied(content: bytes, change: Callable[..., None] = lambda book: None) -> bytes:
    """The file after a change, without the values that were stored beside formulas: these have to be worked out."""
    book = load_workbook(BytesIO(content))
    change(book)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def at(book, name: str):
    """The cell of that name, or the cells of a row."""
    ((sheet, where),) = book.defined_names[name].destinations
    cells = book[sheet][where.replace("$", "")]
    return list(cells[0]) if isinstance(cells, tuple) else cells


def value(book, name: str):
    """What stands in the cell of that name, or a list of what stands in the cells."""
    cells = at(book, name)
    return [cell.value for cell in cells] if isinstance(cells, list) else cells.value


def rows(sheet, first: str, last: int) -> list[list[object]]:
    """The rows of a table below the head that reads so, down to the first that is empty; `last` columns."""
    start = next(cell.row for cell in sheet["A"] if cell.value == first) + 1
    found = []
    while sheet.cell(start + len(found), 1).value is not None:
        found.append([sheet.cell(start + len(found), column).value for column in range(1, last + 1)])
    return found
