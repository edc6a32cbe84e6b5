"""From key press on a slider to the last repaint: our pages against an empty Streamlit page, interleaved in one run.

    python -m benchmarks.page [presses]

The empty page has one slider and one line of text. It runs twice: with Streamlit's default settings, and with the
settings of this page. A press is timed in the browser, from its keydown event to the last change of the page's
charts and text (of the text line, on the empty page); the feasibility page is timed with each of its sections open.
Then an arrow key is held for 100 presses on the first page.
"""

import argparse
import contextlib
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from model.link import write
from model.loader import load
from model.scenario import plan
from model.view import SECTIONS
from model.work import Work

ROOT = Path(__file__).resolve().parent.parent
EMPTY = 'import streamlit as st\nst.write("value", st.slider("value", -10.0, 30.0, 6.5, 0.1))\n'
HELD, INTERVAL = 100, 0.033
TIMED = "[data-testid=stVegaLiteChart], .verdict, .years, .part, .sheet, .cards, [class*=st-key-worked]"
OURS = "simulate"
SLIDER = "GDP, real growth from 2025 (%)"
TIMER = """
(watched) => {
  let pressed = null, last = null
  new MutationObserver((changes) => {
    for (const change of changes) {
      const node = change.target.nodeType === 1 ? change.target : change.target.parentElement
      if (node && (node.closest(watched) || node.querySelector(watched))) last = performance.now()
    }
  }).observe(document.querySelector("[data-testid=stMain]"),
             {subtree: true, childList: true, characterData: true, attributes: true})
  addEventListener("keydown", () => { pressed = performance.now(); last = null }, true)
  window.sincePress = () => last === null || performance.now() - last < 250 ? null : last - pressed
}
"""


def main() -> None:
    """Measures and prints one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("presses", nargs="?", type=int, default=60)
    presses = parser.parse_args().presses
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY, encoding="utf-8")
        ours = stack.enter_context(serve(ROOT / "app.py", ROOT))
        default = stack.enter_context(serve(script, Path(folder)))
        settings = stack.enter_context(serve(script, ROOT))
        browser = stack.enter_context(chromium())
        pages = {
            OURS: open_page(browser, ours, TIMED, SLIDER),
            "compare, four kept": open_page(browser, f"{ours}/compare?{four_kept()}", TIMED, SLIDER),
            "years": open_page(browser, f"{ours}/years", TIMED, SLIDER),
            "method": open_page(browser, f"{ours}/method", TIMED, SLIDER),
            **{
                f"feasibility, {section}": open_page(
                    browser, f"{ours}/feasibility?view=band,{section},gdp", TIMED, SLIDER
                )
                for section in SECTIONS
            },
            "empty, default settings": open_page(browser, default, "[data-testid=stMarkdownContainer]", "value"),
            "empty, this page's settings": open_page(browser, settings, "[data-testid=stMarkdownContainer]", "value"),
        }
        taken: dict[str, list[float]] = {name: [] for name in pages}
        for press in range(presses + 5):
            for name, page in pages.items():
                duration = one_press(page, "ArrowRight" if press // 20 % 2 == 0 else "ArrowLeft")
                if press >= 5:
                    taken[name].append(duration)
        print(f"{presses} presses each, interleaved; ms from key press to last repaint")
        median = {name: statistics.median(times) for name, times in taken.items()}
        for name, times in taken.items():
            p95 = statistics.quantiles(times, n=20)[-1]
            ratios = [f"{median[name] / median[empty]:6.2f}" for empty in pages if empty.startswith("empty")]
            print(f"{name:30} median {median[name]:6.1f}   p95 {p95:6.1f}   over the empty pages' {' '.join(ratios)}")
        lag, history = hold(pages[OURS])
        print(
            f"arrow held for {HELD} presses: last repaint {lag:.0f} ms after the last press; history grew by {history}"
        )


def four_kept() -> str:
    """A link with four kept scenarios."""
    pack = load("fengjie")
    work = Work(plan(pack))
    for later in (0.055, 0.065, 0.07, 0.085):
        work = work.add(plan(pack).set(pack, gdp_later=later).rename(f"{later * 100:g} %"))
    return write(work, pack, "en")


@contextlib.contextmanager
def serve(script: Path, folder: Path) -> Iterator[str]:
    """The address of a Streamlit server of its own, with the settings found in the folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder)},
    )
    try:
        address = f"http://localhost:{port}"
        for _ in range(200):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health") as answer:
                if answer.status == 200:
                    break
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or whichever is on the path."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def open_page(browser: Browser, address: str, watched: str, slider: str) -> Page:
    """The page, loaded, timed, with the slider focused."""
    page = browser.new_context(locale="en-GB", viewport={"width": 1366, "height": 900}).new_page()
    page.goto(address)
    handle = page.get_by_role("slider", name=slider)
    handle.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(3000)
    page.evaluate(TIMER, watched)
    handle.focus()
    return page


def one_press(page: Page, key: str) -> float:
    """Milliseconds from the press to the last repaint."""
    page.bring_to_front()
    page.keyboard.press(key)
    return float(page.wait_for_function("sincePress()", polling=20, timeout=20_000).json_value())


def hold(page: Page) -> tuple[float, int]:
    """Milliseconds from the last of many presses to the last repaint, and the entries added to the history."""
    page.bring_to_front()
    before = page.evaluate("history.length")
    for _ in range(HELD):
        page.keyboard.press("ArrowRight")
        time.sleep(INTERVAL)
    lag = float(page.wait_for_function("sincePress()", polling=20, timeout=20_000).json_value())
    page.wait_for_timeout(500)
    return lag, page.evaluate("history.length") - before


if __name__ == "__main__":
    main()
