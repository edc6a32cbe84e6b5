"""How fast the pages follow a hand, beside an empty Streamlit page with default settings, in one run.

    python -m benchmarks.page [presses]

A key press on a slider is timed in the browser, from the key to the last change of what is drawn or runs; the pages
take turns of ten. (Plan & progress has no slider.) Timed is what follows each key: verdict, figures and chart on
Simulate; verdict and opening chart on Feasibility; title, result and path of the scenario on the page on Compare; on
Data & method a run that changes nothing in sight. Not timed is the rest of header, levers and page, drawn half a second
after the last key. Then the slider of later growth is dragged on Simulate: 100 positions, 25 a second; the model says
which verdict belongs to which position. At last the page is loaded, and what is drawn is counted. Times depend on what
else the machine does: compare the ratios of one run. The server's CPU time per press (Linux only) hardly does.
"""

import argparse
import contextlib
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from model.economics.verdict import judge
from model.economics.verdict_sentences import headline, status
from model.link.link import opening, write
from model.region.loader import load
from model.scenario.scenario import plan
from model.work.history import History
from model.work.work import Work
from views.state import Moment, State

ROOT = Path(__file__).resolve().parent.parent
EMPTY = 'import streamlit as st\nst.write("value", st.slider("value", -10.0, 30.0, 6.5, 0.1))\n'
LEVER = "#lever_gdp_later"
WAIT = 120_000
"""Milliseconds after which something has gone wrong on the busiest machine, too."""
TURN = 10
"""Key presses on a page before the next page has its turn."""
POSITIONS, PER_SECOND = 100, 25
PRESS = """() => {
  let pressed = null, last = null
  const app = document.querySelector("[data-testid=stApp]")
  const changed = () => (last = performance.now())
  new MutationObserver(changed).observe(document.querySelector("[data-testid=stMain]"),
    {subtree: true, childList: true, characterData: true, attributes: true})
  new MutationObserver(changed).observe(app, {attributes: true, attributeFilter: ["data-test-script-state"]})
  addEventListener("keydown", () => { pressed = performance.now(); last = null }, true)
  const rests = () => app.dataset.testScriptState === "notRunning" && performance.now() - last > 250
  window.sincePress = () => last !== null && rests() ? last - pressed : null
  window.settled = () => rests() && performance.now() - (last ?? 0) > 1500
}"""
DRAG = """() => {
  window.drag = {positions: [], verdicts: [], charts: 0}
  const chart = document.querySelector(".st-key-gdp svg.marks")
  const heading = () => document.querySelector("h1").textContent
  let said = heading(), labelled = chart.textContent, asked = false
  drag.svg = chart
  addEventListener("input", (event) => drag.positions.push([event.composedPath()[0].value, performance.now()]), true)
  // What has changed is looked at in the frame that paints it; a frame in which nothing changes costs nothing.
  const frame = () => {
    asked = false
    if (heading() !== said) drag.verdicts.push([said = heading(), performance.now()])
    if (chart.textContent !== labelled) { labelled = chart.textContent; drag.charts += 1 }
  }
  new MutationObserver(() => asked ||= requestAnimationFrame(frame)).observe(
    document.querySelector("[data-testid=stMain]"), {subtree: true, childList: true, characterData: true})
}"""
MOVE = """async (slider, [positions, apart]) => {
  const start = performance.now()
  for (let position = 1; position <= positions; position++) {
    await new Promise((go) => setTimeout(go, Math.max(0, start + position * apart - performance.now())))
    slider.stepUp()
    slider.dispatchEvent(new Event("input", {bubbles: true, composed: true}))
  }
  return performance.now() - start
}"""
DRAGGED = "({...drag, svg: undefined, same: drag.svg.isConnected})"


