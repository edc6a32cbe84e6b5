"""What people do with several scenarios: keep, compare, take back, send, save, lose the server, and come back."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from conftest import Server
from hands import ask, give_name, pause, preset, query, type_in
from playwright.sync_api import Page, expect
from settling import rest, settle

from model import link
from model.loader import load
from model.scenario import plan
from model.work import Work

LATER = "GDP, real growth from 2025 (%)"
NAMES = ("保底", "基准", "奋斗")
TEN_SECONDS = 10_000


@pytest.fixture(scope="module")
def three() -> str:
    """A link with three kept scenarios, the middle one on the page; the first is the reference."""
    pack = load("fengjie")
    work = Work(plan(pack))
    for later, name in zip((0.055, 0.068, 0.085), NAMES, strict=True):
        work = work.add(plan(pack).set(pack, gdp_later=later).rename(name))
    return link.write(work.open(pack, 2).refer(1), pack, "en")


@pytest.fixture(scope="module")
def other_server() -> Iterator[Server]:
    other = Server()
    other.start()
    yield other
    other.kill()


@pytest.fixture
def on(visit, server):
    """Opens a page by its path."""
    return lambda path, asked, **options: visit(asked, address=f"{server.address}{path}", **options)


def _seen(page: Page) -> list[str]:
    """Every number and name on the page; how it was opened is each tab's own."""
    return page.locator(".verdict, .strip span, .strip p + p, .cards, .sheet, .metrics, .years").all_inner_texts()


def _where(page: Page) -> str:
    parts = urlsplit(page.url)
    return f"{parts.path}?{parts.query}"


def _leads_elsewhere(page: Page, before: str) -> str:
    """The address once it is another one."""
    page.wait_for_function("before => location.href !== before", arg=before, timeout=TEN_SECONDS)
    return page.url


def _leads_to(page: Page, address: str) -> None:
    page.wait_for_function("address => location.href === address", arg=address, timeout=TEN_SECONDS)


def _drop(page: Page, text: str, file: bool = True) -> None:
    """Drops a file, or a text, onto the page."""
    give = "data.items.add(new File([text], 'a.json'))" if file else "data.setData('text/plain', text)"
    page.evaluate(
        "text => { const data = new DataTransfer(); " + give + "; for (const kind of ['dragover', 'drop'])"
        " document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true})) }",
        text,
    )
    pause(page)


def _paste(page: Page, text: str, wait: int = 700) -> None:
    page.evaluate(
        "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
        " document.body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true})) }",
        text,
    )
    pause(page, wait)


def test_scenarios_are_kept_renamed_reordered_made_the_reference_and_deleted(visit):
    page = visit()
    for later, name in (("5.5", "one"), ("8.5", "奋斗 <b>")):
        type_in(page, LATER, later)
        give_name(page, "keep:", name)
    page.get_by_role("button", name="Compare", exact=True).first.click()
    pause(page)
    assert urlsplit(page.url).path == "/compare"
    give_name(page, "rename:one", "保底")
    assert page.locator(".card h3").all_inner_texts() == ["the plan", "保底", "奋斗 <b>"]
    ask(page, "move:<奋斗 <b>")
    assert page.locator(".card h3").all_inner_texts() == ["the plan", "奋斗 <b>", "保底"]
    ask(page, "refer:保底")
    column = page.locator(".results tbody tr").locator("td:nth-of-type(3)").all_inner_texts()
    assert len(column) == 20
    for i in range(0, 20, 5):
        _, level, share, _, growth = column[i : i + 5]
        assert set(re.findall(r"\d", level + share + growth)) == {"0"}
    # By hand: 386 x 1.065 x (1.085 ^ 4 - 1.055 ^ 4) = 60.44 亿元, and (1.085 / 1.055) ^ 4 - 1 = 11.87 %
    assert page.locator(".results td:nth-of-type(2)").all_inner_texts()[1:3] == ["+6.04", "+11.87 %"]
    page.locator("button[data-action='drop:奋斗 <b>']").dblclick()
    pause(page)
    assert page.locator(".card h3").all_inner_texts() == ["the plan", "保底", "奋斗 <b>"]
    assert "k2" not in query(page)
    page.keyboard.press("Control+z")
    pause(page)
    assert page.locator(".card h3").all_inner_texts() == ["the plan", "奋斗 <b>", "保底"]
    for action in ("open:", "drop:奋斗 <b>", "drop:保底"):
        ask(page, action)
    names = page.locator(".results tbody th b")
    assert names.evaluate_all("every => every.map(name => name.getClientRects().length)") == [1, 1, 1, 1]


