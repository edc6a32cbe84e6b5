"""Two processes behind nginx, with the configuration that `deploy/` gives: killed, renewed, looked at by a browser."""

import asyncio
import contextlib
import itertools
import os
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import PATIENCE, ROOT, Server
from playwright.sync_api import expect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from benchmarks.visitor import Visitor
from model.link.link import write
from model.region.loader import load
from model.scenario.scenario import plan
from model.work.work import Work

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
pytestmark = pytest.mark.skipif(NGINX is None and not os.environ.get("CI"), reason="no nginx on this machine")
MAIN = """
{user}
daemon off;
pid nginx.pid;
error_log error.log;
events {{}}
http {{
  {paths}
  include {folder}/plan.conf;
}}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
EACH = 3
"""Visitors of each process."""


class Site:
    """Two processes, and nginx before them on a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.processes, self.log = (Server(), Server()), folder / "plan.log"
        front = Server()  # for its port alone
        self.address = front.address
        ports = {"listen 80": f"listen {front.port}", "/var/log/nginx/plan.log": str(self.log)}
        ports |= {f":{8501 + place}": f":{process.port}" for place, process in enumerate(self.processes)}
        configuration = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
        for theirs, ours in ports.items():
            assert theirs in configuration
            configuration = configuration.replace(theirs, ours)
        (folder / "plan.conf").write_text(configuration, encoding="utf-8")
        paths = " ".join(f"{each}_temp_path {folder}/{each};" for each in TEMPORARY)
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(MAIN.format(user=user, paths=paths, folder=folder), encoding="utf-8")
        for process in self.processes:
            process.start()
        command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
        self.nginx = subprocess.Popen(command)
        eventually(lambda: self.get("_stcore/health")[0] == 200)

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Status and text of what nginx answers."""
        request = urllib.request.Request(self.address + path, headers=headers)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()
        except OSError:
            return 0, ""

    def serves(self, cookie: str) -> Server:
        """The process that serves the visitor with this cookie."""
        path = f"_stcore/health/{cookie}"
        self.get(path, Cookie=f"plan={cookie}")
        found = []
        eventually(lambda: found.extend(line for line in self.log.read_text().splitlines() if path in line) or found)
        (process,) = (each for each in self.processes if found[0].endswith(f":{each.port}"))
        return process

    def cookies(self, process: Server) -> Iterator[str]:
        """Those with which nginx sends a visitor to this process."""
        return (cookie for cookie in map(str, itertools.count()) if self.serves(cookie) is process)

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
        self.nginx.terminate()
        self.nginx.wait()


def eventually(holds: Callable[[], object]) -> None:
    for _ in range(200):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("it did not happen within 20 seconds")


def run(work):
    """Runs it in a thread of its own: that of the tests has Playwright's loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("nginx"))
    yield site
    site.stop()


async def under_load(site: Site, event: Callable[[], None]) -> int:
    """Visitors move a lever before, while and after something happens; how often one had to connect again.

    Each has saved two scenarios of its own, and after every move reads the link that the model writes for it.
    """
    pack, ready, over, lost = load("fengjie"), asyncio.Semaphore(0), asyncio.Event(), 0
    scenario = plan(pack)
    cookies = [each for process in site.processes for each in itertools.islice(site.cookies(process), EACH)]

    async def visit(number: int, cookie: str) -> None:
        nonlocal lost
        saved = [scenario.set(gdp_later=(number + each) / 100).rename(f"{number}-{each}") for each in (1, 2)]
        work = Work(scenario).add(saved[0]).add(saved[1])
        visitor = Visitor(site.address, write(work, "en"), f"plan={cookie}")
        await visitor.open()
        for done, value in enumerate(itertools.cycle((6.0, 6.5, 7.0, 7.5, 8.0))):
            last = over.is_set()
            while True:
                with contextlib.suppress(ConnectionClosed, InvalidHandshake, OSError):
                    if not visitor.connected:
                        lost += 1
                        await visitor.open()
                    await visitor.move(value)
                    break
                await asyncio.sleep(0.2)
            assert visitor.query == write(replace(work, scenario=scenario.set(gdp_later=value / 100)), "en")
            if not done:
                ready.release()
            if last:
                break
            await asyncio.sleep(0.3)
        await visitor.close()

    async def happen() -> None:
        for _ in cookies:
            await ready.acquire()
        await asyncio.to_thread(event)
        await asyncio.sleep(1)
        over.set()

    await asyncio.gather(happen(), *(visit(*each) for each in enumerate(cookies)))
    return lost


