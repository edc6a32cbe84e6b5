"""Makes the pictures of the READMEs from the page itself: `python -m docs.screenshots`."""

from pathlib import Path

from benchmarks.page import ROOT, chromium, serve

HERE = Path(__file__).resolve().parent
LOCALES = {"en": "en-GB", "zh": "zh-CN"}


def main() -> None:
    """Saves one picture a language, of what a laptop shows first."""
    with serve(ROOT / "app.py", ROOT) as address, chromium() as browser:
        for language, locale in LOCALES.items():
            page = browser.new_page(locale=locale, viewport={"width": 1366, "height": 900})
            page.goto(address)
            page.locator("[data-testid=stVegaLiteChart] svg").nth(3).wait_for(timeout=60_000)
            page.wait_for_timeout(1500)
            page.screenshot(path=HERE / f"screenshot-{language}.png")


if __name__ == "__main__":
    main()
