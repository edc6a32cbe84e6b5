"""How many visitors a server holds, beside a bare page with four charts and the same settings.

    python -m benchmarks.load [--processes N] [--seconds S] [--drag]
    python -m benchmarks.load --soak MINUTES --visitors N [--flood N] [--processes N]

A visitor opens a link and moves a lever every two seconds, then takes the hand off; with `--drag` it moves it by ten
positions, one after another. Each answer must be the link that the model writes for that position. Ever more visitors
come, until the 95th percentile from a position to the end of its answer passes 500 ms; the last number below it is what
the page holds. A soak goes on for minutes with as many visitors as are given, on the simulator alone; `--flood` adds
some who move without a pause, and are not timed. All share the machine with the servers: compare the pages of one run.
"""

import argparse
import asyncio
import contextlib
import functools
import os
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.page import ROOT, cpu, serve
from benchmarks.visitor import BareVisitor, Visitor
from model.link.link import write
from model.region.loader import load
from model.scenario.scenario import plan
from model.work.work import Work

LIMIT = 0.5
"""Seconds that the 95th percentile may take."""
EVERY = 2.0
"""Seconds from one move to the next."""
REST = 0.5
"""Seconds after which a hand is taken off."""
MORE = 1.25
"""Times as many visitors at each step."""
BARE = """
import pyarrow as pa, streamlit as st
SPEC = {"mark": {"type": "line", "point": True}, "encoding": {
    "x": {"field": "year", "type": "ordinal"}, "y": {"field": "value", "type": "quantitative"},
    "color": {"field": "path", "type": "nominal"}}}
growth = st.slider("growth", -10.0, 30.0, 7.5, 0.1)
years, paths = list(range(2023, 2031)), ["low", "middle", "high"]
for chart in range(4):
    value = [100 * (chart + 1) * (1 + (growth + low) / 100) ** year for low in (-1, 0, 1) for year in range(8)]
    rows = {"year": years * 3, "path": [path for path in paths for _ in years], "value": value}
    st.vega_lite_chart(pa.table(rows), SPEC)
st.text(f"{growth:.1f}")
"""


@functools.cache
def expected(value: float) -> str:
    """The link at this later growth [per cent]."""
    return write(Work(plan(load("fengjie")).set(gdp_later=round(value / 100, 6))), "en")


