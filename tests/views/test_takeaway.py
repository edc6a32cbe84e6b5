"""The dialog from which things are taken away, in both languages."""

import ast

import pytest
from a_visit import PLAN, drawn, html, showing


def _dialog():
    from views import session, takeaway

    takeaway.dialog(session.current(), "years")


@pytest.mark.parametrize(
    ("language", "labels", "said"),
    [
        (
            "en",
            ["Workbook (.xlsx)", "Brief (.docx)", "Data (.csv)", "SVG", "PNG"],
            "Fengjie County, Chongqing: &lt;b&gt;",
        ),
        ("zh", ["工作簿（.xlsx）", "简报（.docx）", "数据（.csv）", "SVG", "PNG"], "奉节县（重庆）：&lt;b&gt;"),
    ],
)
def test_it_offers_every_file_of_the_scenario_on_the_page(language, labels, said):
    page = drawn(_dialog, at=showing(PLAN.rename("<b>"), language))
    assert [button.proto.label for button in page.get("download_button")] == labels
    assert said in html(page)


def test_it_proposes_the_picture_of_the_page_it_stands_over_and_folds_the_lines_away():
    page = drawn(_dialog, at=showing())
    assert page.selectbox[0].value == "growth"
    assert [(folded.label, folded.proto.expanded) for folded in page.expander] == [
        ("Reproduce this: in Python or on a command line", False)
    ]


def test_it_shows_the_lines_that_give_the_same_numbers():
    now = showing(PLAN.rename("'; import os #"))
    python, shell = (code.value for code in drawn(_dialog, at=now).code)
    strings = [node.value for node in ast.walk(ast.parse(python)) if isinstance(node, ast.Constant)]
    assert strings == [now.query]
    assert shell.startswith("python -m model project 'v=3&region=fengjie&")
