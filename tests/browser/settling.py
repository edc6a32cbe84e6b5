"""Waiting until the page stands still."""

from urllib.parse import urlsplit

from playwright.sync_api import Page


def rest(page: Page) -> None:
    """Waits until nothing is running."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(state="attached", timeout=60_000)


def settle(page: Page) -> None:
    """Waits until the page is drawn and nothing is running."""
    page.locator("[data-testid=stApp][data-test-connection-state=CONNECTED]").wait_for(state="attached", timeout=60_000)
    page.locator(".strip").wait_for(timeout=60_000)
    if urlsplit(page.url).path == "/":
        charts = page.locator("[data-testid=stVegaLiteChart] svg")
        charts.nth(3).wait_for(state="attached", timeout=60_000)
    rest(page)
    page.wait_for_function("location.search.includes('check=')", timeout=60_000)
    page.wait_for_timeout(400)
