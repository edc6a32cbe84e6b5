"""The brief: two pages at most, whole as another program lays them out, with the words and numbers of the page."""

import functools
import io
import re
import runpy
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import numpy as np
import office
import openpyxl
import pypdfium2
import pytest
import segno
from a_visit import PACK, PLAN, showing
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from take_away import DAY, LONG_ZH, STATES, occasion, opened

from model.economics import presets
from model.economics.remarks import remarks
from model.economics.verdict import judge
from model.link.link import LANGUAGES, read
from model.progress.further import Further, offered
from model.progress.regions import find_region
from model.region.loader import packs
from model.scenario.scenario import plan
from views.downloads import brief, workbook
from views.downloads.brief import contents, fonts, styles, tables
from views.downloads.brief.document import Document
from views.words import checks, notes, verdict

EXACT = runpy.run_path(str(Path(__file__).resolve().parents[1] / "links" / "exact.py"))
MARGIN = 72 / 2.54
"""Points in a centimetre."""
OTHERS = ("tourist_visits", "tourist_overnight", "ecommerce_sales", "good_air_days", "inclusive_loans")
FURTHER = (Further("tourism_revenue", 0.2, 0.1), *(offered(PACK)[key] for key in OTHERS))
MORE = {
    **STATES,
    "reached": {"scenario": PLAN.set(gdp_later=0.09)},
    "not reached": {"scenario": presets.apply("city", PLAN)},
    "just short": {"scenario": PLAN.set(gdp_later=0.0754899)},
    "by hand and 2024": {"scenario": PLAN.set(target_year=2024.0, gdp_base=388.5).by_hand("gdp", 2024, 0.07)},
    "census": {"scenario": PLAN.set(gdp_base=396.4, gdp_low=390.3, gdp_high=401.6)},
    "easy": {"scenario": PLAN.set(target_level=200.0)},
    "further": {"further": FURTHER},
    "much further": {**STATES["much"], "further": FURTHER},
    "every year by hand": {
        "scenario": PLAN.set(target_year=2035.0)
        .with_years("gdp", {year: 0.05 + 0.001 * (year - 2024) for year in range(2024, 2036)}, ())
        .rename(LONG_ZH)
    },
}
IN_BOTH = ("plan", "much")
EVERY = [
    (state, language)
    for number, state in enumerate(MORE)
    for place, language in enumerate(LANGUAGES)
    if state in IN_BOTH or number % len(LANGUAGES) == place
]
"""States and languages: the simplest and the fullest in every language, the others in one of them by turns."""
LAID_OUT = (
    "plan", "reached", "not reached", "plan year", "2035", "four kept", "by hand", "much", "highest",
    "far target", "census", "further", "much further", "every year by hand",
)  # fmt: skip
PRINTED = [
    (state, language)
    for number, state in enumerate(LAID_OUT)
    for place, language in enumerate(LANGUAGES)
    if state in IN_BOTH or number % len(LANGUAGES) == place
]
every = pytest.mark.parametrize(("state", "language"), EVERY)


def _taken(state, language, **others):
    return occasion("plan", language, **{**MORE[state], **others})


def _squeezed(text):
    """The text without spaces, which lines may be parted at; long dashes as short ones."""
    return re.sub(r"\s", "", text).replace("—", "–")


@functools.cache
def _built(state, language):
    return brief.build(_taken(state, language))


def _document(state="plan", language="zh", **others):
    built = brief.build(_taken(state, language, **others)) if others else _built(state, language)
    return docx.Document(io.BytesIO(built))


def _words(document):
    """All words of a document, one paragraph or cell a line; spaces that part no line as others."""
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def pages(tmp_path_factory, worker_id):
    """Briefs as LibreOffice lays them out: PDF documents by state and language."""

    def files():
        return {f"{number}.docx": _built(*each) for number, each in enumerate(PRINTED)}

    made = office.converted(files, "pdf", "briefs", tmp_path_factory, worker_id)
    opened = {each: pypdfium2.PdfDocument(made / f"{number}.pdf") for number, each in enumerate(PRINTED)}
    yield opened
    for document in opened.values():
        document.close()


