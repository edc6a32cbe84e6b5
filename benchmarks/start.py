"""How long the page takes from its command to its first picture, beside an empty page, in one run.

    python -m benchmarks.start [starts]

Timed is the command `streamlit run` until a browser shows verdict and chart (of the empty page its slider), each
with a server and a browser profile of its own; the pages take turns, the first turn warms the disk up. Memory is that
of the server after the page is drawn.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.page import EMPTY, ROOT, WAIT, chromium, row, serve

LIMIT = 1.5
"""Times an empty page's start."""


def main() -> None:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("starts", nargs="?", type=int, default=10)
    starts = parser.parse_args().starts
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY, encoding="utf-8")
        places = {
            "empty": (script, Path(folder), ["[data-testid=stSlider]"]),
            "simulate": (ROOT / "app.py", ROOT, ["h1", ".st-key-gdp svg.marks"]),
        }
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in places}
        for turn in range(starts + 1):
            for name, place in places.items():
                measured = start(browser, *place)
                if turn:
                    found[name].append(measured)
    base = statistics.median(seconds for seconds, _ in found["empty"])
    print(f"{starts} starts each; seconds from the command to the first picture")
    print(f"{'page':12} {'median':>7} {'p95':>7} {'ratio':>6} {'limit':>6} {'server, MB':>11}")
    for name, measures in found.items():
        times, memory = zip(*measures, strict=True)
        limit = LIMIT if name == "simulate" else 1.0
        ratio = statistics.median(times) / base
        print(f"{name:12} {row(list(times))} {ratio:6.2f} {limit:6.1f} {statistics.median(memory):11.0f}")


def start(browser: Browser, script: Path, folder: Path, shown: list[str]) -> tuple[float, float]:
    """Seconds until all of these are drawn, and the server's memory [MB; 0 where the system does not say]."""
    began = time.perf_counter()
    with serve(script, folder) as (address, process):
        page = browser.new_context(locale="en-GB", viewport={"width": 1366, "height": 768}).new_page()
        page.goto(address)
        for selector in shown:
            page.locator(selector).first.wait_for(timeout=WAIT)
        seconds = time.perf_counter() - began
        status = Path(f"/proc/{process}/status")
        lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
        memory = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)
        page.context.close()
    return seconds, memory


if __name__ == "__main__":
    main()
