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
    """What LibreOffice shows of the files, asked once for all tests, also where several processes run them.

    Where there is no LibreOffice the tests that ask are skipped, but not in CI.
    """
    if SOFFICE is None and not os.environ.get("CI"):
        pytest.skip("no LibreOffice on this machine: install it to have workbooks worked out")
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