def main() -> None:
    """Measures and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("presses", nargs="?", type=int, default=60)
    presses = parser.parse_args().presses
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY, encoding="utf-8")
        ours, server = stack.enter_context(serve(ROOT / "app.py", ROOT))
        empty, other = stack.enter_context(serve(script, Path(folder)))
        browser = stack.enter_context(chromium())
        pages = {
            "empty": open_page(browser, empty, "[data-testid=stSlider]"),
            "simulate": open_page(browser, ours, LEVER),
            "compare": open_page(browser, f"{ours}/compare?{four_saved()}", LEVER),
            **{name: open_page(browser, f"{ours}/{name}", LEVER) for name in ("feasibility", "method")},
        }
        servers = {name: other if name == "empty" else server for name in pages}
        base = press_all(pages, servers, presses)
        drag(pages["simulate"], server, base)
        count_draws(pages["simulate"])


def press_all(pages: dict[str, Page], servers: dict[str, int], presses: int) -> float:
    """Prints how long a key press takes on each page; returns the empty page's median [ms]."""
    taken: dict[str, list[float]] = {name: [] for name in pages}
    worked: dict[str, list[float]] = {name: [] for name in pages}
    for turn in range(1 + -(-presses // TURN)):
        for name, page in pages.items():
            for _ in range(TURN):
                before = cpu(servers[name])
                duration = one_press(page, "ArrowLeft" if turn % 2 else "ArrowRight")
                if turn:  # the first one warms up
                    taken[name].append(duration)
                    worked[name].append(cpu(servers[name]) - before)
            settle(page)  # what follows the last key of a turn is no other page's
    base = statistics.median(taken["empty"])
    count, load = len(taken["empty"]), os.getloadavg()[0]
    print(f"{count} key presses each; ms from the key to the last change; load average {load:.1f}")
    print(f"{'page':12} {'median':>7} {'p95':>7} {'ratio':>6} {'limit':>6} {'server, ms':>11}")
    for name, times in taken.items():
        limit = {"empty": 1.0, "simulate": 1.2}.get(name, 1.6)
        ratio = statistics.median(times) / base
        print(f"{name:12} {row(times)} {ratio:6.2f} {limit:6.1f} {statistics.mean(worked[name]):11.1f}", flush=True)
    return base


def row(times: list[float]) -> str:
    """Median and 95th percentile."""
    return f"{statistics.median(times):7.1f} {statistics.quantiles(times, n=20)[-1]:7.1f}"


def cpu(process: int) -> float:
    """CPU time that a process has used [ms]; 0 where the system does not say."""
    with contextlib.suppress(OSError):
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return 1000 * sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def drag(page: Page, server: int, base: float) -> None:
    """Prints what was painted of a drag of the slider; `base` is the empty page's key press [ms]."""
    page.bring_to_front()
    slider = page.locator(LEVER).get_by_role("slider")
    slider.scroll_into_view_if_needed()
    area = slider.bounding_box()
    assert area is not None
    x, y = area["x"] + 0.4 * area["width"], area["y"] + area["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.wait_for_timeout(1500)
    page.evaluate(DRAG)
    before = cpu(server)
    lasted = slider.evaluate(MOVE, [POSITIONS, 1000 / PER_SECOND]) / 1000
    page.mouse.up()
    settle(page)
    used = (cpu(server) - before) / POSITIONS
    seen: dict[str, Any] = page.evaluate(DRAGGED)
    positions = [(float(value), at) for value, at in seen["positions"]]
    said = {value: heading(value) for value, _ in positions}
    sent = {said[value]: at for value, at in positions}
    lags = [at - sent[text] for text, at in seen["verdicts"] if text in sent]
    right = page.locator("h1").first.text_content() == said[positions[-1][0]]
    print(f"\ndragged: {len(positions)} positions in {lasted:.1f} s; load average {os.getloadavg()[0]:.1f}")
    print(f"verdicts {len(seen['verdicts'])} ({len(lags)} known), GDP charts {seen['charts']}; at least 95 of 100")
    print(f"last position {'right' if right else 'WRONG'}; chart {'kept' if seen['same'] else 'EMBEDDED AGAIN'}")
    print(f"lag, ms      {row(lags)} {statistics.median(lags) / base:6.2f} {1.3:6.1f} {used:11.1f}", flush=True)


def heading(later: float) -> str:
    """The heading of Simulate in English at this later growth [per cent]."""
    pack = load("fengjie")
    work = Work(plan(pack).set(gdp_later=later / 100))
    state = State(History(Moment(work, "en", opening(pack))))
    verdict = judge(work.scenario)
    said = f"{status(verdict, state.wording)}\u2002{headline(verdict, state.scenario, state.wording)}"
    return re.sub(r"\\(.)", r"\1", said.replace("**", ""))


def count_draws(page: Page) -> None:
    """Prints how often each place of the page is drawn when it is loaded."""
    draws: Counter[tuple[int, ...]] = Counter()

    def receive(payload: str | bytes) -> None:
        message = ForwardMsg.FromString(payload) if isinstance(payload, bytes) else ForwardMsg()
        if message.WhichOneof("type") == "delta":
            draws[tuple(message.metadata.delta_path)] += 1

    page.on("websocket", lambda socket: socket.on("framereceived", lambda payload: receive(payload)))
    page.reload()
    page.locator(LEVER).locator("input[type=range]").wait_for(state="attached", timeout=WAIT)
    page.evaluate(PRESS)
    settle(page)
    more = [path for path, times in draws.items() if times > 1]
    print(f"\na full run draws {len(draws)} places, {len(more)} of them more than once")


def four_saved() -> str:
    """A link with four saved scenarios."""
    pack = load("fengjie")
    work = Work(plan(pack))
    for later in (0.055, 0.065, 0.07, 0.085):
        work = work.add(plan(pack).set(gdp_later=later).rename(f"{later * 100:g} %"))
    return write(work, "en")


@contextlib.contextmanager
def serve(script: Path, folder: Path) -> Iterator[tuple[str, int]]:
    """Address and process of a Streamlit server of its own, with the settings found in the folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    process = subprocess.Popen(
        [*command, "--server.headless", "true"], cwd=folder, env={**os.environ, "HOME": str(folder)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        address = f"http://localhost:{port}"
        for _ in range(200):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health") as answer:
                if answer.status == 200:
                    break
            time.sleep(0.1)
        yield address, process.pid
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


def open_page(browser: Browser, address: str, lever: str) -> Page:
    """The page, loaded, timed, with the slider focused."""
    page = browser.new_context(bypass_csp=True, locale="en-GB", viewport={"width": 1366, "height": 768}).new_page()
    page.goto(address)
    handle = page.locator(lever).locator("input[type=range]")
    handle.wait_for(state="attached", timeout=WAIT)
    page.evaluate(PRESS)
    settle(page)
    handle.focus()
    return page


def settle(page: Page) -> None:
    """Waits until nothing has run or changed for a while, however busy the machine is."""
    page.wait_for_timeout(1500)
    page.wait_for_function("settled()", polling=100, timeout=WAIT)


def one_press(page: Page, key: str) -> float:
    """Milliseconds from the press to the last repaint."""
    page.bring_to_front()
    page.keyboard.press(key)
    return float(page.wait_for_function("sincePress()", polling=20, timeout=WAIT).json_value())


if __name__ == "__main__":
    main()
