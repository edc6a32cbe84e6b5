"""The page "my own county": what is typed or uploaded is the region, in one step; what is wrong is told beside it."""

import base64
import functools
import io
import json
import zipfile
from datetime import date
from html import unescape

import docx
import openpyxl
import pytest
from a_visit import PACK, PLAN, drawn, html, showing, text, visit

from model.county_sheet import NAME, SHEETS, cell
from model.link import read, write
from model.loader import packs
from model.replan import TYPED
from model.scenario import plan
from model.work import Work
from views import county, header, session, wishes
from views.downloads import brief, county_template, data, workbook
from views.downloads.about import Occasion, file_name

TEXT = "own~甲县~2023~gdp:100,95,104:5,6~fai:50:8~retail:40:7~income:20000:6~target:130,2028"
TYPED_IN = {"name": "甲县", "base_year": "2023", "gdp": "100", "gdp_low": "95", "gdp_high": "104", "gdp_first": "5",
            "gdp_later": "6", "fai": "50", "fai_first": "8", "retail": "40", "retail_first": "7", "income": "20000",
            "income_first": "6", "target": "130", "target_year": "2028"}  # fmt: skip
IN_BILLIONS = {"gdp": "10", "gdp_low": "9.5", "gdp_high": "10.4", "fai": "5", "retail": "4", "target": "13"}
HOSTILE = "own~=1+1<b>|:*~2023~gdp:100,95,104:5,6~fai:50:8~retail:40:7~income:20000:6~target:130,2028"


def _script():
    from views import county

    county.page()


def _at(region=TEXT, language="zh", **changes):
    """The state of a page with that county on it."""
    pack = packs()[region]
    return showing(plan(pack).set(pack, **changes), language)


def _fill(page, given, region="", language="zh"):
    for key, value in given.items():
        page.text_input(f"county_{region}_{language}_{key}").set_value(value)
    next(button for button in page.button if button.label in ("打开自定县区", "Open my county")).click()
    page.run()
    assert not page.exception
    return page.session_state[session.KEY]


def _uploaded(given, language="zh"):
    """A template that was filled in, as the browser sends it."""
    book = openpyxl.load_workbook(io.BytesIO(county_template.build(PACK, language)))
    for key, value in given.items():
        book[SHEETS[language]][cell(key)] = value if key == NAME else float(value)
    file = io.BytesIO()
    book.save(file)
    return base64.b64encode(file.getvalue()).decode()


# The form


@pytest.mark.parametrize(("language", "given"), [("zh", TYPED_IN), ("en", TYPED_IN | IN_BILLIONS)])
def test_what_is_typed_is_the_region_in_one_step_and_another_page_shows_it(language, given):
    page = drawn(_script, at=showing(language=language))
    now = _fill(page, given, language=language)
    assert now.scenario.region == TEXT
    assert now.problems == ()
    assert [moment.work for moment in now.history.past] == [Work(PLAN)]
    assert page.session_state[wishes.WISH] == "simulate"
    assert "region=own~%E7%94%B2%E5%8E%BF~2023~gdp:100,95,104:5,6~" in now.query
    assert read(now.query, packs()).scenario == plan(packs()[TEXT])


def test_units_and_full_width_digits_may_be_typed():
    given = TYPED_IN | {
        "base_year": "２０２３",
        "gdp": "10 bn yuan",
        "gdp_first": "5%",
        "target": "130 亿元",
        "fai": "５０",
    }
    assert _fill(drawn(_script, at=showing(language="zh")), given).scenario.region == TEXT


def test_what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost():
    page = drawn(_script, at=showing(language="zh"))
    given = TYPED_IN | {
        "gdp": "<i>much</i>",
        "target": "",
        "target_year": "2050",
        "fai_first": "99",
        "retail_first": "",
    }
    now = _fill(page, given)
    assert now.scenario == PLAN
    assert [page.text_input(f"county__zh_{key}").value for key in given] == list(given.values())
    told = html(page)
    for sentence in (
        "GDP：基数：不是数字（得到 &lt;i&gt;much&lt;/i&gt;）",
        "目标：GDP 目标：未填写；缺少此项无法测算；请填写数值",
        "目标：期限（年末）：无法采用（现为 2050）",
        "固定资产投资：年名义增速，%：无法采用（现为 99）；允许范围：-10 至 30 %；请更正",
        "社会消费品零售总额：年名义增速，%：未填写，而与之配套的一项已填写",
        "以上有5项需要更正；页面未作改动。",
    ):
        assert f'<p class="wrong" role="alert">{sentence}' in told, told
    assert not any(json.loads(each.proto.json).get("problem") for each in page.get("bidi_component"))
    assert '<section class="complaints"' not in told


