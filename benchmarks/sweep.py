"""How long a sweep takes and how much memory, with one and two workers, against numpy computing the same levels.

    python -m benchmarks.sweep [--most 100000000] [--csv FILE]

Grids of a million rows and more go into Parquet: by the command on one core and on two, and on a cluster of one and two
workers. The yardstick is the least that any way of doing it costs: `numpy.cumprod` over the growth factors of the same
scenarios, part by part, only GDP, and nothing written. Each is a process of its own. Times leave out starting Python;
those of the processor, and memory at its peak, are of the process that is started: on a cluster without the workers.
"""

import argparse
import contextlib
import csv
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GRIDS = {1_001_001: ("0.004", "0.001"), 10_004_001: ("0.001", "0.0004"), 100_040_001: ("0.0004", "0.0001")}
"""Rows, and the steps of the later growth from 5 to 9 % and of the later deflator from 0 to 1 % that give them."""
MEASURE = """
import json, resource, sys, time
{setup}
began, worked = time.perf_counter(), time.process_time()
{work}
spent = time.perf_counter() - began, time.process_time() - worked
print(json.dumps([*spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]), file=sys.stderr)
"""
SWEEP = MEASURE.format(
    setup="from model.cli import rows\nfrom model.cli.main import main",
    work="assert main(sys.argv[1:]) == 0",
)
CUMPROD = MEASURE.format(
    setup="import numpy as np\nlater, deflator = (1 + np.linspace(*ends, int(n)) / 100 "
    "for ends, n in (((5, 9), sys.argv[1]), ((0, 1), sys.argv[2])))",
    work="""
found = 0
for start in range(0, later.size * deflator.size, 100_000):
    rows = np.arange(start, min(start + 100_000, later.size * deflator.size))
    real, price = np.unravel_index(rows, (later.size, deflator.size))
    factors = np.empty((rows.size, 6))
    factors[:, 0], factors[:, 1] = 386, 1.065
    factors[:, 2:] = (later[real] * deflator[price])[:, None]
    found += np.cumprod(factors, axis=1)[:, -1].size
""",
)


def measured(program: str, *arguments: str, cores: int = 0) -> tuple[float, float, float]:
    """Seconds, those of the processor, and peak memory [MB] of a process of its own, on all cores or on so many."""
    pinned = ["taskset", "-c", f"0-{cores - 1}"] if cores else []
    command = [*pinned, sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    spent, worked, peak = json.loads(done.stderr.splitlines()[-1])
    return float(spent), float(worked), float(peak)


def sweep(path: Path, steps: tuple[str, str], *options: str, cores: int = 0) -> tuple[float, float, float]:
    """The same of the command, its parts written and taken away again."""
    ranges = ("--range", f"gdp_later=5:9:{steps[0]}", "--range", f"deflator_later=0:1:{steps[1]}")
    found = measured(SWEEP, "sweep", *ranges, "--output", str(path), *options, cores=cores)
    shutil.rmtree(path)
    return found


@contextlib.contextmanager
def cluster(workers: int, folder: Path) -> Iterator[str]:
    """The address of a scheduler with so many workers of one thread."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    address, dask = f"tcp://127.0.0.1:{port}", [sys.executable, "-m", "dask"]
    local = ("--no-dashboard", "--host", "127.0.0.1")
    worker = [*dask, "worker", address, *local, "--nthreads", "1", "--no-nanny", "--local-directory"]
    commands = [[*dask, "scheduler", *local, "--port", port], *([*worker, f"{folder}/{n}"] for n in range(workers))]
    quiet = subprocess.DEVNULL
    started = [subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet) for command in commands]
    try:
        yield address
    finally:
        for process in started:
            process.terminate()
            process.wait()


def main() -> None:
    """Measures everything, prints one table and writes it as CSV where asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--most", type=int, default=20_000_000, help="leaves out larger grids")
    parser.add_argument("--csv", type=Path)
    asked = parser.parse_args()
    found: list[tuple[object, ...]] = [("way", "workers", "rows", "seconds", "cpu_s", "peak_mb", "load")]
    print("{:24}{:>8}{:>13}{:>10}{:>9}{:>9}{:>6}".format(*found[0]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "rows.parquet"
        for rows, steps in GRIDS.items():
            if rows > asked.most:
                continue
            counts = [str(round(width / float(step)) + 1) for width, step in zip((4, 1), steps, strict=True)]
            ways = {("numpy, nothing written", 1): measured(CUMPROD, *counts)}
            for cores in (1, 2):
                ways["threads", cores] = sweep(path, steps, cores=cores)
                with cluster(cores, folder) as address:
                    sweep(path, ("1", "1"), "--scheduler", address)  # until the workers are there, and warm
                    ways["cluster", cores] = sweep(path, steps, "--scheduler", address)
            for (way, workers), (spent, worked, peak) in ways.items():
                load = round(os.getloadavg()[0], 1)
                found.append((way, workers, rows, round(spent, 2), round(worked, 2), round(peak), load))
                print("{:24}{:>8}{:>13}{:>10}{:>9}{:>9}{:>6}".format(*found[-1]), flush=True)
    if asked.csv:
        with asked.csv.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(found)


if __name__ == "__main__":
    main()