def _letters(page):
    """Every letter that is printed, and its box [points]: left, bottom, right, top."""
    words = page.get_textpage()
    text = [words.get_text_range(place, 1) for place in range(words.count_chars())]
    return [
        (letter, words.get_charbox(place)) for place, letter in enumerate(text) if letter.strip("\ufffe\r\n \u2003")
    ]


# As LibreOffice lays it out


def test_a_brief_has_two_pages_at_most_with_room_to_spare(pages):
    left = {}
    for each, pdf in pages.items():
        assert len(pdf) <= 2, each
        last = [box[1] for _, box in _letters(pdf[len(pdf) - 1]) if box[1] > styles.MARGINS[2] * MARGIN]
        left[each] = min(last) / MARGIN - styles.MARGINS[2] if len(pdf) == 2 else 20
    assert min(left.values()) > 1.5, sorted(left.items(), key=lambda each: each[1])[:3]


def test_nothing_is_cut_every_letter_lies_between_the_margins(pages):
    top, right, bottom, left = (side * MARGIN for side in styles.MARGINS)
    for each, pdf in pages.items():
        for page in pdf:
            wide, tall = page.get_size()
            assert (round(wide), round(tall)) == (595, 842)
            for letter, (x, _, x2, y2) in _letters(page):
                is_number_of_page = y2 < bottom
                assert x > left - 1.5, (each, letter)
                hanging = 12 if letter in "，。；：、）” " else 0  # as is the custom in Chinese
                assert x2 < wide - right + 1.5 + hanging, (each, letter)
                assert y2 < tall - top + 1.5, (each, letter)
                assert not is_number_of_page or letter in "— 12", (each, letter)


def test_every_word_and_number_of_the_document_is_on_its_pages(pages):
    for (state, language), pdf in pages.items():
        printed = "".join(letter for page in pdf for letter, _ in _letters(page))
        for line in _words(_document(state, language)).split("\n"):
            piece = _squeezed(re.sub("[🌱\ufe0f\u200d]", "", line))
            # A page may end amid a paragraph, where the number of the page comes between.
            found = _squeezed(printed)
            assert piece in found or (piece[:12] in found and piece[-12:] in found), (state, line)


def test_no_letter_is_a_box_different_chinese_letters_look_different(pages):
    seen = {}
    for state in ("plan", "much"):
        for page in pages[state, "zh"]:
            scale = 4
            drawn = np.asarray(page.render(scale=scale, grayscale=True).to_pil()).astype(int)
            for letter, (x, y, x2, y2) in _letters(page):
                if "\u4e00" <= letter <= "\u9fff" and y2 - y > 8.5 and letter not in seen:
                    top = page.get_size()[1]
                    tile = drawn[int((top - y2) * scale) : int((top - y) * scale), int(x * scale) : int(x2 * scale)]
                    seen[letter] = np.pad(tile < 128, ((0, 200 - tile.shape[0]), (0, 200 - tile.shape[1])))
    assert len(seen) > 150
    assert all(tile.sum() > 20 for tile in seen.values())
    assert len({tile.tobytes() for tile in seen.values()}) == len(seen)


def test_a_table_stands_on_one_page_with_its_note_and_a_date_on_one_line(pages):
    for (state, language), pdf in pages.items():
        if state != "every year by hand":
            continue
        texts = [_squeezed(page.get_textpage().get_text_range()) for page in pdf]
        head, note = ("表1", "未列出的年份") if language == "zh" else ("Table1:", "yearsnotshown")
        assert [(head in text, note in text) for text in texts] == [(True, True), (False, False)]
        lines = pdf[0].get_textpage().get_text_range().splitlines()
        assert ("2026年11月25日" if language == "zh" else "25November2026") in [_squeezed(line) for line in lines]


def test_the_chart_and_the_code_of_the_link_are_on_the_pages(pages):
    for each, pdf in pages.items():
        pictures = [(page, item) for page in pdf for item in page.get_objects(filter=(3,))]
        assert len(pictures) == 2, each
        (_, chart), (page, code) = pictures
        left, _, right, _ = chart.get_bounds()
        assert right - left == pytest.approx(styles.WIDE * MARGIN, abs=2)
        if each[0] in ("plan", "much"):
            assert _modules(page, code) == _wanted(_taken(*each).address), each