def test_the_name_of_a_region_of_the_data_is_refused_in_form_and_template():
    page = drawn(_script, at=showing(language="zh"))
    assert _fill(page, TYPED_IN | {"name": "重庆市奉节县"}).scenario == PLAN
    said = "与数据中已有地区同名（现为 重庆市奉节县）；自定县区须另取名称；请修改"
    assert f'<p class="wrong" role="alert">县区名称：{said}' in html(page)
    at = showing(language="zh")
    before, after = visit(functools.partial(county.upload, at, _uploaded(TYPED_IN | {"name": "重庆市奉节县"})), at=at)
    assert after.work == before.work
    assert [after.wording.sentence(problem) for problem in after.problems] == [f"{cell(NAME)}：{said}"]


def test_limits_are_told_in_the_unit_that_is_typed():
    page = drawn(_script, at=showing())
    _fill(page, TYPED_IN | IN_BILLIONS | {"target": "1001"}, language="en")
    assert (
        "Target: GDP to reach: cannot be used (got 1001); allowed: 0.1 to 1,000 bn yuan; without a unit it is read in "
        "bn yuan: if 1001 亿元 is meant, write the unit behind it"
    ) in html(page)


@pytest.mark.parametrize("typed", ["9" * 20, "-" + "9" * 20, "0." + "0" * 18 + "1", "1" + ",000" * 9])
def test_no_number_that_is_typed_breaks_the_page(typed):
    page = drawn(_script, at=showing(language="zh"))
    given = TYPED_IN | dict.fromkeys(("base_year", "gdp", "gdp_low", "fai", "income", "target_year"), typed)
    now = _fill(page, given)
    assert now.scenario == PLAN
    assert all(now.wording.sentence(problem) in unescape(html(page)) for problem in now.problems)
    assert len(now.problems) == 4  # without a base year nobody can say what the other two may be


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_template_with_a_number_beyond_all_measure_is_refused_and_the_page_stands(language):
    given = TYPED_IN | {"gdp": "1e300", "income": "1e-300"}
    at = showing(language=language)
    before, after = visit(functools.partial(county.upload, at, _uploaded(given, language)), at=at)
    assert after.work == before.work
    page = drawn(_script, at=after)
    assert not page.exception
    assert "1E+300" in text(page)


def test_the_form_holds_the_county_on_the_page_and_changing_it_keeps_what_was_moved():
    page = drawn(_script, at=_at(gdp_later=0.08))
    assert {key: page.text_input(f"county_{TEXT}_zh_{key}").value for key in TYPED_IN} == TYPED_IN
    now = _fill(page, {"gdp": "102", "fai_first": "9"}, TEXT)
    assert now.scenario.region == TEXT.replace("gdp:100", "gdp:102").replace("fai:50:8", "fai:50:9")
    assert (now.scenario["gdp_later"], now.scenario["gdp_base"], now.scenario["fai_first"]) == (0.08, 102, 0.09)
    assert len(now.history.past) == 1


def test_outcomes_that_were_typed_stay_where_the_county_is_changed_and_one_that_cannot_be_is_named():
    again = TEXT + "@2024~gdp@2024:106:5.5"
    now = _fill(drawn(_script, at=_at(again)), {"gdp": "102"}, TEXT)
    assert now.scenario.region == again.replace("gdp:100", "gdp:102")
    page = drawn(_script, at=_at(again))
    now = _fill(page, {"gdp": "5000", "gdp_low": "", "gdp_high": ""}, TEXT)
    assert now.scenario.region == TEXT.replace("gdp:100,95,104", "gdp:5000")
    assert [problem.sentence() for problem in now.problems] == [
        "region: holds a level that cannot be (got gdp@2024:106:5.5: 106 亿元); allowed: 1250 to 20000 亿元; it was "
        "left out"
    ]


def test_another_base_year_opens_the_county_anew():
    now = _fill(drawn(_script, at=_at(gdp_later=0.08)), {"base_year": "2024", "target_year": "2029"}, TEXT)
    assert (now.pack.base_year, now.scenario["gdp_later"]) == (2024, 0.06)


# The file


@pytest.mark.parametrize(("language", "given"), [("zh", TYPED_IN), ("en", TYPED_IN | IN_BILLIONS)])
def test_a_template_that_is_uploaded_says_the_same_as_the_form_whatever_the_page_speaks(language, given):
    upload = functools.partial(county.upload, showing(), _uploaded(given, language))
    before, after = visit(upload)
    assert (before.scenario, after.scenario) == (PLAN, plan(packs()[TEXT]))
    assert (after.problems, len(after.history.past)) == ((), 1)


