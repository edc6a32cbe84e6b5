"""Words as outlines: drawn as a text engine draws them, each letter as itself, and nothing wider than its line."""

import io
from xml.etree import ElementTree

import numpy as np
import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from take_away import SVG, parsed

from views.downloads import outlines

vl_convert.register_font_directory(str(outlines.FOLDER))


def _page(*texts, width=400, height=200):
    parts = "".join(texts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{parts}</svg>'
    )


def _text(words, x=10, y=30, size=16, more="", family=outlines.FAMILY):
    return f'<text font-family="{family}" font-size="{size}px" transform="translate({x},{y})" {more}>{words}</text>'


def _outlined(page):
    root = parsed(page)
    outlines.outlined(root)
    return ElementTree.tostring(root, encoding="unicode")


def _ink(page):
    """How dark each pixel is, 0 to 1."""
    return 1 - np.asarray(Image.open(io.BytesIO(vl_convert.svg_to_png(page, scale=2))).convert("L")) / 255


@pytest.mark.parametrize(
    "text",
    [
        _text("奉节县2028年地区生产总值目标550亿元，差1.0亿元"),
        _text("“十四五”规划（2021—2025年）：年均增长7.5%左右"),
        _text("549.0", x=200, more='text-anchor="middle"'),
        _text("38,106.22", x=380, size=28, more='text-anchor="end"'),
        _text("现价", x=100, y=100, more='fill="#c8641b" opacity="0.6"'),
        '<text font-family="Noto Sans SC" font-size="12px" text-anchor="middle" '
        'transform="translate(90,60) rotate(-90)">不足一年</text>',
        '<text font-family="Noto Sans SC" font-size="14px" text-anchor="middle" transform="translate(200,60)">'
        '<tspan>计划</tspan><tspan x="0" dy="18">年均</tspan></text>',
    ],
)
def test_outlines_lie_where_another_program_draws_the_letters(text):
    drawn, set_ = _ink(_outlined(_page(text))), _ink(_page(text))
    assert set_.sum() > 100
    assert np.abs(drawn - set_).sum() < 0.03 * set_.sum()


def test_no_text_is_left_and_its_words_stay_as_labels():
    root = parsed(_outlined(_page(_text("计划 &lt;b&gt;&amp;&quot;"), _text("再来"))))
    assert not list(root.iter(f"{SVG}text"))
    assert [group.get("aria-label") for group in root.iter(f"{SVG}g")] == ['计划 <b>&"', "再来"]


def test_what_is_hidden_is_neither_drawn_nor_said():
    root = parsed(_outlined(_page(_text("计划", more='opacity="0"'), _text("再来"))))
    assert [group.get("aria-label") for group in root.iter(f"{SVG}g")] == [None, "再来"]
    assert len(list(root.iter(f"{SVG}use"))) == 2


def test_every_letter_is_described_once_however_often_it_is_drawn():
    root = parsed(_outlined(_page(_text("年年年有余"))))
    letters = [path.get("id") for path in root.iter(f"{SVG}path")]
    assert len(letters) == len(set(letters)) == 3
    assert len(list(root.iter(f"{SVG}use"))) == 5


def test_different_letters_are_drawn_differently_and_none_as_a_box():
    common = "奉节县地区生产总值固定资产投资社会消费品零售总额居民人均可支配收入年计划目标基数推算实际名义增速现价可比"
    letters = "".join(dict.fromkeys(common)) + outlines.LACKING
    texts = (_text(letter, x=20 * i, y=20) for i, letter in enumerate(letters))
    page = _page(*texts, width=20 * len(letters), height=30)
    tiles = np.split(_ink(_outlined(page)), len(letters), axis=1)
    assert all(tile.sum() > 20 for tile in tiles)
    assert len({tile.tobytes() for tile in tiles}) == len(letters)


def test_letters_that_the_font_lacks_are_drawn_as_boxes_and_what_joins_them_as_nothing():
    family, box = "👨\u200d👩\u200d👧", outlines.LACKING * 3
    assert outlines.width(family, 10) == outlines.width(box, 10) > 0
    assert _outlined(_page(_text(f"a{family}"))).count("<use") == _outlined(_page(_text(f"a{box}"))).count("<use") == 4
    assert outlines.width("e\u0301\u202e\ufe0f", 10) == outlines.width("e", 10)


def test_quotation_marks_are_narrow_among_latin_letters_and_wide_among_chinese_ones():
    assert outlines.width("“fast”", 10) - outlines.width("fast", 10) < 10
    assert outlines.width("“快”", 10) == 30


def test_bold_letters_are_heavier():
    plain, bold = (_ink(_outlined(_page(_text("计划", more=f'font-weight="{weight}"')))).sum() for weight in (400, 600))
    assert plain < bold < 2 * plain


# Lines


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="奉节县年，。（）“”abc 123/=&%.🌱", max_size=200), st.sampled_from([60, 200, 700]))
def test_lines_are_no_wider_than_asked_and_hold_every_letter(text, wide):
    lines = outlines.wrapped(text, 12, wide)
    assert all(outlines.width(line, 12) <= wide for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_line_is_parted_between_words_and_not_before_a_full_stop():
    assert outlines.wrapped("one two three", 10, outlines.width("one two", 10)) == ["one two", "three"]
    assert outlines.wrapped("年年有余。", 10, 45) == ["年年有", "余。"]
    assert outlines.wrapped("实际增速（单年设定）", 10, 75) == ["实际增速", "（单年设定）"]
    assert outlines.wrapped("增速（未见公布）；后", 10, 75) == ["增速", "（未见公布）；", "后"]


def test_a_link_is_parted_anywhere_and_begins_behind_the_word_before_it():
    link = "http://plan.example/?" + "gdp=6.5,7.5&" * 20
    lines = outlines.wrapped(f"Link: {link}", 9, 300)
    assert len(lines) > 3
    assert lines[0].startswith("Link: http")
    assert "".join(lines) == f"Link: {link}"
