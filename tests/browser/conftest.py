"""A real server and a real Chromium. Without a browser these tests say so and are skipped; in CI they must run."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright
from settling import settle, watch

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--host-resolver-rules=MAP office.test 127.0.0.1"]  # fmt: skip
PATIENCE = 120_000
"""Milliseconds after which a page that does not do what is awaited never will, on a machine with much else to do."""
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    for item in (each for each in items if each.path.is_relative_to(Path(__file__).parent)):
        item.add_marker(pytest.mark.browser)
        if CHROMIUM is None and not os.environ.get("CI"):
            item.add_marker(
                pytest.mark.skip(reason="no Chromium on this machine: install one to run the browser tests")
            )


class Server:
    """The page served on a port of its own, which can be killed and started again."""

    def __init__(self, script: str = "app.py") -> None:
        self.script = script
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}/"

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", self.script, "--server.headless=true",
                   "--server.allowedHosts=localhost", "--server.allowedHosts=office.test"]  # fmt: skip
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen([*command, f"--server.port={self.port}"], cwd=ROOT, env=env)
        for _ in range(1200):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.address}_stcore/health") as answer:
                if answer.status == 200:
                    return
            time.sleep(0.1)
        raise RuntimeError("the server did not start within 120 seconds")

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    server = Server()
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Tabs:
    """Pages that are opened as if in a fresh profile, one after the other in the same tab.

    Chromium keeps the program of a page by tab: in one that has drawn the page before, it stands in half the time.
    """

    def __init__(self, chromium: Browser) -> None:
        self.chromium, self.free, self.taken = chromium, {}, []

    def take(self, width: int, height: int, color_scheme: str = "light", **options) -> Page:
        """An empty tab of that size and of a profile with these options."""
        kind = repr(sorted(options.items()))
        waiting = self.free.setdefault(kind, [])
        page = waiting.pop() if waiting else self._new(options)
        self.taken.append((kind, page))
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=color_scheme)
        page.requests = []
        return page

    def give_back(self) -> None:
        """Forgets what the tabs in use were told; one that is closed or hangs is not used again."""
        while self.taken:
            kind, page = self.taken.pop()
            try:
                page.evaluate("localStorage.clear(); sessionStorage.clear()")
                page.goto("about:blank")
                page.context.clear_cookies()
                page.devtools.send("Page.resetNavigationHistory")
                self.free[kind].append(page)
            except Error:
                page.context.close()

    def _new(self, options) -> Page:
        # Playwright's waiting evaluates texts, which the page's own policy forbids: test_deploy.py keeps to it.
        context = self.chromium.new_context(bypass_csp=True, **options)
        context.set_default_timeout(PATIENCE)
        watch(context)
        page = context.new_page()
        page.on("request", lambda request: page.requests.append(request.url))
        page.devtools = context.new_cdp_session(page)
        return page


@pytest.fixture(scope="session")
def tabs(chromium: Browser) -> Tabs:
    return Tabs(chromium)


@pytest.fixture
def visit(tabs: Tabs, server: Server):
    """Opens an address as in a fresh profile."""

    def open_page(query="", locale="en-GB", address=None, width=1366, height=768, **options) -> Page:
        page = tabs.take(width, height, locale=locale, **options)
        page.goto((address or server.address) + (f"?{query}" if query else ""))
        settle(page)
        return page

    yield open_page
    tabs.give_back()