def test_a_process_killed_under_load_costs_no_visitor_a_scenario(site):
    first, _ = site.processes
    lost = run(under_load(site, first.kill))
    first.start()
    assert lost > 0


def test_a_rolling_restart_costs_no_visitor_a_scenario(site):
    def renew() -> None:
        for process in site.processes:
            process.process.terminate()
            process.process.wait(10)
            process.start()

    assert run(under_load(site, renew)) >= 2 * EACH


def test_a_browser_asks_no_other_host_keeps_the_policy_and_goes_on_when_its_process_is_killed(site, chromium):
    cookie = next(site.cookies(site.processes[1]))
    state = {"cookies": [{"name": "plan", "value": cookie, "domain": "localhost", "path": "/", "expires": -1,
                          "httpOnly": True, "secure": False, "sameSite": "Lax"}], "origins": []}  # fmt: skip
    context = chromium.new_context(storage_state=state, locale="en-GB", viewport={"width": 1366, "height": 768})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    said, asked, answers = [], [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: answers.append(answer))
    page.goto(site.address)
    expect(page).to_have_url(re.compile("check="))
    slider = page.locator("#lever_gdp_later .slider")
    place = slider.bounding_box()
    y = place["y"] + place["height"] / 2
    page.mouse.move(place["x"] + place["width"] * 0.4, y)
    page.mouse.down()
    for step in range(40):
        page.mouse.move(place["x"] + place["width"] * (0.4 + step / 200), y)
        if step == 20:
            site.processes[1].kill()
        page.wait_for_timeout(20)
    page.mouse.up()
    later = slider.evaluate("each => Number(each.value)")
    expect(page).to_have_url(re.compile(f"gdp=6.5,{later:g}&"))
    site.processes[1].start()
    page.get_by_role("button", name="Share").click()
    with page.expect_download() as download:  # asked of the process that was started again, which has not made it
        page.get_by_role("button", name="Save as a file").click()
    assert f"{later:g}" in download.value.path().read_text(encoding="utf-8")

    assert [each for each in asked if not each.startswith((site.address, "data:", "blob:"))] == []
    served = [each for each in answers if each.url.startswith(site.address) and each.status == 200]
    assert len(served) > 20
    for answer in served:
        headers = answer.all_headers()
        assert "default-src 'self'" in headers["content-security-policy"], answer.url
        assert "frame-ancestors 'self'" in headers["content-security-policy"], answer.url
        assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")
    assert [each for each in said if "Content Security Policy" in each] == []
    context.close()


def test_what_nobody_needs_is_closed_and_what_is_too_much_is_refused_in_words(site):
    process = site.processes[0].address
    for path in ("_stcore/metrics", "_stcore/upload_file/a/b"):
        assert site.get(path)[0] == 404
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(process + path)
    status, words = site.get("?gdp=" + "6" * 600_000)
    assert (status, "ask for the link again" in words) == (414, True)
    assert site.get("", Host="elsewhere.example") == (0, "")
    stranger = urllib.request.Request(process, headers={"Host": "elsewhere.example"})
    with pytest.raises(urllib.error.HTTPError, match="421"):
        urllib.request.urlopen(stranger)
    health = urllib.request.Request(f"{process}_stcore/health", headers={"Host": "elsewhere.example"})
    assert urllib.request.urlopen(health).status == 200

    async def foreign() -> None:
        visitor = Visitor(site.address)
        visitor.origin = "http://elsewhere.example"
        with pytest.raises(InvalidHandshake, match="403"):
            await visitor.open()

    run(foreign())