def _modules(page, item):
    """The code as it is printed: dark modules, without its margin."""
    left, bottom, right, top = item.get_bounds()
    scale = 12
    drawn = np.asarray(page.render(scale=scale, grayscale=True).to_pil()).astype(int)
    tall = page.get_size()[1]
    part = drawn[int((tall - top) * scale) : int((tall - bottom) * scale), int(left * scale) : int(right * scale)] < 128
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    part = part[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    first = int(np.argmin(part[0]))  # the finder at the corner is seven modules wide
    count = 17 + 4 * round((part.shape[1] / (first / 7) - 17) / 4)
    at = ((np.arange(count) + 0.5) * part.shape[1] / count).astype(int)
    return part[np.ix_(at, at)].astype(int).tolist()


def _wanted(address):
    return [list(row) for row in segno.make_qr(address, error="l", boost_error=False).matrix]


# What it says


@every
def test_its_numbers_are_those_of_an_independent_program(state, language):
    taken = _taken(state, language)
    (exact, *_), now = EXACT["rows"](taken.address), taken.now
    words = _squeezed(_words(_document(state, language)))
    shift, digits = (0, 1) if language == "zh" else (-1, 2)
    level = Decimal(exact["gdp"]).scaleb(shift)
    close = abs(Decimal(exact["gdp"]) - Decimal(str(now.scenario["target_level"]))) < 1
    assert f"{level:,.{digits}f}" in words or close
    percent = "%" if language == "zh" else " %"
    chance = min(max(float(exact["chance"]) * 100, 0.0), 100.0)
    if 1 < chance < 99:
        assert _squeezed(f"{chance:.0f}{percent}") in words
    status = {"reached": ("可以达到", "Reached"), "depends": ("能否达到取决于", "Depends on the"),
              "not_reached": ("达不到", "Not reached")}[exact["status"]]  # fmt: skip
    assert _squeezed(status[language == "en"]) in words


def test_the_plan_in_chinese_says_what_a_hand_works_out():
    words = _words(_document("plan", "zh"))
    for part in (
        "到2028年末，重庆市奉节县GDP（现价）能否达到550亿元[1]？",
        "起点为2023年GDP 386亿元（推算，411.5÷1.066），合理区间为380—391亿元。",
        "各项参数与计划一致。",
        "达不到。按此增速，2028年GDP按基数推算为549.0亿元（差1.0），按最近公布数推算为549.5亿元（差0.5）；",
        "（一）其余不变，2025—2028年需年均实际增长不低于7.55%。",
        "（二）若2024—2028年增速相同，需年均实际增长不低于7.34%，名义7.34%。",
        "（三）按设定增速测算，2023年GDP基数需不低于386.8亿元。",
        "（四）以2024年公布数411.5亿元[2]为起点，2025—2028年需年均实际增长不低于7.53%，名义7.53%。",
        "概率为49%。",
        "样本143个",
    ):
        assert part in words, part


def test_the_band_is_the_one_that_a_hand_works_out():
    # s0 = ln(391 / 380) / (2 * 1.2816) = 0.01113; 1.6 points, correlation 0.6, five years:
    # 0.016^2 * (5 + 2 * (4 * 0.6 + 3 * 0.36 + 2 * 0.216 + 0.1296)) = 0.016^2 * 13.0832; together 0.05893 in logs
    low, high = (548.998 * np.exp(side * 1.28155 * np.sqrt(0.011129**2 + 0.016**2 * 13.0832)) for side in (-1, 1))
    assert f"有80%的概率在{low:.1f}—{high:.1f}亿元之间" in _words(_document("plan", "zh"))
    assert f"between {low / 10:.2f} and {high / 10:.2f} bn yuan" in _words(_document("plan", "en"))


def test_the_error_is_that_of_the_scenario_with_the_chance_in_both_readings():
    # 2.4 points, correlation 0: from 411.5, 6.6 % against 6.5 %: four years 2.4 x 2 = 4.8 %, no shift of the median;
    # ln(411.5 x 1.075^4 / 550) / 0.048 = -0.0172, a chance of 49.3 %
    taken = opened("region=fengjie&error=2.4,0", "en")
    words = _words(docx.Document(io.BytesIO(brief.build(taken))))
    assert "The error of growth is 2.4 points a year; its year-to-year correlation is 0.0." in words
    assert "It is set in this scenario; announced targets were missed by" in words
    assert "From the latest official level the chance is 49 %" in words


def test_both_deadlines_are_answered_in_both_readings():
    # 386 x 1.065 x 1.075^2 = 475.066 and 411.5 x 1.075^2 = 475.540, 74.9 and 74.5 short
    words = _words(_document("plan", "en"))
    assert "By 2026 (as the Party congress said): 47.51 bn yuan from the baseline (7.49 short), 47.55" in words


def test_the_same_in_english_is_in_billions():
    words = _words(_document("plan", "en"))
    for part in (
        "Does the GDP of Fengjie County, Chongqing Municipality at current prices reach 55 bn yuan "
        "by the end of 2028 [1]?",
        "Not reached. At these rates GDP in 2028 is 54.90 bn yuan from the baseline (0.10 short) and 54.95 bn yuan",
        "In 2025–2028 it takes growth of at least 7.55 % a year in real terms, all else held.",
        "With the rates assumed it takes a 2023 GDP of at least 38.68 bn yuan.",
        "From the official outcome of 2024, 41.15 bn yuan [2]: growth of at least 7.53 % a year in real "
        "terms in 2025–2028",
    ):
        assert part in words, part


@every
def test_it_says_what_the_page_says(state, language):
    now = _taken(state, language).now
    found = judge(now.scenario)
    document = Document(language)
    words = _words(_document(state, language))
    said = [
        verdict.headline(now, found)[:-1],
        *verdict.lines(now),
        verdict.basis(now),
        *notes.before_quoting(now),
    ]
    notable = [remark for remark in remarks(now.scenario) if remark.notable]
    said += [checks.sentence(now, remark)[:-1] for remark in notable[: checks.MOST]]  # before its sources
    for sentence in said:
        assert document.typeset(sentence).replace("\u00a0", " ") in words, sentence


def test_the_question_names_target_deadline_and_baseline_first():
    scenario = PLAN.set(
        gdp_later=0.08, deflator_later=0.012, fai_first=0.1, gdp_base=390.0, target_level=560.0,
        target_year=2030.0, horizon=2032.0,
    ).by_hand("gdp", 2026, 0.05)  # fmt: skip
    said = contents.question(showing(scenario, "en")).paragraphs[0]
    assert said.endswith(
        "Changed from the plan: GDP to reach 55.00 bn yuan → 56.00 bn yuan; Deadline (end of year) 2028 → 2030; "
        "GDP in 2023 38.60 bn yuan → 39.00 bn yuan; GDP, real growth from 2025 7.5 % → 8.0 %; "
        "GDP, real growth 2026 7.5 % → 5.0 %, by hand; Price change (GDP deflator) from 2025 0.0 % → 1.2 %; "
        "Investment, nominal growth 2024 12.0 % → 10.0 %; Show at least until 2028 → 2032."
    )


def test_years_set_by_hand_are_one_thing_and_levers_without_effect_come_last():
    held = dict(zip(range(2025, 2029), (0.05, 0.06, 0.055, 0.05), strict=True))
    scenario = PLAN.set(gdp_later=0.08, fai_first=0.1).with_years("gdp", held, (2026,))
    said = {language: contents.question(showing(scenario, language)).paragraphs[0] for language in LANGUAGES}
    assert said["en"].endswith(
        "Changed from the plan: GDP, real growth 2025–2028 7.5 % → 5.0 % to 6.0 %, by hand; Investment, nominal growth "
        "2024 12.0 % → 10.0 %; GDP, real growth from 2025 (without effect) 7.5 % → 8.0 %."
    )
    assert "2025—2028年GDP 实际增速 7.5% → 5.0%至6.0%（单年设定）；" in said["zh"]
    assert said["zh"].endswith("2025年起GDP 实际增速（不起作用） 7.5% → 8.0%。")


def test_a_target_far_below_is_met_even_by_a_fall_which_is_said_on_the_safe_side():
    words = _words(_document("easy", "zh"))
    # (200 / 386 / 1.065)^(1/4) - 1 = -0.16483...: a fall of 16.48 % still meets it, one of 16.49 % does not
    assert 386 * 1.065 * (1 - 0.1648) ** 4 > 200 > 386 * 1.065 * (1 - 0.1649) ** 4
    assert "（一）其余不变，2025—2028年即使年均实际下降不超过16.48%也能达到。" in words
    assert "需年均实际下降" not in words
    assert "2025–2028 even a fall of no more than 16.48 % a year in real terms is enough" in _words(
        _document("easy", "en")
    )


def test_a_chance_next_to_none_or_next_to_certain_is_said_in_words():
    # ln(550 / 200) is 17 standard deviations of 0.0589 away; 386 * 1.065 * 1.3^4 = 1174 against 550, 13 of them
    for level, rate, zh, en in (
        (200.0, 0.075, "GDP不低于200亿元的概率超过99%。", "at the end of 2028 is more than 99 %,"),
        (5000.0, 0.075, "GDP不低于5,000亿元的概率不足1%。", "at the end of 2028 is less than 1 %,"),
    ):
        scenario = PLAN.set(target_level=level, gdp_later=rate)
        assert zh in _words(_document("plan", "zh", scenario=scenario))
        assert en in _words(_document("plan", "en", scenario=scenario))


def test_growth_that_was_never_reached_is_said_so_and_sources_share_one_pair_of_brackets():
    words = _words(_document("plan", "zh", scenario=PLAN.set(target_level=5000.0, target_year=2026.0)))
    assert "个年份中没有一年达到：" in words
    assert "有0年达到" not in words
    assert "][" not in words
    assert re.search(r"\[\d,\d\]", words)


def test_the_line_of_date_and_scenario_goes_on_after_its_comma():
    words = _words(_document("plan", "en", scenario=PLAN.rename("floor")))
    assert "25 November 2026, scenario “floor”" in words


def test_a_level_that_falls_just_short_is_not_rounded_to_the_target_anywhere():
    words = _words(_document("just short", "zh"))
    assert 549.96 < 386 * 1.065 * 1.0754899**4 < 550  # which one decimal would make 550.0
    assert "达不到" in words or "能否达到取决于" in words
    assert "550.0" not in words


def test_of_the_deadline_is_said_how_it_was_read_only_where_that_is_what_is_asked():
    for scenario, said in (
        (PLAN, "The deadline can be read as 2026 (as the Party congress said); 2028 (five years on from 2023)."),
        (PLAN.set(target_year=2031.0), "2028 (five years on from 2023); here it is 2031."),
        (PLAN.set(target_level=600.0), "These are consequences of the rates assumed, not a forecast."),
    ):
        assert notes.before_quoting(_taken("plan", "en", scenario=scenario).now)[2].endswith(said)
    own = opened("region=own~A~2023~gdp:100:5,6~target:130,2028", "en").now
    assert notes.before_quoting(own)[2] == "These are consequences of the rates assumed, not a forecast."


def test_where_nothing_past_is_known_brief_and_workbook_say_so_and_count_no_comparison_as_observed():
    own = opened("region=own~A~2023~gdp:100:6~target:130,2028", "en")
    assert contents.realistic(own.now)[1:] == (("No past figures are known to compare it with.",), ())
    faster = opened("region=own~A~2023~gdp:100:6~target:139,2028", "en")
    (said,), (remark,) = contents.realistic(faster.now)[1:]
    assert said == "No past figures are known to compare it with; beside the plan's own figures:"
    assert remark.endswith("the 2024 plan says 6.0 % [1].")
    summary = openpyxl.load_workbook(io.BytesIO(workbook.build(own))).worksheets[0]
    lines = [cell.value for cell in summary["A"] if isinstance(cell.value, str)]
    caution = (
        "The figures and the target of this county were given by whoever made this scenario; they are not verified."
    )
    assert caution in lines
    assert contents.result(own.now).paragraphs[1].startswith(caution)
    (heading,) = [line for line in lines if line.startswith("Is it realistic?")]
    assert "No past figures are known" in heading
    assert not any("observed" in line for line in lines)


def test_growth_that_is_needed_is_said_on_the_safe_side_alone():
    city = opened("region=chongqing", "en")
    words = _words(docx.Document(io.BytesIO(brief.build(city))))
    assert "growth of at least 6.00 % a year" in words  # 30145.8 x 1.06^5 is the target
    assert "growth of at least 6.12 %" in words  # (40341.88 / 33757.93)^(1/3) from 2026 on


def test_what_differs_from_the_reference_is_said_and_the_rest_counted():
    words = _words(_document("much", "zh"))
    assert re.search(r"与“甲.*方”不同之处：.*→.*，另有 ?\d+ ?项。", words)
    assert "All assumptions match the plan." in _words(_document("plan", "en"))


def test_kept_scenarios_stand_beside_the_plan_in_a_table_of_their_own():
    document = _document("four kept", "en")
    rows = [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in document.tables[1].rows]
    assert [row[0] for row in rows[1:]] == ["the plan", *(kept.name for kept in STATES["four kept"]["kept"]), "a"]
    assert rows[1][1:] == ["2028: 54.90", "0.10 short of 55", "Not reached", "7.55 %", "49 %"]
    assert len(_document("plan", "en").tables) == 2  # years, and the small print beside the code


@every
def test_every_source_has_a_number_and_is_cited_by_it_before_it_is_listed(state, language):
    now, document = _taken(state, language).now, _document(state, language)
    paragraphs = [each.text for each in document.tables[-1].rows[0].cells[0].paragraphs]
    small = "\n".join(each for each in paragraphs if each.startswith("["))
    said = _words(document).replace(small, "")
    numbers = re.findall(r"\[(\d+)\]", small)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    cited = {number for each in re.findall(r"\[([\d,]+)\]", said) for number in each.split(",")}
    assert cited <= set(numbers)
    assert set(numbers) - cited <= {"4", "5"}  # where no remark says it
    report, outcomes = (notes.cite(now.pack, f"plan_report_{year}", now.wording) for year in (2024, 2025))
    document = Document(language)
    assert document.typeset(f"[1] {report}").replace("\u00a0", " ") in small.replace("\u00a0", " ")
    assert document.typeset(f"[2] {outcomes}").replace("\u00a0", " ") in small.replace("\u00a0", " ")


def test_what_somebody_typed_is_said_to_be_so_without_the_signs_of_a_link_or_a_page():
    for language, said, listed in (
        ("zh", "起点为2025年GDP 440亿元（自行填写[7]）", "[7]由填报人填写，未经核实。"),
        (
            "en",
            "GDP of 44 bn yuan (typed [7])",
            "[7] Given by whoever made this scenario, not verified",
        ),
    ):
        taken = opened("region=fengjie@2025~gdp@2025:440:6.2", language)
        words = _words(docx.Document(io.BytesIO(brief.build(taken))))
        assert said in words
        assert listed.rstrip("。") in words
        assert not re.search("gdp@|本页面|this page|，–|, –|¶", words)


def test_of_a_printed_figure_the_source_is_cited_and_no_sign_of_a_paragraph():
    words = _words(docx.Document(io.BytesIO(brief.build(opened("region=fengjie@2024", "zh")))))
    assert "起点为2024年GDP 411.5亿元（2025年计划报告[2]）" in words


def test_what_is_planned_again_is_called_so_in_title_and_question_and_beside_what_it_differs_from():
    for language, title, asked, other in (
        ("zh", "重庆市奉节县（以2024年为基期）\n2028年GDP达到550亿元情景分析",
         "本分析以2024年为基期重新测算（原计划以2023年为基期）。", "各项参数与以2024年为基期的计划一致。"),
        ("en", "can GDP reach 55 bn yuan by 2028? A scenario brief, re-based on 2024",
         "This is re-based on 2024; the region's own plan starts from 2023.",
         "All assumptions match the plan from 2024 on."),
    ):  # fmt: skip
        words = _words(docx.Document(io.BytesIO(brief.build(opened("region=fengjie@2024", language)))))
        assert title in words
        assert asked in words
        assert other in words


def test_scenarios_side_by_side_may_be_just_at_the_target_and_need_growth_in_years_that_are_left():
    said = {}
    for language in LANGUAGES:
        now = opened("region=chongqing", language).now
        plan = now.scenario
        by_hand = plan.by_hand("gdp", 2026, 0.05).rename("b")
        taken = occasion("plan", language, scenario=by_hand, kept=(by_hand,))
        sheet = tables.compared(taken.now)
        said[language] = sheet.rows[0][2], sheet.heads[4], [row[4] for row in sheet.rows]
    # 30145.8 * 1.06^5 = 40341.8806, the target 40341.88; with 5 % in 2026 it takes (1.06^4 / 1.05)^(1/3) = 1.06335
    assert said["zh"] == ("比 40,341.88 高 0.001", "其余年份需年均实际增长", ["6.00%", "6.34%"])
    assert said["en"] == ("0.0001 above 4,034.188", "Real growth needed in the years left", ["6.00 %", "6.34 %"])


# Its table of years


def test_the_table_holds_levels_and_growth_and_marks_what_is_derived():
    rows = [[cell.text for cell in row.cells] for row in _document("plan", "zh").tables[0].rows]
    assert rows[0] == ["指标", "2023", "2024", "2025", "2026", "2027", "2028"]
    assert rows[1] == ["地区生产总值（GDP），现价，亿元", "386.0 *", "411.1", "441.9", "475.1", "510.7", "549.0"]
    assert rows[2][1:] == ["", "6.50%", "7.50%", "7.50%", "7.50%", "7.50%"]
    assert [row[1] for row in rows[3::2]] == ["90.7 *", "131.6 *", "27,813"]
    assert rows[-2][-1] == "38,106"
    again = tables.by_year(showing(plan(find_region("fengjie@2025~gdp@2025:440")), "zh"))
    assert (again.rows[0][1], again.note) == ("440.0 †", "* 推算，未见公布；† 自行填写，未经核实")


@given(st.integers(0, 7), st.data())
def test_years_that_are_shown_hold_the_base_the_plan_the_deadline_and_the_last_and_fit(beyond, data):
    years = list(range(2023, 2029 + beyond))
    deadline = data.draw(st.sampled_from(years[1:]))
    shown = tables.some_years(years, deadline)
    assert {2023, 2024, deadline, years[-1]} <= set(shown) <= set(years)
    assert shown == sorted(set(shown))
    assert len(shown) == min(len(years), tables.MOST_YEARS)


def test_a_table_says_which_years_it_leaves_out_and_that_the_workbook_has_them():
    wide = PLAN.set(target_year=2031.0, horizon=2035.0)
    for language, heads, said in (
        ("en", ("2023", "2024", "2031", "2035"), "2025–2030, 2032–2034 (the workbook has them all)."),
        ("zh", ("2023", "2024", "2031", "2035"), "2025—2030、2032—2034（工作簿含全部年份）。"),
    ):
        now = _taken("plan", language, scenario=wide, further=FURTHER[:2]).now
        sheet = tables.beside(now, 2)
        assert sheet.heads[3:] == heads
        assert sheet.note.endswith(said)


def test_no_year_is_left_out_where_all_have_room():
    assert tables.by_year(_taken("plan", "zh", scenario=PLAN.set(target_year=2030.0)).now).heads[1:] == tuple(
        map(str, range(2023, 2031))
    )


# How it is made


@every
def test_its_link_opens_the_same_scenarios(state, language):
    taken = _taken(state, language)
    document = _document(state, language)
    links = [each.target_ref for each in document.part.rels.values() if each.is_external]
    assert links == [taken.address]
    assert read(links[0], packs()).work == taken.now.work


def test_a_link_too_long_for_a_code_is_there_all_the_same_and_said_to_be():
    taken = _taken("much", "zh")
    taken = replace(taken, page="https://plan.example/" + "deep/" * 500)
    document = docx.Document(io.BytesIO(brief.build(taken)))
    assert taken.address in [each.target_ref for each in document.part.rels.values() if each.is_external]
    assert len(document.inline_shapes) == 1
    assert "此链接过长，无法生成二维码" in _words(document)


OF_TABLES = ("tblW", "tblBorders", "tblLayout", "tblCellMar", "tblLook")
"""In the order that ECMA-376 asks for (part 1, 17.4.59); some programs refuse another."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_structure_is_one_that_programs_know(language):
    document = _document("four kept", language)
    kinds = [paragraph.style.name for paragraph in document.paragraphs]
    assert kinds[:3] == ["Title", "Subtitle", "Heading 1"]
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    numbers = "一二三四五六七八" if language == "zh" else "12345678"
    assert [heading[0] for heading in headings] == list(numbers)
    for table in document.tables[:2]:
        first, *others = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in (first, *others))
        assert [each.tag for each in table._tbl.tblPr] == [qn(f"w:{name}") for name in OF_TABLES]
    said = [picture._inline.docPr.get("descr") for picture in document.inline_shapes]
    assert {"zh": "目标与目标年份", "en": "target and deadline"}[language] in said[0]
    assert said[1:] == [{"zh": "链接的二维码", "en": "QR code of the link"}[language]]
    assert document.sections[0].footer._element.find(f".//{qn('w:fldSimple')}").get(qn("w:instr")) == "PAGE"


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_fonts_are_named_with_what_stands_in_and_no_theme_overrides_them(language):
    file = io.BytesIO(_built("plan", language))
    document = docx.Document(file)
    for name, look in fonts.LOOKS[language].items():
        named = document.styles[name].element.rPr.rFonts
        found = {key.rpartition("}")[2]: value for key, value in named.attrib.items()}
        assert found == {"ascii": look.latin, "hAnsi": look.latin, "cs": look.latin, "eastAsia": look.chinese}
    with zipfile.ZipFile(file) as parts:
        table, defaults = (parts.read(f"word/{part}.xml").decode() for part in ("fontTable", "styles"))
    assert 'w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,' in table
    assert 'w:name="方正小标宋简体"><w:altName w:val="' in table
    spoken = re.search(r"<w:lang [^>]*>", defaults.partition("</w:docDefaults>")[0])[0]
    assert 'w:eastAsia="zh-CN"' in spoken
    assert language == "zh" or 'w:val="en-GB"' in spoken


def test_it_says_of_itself_what_it_is_and_nobody_else():
    file = io.BytesIO(_built("much", "zh"))
    known = docx.Document(file).core_properties
    assert known.title == "重庆市奉节县2031年GDP达到777.7777亿元情景分析"
    assert LONG_ZH in known.subject
    assert (known.author, known.last_modified_by, known.comments, known.language) == ("", "", "", "zh-CN")
    assert known.created == known.modified
    assert known.created.date() == DAY
    with zipfile.ZipFile(file) as parts:
        assert not [name for name in parts.namelist() if "thumbnail" in name or "app.xml" in name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "names", [("=1+1", "<b>bold</b>&amp;", "]]>"), ("a\x00b\x0b\x1f\ud800\ufffe", "“”’'\"", "\u202eabc")]
)
def test_a_name_is_text_and_nothing_else(names, language):
    own, *kept = (PLAN.set(gdp_later=0.08 + place / 100).rename(name) for place, name in enumerate(names))
    document = _document("plan", language, scenario=own, kept=(own.rename(names[0] + "2"), *kept))
    said = _words(document)
    assert all(scenario.name in said for scenario in (own, *kept))
    assert not list(document.element.iter(qn("w:altChunk"), qn("w:object")))


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("到 2028 年末 GDP 为 549.0 亿元", "到2028年末GDP为549.0亿元"),
        ("380–391", "380—391"),
        ("与“a 情 景 2020–2021”不同", "与“a 情 景 2020–2021”不同"),
    ],
)
def test_chinese_is_set_as_in_official_papers_but_not_what_somebody_wrote(text, set_):
    assert Document("zh").typeset(text) == set_
    assert Document("en").typeset(text) == text


def test_in_english_a_line_does_not_end_between_a_figure_and_its_sign():
    assert Document("en").typeset("at 7.5 % a year") == "at 7.5\u00a0% a year"


@pytest.mark.parametrize("language", LANGUAGES)
def test_further_paths_stand_in_a_table_of_their_own_where_there_is_room(language):
    assert len(_document("plan", language).tables) == 2  # the years; sources beside the code
    table = _document("further", language).tables[1]
    cells = [cell.text.replace("\u00a0", " ") for cell in table.rows[1].cells]
    assert (
        cells[1:]
        == {
            "en": ["20.00 %", "10.00 %", "18.0", "21.6", "26.1", "31.6"],  # 21.6 x 1.1^2 = 26.136, x 1.1^4 = 31.62456
            "zh": ["20.00%", "10.00%", "180.0", "216.0", "261.4", "316.2"],
        }[language]
    )
    assert len(table.rows) == 1 + len(FURTHER)
    said = {"en": "left out for want of room", "zh": "因版面所限未列"}[language]
    assert said in _words(_document("much further", language))
    assert said not in _words(_document("much", language))
