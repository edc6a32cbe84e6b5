"""The lever and the bridge under hands: on a fast line, on a slow one, and on one that breaks."""

import re

import pytest
from conftest import Server
from line import Line
from playwright.sync_api import expect

LATE = 0.4
"""Seconds by which every answer comes late on the slow line."""


@pytest.fixture(scope="module")
def small():
    server = Server("tests/browser/small_app.py")
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def line(small):
    return Line(small.port)


@pytest.fixture
def levers(tabs, line):
    """Opens the small page; answers are late, or not, once it is there."""

    def open_page(delay=0.0, address=None, **options):
        page = tabs.take(width=900, height=650, locale="en-GB", **options)
        page.goto(address or line.address)
        said(page, 6.5, 9)
        page.wait_for_function("location.search.includes('later=')")
        line.delay = delay
        return page

    yield open_page
    line.delay, line.cut = 0.0, False
    tabs.give_back()


def box(page, name="later"):
    return page.get_by_role("textbox", name=f"Growth, {name} (%)")


def slider(page, name="later"):
    return page.get_by_role("slider", name=f"Growth, {name} (%)")


def said(page, first, later, steps=None):
    """The page says these rates of growth, and how many steps they took."""
    pattern = f"growth {first:g} {later:g}, " + ("" if steps is None else f"{steps} steps")
    expect(page.get_by_text(pattern)).to_be_visible()


def stays(page, first, later, steps=None):
    """The same, also once all answers have come."""
    said(page, first, later, steps)
    page.wait_for_timeout(1000 * LATE + 600)
    said(page, first, later, steps)
    expect(box(page, "first")).to_have_value(f"{first:.2f}%")
    expect(box(page)).to_have_value(f"{later:.2f}%")
    assert float(slider(page).input_value()) == pytest.approx(later, abs=0.051)


def write(page, text):
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def hold(locator, key, times, pause):
    """Presses a key so many times, milliseconds apart, within the page: a busy machine does not draw them apart."""
    locator.focus()
    locator.evaluate(
        """async (box, [key, times, pause]) => {
            for (let each = 0; each < times; each++) {
                box.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, composed: true, cancelable: true}))
                await new Promise((done) => setTimeout(done, pause))
            }
        }""",
        [key, times, pause],
    )


def middle(locator):
    area = locator.bounding_box()
    return area["x"] + area["width"] / 2, area["y"] + area["height"] / 2


def test_entries_fast_and_slow_in_one_box_in_two_and_beside_a_slider_end_where_the_hand_was_last(levers):
    page = levers(LATE)
    box(page).click()
    write(page, "8")
    write(page, "6.25")
    stays(page, 6.5, 6.25, steps=2)
    write(page, "8")
    page.keyboard.type("6.5", delay=150)  # the answer to 8 comes in the middle
    page.keyboard.press("Enter")
    stays(page, 6.5, 6.5, steps=4)
    box(page, "first").click()
    write(page, "8")
    for _ in range(3):
        page.keyboard.press("Tab")
    write(page, "7")
    stays(page, 8, 7, steps=6)
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    box(page).click()
    write(page, "8")
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    stays(page, 8, 8.1)


def test_a_key_held_ends_at_the_exact_place_in_one_step_of_undo(levers):
    page = levers(LATE)
    hold(box(page), "ArrowUp", times=10, pause=100)
    stays(page, 6.5, 10, steps=1)


def test_a_drag_sends_six_positions_ahead_of_their_answers_and_the_last_one_and_is_one_step_of_undo(levers, line):
    page, sent = levers(), []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    page.reload()
    said(page, 6.5, 9)
    page.wait_for_timeout(500)
    line.delay = 1.5  # no answer comes before the drag ends
    sent.clear()
    x, y = middle(slider(page))
    page.mouse.move(x, y)
    page.mouse.down()
    for moved in range(12):
        page.mouse.move(x + 6 * moved, y)
        page.wait_for_timeout(20)
    assert len([frame for frame in sent if b"seq" in frame]) == 6
    page.mouse.up()
    last = float(slider(page).input_value())
    line.delay = 0.0
    stays(page, 6.5, last, steps=1)
    assert len([frame for frame in sent if b"seq" in frame]) <= 8  # those six, the last one, and that the hand rests


