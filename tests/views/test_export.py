"""Export: the images, the lines that give the same numbers, and the day of a file."""

import ast
import datetime

import pytest
from a_visit import PLAN, drawn, showing

from views.pages import export_dialog, occasion


def _dialog():
    from views.pages import export_dialog

    export_dialog.draw()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_dialog_offers_files_pictures_and_the_lines_that_give_the_same_numbers(language):
    state = showing(PLAN.rename("'; import os #"), language)
    page = drawn(_dialog, at=state)
    offered = [button.proto.label for button in page.get("download_button")]
    assert offered == [*(state.wording(name) for name, *_ in export_dialog.FILES), "PNG", "SVG", "PDF"]
    python, shell = (code.value for code in page.code)
    assert [n.value for n in ast.walk(ast.parse(python)) if isinstance(n, ast.Constant)] == [state.query]
    assert shell.startswith("python -m model project '")


@pytest.mark.parametrize(("hour", "behind", "day"), [(23, -480, 26), (23, 0, 25), (3, 300, 24)])
def test_a_file_is_dated_by_the_day_that_the_visitor_has(hour, behind, day):
    moment = datetime.datetime(2026, 11, 25, hour, tzinfo=datetime.UTC)
    assert occasion.day(moment, behind) == datetime.date(2026, 11, day)
