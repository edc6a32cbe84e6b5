"""The brief: the page's words and numbers in a template that an office can replace, on one or two pages."""

import functools
import io
import re
import zipfile
from dataclasses import replace

import docx
import numpy as np
import office
import pypdfium2
import pytest
from a_visit import PLAN, showing
from docxtpl import DocxTemplate
from take_away import DAY, LONG_ZH, STATES, occasion, opened

from model.economics.remarks import remarks
from model.link.link import LANGUAGES, read
from model.region.loader import packs
from views.downloads import brief
from views.downloads.brief import contents, differences, tables
from views.downloads.brief.typeset import Own, typeset
from views.words import checks, notes

ROWS = ("tourism_revenue", "tourist_visits", "tourist_overnight", "ecommerce_sales", "good_air_days", "inclusive_loans")
NOTE = "财政局和统计局一致同意的保守假设，投资按在建项目排期，不考虑价格变动。"
NOTED = {
    "scenario": PLAN.set(gdp_later=0.07).rename("a"),
    "kept": tuple(
        replace(each.rename(name), note=NOTE)
        for name, each in zip(("稳健", "Low base", "<b>&=1+1", "{{ title }}"), STATES["four kept"]["kept"], strict=True)
    ),
}
LINKS = {
    "own": "region=own&own.base_year=2023&own.gdp=100:6&own.target=139,2028",
    "chongqing": "region=chongqing",
    "re-based": "region=fengjie&base=2024",
}
PAGES = {"plan": 2, "noted": 2, "four kept": 2, "rows": 2, "own": 1, "chongqing": 2, "re-based": 2, "much": 3}
"""Of the fullest work that a link can hold there are three."""
PRINTED = [
    (name, language)
    for number, name in enumerate(PAGES)
    for place, language in enumerate(LANGUAGES)
    if name in ("plan", "noted") or number % len(LANGUAGES) == place
]


def _taken(name, language):
    if name in LINKS:
        return opened(LINKS[name], language)
    others = {"noted": NOTED, "rows": {"rows": ROWS}, "much": {**STATES["much"], "rows": ROWS}}
    return occasion("plan", language, **others.get(name, STATES.get(name)))


@functools.cache
def _built(name, language):
    return brief.build(_taken(name, language))


def _document(taken):
    return docx.Document(io.BytesIO(brief.build(taken)))


def _words(document):
    """All words of a document, one paragraph or cell a line; spaces that part no line as others."""
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).replace("\u00a0", " ")


def _said(name, language):
    return _words(docx.Document(io.BytesIO(_built(name, language))))


# The template


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_asks_for_all_that_the_program_gives_and_for_nothing_else(language):
    template = DocxTemplate(io.BytesIO(_template(language)))
    asked = template.get_undeclared_template_variables(brief.environment(language))
    assert asked == set(brief.context(_taken("noted", language), template))


def _template(language):
    return (brief.TEMPLATES / f"{language}.docx").read_bytes()


def test_the_template_names_official_fonts_and_what_stands_in_for_them():
    with zipfile.ZipFile(io.BytesIO(_built("plan", "zh"))) as parts:
        fonts = parts.read("word/fontTable.xml").decode()
    assert re.search('w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,', fonts)
    assert re.search('w:name="方正小标宋简体"><w:altName w:val="', fonts)


# As LibreOffice lays it out


@pytest.fixture(scope="module")
def pages(tmp_path_factory, worker_id):
    """PDF documents by state and language."""
    made = office.converted(
        lambda: {f"{number}.docx": _built(*each) for number, each in enumerate(PRINTED)},
        "pdf", "briefs", tmp_path_factory, worker_id,
    )  # fmt: skip
    opened = {each: pypdfium2.PdfDocument(made / f"{number}.pdf") for number, each in enumerate(PRINTED)}
    yield opened
    for document in opened.values():
        document.close()