def test_a_name_that_is_being_given_outlives_a_redraw_and_whatever_is_clicked_next(visit):
    page = visit()
    type_in(page, LATER, "8")
    page.get_by_role("textbox", name=LATER).fill("9.6")
    page.locator("button[data-action='keep:']").first.click()  # which also takes what stands in the field
    pause(page)
    page.keyboard.type("mine")
    page.locator("button[data-action='open:']").first.click()
    pause(page)
    assert query(page)["gdp"] == "6.5,7.5"
    page.locator("button[data-action='open:mine']").first.click()
    pause(page)
    assert query(page)["gdp"] == "6.5,9.6"


def test_whatever_is_clicked_without_a_pause_is_done_once_and_in_order(visit):
    page = visit()
    before = page.url
    page.evaluate(
        "['census', 'first_release', 'derived', 'census'].forEach(key =>"
        " document.querySelector(`button[data-action='vintage:${key}']`).click())"
    )
    pause(page)
    assert query(page)["gdp0"].startswith("396.4")
    for _ in range(4):
        page.keyboard.press("Control+z")
    pause(page)
    assert page.url == before


def test_charts_and_tables_compare_what_differs_and_only_that(on, three):
    page = on("compare", three)
    expect(page.locator("[data-testid=stVegaLiteChart] svg")).to_have_count(4)
    labels = page.locator("[data-testid=stVegaLiteChart] svg").first.locator("text").all_text_contents()
    assert all(any(name in label for label in labels) for name in NAMES)
    inputs = page.locator("table.sheet").first.locator("tbody tr")
    assert inputs.count() == 1
    assert [cell.strip() for cell in inputs.first.locator("td").all_inner_texts()] == [
        "7.5 %",
        "5.5 %",
        "6.8 %",
        "8.5 %",
    ]


@pytest.mark.parametrize("path", ["", "compare", "years", "feasibility"])
def test_a_second_tab_and_a_second_server_show_the_same(on, other_server, three, path):
    page = on(path, three)
    if path != "compare":
        type_in(page, LATER, "6.25")
    tab = page.context.new_page()
    tab.goto(page.url)
    settle(tab)
    elsewhere = page.context.new_page()
    elsewhere.goto(other_server.address.rstrip("/") + _where(page))
    settle(elsewhere)
    assert _seen(tab) == _seen(page) == _seen(elsewhere)
    assert _where(tab) == _where(page) == _where(elsewhere)
    assert elsewhere.locator(".complaints").count() == 0


@pytest.mark.parametrize("path", ["", "compare", "years"])
def test_a_server_killed_in_the_middle_of_work_is_found_again_with_the_same_scenarios(on, server, three, path):
    page = on(path, three)
    ask(page, "open:")
    page.get_by_role("slider", name=LATER).focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    pause(page)
    held = {key: query(page)[key] for key in ("k1", "k2", "k3", "reference")}
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    server.kill()  # in the middle of the moves
    page.wait_for_timeout(1000)
    address = page.url
    server.start()
    page.wait_for_timeout(3000)
    settle(page)
    assert page.url == address
    assert page.locator(".complaints").count() == 0
    assert {key: query(page)[key] for key in held} == held
    first, later = map(float, query(page)["gdp"].split(","))
    assert first == 6.5
    assert 7.9 <= later <= 8.2
    assert f"{38.6 * 1.065 * (1 + later / 100) ** 4:.2f}" in page.locator(".verdict, .cards").first.inner_text()
    for name in NAMES:
        assert name in page.locator(".strip").inner_text()
    ask(page, "vintage:first_release")
    assert query(page)["gdp0"].startswith("375.9")


