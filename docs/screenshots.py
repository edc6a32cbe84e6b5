"""Makes the pictures of READMEs and guides from the pages themselves: `python -m docs.screenshots`."""

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize

from benchmarks.page import ROOT, chromium, serve
from model.answer import reproduce
from model.link.link import write
from model.region.loader import load
from model.scenario.scenario import plan
from model.work.work import Work

HERE = Path(__file__).resolve().parent
DESK, HIGH, LOW = (ViewportSize(width=1366, height=height) for height in (768, 960, 520))
PHONE = ViewportSize(width=390, height=844)
LOCALES = {"en": "en-GB", "zh": "zh-CN"}
SAVED = (
    (0.055, {"en": "floor", "zh": "保底"}, {"en": "if investment slows", "zh": "投资放缓时"}),
    (0.076, {"en": "needed", "zh": "达标"}, {"en": "needed growth, rounded up", "zh": "所需增速，向上取整"}),
    (0.085, {"en": "stretch", "zh": "奋斗"}, {"en": "upper end discussed", "zh": "讨论中的上限"}),
)
"""Later growth, name and note of the scenarios that are compared."""
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
LONGEST = 180_000
"""Milliseconds that a page may take on a busy machine."""


def main() -> None:
    """Saves one picture a page and language, of what a laptop shows first; and of a phone, and of the export dialog."""
    with serve(ROOT / "app.py", ROOT) as (address, _), chromium() as browser:
        for language, locale in LOCALES.items():
            years = write(reproduce("gdp=6.5,7.5,2026:5,2027:10").work, language)
            pages = {
                "simulate": ("/", DESK),
                "feasibility": ("/feasibility", DESK),
                "compare": (f"/compare?{compared(language)}", DESK),
                "plan": ("/plan", DESK),
                "years": (f"/years?{years}", HIGH),
                "county": ("/county", LOW),
                "export": ("/", DESK),
                "phone": ("/", PHONE),
            }
            for name, (path, size) in pages.items():
                context = browser.new_context(bypass_csp=True, locale=locale, viewport=size)
                page = context.new_page()
                page.goto(address + path, timeout=LONGEST)
                wait_until_drawn(page)
                if name == "export":
                    page.locator(".st-key-export button").click()
                    wait_until_drawn(page)
                (HERE / f"{name}-{language}.png").write_bytes(small(page.screenshot()))
                context.close()


def wait_until_drawn(page: Page) -> None:
    """Waits for the heading, then until no script runs and nothing stands in for what is still to come."""
    page.locator("h1").first.wait_for(timeout=LONGEST)
    page.wait_for_function("location.search.includes('check=')", timeout=LONGEST)
    for _ in range(2):
        page.locator(IDLE).wait_for(state="attached", timeout=LONGEST)
        page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')", timeout=LONGEST)
        page.wait_for_timeout(5000)


def small(png: bytes) -> bytes:
    """The picture in 256 colours."""
    file = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def compared(language: str) -> str:
    """A link with three saved scenarios."""
    pack = load("fengjie")
    work = Work(plan(pack))
    for later, names, notes in SAVED:
        work = work.add(plan(pack).set(gdp_later=later).rename(names[language]).annotate(notes[language]))
    return write(work.open(3), language)


if __name__ == "__main__":
    main()
