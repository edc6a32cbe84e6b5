"""Where a baseline comes from, said alike by every route: page, brief, workbook, picture, data, command line."""

import csv
import io

import docx
import openpyxl
import pytest
from a_visit import PACK, PLAN
from take_away import occasion, opened

from model.__main__ import main
from model.answer import Answer
from model.link.link import write
from model.scenario.origins import origin
from model.work.work import Work
from views import sidebar
from views.charts import gdp
from views.downloads import brief, data, picture, workbook
from views.downloads.gallery import gallery
from views.words import notes

SET = "Set by hand, from no source: GDP."


def _brief(taken):
    document = docx.Document(io.BytesIO(brief.build(taken)))
    cells = [cell.text for sheet in document.tables for row in sheet.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).replace("\u00a0", " ")


def _workbook(taken):
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.build(taken))).worksheets[0]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


def _small_print(taken):
    return "\n".join(picture.foot(taken, gallery(taken.now)["gdp"]))


def _origin(taken):
    """Of GDP, as the data file has it, where the plan comes first, and as the command line's answer does."""
    now, rows = taken.now, list(csv.reader(io.StringIO(data.build(taken).decode("utf-8-sig"))))
    found = {row[14] for row in rows[1:] if row[1] == "gdp" and row[0] != rows[1][0]}
    return found, Answer(Work(now.scenario)).origins["gdp"]


def _printed(taken, capsys):
    """What the command line prints of it, and what it notes."""
    main(["project", write(taken.now.work, "en")])
    return capsys.readouterr()


def test_a_baseline_set_by_hand_is_nowhere_called_published(capsys):
    taken = opened("v=4&region=fengjie&base=2024&gdp=7.5,7.5&gdp0=420")
    assert _origin(taken) == ({"set by hand"}, "set")
    for said in (_brief(taken), _workbook(taken), _small_print(taken), " ".join(notes.before_quoting(taken.now))):
        assert SET in said
        assert "levels are published figures" not in said
    assert f"{taken.now.pack.base_year}: set by hand: GDP" in _printed(taken, capsys).out


def test_only_the_levels_that_are_still_derived_are_said_to_be():
    said = notes.before_quoting(occasion(scenario=PLAN.set(gdp_base=400, fai_base=120)).now)[0]
    assert said == (
        "Set by hand, from no source: GDP; FAI. Derived from later reports, no published figure for 2023: Retail sales."
    )
    said = notes.before_quoting(occasion(language="zh", scenario=PLAN.set(gdp_base=400)).now)[0]
    assert said.startswith("自行设定，无资料来源：")
    assert "推算的 GDP" not in said


def test_over_its_lever_the_baseline_is_called_derived_only_while_it_is():
    said = {level: sidebar.BASELINES[origin(level, "gdp", PACK)] for level in (386, 400)}
    derived = "Baseline: derived, no published figure"
    assert said == {386: derived, 400: "Baseline: set by hand"}


# Its range


def test_a_baseline_outside_its_range_leaves_the_range_as_it_was_in_every_part(capsys):
    taken = opened("v=4&region=fengjie&gdp0=400,380,391")
    words = _brief(taken)
    start = "a 2023 GDP of 40 bn yuan (set by hand), outside the plausible range 38.0–39.1 bn yuan; what follows takes"
    assert start in words
    assert "the range as 38–40 bn yuan." in words
    assert "plausible between" not in words
    assert "is plausible" not in words
    main(["project", "v=4&region=fengjie&gdp0=400,380,391", "--lang", "en"])
    assert "is outside its own range (got 380 ≤ 400 ≤ 391); " in capsys.readouterr().out


# Re-planned


def test_a_derived_level_among_the_history_is_marked_in_the_chart_and_said_below_it():
    taken, below = opened("region=fengjie&base=2024"), "the GDP of 2023 is derived; no published figure."
    dots = {row["x"]: row["role"] for row in gdp.rows(taken.now).to_pylist() if row["mark"] == "dot"}
    assert (dots[2020], dots[2023]) == ("published", "derived")  # 386 = 411.5 / 1.066, printed nowhere
    for said in (_small_print(taken), _brief(taken), _workbook(taken), " ".join(notes.before_quoting(taken.now))):
        assert below in said


# Against a target that is met by less than is shown


@pytest.mark.parametrize(
    ("link", "said", "printed"),
    [
        # 30145.8 x 1.06^5 = 40341.88062, the target 40341.88
        ("region=chongqing", "4,034.1881 bn yuan from the baseline (0.0001 above)", "(0.001 above"),
        # 386.73 x 1.065 x 1.075^4 = 550.0363
        ("gdp=6.5,7.5&gdp0=386.73,380,391", "55.004 bn yuan from the baseline (0.004 above)", "(0.036 above"),
    ],
)  # fmt: skip
def test_just_the_target_is_said_by_every_route_or_by_none(link, said, printed, capsys):
    taken = opened(link)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.build(taken)), data_only=True).worksheets[0]
    assert any(said in str(cell.value) for cell in sheet["A"])
    assert said in _brief(taken)
    assert printed in _printed(taken, capsys).out


# Beside the verdict


def test_a_target_nobody_announced_and_levels_that_do_not_compare_are_cautioned_of_everywhere(capsys):
    taken = opened("region=chongqing&base=2024", "zh")
    target, levels = "因此结论只反映本情景与该计划的差别。", "两年之比混有价格变化与修订"
    for said in (_brief(taken), _small_print(taken), _workbook(taken)):
        assert target in said
        assert levels in said
    main(["project", "region=chongqing&base=2024", "--lang", "zh"])
    printed = capsys.readouterr().out
    assert target in printed
    assert levels in printed
