"""Sweeps in processes of their own: `python a_sweep.py FOLDER LARGEST ARGUMENT...`."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[3]


class Swept(NamedTuple):
    """What a sweep left behind."""

    code: int
    out: str
    err: str
    memory: int
    """The most that it held [kilobytes]."""


def start(folder: Path, *arguments: str, largest: int = resource.RLIM_INFINITY) -> "subprocess.Popen[bytes]":
    """Starts `sweep`, whose files can be so large [bytes], beside a folder."""
    folder.mkdir(exist_ok=True)
    command = [sys.executable, __file__, str(folder), str(largest), *arguments]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})


def end(process: "subprocess.Popen[bytes]", folder: Path) -> Swept:
    """Waits for it."""
    code = process.wait(120)
    out, err, memory = (folder.with_suffix(f".{name}").read_text(encoding="utf-8") for name in ("out", "err", "memory"))
    return Swept(code, out, err, int(memory))


def _sweep(folder: Path, largest: int, arguments: list[str]) -> None:
    from model.cli.main import main

    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(folder.with_suffix(f".{name}"), os.O_WRONLY | os.O_CREAT), number)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
    code = main(["sweep", *arguments])
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    folder.with_suffix(".memory").write_text(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss), encoding="utf-8")
    sys.exit(code)


if __name__ == "__main__":
    _sweep(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
