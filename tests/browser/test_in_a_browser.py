"""What a person does: open, move, type, send, reload, come back."""

import re
from urllib.parse import urlsplit

import pytest
from hands import pause, preset, query, type_in
from playwright.sync_api import expect
from settling import settle

GDP_LATER = {"en": "GDP, real growth from 2025 (%)", "zh": "2025年起GDP 实际增速（%）"}
LOCALES = [("en-GB", "en"), ("zh-CN", "zh")]


def _slider(page, language="en"):
    return page.get_by_role("slider", name=GDP_LATER[language])


def _press(page, key, times=1, language="en"):
    _slider(page, language).focus()
    for _ in range(times):
        page.keyboard.press(key)
    pause(page)


def _numbers(page):
    """Everything on the page that tells a result."""
    return [page.locator(part).inner_text() for part in (".verdict", ".metrics", ".years")]


def _marks(page):
    return page.locator("[data-testid=stVegaLiteChart] svg").first.inner_html()


@pytest.mark.parametrize(("locale", "language"), LOCALES)
def test_the_page_opens_in_the_browsers_language_with_the_verdict_first(visit, locale, language):
    page = visit(locale=locale)
    said = page.locator(".verdict").inner_text()
    assert ("54.90 bn yuan" in said) == (language == "en")
    assert ("549.0 亿元" in said) == (language == "zh")
    assert query(page)["lang"] == language
    assert page.evaluate("document.documentElement.lang").startswith(language)


@pytest.mark.parametrize(("locale", "language"), LOCALES)
def test_an_arrow_key_on_a_slider_moves_chart_verdict_and_address(visit, locale, language):
    page = visit(locale=locale)
    marks, said = _marks(page), page.locator(".verdict").inner_text()
    _press(page, "ArrowRight", language=language)
    assert _marks(page) != marks
    assert page.locator(".verdict").inner_text() != said
    assert query(page)["gdp"] == "6.5,7.6"
    assert re.search(r"551\.0|55\.1", page.locator(".verdict").inner_text())


@pytest.mark.parametrize(("locale", "language"), LOCALES)
def test_the_address_shows_the_same_numbers_in_a_fresh_profile(visit, locale, language):
    page = visit(locale=locale)
    _press(page, "ArrowRight", 7, language)
    other = visit(address=page.url, locale="fr-FR")
    assert _numbers(other) == _numbers(page)
    assert other.url == page.url
    assert other.locator(".complaints").count() == 0


def test_a_reload_restores_the_scenario_exactly(visit):
    page = visit()
    _press(page, "ArrowLeft", 3)
    before, address = _numbers(page), page.url
    page.reload()
    settle(page)
    assert (_numbers(page), page.url) == (before, address)
    assert page.locator(".complaints").count() == 0


def test_a_key_held_for_a_hundred_presses_ends_at_the_right_place_and_back_leaves_the_page(visit):
    page = visit()
    page.evaluate("history.length")
    entries = page.evaluate("history.length")
    _slider(page).focus()
    for _ in range(100):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(33)
    page.wait_for_timeout(1000)
    assert query(page)["gdp"] == "6.5,17.5"
    assert "78.36" in page.locator(".verdict").inner_text()
    assert page.evaluate("history.length") == entries
    page.go_back()
    assert page.url == "about:blank"


def test_the_charts_are_not_built_anew_while_a_lever_moves(visit):
    page = visit()
    _press(page, "ArrowRight")
    _press(page, "ArrowRight")
    page.evaluate("document.querySelectorAll('[data-testid=stVegaLiteChart] svg').forEach(s => s.dataset.old = 1)")
    _press(page, "ArrowRight", 2)
    expect(page.locator("[data-testid=stVegaLiteChart] svg[data-old]")).to_have_count(4)


def test_a_bad_link_opens_what_is_good_and_says_what_is_not(visit):
    page = visit("gdp=6.5,NaN&fai=1e400,12&retail=７.5,7.5&name=%E4%BF%9D%E5%BA%95&what=%3Cscript%3E&v=99&lang=en")
    complaints = page.locator(".complaints").inner_text()
    for part in ("NaN", "1e400", "full-width", "what", "newer"):
        assert part in complaints, part
    assert page.locator(".complaints ul").evaluate("list => getComputedStyle(list).overflowY") == "visible"
    assert "保底" in page.locator(".verdict").inner_text()
    assert page.locator("[data-testid=stException]").count() == 0
    assert query(page)["gdp"] == "6.5,7.5"


def test_a_link_with_a_hundred_kilobytes_of_junk_does_not_break_the_page(visit):
    page = visit("gdp=6.5,8&junk=" + "x" * 100_000)
    assert "junk" in page.locator(".complaints").inner_text()
    assert query(page)["gdp"] == "6.5,8"


def test_a_number_can_be_typed_beside_every_slider(visit):
    page = visit()
    type_in(page, GDP_LATER["en"], "7.549016747379")
    assert query(page)["gdp"] == "6.5,7.549016747379"
    assert "55.0" in page.locator(".verdict").inner_text()
    assert float(_slider(page).input_value()) == pytest.approx(7.549, abs=0.06)


def test_the_target_can_be_typed_in_either_unit(visit):
    page = visit()
    type_in(page, "GDP to reach (bn yuan)", "600 亿")
    assert query(page)["target"] == "600,2028"
    type_in(page, "GDP to reach (bn yuan)", "55")
    assert query(page)["target"] == "550,2028"


def test_a_number_that_is_none_is_refused_with_a_sentence_and_nothing_is_lost(visit):
    page = visit()
    _press(page, "ArrowRight", 2)
    before = page.url
    type_in(page, GDP_LATER["en"], "a lot")
    assert "a lot" in page.locator(".complaints").inner_text()
    assert page.url == before
    assert page.get_by_role("textbox", name=GDP_LATER["en"]).input_value() == "7.7"


