"""Workbooks worked out by LibreOffice, a program that shares nothing with ours."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

SOFFICE = shutil.which("soffice")
needed = pytest.mark.skipif(
    SOFFICE is None and not os.environ.get("CI"),
    reason="no LibreOffice on this machine: install it to have workbooks worked out",
)
"""Tests that need LibreOffice: skipped where there is none, but not in CI."""


def opened(files: Mapping[str, bytes], folder: Path) -> dict[str, Workbook]:
    """What LibreOffice shows of each file, all in one call, in a fresh profile with its usual settings."""
    given, shown = folder / "given", folder / "shown"
    given.mkdir()
    for name, content in files.items():
        (given / f"{name}.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [SOFFICE or "soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(shown)]
    subprocess.run([*command, *map(str, sorted(given.iterdir()))], check=True, capture_output=True, timeout=300)
    return {name: load_workbook(shown / f"{name}.xlsx", data_only=True) for name in files}


def changed(content: bytes, change: Callable[[Workbook], None] = lambda book: None) -> bytes:
    """The file after a change, without any value that was stored beside a formula: these have to be worked out."""
    book = load_workbook(BytesIO(content))
    change(book)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def at(book: Workbook, name: str):
    """The cell of that name, or the cells in a row."""
    ((sheet, where),) = book.defined_names[name].destinations
    cells = book[sheet][where.replace("$", "")]
    return [cell for row in cells for cell in row] if isinstance(cells, tuple) else cells


def value(book: Workbook, name: str):
    """What stands in the cell of that name, or a list of what stands in the cells."""
    cells = at(book, name)
    return [cell.value for cell in cells] if isinstance(cells, list) else cells.value


def put(book: Workbook, **inputs: float) -> None:
    """Types numbers into the cells of those names."""
    for name, number in inputs.items():
        at(book, name).value = number
