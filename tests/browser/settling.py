"""Waiting until the page stands still."""

from playwright.sync_api import BrowserContext, Page

STILL = 250
"""Milliseconds in which nothing is asked, answered or drawn on a page that stands still."""
WATCH = """
    const seen = {asked: 0, answered: 0, drawn: 0};
    const Socket = window.WebSocket;
    window.WebSocket = class extends Socket {
        constructor(...given) {
            super(...given);
            this.addEventListener("message", () => { seen.answered = performance.now(); });
        }
        send(...given) {
            seen.asked = performance.now();
            super.send(...given);
        }
    };
    new MutationObserver(() => { seen.drawn = performance.now(); })
        .observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    window.standsStill = milliseconds =>
        seen.answered >= seen.asked && performance.now() - Math.max(seen.answered, seen.drawn) > milliseconds;
"""


def watch(context: BrowserContext) -> None:
    """Has every page of the context tell when it was last asked, answered and drawn."""
    context.add_init_script(f"(() => {{{WATCH}}})()")


def rest(page: Page) -> None:
    """Waits until nothing is running."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(state="attached")


def settle(page: Page) -> None:
    """Waits until the page is drawn and nothing is running."""
    page.locator("[data-testid=stApp][data-test-connection-state=CONNECTED]").wait_for(state="attached")
    page.locator("h1").first.wait_for()
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")
    rest(page)
    page.wait_for_function("location.search.includes('check=')")
    page.wait_for_function("milliseconds => standsStill(milliseconds)", arg=STILL)
    rest(page)