def _type_over(page, cell, text):
    """Types over a cell of the table; no text empties it."""
    page.get_by_role("textbox", name=cell).first.click()
    page.keyboard.type(text) if text else page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    pause(page, 400)


def test_a_year_is_typed_over_in_the_table_and_given_back(visit):
    page = visit()
    _type_over(page, "real growth 2026", "5")
    assert query(page)["gdp"] == "6.5,7.5,2026:5"
    assert page.locator(".years .hand").inner_text() == "5.00 %"
    _type_over(page, "real growth 2026", "lots")
    assert "lots" in page.locator("output.wrong").inner_text()
    assert page.locator(".years .hand").inner_text() == "5.00 %"
    _type_over(page, "real growth 2026", "")
    assert query(page)["gdp"] == "6.5,7.5"


def test_another_indicators_year_typed_over_moves_its_chart(visit):
    page = visit()
    chart = page.locator("[data-testid=stVegaLiteChart] svg").nth(1)
    before = chart.inner_html()
    _type_over(page, "nominal growth 2025", "25")
    assert query(page)["fai"] == "12,12,2025:25"
    assert page.locator("[data-testid=stVegaLiteChart] svg").nth(1).inner_html() != before


def test_a_later_deadline_and_back_keeps_every_chart(visit):
    page = visit()
    for text in ("2031", "2028"):
        type_in(page, "Deadline (end of year)", text)
        pause(page)
        assert query(page)["target"] == f"550,{text}"
        expect(page.locator("[data-testid=stVegaLiteChart] svg")).to_have_count(4)
        expect(page.locator(".years thead th")).to_have_count(int(text) - 2021)


def test_a_preset_clicked_again_stays_chosen(visit):
    page = visit()
    preset(page, "2024 plan").click()
    pause(page)
    expect(page.locator("[role=radio][aria-checked=true]")).to_have_count(1)


def test_a_value_typed_again_in_the_other_unit_is_shown_in_its_own(visit):
    page = visit()
    type_in(page, "GDP to reach (bn yuan)", "550 亿")
    assert page.get_by_role("textbox", name="GDP to reach (bn yuan)").input_value() == "55.00"
    type_in(page, "GDP to reach (bn yuan)", "5,500")
    assert "3,860 bn yuan" in page.locator(".complaints").inner_text()


def test_the_words_of_a_chart_can_be_read_in_the_dark(visit):
    page = visit(color_scheme="dark")
    fills = page.evaluate(
        "[...document.querySelectorAll('[data-testid=stVegaLiteChart] svg text')].map(t => getComputedStyle(t).fill)"
    )
    assert len(fills) > 20
    assert not {"rgb(0, 0, 0)", "#000"} & set(fills)


def test_presets_and_reset_follow_each_other(visit):
    page = visit()
    preset(page, "City pace").click()
    pause(page)
    assert query(page)["gdp"] == "4.8,4.8"
    page.get_by_role("button", name="Reset to the plan").click()
    pause(page)
    assert query(page)["gdp"] == "6.5,7.5"


def test_a_closed_group_opens_and_its_levers_work(visit):
    page = visit()
    page.get_by_text("Investment, retail sales, income").click()
    pause(page)
    page.get_by_role("slider", name="Investment, nominal growth from 2025 (%)").focus()
    page.keyboard.press("ArrowRight")
    pause(page)
    assert query(page)["fai"] == "12,12.1"
    expect(page.locator("[data-testid=stVegaLiteChart] svg")).to_have_count(4)


def test_the_language_is_chosen_on_the_page_and_kept_in_the_link(visit):
    page = visit()
    page.get_by_role("button", name="中文").click()
    pause(page)
    assert "549.0 亿元" in page.locator(".verdict").inner_text()
    assert query(page)["lang"] == "zh"


def test_copy_link_puts_the_address_into_the_clipboard(visit, server):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    _press(page, "ArrowRight")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_copy_link_works_over_plain_http_where_there_is_no_clipboard_api(visit, server):
    page = visit(address=f"http://office.test:{server.port}/")
    assert page.evaluate("[isSecureContext, typeof navigator.clipboard]") == [False, "undefined"]
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()
    box = page.get_by_role("textbox", name=GDP_LATER["en"])
    box.focus()
    page.keyboard.press("Control+v")
    assert box.input_value() == page.url


def test_no_request_goes_to_another_host(visit, server):
    page = visit()
    _press(page, "ArrowRight", 3)
    hosts = {urlsplit(address).hostname for address in page.requests if not address.startswith(("data:", "blob:"))}
    assert hosts == {"localhost"}


def test_streamlits_menu_and_deploy_button_are_off(visit):
    page = visit()
    for part in ("stMainMenu", "stAppDeployButton", "stStatusWidget"):
        assert page.locator(f"[data-testid={part}]:visible").count() == 0


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_nothing_sticks_out_of_the_screen(visit, width, locale):
    page = visit(width=width, locale=locale)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    for part in (".verdict", ".metrics", ".key", ".notes"):
        box = page.locator(part).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width + 1


def test_the_page_follows_a_dark_system_theme(visit):
    page = visit(color_scheme="dark")
    background = page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    assert background == "rgb(16, 20, 24)"


def test_a_killed_server_started_again_finds_the_same_scenario(visit, server):
    page = visit()
    _press(page, "ArrowRight", 4)
    before, address = _numbers(page), page.url
    server.kill()
    page.wait_for_timeout(1000)
    server.start()
    page.wait_for_timeout(3000)
    settle(page)
    assert (_numbers(page), page.url) == (before, address)
    _press(page, "ArrowRight")
    assert query(page)["gdp"] == "6.5,8"
    assert _numbers(page) != before