def test_fifty_steps_of_every_kind_are_taken_back_and_done_again_bit_by_bit(visit):
    page = visit()
    addresses = [page.url]

    def did(act):
        act()
        addresses.append(_leads_elsewhere(page, addresses[-1]))
        rest(page)

    def pressed(action):
        did(page.locator(f"button[data-action='{action}']").first.click)

    def filled(field, text):
        box = page.get_by_role("textbox", name=field)
        box.fill(text)
        did(lambda: box.press("Enter"))

    def kept(name):
        page.locator("button[data-action='keep:']").click()
        page.keyboard.type(name)
        did(lambda: page.keyboard.press("Enter"))

    def slid(key):
        page.get_by_role("slider", name=LATER).focus()
        did(lambda: page.keyboard.press(key))

    other = page.url.split("?")[1].replace("gdp=6.5,7.5", "gdp=6.5,9")
    while len(addresses) <= 50:
        at = len(addresses)
        slid("ArrowRight")
        did(preset(page, "City pace").click)
        pressed("vintage:census")
        did(page.get_by_role("button", name=f"Solve for this: set {LATER}").click)
        filled("GDP to reach (bn yuan)", f"6{at}")
        if at < 20:
            kept(f"kept at {at}")
        pressed("revert:target_level")
        did(lambda: _paste(page, other, 0))
        did(page.get_by_role("button", name="中文").click)
        pressed("reset:plan")
        did(page.get_by_role("button", name="English").click)
    for address in reversed(addresses[:-1]):
        page.keyboard.press("Control+z")
        _leads_to(page, address)
    for address in addresses[1:]:
        page.keyboard.press("Control+Shift+z")
        _leads_to(page, address)


def test_the_last_change_is_replayed_so_that_an_audience_sees_what_moved(visit):
    page = visit()
    type_in(page, LATER, "8.5")
    after, address = page.locator(".verdict").inner_text(), page.url
    page.keyboard.press("Alt+r")
    page.get_by_text("54.90 bn yuan").first.wait_for()
    assert page.url == address
    page.get_by_text(re.search(r"5\d\.\d\d bn yuan", after)[0]).first.wait_for()
    pause(page)
    assert page.locator(".verdict").inner_text() == after
    assert page.url == address


def test_a_reload_or_a_change_in_the_middle_of_a_replay_loses_nothing(visit):
    page = visit()
    type_in(page, LATER, "8.5")
    give_name(page, "keep:", "奋斗")
    address = page.url
    page.keyboard.press("Alt+r")
    page.get_by_text("Replay: before").wait_for()
    page.get_by_role("button", name="中文").click()
    pause(page)
    assert page.url.split("lang=zh")[1].split("shown")[0] == address.split("lang=en")[1].split("shown")[0]
    page.keyboard.press("Alt+r")
    page.wait_for_timeout(400)
    page.reload()
    settle(page)
    assert "奋斗" in page.locator(".strip").inner_text()


def test_the_strip_lists_every_change_with_a_way_back_and_two_kinds_of_reset(visit):
    page = visit("gdp=6.5,8")
    type_in(page, LATER, "9")
    type_in(page, "GDP to reach (bn yuan)", "60")
    changed = page.locator(".strip p").first
    assert "7.5 % → 9.0 %" in changed.inner_text()
    assert "55.00 bn yuan → 60.00 bn yuan" in changed.inner_text()
    ask(page, "revert:target_level")
    assert query(page)["target"] == "550,2028"
    assert query(page)["gdp"] == "6.5,9"
    page.get_by_role("button", name="Reset to as opened").click()
    pause(page)
    assert query(page)["gdp"] == "6.5,8"
    page.get_by_role("button", name="Reset to the plan").click()
    pause(page)
    assert query(page)["gdp"] == "6.5,7.5"
    assert "Nothing differs from the plan." in changed.inner_text()


