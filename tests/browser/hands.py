"""What a person's hands and eyes do on any page."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect
from settling import settle

SENT = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))"
"""Time for the browser to send what a hand has done."""
ONE_HEADING = "() => { const [one, ...more] = document.querySelectorAll('h1'); return !more.length && one?.innerText }"
HOLDS = "([key, value]) => new URLSearchParams(location.search).get(key) === value"


def query(page: Page) -> dict[str, str]:
    """What the address bar says, by key."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def drawn(page: Page) -> None:
    """Waits until what was done has been drawn."""
    page.evaluate(SENT)
    settle(page)


def says(page: Page, **values: str | None) -> None:
    """Waits until the address says these values, and the page is drawn; None: it says nothing there."""
    for key, value in values.items():
        page.wait_for_function(HOLDS, arg=[key, value])
    settle(page)


def heading(page: Page) -> str:
    """The page's one heading; while a page changes, two may stand for a moment."""
    return page.wait_for_function(ONE_HEADING).json_value()


def heads(page: Page, text: str) -> None:
    """Waits until the page has one heading, which holds this text."""
    expect(page.locator("h1", has_text=re.compile(re.escape(text)))).to_have_count(1)
    expect(page.locator("h1")).to_have_count(1)