def test_a_brief_has_two_pages_and_nothing_lies_beyond_their_margins(pages):
    assert {each: len(pdf) for each, pdf in pages.items() if len(pdf) > PAGES[each[0]]} == {}
    for each, pdf in pages.items():
        for page in pdf:
            words, (wide, tall) = page.get_textpage(), page.get_size()
            assert (round(wide), round(tall)) == (595, 842)
            boxes = [words.get_charbox(place) for place in range(words.count_chars())]
            assert min(box[0] for box in boxes) > 60, each
            assert max(box[2] for box in boxes) < wide - 50, each  # where Chinese punctuation may hang
            assert max(box[3] for box in boxes) < tall - 50, each


def test_every_word_is_on_its_pages(pages):
    for each, pdf in pages.items():
        printed = re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in pdf))
        for line in _said(*each).split("\n"):
            piece = re.sub(r"\s", "", line)
            assert piece[:8] in printed, (each, line)
            assert piece[-8:] in printed, (each, line)


# What it says


def test_the_plan_in_chinese_says_what_a_hand_works_out():
    # 386 x 1.065 x 1.075^2 = 475.066, 411.5 x 1.075^2 = 475.540, and with the power 4 548.998 and 549.546
    words = _said("plan", "zh")
    for part in (
        "重庆市奉节县2026年、2028年GDP能否达到550亿元",
        "达不到。到2026年（党代会口径）按基数推算为475.1亿元（差74.9），按最近公布数推算为475.5亿元（差74.5）。"
        "到2028年（自2023年起五年）按基数推算为549.0亿元（差1.0），按最近公布数推算为549.5亿元（差0.5）。"
        "目标为GDP达到550亿元（现价，假定价格不变）[1]。",
        "起点为2023年GDP 386亿元（推算，411.5÷1.066），合理区间为380—391亿元。",
        "各项参数与计划一致。",
        "仅按基数推算，设定增速下2023年GDP基数不低于386.8亿元方可达标。",
        "概率为49%。按最近公布数推算为50%。",
    ):
        assert part.replace(" ", "") in words.replace(" ", ""), part


@pytest.mark.parametrize("language", LANGUAGES)
def test_growth_needed_is_said_for_other_price_changes_on_the_safe_side(language):
    # (550 / 411.09)^(1/4) / (1 + p) - 1, and from 411.5; prices change from 2025 on
    needed = {
        start: [f"{np.ceil(((550 / start) ** 0.25 / (1 + p) - 1) * 1e4) / 100:.2f}" for p in (-0.005, 0, 0.01)]
        for start in (411.09, 411.5)
    }
    assert needed[411.09] == ["8.09", "7.55", "6.49"]
    sign, last = {"zh": ("%、", "%"), "en": (" %, ", " %")}[language]
    for rates in needed.values():
        said = sign.join(rates) + last
        assert (said if language == "zh" else " and ".join(said.rsplit(", ", 1))) in _said("plan", language)


def test_other_price_changes_are_said_first_in_the_reading_that_asks_for_most():
    # From 391 x 1.065 = 416.4 less is needed than from 411.5: 8.07, 7.53, 6.46 against 7.75, 7.21, 6.15
    (said,) = [each for each in contents.needed(opened("gdp0=391,380,391", "en").now) if "If prices change" in each]
    assert "at least 8.07 %, 7.53 % and 6.46 % a year" in said
    assert "(7.75 %, 7.21 % and 6.15 % from the baseline)" in said


def test_the_band_and_the_error_are_those_of_the_scenario():
    # s0 = ln(391 / 380) / (2 * 1.2816) = 0.01113; 1.6 points, correlation 0.6, five years:
    # 0.016^2 * (5 + 2 * (4 * 0.6 + 3 * 0.36 + 2 * 0.216 + 0.1296)) = 0.016^2 * 13.0832; together 0.05893 in logs
    low, high = (548.998 * np.exp(side * 1.28155 * np.sqrt(0.011129**2 + 0.016**2 * 13.0832)) for side in (-1, 1))
    assert f"有80%的概率在{low:.1f}—{high:.1f}亿元之间" in _said("plan", "zh")
    # 2.4 points, correlation 0: from 411.5, 6.6 % against 6.5 %: four years 2.4 x 2 = 4.8 %, no shift of the median;
    # ln(411.5 x 1.075^4 / 550) / 0.048 = -0.0172, a chance of 49.3 %
    words = contents.uncertain(opened("error=2.4,0", "en").now)
    assert "sets the error of growth to 2.4 points a year and its year-to-year correlation to 0.0." in words
    assert "49 % from the latest official level" in words
    assert "sets the error" not in _said("plan", "en")


