"""What a person's hands and eyes do on any page."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page
from settling import settle


def query(page: Page) -> dict[str, str]:
    """What the address bar says, by key."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def pause(page: Page, milliseconds: int = 100) -> None:
    """Waits until what was done has been drawn."""
    page.wait_for_timeout(milliseconds)
    settle(page)


def ask(page: Page, action: str) -> None:
    """Presses the first button that asks for this."""
    page.locator(f"button[data-action='{action}']").first.click()
    pause(page)


def choose(page: Page, name: str, option: str) -> None:
    """Scrolls to a list, opens it and takes an option: a list that is opened while the page still scrolls closes."""
    chooser = page.get_by_role("combobox", name=name)
    chooser.scroll_into_view_if_needed()
    pause(page)
    chooser.click()
    page.get_by_role("option", name=option).click()
    pause(page)


def type_in(page: Page, name: str, text: str) -> None:
    """Fills a field and presses Enter."""
    box = page.get_by_role("textbox", name=name)
    box.fill(text)
    box.press("Enter")
    pause(page)


def give_name(page: Page, action: str, name: str) -> None:
    """Presses a button that asks for a name, and types it."""
    page.locator(f"button[data-action^='{action}']").first.click()
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    pause(page)


def preset(page: Page, name: str) -> Locator:
    """The preset of that name."""
    return page.get_by_role("radio", name=name).or_(page.get_by_role("button", name=name)).first
