"""Names are plain text wherever they appear: no markup, no formula, no control or direction marks, on any route."""

import csv
import io
import shlex
from xml.etree import ElementTree

import pytest
from a_visit import drawn
from docx import Document
from google.protobuf.json_format import MessageToDict
from openpyxl import load_workbook
from pptx import Presentation
from take_away import opened

from model.__main__ import main
from model.language.spreadsheet import neutral
from model.link.link import write
from model.region.loader import packs
from model.scenario.scenario import plan
from model.work.work import Work
from views.downloads import brief, data, picture, slide, snippet, workbook
from views.downloads.about import file_name

GIVEN = {
    "html": '<img src=x onerror="alert(1)">&amp;',
    "markdown": "**b** [l](javascript:1) `c` :red[d]",
    "latex": r"$x^2$ \frac{1}{2} {{ title }} {% x %}",
    "formula": '=HYPERLINK("http://x.example")',
    "marks": "a\u202eb\u200fc\x00d\x1b[31me\nf",
}
NAMES = {**GIVEN, "marks": "abcd[31mef"}
"""What is left of them: all but what cannot be printed."""


def _taken(first):
    """What is taken away where the scenario on the page has that name, and the saved ones have the others."""
    others, scenario = [key for key in GIVEN if key != first], plan(packs()["fengjie"])
    kept = tuple(scenario.set(gdp_later=0.05 + n / 100).rename(GIVEN[key]) for n, key in enumerate(others))
    page = scenario.set(gdp_later=0.09).rename(GIVEN[first]).annotate(GIVEN[first])
    return opened(write(Work(page, kept, reference=1), "en"))


ALL = _taken("html")


def _simulate():
    from views.pages import simulate
    from views.state import current

    simulate.draw(current())


def _compare():
    from views.pages import compare
    from views.state import current

    compare.draw(current())


def _texts(part):
    """Every text of a message, however deep."""
    if isinstance(part, str):
        return [part]
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return [text for each in parts for text in _texts(each)]


def _elements(node):
    for child in getattr(node, "children", {}).values():
        yield child
        yield from _elements(child)


@pytest.mark.parametrize("page", [_simulate, _compare])
def test_on_the_page_each_mark_of_a_name_is_escaped(page):
    tree = drawn(page, at=ALL.now)._tree
    protos = (getattr(each, "proto", None) for each in _elements(tree))
    shown = [text for proto in protos if hasattr(proto, "DESCRIPTOR") for text in _texts(MessageToDict(proto))]
    assert not [text for text in shown for key in ("html", "markdown", "latex") if GIVEN[key] in text]
    assert any(r"\*\*b\*\* \[l\]" in text for text in shown)


def test_in_the_workbook_no_name_is_a_formula():
    cells = [cell for sheet in load_workbook(io.BytesIO(workbook.build(ALL))) for row in sheet for cell in row]
    said = [str(cell.value) for cell in cells if cell.data_type != "f"]
    assert all(any(name in text for text in said) for name in NAMES.values())
    assert not [cell.value for cell in cells if cell.data_type == "f" and "x.example" in str(cell.value)]


def test_in_data_a_name_that_looks_like_a_formula_has_an_apostrophe():
    rows = list(csv.reader(io.StringIO(data.build(ALL).decode("utf-8-sig"))))
    assert {row[0] for row in rows[1:]} >= {neutral(name) for name in NAMES.values()}
    assert neutral(GIVEN["formula"]) == f"'{GIVEN['formula']}"


@pytest.mark.parametrize("first", ["html", "latex"])
def test_brief_slide_and_picture_hold_names_as_text(first):
    taken = _taken(first)
    document = Document(io.BytesIO(brief.build(taken)))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    written = "\n".join((*(each.text for each in document.paragraphs), *(cell.text for cell in cells)))
    assert [name for name in NAMES.values() if name not in written] == []
    (page,) = Presentation(io.BytesIO(slide.build(taken))).slides
    assert NAMES[first] in "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
    drawing = ElementTree.fromstring(picture.build(taken, "gdp", "svg"))  # noqa: S314  # drawn by this program
    assert NAMES[first] in "".join(drawing.itertext())
    assert {each.tag.rpartition("}")[2] for each in drawing.iter()}.isdisjoint({"script", "img", "foreignObject"})


def test_the_command_line_prints_nothing_but_text(capsys):
    main(["project", ALL.now.query])
    table = capsys.readouterr().out
    main(["project", ALL.now.query, "--csv"])
    rows = capsys.readouterr().out
    assert all(char.isprintable() or char == "\n" for char in table + rows)
    assert {row[1] for row in csv.reader(io.StringIO(rows))} >= {neutral(name) for name in NAMES.values()}


@pytest.mark.parametrize("first", GIVEN)
def test_file_names_and_lines_to_copy_hold_no_mark_that_a_shell_or_a_file_system_reads(first):
    taken = _taken(first)
    assert set(file_name(taken, "data", "csv")).isdisjoint('\\/:*?"<>|\n\x00\x1b\u202e')
    assert shlex.split(snippet.command(taken))[-1].count(" ") == 0
    compile(snippet.lines(taken), "lines", "exec")