def test_where_the_deadlines_differ_in_their_answer_each_is_given_its_own():
    # 386 x 1.065 x 1.08^4 = 559.3 by 2028, but 479.5 by 2026
    said = contents.status(showing(PLAN.set(gdp_later=0.08)))
    assert "2026: Not reached; 2028: Reached." in said


def test_what_differs_is_said_in_words_the_target_first_and_years_of_a_series_as_one():
    held = dict(zip(range(2025, 2029), (0.05, 0.06, 0.055, 0.05), strict=True))
    scenario = PLAN.set(target_year=2027.0, fai_first=0.1).with_years("gdp", held, (2026,))
    said = {lang: typeset(differences.changed(showing(scenario, lang), scenario), lang) for lang in LANGUAGES}
    assert re.match(
        "GDP目标年份.*由2028年调整为2027年；2025—2028年GDP实际增速由7.5%调整为5.0%（2025年）、6.0%（2026年）、",
        said["zh"],
    )
    assert "2027 instead of 2028; GDP, real growth 2025–2028: 5.0\u00a0% (2025), 6.0\u00a0% (2026)" in said["en"]
    many = _taken("much", "zh").now
    assert differences.changed(many, many.scenario).count("调整为") == differences.MOST_CHANGES
    assert re.search(r"另有 \d+ 项", differences.changed(many, many.scenario))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_outside_past_experience_is_listed_with_its_sources(language):
    now = _taken("plan", language).now
    notable = [remark for remark in remarks(now.scenario) if remark.notable]
    lead, said = contents.beside_past(now)
    assert len(said) == len(notable) == 4
    assert all(re.search(r"\[\d(,\d)*\]", each) for each in said)
    assert all(checks.sentence(now, remark)[:-1] in text for remark, text in zip(notable, said, strict=True))
    assert {"zh": "7项比对中4项", "en": "4 of 7 checks"}[language] in lead


def test_where_nothing_past_is_known_it_says_so():
    own = opened("region=own&own.base_year=2023&own.gdp=100:6&own.target=130,2028", "en")
    assert contents.beside_past(own.now) == (
        "No past figures are known to compare it with.", [],
    )  # fmt: skip
    lead, said = contents.beside_past(_taken("own", "en").now)
    assert lead == "No past figures are known to compare it with; beside the plan's own figures:"
    assert said[0].endswith("announced: 2024 plan 6.0 % [1].")


@pytest.mark.parametrize("name", ["much", *LINKS])
def test_every_source_has_a_number_and_none_is_cited_that_is_not_listed(name):
    words = _said(name, "zh")
    listed = re.search(r"^\[1\].*", words, re.MULTILINE)[0]
    numbers = re.findall(r"\[(\d+)\]", listed)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    cited = {number for each in re.findall(r"\[([\d,]+)\]", words.replace(listed, "")) for number in each.split(",")}
    assert cited <= set(numbers)
    now = _taken(name, "zh").now
    assert all(typeset(said, "zh") in words for said in notes.before_quoting(now)[:2])


# Its tables


def test_the_table_of_years_holds_levels_and_growth_and_marks_what_is_derived():
    rows = [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(_built("plan", "zh"))).tables[0].rows]
    assert [row[0] for row in rows] == ["年份", "2023", "2024", "2025", "2026", "2027", "2028"]
    assert [row[1] for row in rows] == ["GDP，亿元", "386.0 *", "411.1", "441.9", "475.1", "510.7", "549.0"]
    assert [row[2] for row in rows[1:]] == ["", "6.50%", "7.50%", "7.50%", "7.50%", "7.50%"]
    assert "38,106" in rows[-1]