def test_keys_names_any_width_of_digits_and_what_is_refused(levers):
    page = levers()
    solve = page.get_by_role("button", name="Solve growth").last
    large_enough(page, 24)
    expect(slider(page)).to_have_attribute("aria-valuetext", "9.00%")
    expect(slider(page)).to_have_accessible_description("Per cent a year.")
    expect(box(page)).to_have_accessible_description("Per cent a year.")
    keys = {"ArrowRight": 9.1, "ArrowDown": 9, "Shift+ArrowUp": 10, "PageDown": 9, "Home": -10, "End": 30}
    for key, later in keys.items():
        slider(page).press(key)
        said(page, 6.5, later)
    solve.click()
    said(page, 6.5, 7.55)
    box(page).press("ArrowUp")  # from between two steps to the next one
    stays(page, 6.5, 7.6)
    slider(page).focus()
    box(page).click()
    page.keyboard.type("7")
    box(page).dispatch_event("keydown", {"key": "Enter", "isComposing": True})  # ends a word of an input method
    page.wait_for_timeout(500)
    said(page, 6.5, 7.6)
    expect(box(page)).to_have_value("7")
    page.keyboard.press("Escape")
    slider(page).focus()
    box(page).click()
    write(page, "８．２５")
    said(page, 6.5, 8.25)
    page.keyboard.type("3")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    stays(page, 6.5, 8.25)
    box(page).click()
    write(page, "abc")
    reason = page.get_by_role("alert").filter(has_text="not a number (got abc)")
    expect(reason).to_be_visible()
    expect(box(page)).to_have_value("abc")
    slider(page, "first").press("ArrowRight")
    said(page, 6.6, 8.25)
    expect(box(page)).to_have_value("abc")
    box(page).press("Escape")
    slider(page, "first").press("ArrowRight")
    said(page, 6.7, 8.25)
    expect(reason).to_be_hidden()
    box(page).click()
    page.keyboard.type("7%")
    page.keyboard.press("ArrowUp")  # what the lever cannot read is left to the page
    expect(page.get_by_role("alert").filter(has_text="not a number (got 7%)")).to_be_visible()
    expect(box(page)).to_have_value("7%")
    write(page, "7")
    stays(page, 6.7, 7)


def large_enough(page, least):
    """Everything that is pressed is so large [pixels]."""
    for part in (box(page), slider(page), page.get_by_role("button", name="Solve growth").last):
        area = part.bounding_box()
        assert min(area["width"], area["height"]) >= least


def test_a_touch_sets_where_it_moves_across_and_scrolls_where_it_moves_down(levers):
    page = levers(is_mobile=True, has_touch=True)
    large_enough(page, 44)

    def touch(kind, *points):
        page.devtools.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]}
        )

    for across, down, moves in ((0, 0, True), (-120, 6, True), (4, -200, False)):  # a tap, a drag, a swipe
        x, y = middle(slider(page))
        x, before = x + 80, slider(page).input_value()
        touch("touchStart", (x, y))
        for part in range(1, 11):
            touch("touchMove", (x + across * part / 10, y + down * part / 10))
            page.wait_for_timeout(16)
        touch("touchEnd")
        page.wait_for_timeout(600)
        assert (slider(page).input_value() != before) == moves
        scrolled = page.locator("[data-testid=stMain]").evaluate("main => main.scrollTop")
        assert (scrolled > 50) == (abs(down) > 50)


def test_what_is_typed_while_the_line_is_broken_is_kept_and_sent_when_it_is_back(levers, line):
    page = levers()
    box(page).click()
    write(page, "8")
    said(page, 6.5, 8)
    line.break_off()
    lost = page.get_by_role("status").filter(has_text="Connection lost")
    expect(lost).to_be_visible()
    write(page, "6.25")
    box(page, "first").click()
    page.keyboard.type("5")
    expect(box(page)).to_have_value("6.25")
    line.mend()
    expect(lost).to_be_hidden()
    said(page, 6.5, 6.25, steps=2)  # the same session: the step before is still known
    expect(box(page, "first")).to_have_value("5")
    page.keyboard.press("Enter")
    stays(page, 5, 6.25)