@pytest.mark.parametrize(("sent", "said"), [
    (_uploaded(TYPED_IN | {"gdp": -1}), "B8 (GDP: base-year level): cannot be used (got −0.1 bn yuan)"),
    (base64.b64encode(b"hello").decode(), "workbook: is no workbook (.xlsx), or broken"),
    ("no base 64!", "workbook: is no workbook (.xlsx), or broken"),
])  # fmt: skip
def test_a_file_that_is_refused_leaves_all_as_it_was_and_says_why(sent, said):
    before, after = visit(functools.partial(county.upload, showing(), sent))
    assert after.work == before.work
    assert after.wording.shown(after.problems[0]).startswith(said)


# Everywhere


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_calls_typed_figures_published(language):
    page = drawn(_notes, at=_at(language=language))
    assert (
        "由填报人填写，未经核实" if language == "zh" else "Given by whoever made this scenario, not verified"
    ) in text(page)
    assert ("未见公布" if language == "zh" else "published figures") not in text(page)


def _notes():
    from views import frame, notes

    notes.show(frame.begin("simulate"))


def test_a_step_to_it_is_told_by_its_name():
    _, after = visit(functools.partial(county.upload, showing(), _uploaded(TYPED_IN)))
    undo = header.address(after)["steps"]["undo"][1]
    assert undo == "Undo (Ctrl+Z): region: 甲县"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whatever_it_is_called_every_file_takes_it_for_a_text(language):
    occasion = Occasion(_at(HOSTILE, language), "http://plan.example/", date(2026, 11, 27))
    assert file_name(occasion, "brief", "docx").startswith("=1+1-b----")
    book = openpyxl.load_workbook(io.BytesIO(workbook.build(occasion)))
    cells = [each for sheet in book for row in sheet.iter_rows() for each in row if "1+1<b>" in str(each.value)]
    assert cells
    assert {each.data_type for each in cells} == {"s"}
    written = docx.Document(io.BytesIO(brief.build(occasion)))
    assert any("=1+1<b>|:*" in paragraph.text for paragraph in written.paragraphs)
    assert not any(line.startswith("=") for line in data.build(occasion).decode().splitlines())
    with zipfile.ZipFile(io.BytesIO(workbook.build(occasion))) as packed:
        assert not any("external" in name.lower() for name in packed.namelist())


def test_markup_in_its_name_is_shown_as_text():
    page = drawn(_script, query=write(Work(plan(packs()[HOSTILE])), packs()[HOSTILE], "zh"))
    assert "=1+1<b>" not in html(page)
    assert "=1+1<b>|:*发展计划情景推演" in json.loads(page.get("bidi_component")[0].proto.json)["title"]
    assert TYPED in packs()[HOSTILE].sources


@pytest.mark.parametrize(("language", "low", "outcome", "target"), [
    ("en", "GDP: at least: cannot be used (got 12); allowed: 1 to 10 bn yuan; correct it",
     "(got gdp@2024:900:6: 90 bn yuan); allowed: 2.5 to 40 bn yuan; it was left out",
     "GDP to reach; Deadline (end of year): is outside the range (got 999,999.9); allowed: 0.1 to 1,000 bn yuan;"),
    ("zh", "GDP：下限：无法采用（现为 120）；允许范围：10 至 100 亿元；请更正",
     "（得到 gdp@2024:900:6，即 900 亿元）；可用：25至400 亿元；该项未采用",
     "GDP 目标；期限（年末）：超出范围（得到 9,999,999）；允许 1 至 10,000 亿元；"),
])  # fmt: skip
def test_faults_of_its_link_go_by_the_names_and_units_of_the_page(language, low, outcome, target):
    query = "region=own~A~2023~gdp:100,120,104:6~fai:50:8:9~target:9999999,2028@2024~gdp@2024:900:6&target=9999999,2050"
    said = unescape(html(drawn(_script, query=f"{query}&lang={language}")))
    assert all(each in said for each in (low, outcome, target)), said
    assert "region gdp" not in said
    assert language == "zh" or "亿元" not in said


@pytest.mark.parametrize("given", ["not base 64", base64.b64encode(b"no workbook").decode()])
def test_what_is_wrong_with_a_file_is_said_beside_where_it_was_chosen(given):
    (_, after) = visit(lambda: county.upload(session.current(), given), at=showing())
    page = drawn(_script, at=after)
    assert html(page).count('<p class="wrong" role="alert">') == len(after.problems) == 1
    assert 'class="complaints"' not in html(page)
    assert (after.beside, visit(session.leave, at=after)[-1].beside) == (county.UPLOAD, "")