class Load:
    """Visitors of some servers, who move levers until they are stopped."""

    def __init__(self, kind: type[Visitor], servers: Sequence[tuple[str, int]], drag: bool) -> None:
        self.kind, self.servers, self.positions = kind, servers, 10 if drag else 1
        self.times: list[float] = []
        self.openings: list[float] = []
        self.wrong = 0
        self.tasks: list[asyncio.Task[None]] = []
        self.floods: list[asyncio.Task[None]] = []

    async def grow(self, visitors: int) -> None:
        """Lets more come, one after another, until there are so many."""
        while len(self.tasks) < visitors:
            address, _ = self.servers[len(self.tasks) % len(self.servers)]
            visitor = self.kind(address, "" if self.kind is BareVisitor else expected(7.5))
            began = time.perf_counter()
            await visitor.open()
            self.openings.append(time.perf_counter() - began)
            self.tasks.append(asyncio.create_task(self.visit(visitor)))

    async def visit(self, visitor: Visitor) -> None:
        """What one visitor does."""
        await asyncio.sleep(random.uniform(0, EVERY))  # noqa: S311  # spreads visitors; nothing is secret
        due = time.perf_counter()
        for turn in range(10**9):
            for step in range(self.positions):
                value = 5 + (turn * self.positions + step) % 50 / 10
                began = time.perf_counter()
                await visitor.move(value)
                self.times.append(time.perf_counter() - began)
                said = visitor.text == f"{value:.1f}" if isinstance(visitor, BareVisitor) else expected(value)
                self.wrong += said not in (True, visitor.query)
            await asyncio.sleep(REST)
            await visitor.rest()
            due = max(due + EVERY, time.perf_counter())
            await asyncio.sleep(due - time.perf_counter())

    async def flood(self, visitors: int) -> None:
        """So many come who send the next position when the last was answered."""

        async def send(visitor: Visitor) -> None:
            while True:
                for tenths in range(50, 100):
                    await visitor.move(tenths / 10)

        for place in range(visitors):
            visitor = self.kind(self.servers[place % len(self.servers)][0])
            await visitor.open()
            self.floods.append(asyncio.create_task(send(visitor)))

    async def measure(self, seconds: float) -> float:
        """Prints a row of figures; returns the 95th percentile [s]."""
        await asyncio.sleep(EVERY)
        self.times.clear()
        before = sum(cpu(process) for _, process in self.servers)
        await asyncio.sleep(seconds)
        used = sum(cpu(process) for _, process in self.servers) - before
        for task in (*self.tasks, *self.floods):
            if task.done():
                await task  # raises what went wrong
        p95 = statistics.quantiles(self.times, n=20)[-1]
        print(
            f"{len(self.tasks):9} {len(self.times):7} {1000 * statistics.median(self.times):8.0f} {1000 * p95:6.0f}"
            f" {self.wrong:6} {used / len(self.times):12.1f} {self.memory():10.1f} {os.getloadavg()[0]:6.1f}",
            flush=True,
        )
        return p95

    def memory(self) -> float:
        """What the servers hold [MB]."""
        pages = sum(int(Path(f"/proc/{process}/statm").read_text().split()[1]) for _, process in self.servers)
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    async def stop(self) -> None:
        """All leave."""
        for task in (*self.tasks, *self.floods):
            task.cancel()
        await asyncio.gather(*self.tasks, *self.floods, return_exceptions=True)


HEAD = " visitors   moves   median    p95  wrong  CPU/move, ms  memory, MB   load"


async def capacity(load: Load, seconds: float) -> None:
    """Prints what is held by ever more visitors."""
    print(HEAD)
    rows: list[tuple[int, float]] = []
    p95, visitors = 0.0, 10.0
    while p95 <= LIMIT:
        await load.grow(round(visitors))
        p95 = await load.measure(seconds)
        rows.append((len(load.tasks), load.memory()))
        visitors *= MORE
    (first, less), (last, more) = rows[0], rows[-1]
    held = rows[-2][0] if rows[1:] else 0
    each = 1024 * (more - less) / max(last - first, 1)
    print(f"held: {held} visitors; {each:.0f} kB of memory each; opening took at most {max(load.openings):.2f} s")
    await load.stop()


async def soak(load: Load, visitors: int, flood: int, minutes: int) -> None:
    """Prints a row a minute."""
    await load.grow(visitors)
    await load.flood(flood)
    print(HEAD)
    for _ in range(minutes):
        await load.measure(60 - EVERY)
    await load.stop()


def main() -> None:
    """Runs what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--drag", action="store_true")
    parser.add_argument("--soak", type=int, default=0, metavar="MINUTES")
    parser.add_argument("--visitors", type=int, default=10)
    parser.add_argument("--flood", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        pages: dict[str, tuple[Path, type[Visitor]]] = {"the simulator": (ROOT / "app.py", Visitor)}
        if not asked.soak:
            pages["a bare page"] = bare, BareVisitor
        for name, (script, kind) in pages.items():
            with contextlib.ExitStack() as stack:
                servers = [stack.enter_context(serve(script, ROOT)) for _ in range(asked.processes)]
                print(f"\n{name}, processes: {asked.processes}", flush=True)
                load = Load(kind, servers, asked.drag)
                if asked.soak:
                    asyncio.run(soak(load, asked.visitors, asked.flood, asked.soak))
                else:
                    asyncio.run(capacity(load, asked.seconds))


if __name__ == "__main__":
    main()
