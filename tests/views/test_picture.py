"""Pictures: every chart of the pages in every format, whole, readable by itself, with a link that leads back."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pypdfium2
import pytest
import vl_convert
from a_visit import PLAN, showing, visit
from PIL import Image
from take_away import KEPT, occasion

from model.link.link import LANGUAGES
from model.region.indicators import BY_KEY
from model.region.loader import packs
from model.scenario.scenario import plan
from views import charts
from views.downloads import picture
from views.downloads.about import check_sum, qr
from views.downloads.gallery import gallery

FULL = {"scenario": PLAN.set(gdp_later=0.08), "kept": KEPT, "rows": ("tourism_revenue",)}
ALIKE = tuple(BY_KEY)[2:]
"""Charts that are drawn like that of investment."""
TEXT = "{http://www.w3.org/2000/svg}text"


def _pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("L"))


def _words(text):
    return re.sub(r"\s|\u00ad|\ufffe", "", text)


def _svg_words(svg):
    root = ElementTree.fromstring(svg)  # noqa: S314 - made by the program itself
    return _words("".join("".join(each.itertext()) for each in root.iter(TEXT)))


def _pdf_words(pdf):
    (page,) = pypdfium2.PdfDocument(pdf)
    return _words(page.get_textpage().get_text_range())


def test_every_chart_of_the_pages_can_be_exported_under_a_title_of_its_own():
    listed = gallery(showing(**FULL))
    modules = {path.stem for path in Path(charts.__file__).parent.glob("*.py") if "def definition" in path.read_text()}
    renamed = {"map": "two_levers", "compare": "compared", **dict.fromkeys((*BY_KEY, "tourism_revenue"), "others")}
    renamed["gdp"] = "gdp"
    drawn = {key.partition("-")[0] for key in listed}
    assert {renamed.get(key, key) for key in drawn} == modules
    assert len({chart.short for chart in listed.values()}) == len(listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_has_title_sources_and_link_and_nothing_at_its_edge(language):
    taken = occasion("four kept", language)
    listed = {key.partition("-")[0]: (key, chart) for key, chart in gallery(taken.now).items() if key not in ALIKE}
    for key, chart in [*listed.values()][LANGUAGES.index(language) :: 2]:
        svg = picture.build(taken, key, "svg")
        said = _svg_words(svg)
        assert _words(chart.title) in said, key
        assert _words("".join(picture.foot(taken, chart))) in said, key
        pixels, edge = _pixels(vl_convert.svg_to_png(svg.decode())).copy(), picture.MARGIN // 2
        pixels[edge:-edge, edge:-edge] = 255
        assert pixels.min() == 255, key


def test_a_pdf_says_what_an_svg_says_in_the_letters_of_the_font_that_comes_with_the_program():
    taken = occasion("changed", "zh")
    pdf = picture.build(taken, "gdp", "pdf")
    assert b"NotoSansSC" in pdf
    said = _svg_words(picture.build(taken, "gdp", "svg"))
    assert sorted(_pdf_words(pdf)) == sorted(said)
    assert check_sum(taken.now) in said


def test_the_code_below_a_picture_is_that_of_the_whole_link():
    taken = occasion(**FULL)
    assert qr(taken.address).png_data_uri(scale=4, border=0).encode() in picture.build(taken, "fai", "svg")


def test_a_chart_for_a_document_has_the_size_that_is_asked_for_and_no_words_but_its_own():
    made = picture.png(showing(), "gdp", 640, 250)
    assert made.startswith(b"\x89PNG")
    assert _pixels(made).shape == (500, 1280)


def test_names_are_text_whatever_they_hold():
    name = "<b>&\"'=1+1]]>&#0;"
    taken = occasion(scenario=PLAN.set(gdp_later=0.09).rename(name))
    assert name in _svg_words(picture.build(taken, "compare-gdp", "svg"))


def test_what_differs_in_nothing_has_no_waterfall_and_a_region_without_a_past_no_picture_of_it():
    assert "waterfall" not in gallery(showing(PLAN))
    (own,) = visit(query="region=own&own.name=A&own.base_year=2025&own.gdp=386,380,391:6.5,7.5&own.target=550,2030")
    assert "past" not in gallery(own)


def test_every_picture_of_a_municipality_is_of_gdp():
    drawn = {key.partition("-")[2] for key in gallery(showing(plan(packs()["chongqing"]))) if key.startswith("compare")}
    assert drawn == {"gdp"}
