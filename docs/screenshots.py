"""Makes the pictures of the READMEs from the pages themselves: `python -m docs.screenshots`."""

from pathlib import Path

from benchmarks.page import ROOT, chromium, serve

HERE = Path(__file__).resolve().parent
LOCALES = {"en": "en-GB", "zh": "zh-CN"}
PAGES = {"screenshot": "", "feasibility": "/feasibility?view=band,sensitivity"}


def main() -> None:
    """Saves one picture a page and language, of what a laptop shows first."""
    with serve(ROOT / "app.py", ROOT) as address, chromium() as browser:
        for name, path in PAGES.items():
            for language, locale in LOCALES.items():
                page = browser.new_page(locale=locale, viewport={"width": 1366, "height": 900})
                page.goto(address + path)
                page.locator("[data-testid=stVegaLiteChart] svg").first.wait_for(timeout=60_000)
                page.wait_for_timeout(4000)
                page.screenshot(path=HERE / f"{name}-{language}.png")


if __name__ == "__main__":
    main()
