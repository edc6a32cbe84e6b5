"""Makes the pictures of the READMEs from the pages themselves: `python -m docs.screenshots`."""

from pathlib import Path

from benchmarks.page import ROOT, chromium, serve
from model.link import write
from model.loader import load
from model.scenario import plan
from model.work import Work

HERE = Path(__file__).resolve().parent
LOCALES = {"en": "en-GB", "zh": "zh-CN"}
KEPT = (
    (0.055, {"en": "floor", "zh": "保底"}),
    (0.068, {"en": "central", "zh": "基准"}),
    (0.085, {"en": "stretch", "zh": "奋斗"}),
)
"""Later growth and name of the scenarios that are compared."""


def main() -> None:
    """Saves one picture a page and language, of what a laptop shows first."""
    with serve(ROOT / "app.py", ROOT) as address, chromium() as browser:
        for language, locale in LOCALES.items():
            pages = {
                "screenshot": "",
                "feasibility": "/feasibility?view=band,sensitivity,gdp",
                "compare": f"/compare?{compared(language)}",
                "plan": "/plan",
            }
            for name, path in pages.items():
                page = browser.new_page(locale=locale, viewport={"width": 1366, "height": 900})
                page.goto(address + path)
                page.locator("table" if name == "plan" else "[data-testid=stVegaLiteChart] svg").first.wait_for(
                    timeout=60_000
                )
                page.wait_for_timeout(4000)
                page.screenshot(path=HERE / f"{name}-{language}.png")


def compared(language: str) -> str:
    """A link with three kept scenarios."""
    pack = load("fengjie")
    work = Work(plan(pack))
    for later, names in KEPT:
        work = work.add(plan(pack).set(pack, gdp_later=later).rename(names[language]))
    return write(work.open(pack, 3), pack, language)


if __name__ == "__main__":
    main()