def test_a_saved_file_opens_in_a_fresh_profile_dropped_or_chosen_and_destroys_nothing(visit, on, three, tmp_path):
    page = on("", three)
    page.get_by_role("button", name="Share").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert re.fullmatch(r"fengjie_基准_\d{4}-\d\d-\d\d_scenarios\.json", path.name)
    text = path.read_text(encoding="utf-8")
    assert [kept["name"] for kept in json.loads(text)["kept"]] == list(NAMES)
    other = visit("gdp=6.5,9.9")
    before = other.url
    _drop(other, text)
    assert _where(other) == _where(page)
    other.keyboard.press("Control+z")
    _leads_to(other, before)
    other.get_by_role("button", name="Share").click()
    other.locator("input[type=file]").set_input_files(path)
    pause(other)
    other.get_by_test_id("stDialog").get_by_role("button", name="Open", exact=True).click()
    pause(other)
    assert _where(other) == _where(page)


def test_a_pasted_link_opens_or_is_kept_beside_and_rubbish_is_refused_with_a_sentence(visit, on, three):
    page = visit("gdp=6.5,9.9")
    before = page.url
    _drop(page, "PK\x03\x04 not a scenario")
    assert page.locator(".complaints").is_visible()
    assert page.url == before
    page.get_by_role("button", name="Share").click()
    page.get_by_role("textbox", name="A link, or the text of a file, to open").fill(f"https://elsewhere.test/?{three}")
    page.get_by_role("button", name="Keep beside mine").click()
    pause(page)
    page.keyboard.press("Escape")
    assert query(page)["gdp"] == "6.5,9.9"
    assert "基准" in page.locator(".strip").inner_text()
    _paste(page, f"https://elsewhere.test/?{three}")
    assert query(page)["gdp"] == "6.5,6.8"
    assert "奋斗" in page.locator(".strip").inner_text()


def test_a_qr_code_of_the_link_is_shown(on, three):
    page = on("", three)
    page.get_by_role("button", name="Share").click()
    page.get_by_role("img", name="QR code of the link").wait_for()
    assert page.locator(".address").inner_text() == page.url


GROWTH, LOCKED = 1, 2
FIELDS = {"first": "2024", "last": "2028", "goal": "long run", "pace": "of the distance each year", "rate": "rate"}
LEFT = (62, 153, 224)
ROW = 31


def _cell(page: Page, column: int, row: int) -> str:
    return page.get_by_test_id(f"glide-cell-{column}-{row}").inner_text()


def _point(page: Page, column: int, row: int) -> None:
    """Clicks a cell of the grid of years."""
    canvas = page.locator("[data-testid=stDataFrame] canvas").first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    page.mouse.click(box["x"] + LEFT[column] - 36, box["y"] + ROW * (row + 1.5))
    page.wait_for_timeout(150)


def _enter(page: Page, row: int, text: str) -> None:
    """Types over the growth of a year."""
    _point(page, GROWTH, row)
    page.keyboard.type(text, delay=70)
    page.keyboard.press("Enter")
    pause(page)


def test_years_are_typed_locked_and_the_rest_solved_for(on):
    page = on("years", "v=3")
    _enter(page, 2, "5")
    assert query(page)["gdp"] == "6.5,7.5,2026:5"
    assert (_cell(page, GROWTH, 2), _cell(page, 3, 2)) == ("5", "✎ by hand")
    _point(page, LOCKED, 2)
    pause(page)
    assert query(page)["gdp"] == "6.5,7.5,2026:5!"
    assert _cell(page, 3, 2) == "✎ locked"
    ask(page, "rest:gdp")
    first, later, held = query(page)["gdp"].split(",")
    # By hand: (550 / (386 x 1.05)) ^ (1/4) - 1 = 7.93 % in the four other years
    assert first == later
    assert float(first) == pytest.approx(((550 / (386 * 1.05)) ** 0.25 - 1) * 100, abs=1e-9)
    assert held == "2026:5!"
    assert "just the target" in page.locator(".verdict").inner_text()
    preset(page, "City pace").click()
    pause(page)
    assert query(page)["gdp"].endswith(",2026:5!")