def test_saved_scenarios_are_compared_in_a_table_and_one_chart_with_their_notes():
    document = docx.Document(io.BytesIO(_built("noted", "en")))
    rows = [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in document.tables[1].rows]
    assert rows[1] == ["the plan", "–", "2028: 54.90\n0.10 short of 55", "Not reached", "7.55 %", "49 %"]
    named = ["the plan", *(kept.name for kept in NOTED["kept"]), "a"]
    assert [row[0] for row in rows[1:] if row[0] != row[1]] == named
    assert sum(row[0] == f"Note: {NOTE}" for row in rows) == 4
    assert rows[2][1].startswith("GDP, real growth from 2025: 9.0 % instead of 7.5 %")
    assert len(document.inline_shapes) == 2  # the chart and the code
    assert "side by side" in document.inline_shapes[0]._inline.docPr.get("descr")


def test_scenarios_side_by_side_may_be_just_at_the_target():
    # 30145.8 * 1.06^5 = 40341.8806, the target 40341.88
    now = _taken("chongqing", "en").now
    taken = occasion("plan", "en", scenario=now.scenario, kept=(now.scenario.rename("b"),))
    assert tables.scenarios(taken.now)[0]["gap"] == "0.0001 above 4,034.188"


def test_rows_of_the_plan_report_stand_in_a_table_of_their_own():
    rows = docx.Document(io.BytesIO(_built("rows", "zh"))).tables[1].rows
    # 180 x 1.2^5 = 447.8976
    assert [cell.text for cell in rows[1].cells][1:] == ["180.0", "20.00%", "20.00%", "447.9"]
    assert len(rows) == 1 + len(ROWS)


# How it is made


def test_its_link_opens_the_same_scenarios():
    taken = _taken("much", "zh")
    document = docx.Document(io.BytesIO(_built("much", "zh")))
    links = [each.target_ref for each in document.part.rels.values() if each.is_external]
    assert links == [taken.address]
    assert read(links[0], packs()).work == taken.now.work


def test_a_link_too_long_for_a_code_is_there_all_the_same_and_said_to_be():
    taken = replace(_taken("much", "zh"), page="https://plan.example/" + "deep/" * 500)
    document = _document(taken)
    assert taken.address in [each.target_ref for each in document.part.rels.values() if each.is_external]
    assert len(document.inline_shapes) == 1
    assert "此链接过长，无法生成二维码" in _words(document)


def test_it_says_of_itself_what_it_is_and_nobody_else():
    file = io.BytesIO(_built("much", "zh"))
    known = docx.Document(file).core_properties
    assert known.title == "重庆市奉节县2026年、2028年、2031年GDP能否达到777.7777亿元"
    assert LONG_ZH in known.subject
    assert (known.author, known.last_modified_by, known.comments, known.language) == ("", "", "", "zh-CN")
    assert known.created.date() == known.modified.date() == DAY
    with zipfile.ZipFile(file) as parts:
        assert not [name for name in parts.namelist() if "thumbnail" in name or "app.xml" in name]


def test_a_name_is_text_and_nothing_else():
    names = ["=1+1 <b>&amp;]]>", "a\x00b\x0b\x1f\ud800\ufffe", "{{ title }}{% if x %}", "\u202eabc"]
    page, *kept = (PLAN.set(gdp_later=0.08).rename(name) for name in names)
    words = _words(_document(occasion("plan", "zh", scenario=page, kept=(*kept, page.rename(names[0] + "2")))))
    assert all(each.name in words for each in (page, *kept))


@pytest.mark.parametrize(
    ("text", "language", "as_set"),
    [
        ("到 2028 年末 GDP 为 549.0 亿元", "zh", "到2028年末GDP为549.0亿元"),
        ("380–391", "zh", "380—391"),
        ("与“a 情 景 2020–2021”不同", "zh", "与“a 情 景 2020–2021”不同"),
        (Own("稳 一点"), "zh", "稳 一点"),
        ("at 7.5 % a year", "en", "at 7.5\u00a0% a year"),
    ],
)
def test_text_is_set_as_in_official_papers_but_not_what_somebody_wrote(text, language, as_set):
    assert typeset(text, language) == as_set
