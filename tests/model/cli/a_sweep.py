"""Sweeps in processes of their own, spawned: a process forked beside threads may never begin."""

import multiprocessing
import os
import resource
import signal
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from model.cli.main import main

SPAWNED = multiprocessing.get_context("spawn")


class Swept(NamedTuple):
    """What a sweep left behind."""

    code: int | None
    out: str
    err: str
    memory: int
    """The most that it held [kilobytes]."""


def start(folder: Path, *arguments: str, largest: int = resource.RLIM_INFINITY) -> BaseProcess:
    """Starts `sweep`, whose files can be so large [bytes], beside a folder."""
    folder.mkdir(exist_ok=True)
    process = SPAWNED.Process(target=_sweep, args=(folder, arguments, largest))
    process.start()
    return process


def end(process: BaseProcess, folder: Path) -> Swept:
    """Waits for it."""
    process.join(120)
    out, err, memory = (folder.with_suffix(f".{name}").read_text(encoding="utf-8") for name in ("out", "err", "memory"))
    return Swept(process.exitcode, out, err, int(memory))


def _sweep(folder: Path, arguments: tuple[str, ...], largest: int) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(folder.with_suffix(f".{name}"), os.O_WRONLY | os.O_CREAT), number)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
    code = main(["sweep", *arguments])
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    folder.with_suffix(".memory").write_text(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss), encoding="utf-8")
    sys.exit(code)
