"""LibreOffice, a program that shares nothing with ours, opens what is taken away."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

SOFFICE = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)


def converted(files: Callable[[], Mapping[str, bytes]], kind: str, name: str, tmp_path_factory, worker: str) -> Path:
    """The folder of what LibreOffice makes of the files, by their names; see `once`.

    All in one call, in a fresh profile with its usual settings. Where there is no LibreOffice the tests that ask are
    skipped, but not in CI.
    """
    if SOFFICE is None and not os.environ.get("CI"):
        pytest.skip("no LibreOffice on this machine: install one to have files opened by it")

    def convert(folder: Path) -> None:
        given = folder / "given"
        given.mkdir()
        for file, content in files().items():
            (given / file).write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [SOFFICE or "soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "made")]
        subprocess.run([*command, *map(str, sorted(given.iterdir()))], check=True, capture_output=True, timeout=300)

    return once(convert, name, tmp_path_factory, worker) / "made"


def once(work: Callable[[Path], None], name: str, tmp_path_factory, worker: str) -> Path:
    """The folder of that name, in which the work was done once for all tests, also where several processes run them."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker == "master" else base.parent) / name
    done = folder / "done"
    try:
        folder.mkdir()
    except FileExistsError:
        while not done.exists():
            time.sleep(0.1)
        return folder
    try:
        work(folder)
    finally:
        done.touch()
    return folder
