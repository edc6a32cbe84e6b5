"""How long a sweep takes and how much memory, against numpy computing the same levels, in processes of their own.

    python -m benchmarks.sweep

Grids of 1,002,001 and of 4,004,001 scenarios go into Parquet and CSV files. The yardstick is the least that any way of
doing it costs: `numpy.cumprod` over the growth factors of the same scenarios, all of them in memory, only GDP, and
nothing written. All take turns, so that a busy machine slows them alike. Times are medians and leave out starting
Python; memory is the peak of the whole process.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS, YEARS = 5, 5
GRIDS = {1_002_001: ("0.004", "0.001"), 4_004_001: ("0.001", "0.001")}
"""Rows, and the steps of the later growth from 5 to 9 % and of the later deflator from 0 to 1 % that give them."""
MEASURE = """
import json, resource, sys, time
{setup}
start = time.perf_counter()
{work}
spent = time.perf_counter() - start
print(json.dumps([spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]), file=sys.stderr)
"""
SWEEP = MEASURE.format(
    setup="import pyarrow.csv, pyarrow.parquet\nfrom model.cli.main import main",
    work="assert main(sys.argv[1:]) == 0",
)
CUMPROD = MEASURE.format(
    setup=f"import numpy as np\ngrown, prices, years = float(sys.argv[1]), float(sys.argv[2]), {YEARS}",
    work="""
later, deflator = (np.linspace(*ends, round((ends[1] - ends[0]) / step) + 1) / 100
                   for ends, step in (((5, 9), grown), ((0, 1), prices)))
real, price = (axis.ravel() for axis in np.meshgrid(later, deflator, indexing="ij"))
factors = np.empty((real.size, years + 1))
factors[:, 0], factors[:, 1] = 386, 1.065
factors[:, 2:] = ((1 + real) * (1 + price))[:, None]
print(np.cumprod(factors, axis=1)[:, -1].size)
""",
)


def measured(program: str, *arguments: str) -> tuple[float, float]:
    """Seconds and peak memory [MB] of a piece of work in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    spent, peak = json.loads(done.stderr.splitlines()[-1])
    return float(spent), float(peak)


def sweep(path: Path, steps: tuple[str, str]) -> tuple[float, float]:
    """Seconds and peak memory [MB] of the command, its file written and taken away again."""
    grown, prices = steps
    ranges = ("--range", f"gdp_later=5:9:{grown}", "--range", f"deflator_later=0:1:{prices}")
    found = measured(SWEEP, "sweep", *ranges, "--output", str(path))
    path.unlink()
    return found


def main() -> None:
    """Measures everything and prints one table."""
    print(f"{'':34}{'rows':>12}{'seconds':>10}{'rows/s':>12}{'ratio':>8}{'peak MB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for rows, steps in GRIDS.items():
            taken: dict[str, list[tuple[float, float]]] = {}
            for _ in range(ROUNDS):
                taken.setdefault("numpy.cumprod, in memory", []).append(measured(CUMPROD, *steps))
                for ending in (".parquet", ".csv"):
                    taken.setdefault(f"sweep into {ending}", []).append(sweep(Path(folder) / f"rows{ending}", steps))
            yardstick = statistics.median(spent for spent, _ in taken["numpy.cumprod, in memory"])
            for name, found in taken.items():
                spent, peak = (statistics.median(each) for each in zip(*found, strict=True))
                figures = f"{rows:>12,}{spent:>10.2f}{rows / spent:>12,.0f}{spent / yardstick:>8.1f}{peak:>10.0f}"
                print(f"{name:34}{figures}")


if __name__ == "__main__":
    main()