def test_what_was_on_its_way_when_the_line_broke_is_sent_again(levers, line):
    page = levers(LATE)
    box(page).click()
    write(page, "8")
    line.break_off()
    page.wait_for_timeout(1000)
    line.delay = 0
    line.mend()
    stays(page, 6.5, 8)


def test_a_server_started_again_opens_the_address_and_takes_what_was_typed_meanwhile(levers, small):
    page = levers(address=small.address)
    box(page).click()
    write(page, "8")
    said(page, 6.5, 8)
    small.kill()
    write(page, "6.25")
    slider(page, "first").focus()
    box(page, "first").click()
    for letter in "5.125":  # so long that Streamlit's own dialog comes up
        page.keyboard.type(letter)
        page.wait_for_timeout(800)
    expect(page.get_by_role("dialog")).to_have_count(0)
    small.start()
    said(page, 6.5, 6.25)
    expect(box(page, "first")).to_have_value("5.125")
    page.keyboard.press("Enter")
    said(page, 5.125, 6.25)


def test_the_address_follows_a_hundred_presses_without_an_entry_in_the_history_and_only_the_last_is_read_aloud(levers):
    page = levers()
    entries = page.evaluate("history.length")
    page.evaluate(
        "() => { window.heard = []; const live = document.querySelector('.bridge-live');"
        "new MutationObserver(() => heard.push(live.textContent)).observe(live, {childList: true, subtree: true}) }"
    )
    hold(slider(page), "ArrowRight", 100, 20)
    said(page, 6.5, 19, steps=1)
    page.wait_for_function("location.search === '?first=6.5&later=19'")
    page.wait_for_function("heard.at(-1) === '6.5 19'")
    assert page.evaluate("heard.length") <= 10  # on a busy machine the hand seems to rest between two answers
    assert page.evaluate("history.length") == entries
    assert page.evaluate("document.documentElement.lang") == "en"


def test_copy_link_works_over_plain_http_and_shows_the_link_where_it_cannot(levers, small):
    page = levers(address=f"http://office.test:{small.port}/")
    assert page.evaluate("isSecureContext") is False
    page.evaluate("addEventListener('copy', e => window.copied = e.target.value)")
    button = page.get_by_role("button", name="Copy link")
    button.click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert page.evaluate("copied") == page.url
    expect(button).to_be_focused()
    page.evaluate("document.execCommand = () => false")
    button.click()
    shown = page.get_by_role("textbox", name="Select and copy:")
    expect(shown).to_have_value(page.url)
    expect(shown).to_be_focused()


def test_a_link_or_file_is_opened_where_it_is_dropped_or_pasted_but_into_a_field(levers):
    page = levers()

    def hand_over(target, event, text, file=False):
        target.evaluate(
            """(target, [event, text, file]) => {
                const data = new DataTransfer()
                if (file) data.items.add(new File([text], "scenario.json"))
                else data.setData("text/plain", text)
                const options = {bubbles: true, composed: true, cancelable: true}
                target.dispatchEvent(event === "drop" ? new DragEvent("drop", {...options, dataTransfer: data})
                                                      : new ClipboardEvent("paste", {...options, clipboardData: data}))
            }""",
            [event, text, file],
        )

    hand_over(box(page), "paste", "https://example.org/?gdp=5")
    page.wait_for_timeout(800)
    expect(page.get_by_text("steps, opened")).to_have_text(re.compile(r"opened\s*$"))
    for event in ("paste", "drop"):
        for file, text in ((False, f"https://example.org/?by={event}"), (True, f'{{"by": "{event}"}}')):
            hand_over(page.get_by_text("line 3", exact=True), event, text, file)
            expect(page.get_by_text(f"steps, opened {text}")).to_be_visible()
