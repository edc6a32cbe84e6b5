"""The rows of a sweep into a file, part by part, on the cores of this machine or on a cluster."""

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import click
import dask.config
import dask.dataframe as dd
import pyarrow as pa
from dask.base import compute
from dask.delayed import delayed
from dask.diagnostics.progress import ProgressBar
from dask.system import CPU_COUNT

from model.language.problem import Problem, Refused
from model.language.words import N_
from model.sweep import csv

THERE = N_("exists already (got {got}); a new name is needed, or --overwrite; choose one of the two")
NOT_WRITTEN = N_("could not be written (got {got}: {why}); no part of it was left behind; correct that and try again")
BOM = "\ufeff"
"""What tells Excel that a CSV file is UTF-8."""
PART_NAME = "part-{:06}.parquet"
"""The files of a Parquet dataset, in the order of their names."""
PATIENCE = 10
"""Seconds to wait for a cluster."""
NO_CLUSTER = N_(
    "reaches no cluster (got {got}: {why}); a Dask scheduler with at least one worker is needed; start them, or leave "
    "the option out"
)
GIVEN_UP = N_(
    "was given up by the cluster (got {got}); “python -m dask scheduler” and “python -m dask worker” start in the "
    "project's folder, on the same versions and the same disk; see to that and try again"
)


def write_csv(frame: dd.DataFrame, schema: pa.Schema, output: Path, overwrite: bool, scheduler: str | None) -> None:
    """One file, joined from the parts; `-` is standard output, one part after the other."""
    parts = [delayed(csv)(part, schema, head=not n) for n, part in enumerate(frame.to_delayed())]
    if str(output) == "-":
        with workers(scheduler), click.open_file("-", "wb") as stdout:
            stdout.writelines(part.compute() for part in parts)
        return
    with saving(output, overwrite) as file, TemporaryDirectory(prefix=".", dir=output.absolute().parent) as folder:
        paths = [Path(folder) / str(n) for n, _ in enumerate(parts)]
        with workers(scheduler):
            compute(*map(delayed(Path.write_bytes), paths, parts))
        file.write(BOM.encode())
        for path in paths:
            with path.open("rb") as part:
                shutil.copyfileobj(part, file)
            path.unlink()


def write_parquet(frame: dd.DataFrame, schema: pa.Schema, output: Path, overwrite: bool, scheduler: str | None) -> None:
    """A folder of parts, the order of whose names is that of the rows."""
    with whole(output, overwrite) as folder, workers(scheduler):
        folder.mkdir()  # or Dask would make every folder above it
        frame.to_parquet(folder, write_index=False, schema=schema, name_function=PART_NAME.format)


@contextmanager
def saving(path: Path, overwrite: bool) -> Iterator[IO[bytes]]:
    """A file that gets its name when it is whole, and goes when it is not. Raises `Refused` where it cannot be."""
    with whole(path, overwrite) as part, part.open("wb") as file:
        yield file


@contextmanager
def whole(path: Path, overwrite: bool) -> Iterator[Path]:
    """Where a file, or a folder of Parquet files, is made that gets its name when it is whole, and goes when it is not.

    Of folders only one that a sweep has made is replaced. Raises `Refused` where it cannot be.
    """
    part = path.absolute().with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.exists() and not overwrite:
            raise Refused([Problem.at("--output", THERE, got=path)])
        if path.is_dir() and {each.suffix for each in (path, *path.iterdir())} != {".parquet"}:
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        try:
            yield part
            if path.is_dir():
                shutil.rmtree(path)
            part.replace(path)
        finally:
            if part.is_dir():
                shutil.rmtree(part)
            part.unlink(missing_ok=True)
    except OSError as error:
        raise Refused([Problem.at("--output", NOT_WRITTEN, got=path, why=error.strerror or error)]) from error


@contextmanager
def workers(scheduler: str | None) -> Iterator[None]:
    """Works on a cluster, whose dashboard shows how far it is; else on all cores, with a bar where somebody sees it."""
    if scheduler:
        with _cluster(scheduler):
            yield
        return
    seen = sys.stderr is not None and sys.stderr.isatty()
    with (
        ThreadPoolExecutor(CPU_COUNT) as pool,  # of its own: all is at rest before what failed is cleared away
        dask.config.set(scheduler="threads", pool=pool),
        ProgressBar(out=sys.stderr) if seen else nullcontext(),
    ):
        yield


@contextmanager
def _cluster(address: str) -> Iterator[None]:
    from distributed import Client  # here, for a machine by itself can do without
    from distributed.comm.core import CommClosedError
    from distributed.scheduler import KilledWorker

    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Refused([Problem.at("--scheduler", NO_CLUSTER, got=address, why=error)]) from error
    with client, dask.config.set(scheduler=client):
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except OSError as error:
            raise Refused([Problem.at("--scheduler", NO_CLUSTER, got=address, why=error)]) from error
        try:
            yield
        except (KilledWorker, CancelledError, CommClosedError, ImportError, RuntimeError) as error:
            raise Refused([Problem.at("--scheduler", GIVEN_UP, got=error)]) from error
