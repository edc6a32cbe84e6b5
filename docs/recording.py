"""Makes the moving pictures of the READMEs from the page itself: `python -m docs.recording`.

A rate is dragged, solved for the target, and the link opened on a phone. A frame is taken when it is drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, Page, ViewportSize
from pylopdf_fonts_zh_cn import sans_path

from benchmarks.page import ROOT, chromium, serve
from docs.screenshots import HERE, IDLE, LOCALES, LONGEST, PHONE, wait_until_drawn

DESK = ViewportSize(width=1280, height=640)
SIZE, CAPTION, EDGE = (960, 480), 34, 14
"""Of the picture, of the line below it, and around the phone [pixels]."""
LEVER = "#lever_gdp_later"
DRAGGED = (*range(0, -17, -1), *range(-15, -7))
"""Where the hand is, from the thumb's first place [pixels]."""
SAID = {
    "en": ("Drag a growth rate: everything follows", "Find the growth that meets the target", "Send the link"),
    "zh": ("拖动增速，结果同步变化", "一键求解达标所需增速", "发送链接，结果一致"),
}
FLAT = 48
"""The most frequent colours, which stay exactly as they are."""
ARROW = ((0, 0), (0, 17), (4, 13), (7, 20), (10, 19), (7, 12), (13, 12))
"""A pointer."""


@dataclass
class Film:
    """Frames and how long each is seen [ms]."""

    language: str
    frames: list[Image.Image] = field(default_factory=list)
    lasting: list[int] = field(default_factory=list)

    def take(self, page: Page, scene: int, hand: tuple[float, float], lasts: int, phone: Page | None = None) -> None:
        """Adds what the page shows, with the pointer, the phone before it, and the caption of the scene."""
        frame = Image.new("RGB", (SIZE[0], SIZE[1] + CAPTION), "#14181d")
        frame.paste(seen(page).resize(SIZE, Image.Resampling.LANCZOS))
        draw = ImageDraw.Draw(frame)
        scale = SIZE[0] / DESK["width"]
        x, y = (each * scale for each in hand)
        draw.polygon([(x + across, y + down) for across, down in ARROW], "#000000", "#ffffff")
        if phone:
            high = SIZE[1] - 2 * EDGE
            small = seen(phone).resize((round(high * PHONE["width"] / PHONE["height"]), high), Image.Resampling.LANCZOS)
            draw.rounded_rectangle((EDGE - 7, EDGE - 7, EDGE + small.width + 6, EDGE + high + 6), 12, "#14181d")
            frame.paste(small, (EDGE, EDGE))
        font = ImageFont.truetype(str(sans_path()), 17)
        middle = SIZE[0] / 2, SIZE[1] + CAPTION / 2
        draw.text(middle, SAID[self.language][scene], "#ffffff", font, anchor="mm")
        self.frames.append(frame)
        self.lasting.append(lasts)

    def save(self, path: Path) -> None:
        """Writes a GIF with one palette, so that what does not move takes no room."""
        rows = self.frames[:: len(self.frames) // 6] + self.frames[-1:]
        whole = Image.new("RGB", (rows[0].width, rows[0].height * len(rows)))
        for place, frame in enumerate(rows):
            whole.paste(frame, (0, place * frame.height))
        counted = sorted(whole.getcolors(whole.width * whole.height) or (), reverse=True)
        flat = [part for _, colour in counted[:FLAT] for part in colour]  # type: ignore[attr-defined]  # of an RGB picture
        rest = whole.quantize(255 - FLAT, Image.Quantize.MAXCOVERAGE).getpalette() or []
        palette = Image.new("P", (1, 1))
        palette.putpalette(flat + rest[: 3 * (255 - FLAT)])
        first, *others = (frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in self.frames)
        first.save(path, save_all=True, append_images=others, duration=self.lasting, loop=0, optimize=False)


def main() -> None:
    """Saves one moving picture a language."""
    with serve(ROOT / "app.py", ROOT) as (address, _), chromium() as browser:
        for language in LOCALES:
            film = Film(language)
            record(film, browser, address)
            film.save(HERE / f"simulate-{language}.gif")


def record(film: Film, browser: Browser, address: str) -> None:
    """Plays the three scenes."""
    page = opened(browser, film.language, DESK, address)
    hand = thumb(page)
    film.take(page, 0, hand, 900)
    page.mouse.move(*hand)
    page.mouse.down()
    for by in DRAGGED:
        at = hand[0] + by, hand[1]
        page.mouse.move(*at)
        page.wait_for_timeout(400)
        film.take(page, 0, at, 90)
    page.mouse.up()
    still(page)
    film.take(page, 0, at, 700)
    solve = middle(page, f"{LEVER} button")
    for place in between(at, solve):
        film.take(page, 1, place, 70)
    film.take(page, 1, solve, 400)
    page.mouse.click(*solve)
    still(page)
    film.take(page, 1, solve, 2000)
    copy = middle(page, "[class*=st-key-copy]")
    for place in between(solve, copy):
        film.take(page, 2, place, 70)
    phone = opened(browser, film.language, PHONE, page.url)
    film.take(page, 2, copy, 500)
    film.take(page, 2, copy, 3000, phone)
    phone.context.close()
    page.context.close()


def opened(browser: Browser, language: str, size: ViewportSize, address: str) -> Page:
    """The page at this address in a browser of its own."""
    context = browser.new_context(bypass_csp=True, locale=LOCALES[language], viewport=size, has_touch=size is PHONE)
    page = context.new_page()
    page.goto(address, timeout=LONGEST)
    wait_until_drawn(page)
    return page


def still(page: Page) -> None:
    """Waits until what was done is drawn."""
    page.wait_for_timeout(1500)
    page.locator(IDLE).wait_for(state="attached", timeout=LONGEST)
    page.wait_for_timeout(1500)


def seen(page: Page) -> Image.Image:
    """What is in the window."""
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def thumb(page: Page) -> tuple[float, float]:
    """Where the lever's thumb is."""
    slider = page.locator(f"{LEVER} .slider")
    share = slider.evaluate("each => (each.value - each.min) / (each.max - each.min)")
    area = slider.bounding_box()
    assert area
    return area["x"] + 8 + share * (area["width"] - 16), area["y"] + area["height"] / 2


def middle(page: Page, selector: str) -> tuple[float, float]:
    """The middle of what is found first."""
    area = page.locator(selector).first.bounding_box()
    assert area
    return area["x"] + area["width"] / 2, area["y"] + area["height"] / 2


def between(start: tuple[float, float], end: tuple[float, float], steps: int = 6) -> Iterator[tuple[float, float]]:
    """The places on a straight way."""
    for step in range(1, steps + 1):
        yield tuple(a + (b - a) * step / steps for a, b in zip(start, end, strict=True))  # type: ignore[misc]  # a pair


if __name__ == "__main__":
    main()