def test_a_bad_cell_gets_a_sentence_and_leaves_the_scenario_as_it_was(on):
    page = on("years", "v=3")
    _enter(page, 1, "6")
    before = page.url
    _enter(page, 3, "lots")
    assert "lots" in page.locator("p.wrong").inner_text()
    assert page.url == before
    assert (_cell(page, GROWTH, 1), _cell(page, GROWTH, 3)) == ("6.0", "7.5")


def test_a_column_from_a_spreadsheet_is_pasted_into_the_years(on, server):
    page = on("years", "v=3", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('7.1\\n7.2%\\n７.3\\n')")
    _point(page, GROWTH, 1)
    page.keyboard.press("Control+v")
    pause(page)
    assert query(page)["gdp"] == "6.5,7.5,2025:7.1,2026:7.2,2027:7.3"
    page.get_by_role("button", name="Clear what is unlocked").click()
    pause(page)
    assert query(page)["gdp"] == "6.5,7.5"


def _fill(page: Page, rule: str, **fields: str) -> list[str]:
    """The growth of every year after a rule has filled them."""
    for field, text in fields.items():
        page.get_by_role("textbox", name=f"{rule}: {FIELDS[field]}, %").fill(text)
    page.get_by_role("button", name=f"Fill: {rule}").click()
    pause(page)
    return [_cell(page, GROWTH, row) for row in range(5)]


def test_rules_fill_the_years_that_are_not_locked(on):
    page = on("years", "v=3&gdp=6.5,7.5,2026:5!")
    # By hand: half a point less each year; half of the distance to 5 %; 2026 is locked
    assert _fill(page, "Ramp", first="8", last="6") == ["8.0", "7.5", "5.0", "6.5", "6.0"]
    assert _fill(page, "Converge", first="9", goal="5", pace="50") == ["9.0", "7.0", "5.0", "5.5", "5.25"]
    assert _fill(page, "Flat", rate="7") == ["7.0", "7.0", "5.0", "7.0", "7.0"]
    solved = page.get_by_role("textbox", name="Flat: rate, %")
    solved.fill("-7.5490")
    assert solved.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_another_vintage_says_what_it_would_take_and_travels_with_the_link(visit):
    page = visit()
    # By hand: (550 / (B x 1.065)) ^ (1/4) - 1 for B = 375.9 and 386 x 1.027 = 396.422
    said = page.locator(".vintages").inner_text()
    for part in ("37.59: 8.27 %", "38.6: 7.55 %", "39.64: 6.84 %"):
        assert part in said
    ask(page, "vintage:census")
    assert query(page)["gdp0"].startswith("396.4")
    again = visit(address=page.url)
    assert again.locator(".vintages [aria-pressed=true]").inner_text().startswith("census-revised")


def test_a_link_of_the_first_version_shows_its_numbers_still(visit):
    old = "v=1&region=fengjie&lang=zh&gdp=6.5,7.5&deflator=0,0&fai=12,12&retail=7.5,7.5&income=6.5,6.5&gdp0=386,380,391"
    page = visit(old + "&fai0=90.7&retail0=131.6&income0=27813&target=550,2028&horizon=2028"
                 "&shown=548.998,depends&check=caa0015c")  # fmt: skip
    assert page.locator(".complaints").count() == 0
    assert "549.0 亿元" in page.locator(".verdict").inner_text()
    assert query(page)["v"] == "3"


@pytest.mark.parametrize("path", ["", "compare", "years"])
def test_nothing_sticks_out_with_scenarios_kept(on, three, path):
    page = on(path, three)
    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 768})
        pause(page)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
