"""Pictures: whole, readable by themselves, right without any font, with a link that leads back to what they show."""

import functools
import io
import re
import subprocess
import sys
from urllib.parse import parse_qsl, urlsplit

import numpy as np
import pytest
import segno
from a_visit import PLAN
from PIL import Image
from take_away import DAY, KEPT, LONG_ZH, STATES, SVG, XLINK, boxes, occasion, opened, parsed

from model.link.link import LANGUAGES, read
from model.progress.further import Further
from model.region.loader import packs
from views.downloads import picture
from views.downloads.gallery import COMPARED, gallery

IN_BOTH = ("plan",)
DRAWN_IN_MUCH = ("changed",)
"""States that draw no kind of mark that "much" does not."""
MADE = [
    (state, language)
    for number, state in enumerate(state for state in STATES if state not in DRAWN_IN_MUCH)
    for place, language in enumerate(LANGUAGES)
    if state in IN_BOTH or number % len(LANGUAGES) == place
]
"""States and languages: the simplest in every language, the others in one of them by turns."""
PIXELS = """
import sys, vl_convert
from pathlib import Path
for name in sys.argv[1:]:
    Path(name).with_suffix(".png").write_bytes(vl_convert.svg_to_png(Path(name).read_text(encoding="utf-8"), scale=2))
"""


def _pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("L")).astype(float)


def _labels(svg):
    return [words for words, *_ in boxes(svg)]


def _over(found):
    """Words that lie on others."""
    return [
        (one[0], other[0])
        for i, one in enumerate(found)
        for other in found[i + 1 :]
        if min(one[3], other[3]) - max(one[1], other[1]) > 2 and min(one[4], other[4]) - max(one[2], other[2]) > 2
    ]


@functools.cache
def _of_the_plan(language):
    """What is drawn of the plan, by the keys of its charts."""
    return {key: chart.draw() for key, chart in gallery(occasion("plan", language).now).items()}


@pytest.mark.parametrize(("state", "language"), MADE)
def test_every_picture_is_made_without_text_and_with_nothing_cut_or_covered(state, language):
    taken = occasion(state, language)
    for key, chart in gallery(taken.now).items():
        drawn = chart.draw()
        if state != "plan" and drawn == _of_the_plan(language).get(key):
            continue  # it has the plan's chart between the head and the foot of the others
        made = picture.svg(taken, key)
        root = parsed(made)
        assert b"<text" not in made, key
        wide, tall = (float(root.get(side)) for side in ("width", "height"))
        assert root.get("viewBox") == f"0 0 {wide:.0f} {tall:.0f}"
        found = boxes(made)
        assert [box for box in found if min(box[1], box[2], wide - box[3], tall - box[4]) < 0] == [], key
        assert _over(found) == [], key
        words = "".join(words for words, *_ in found).replace(" ", "")
        assert chart.title.replace(" ", "") in words
        assert "".join(picture.opening(taken)).replace(" ", "") in words
        assert drawn.basis
        assert drawn.basis.replace(" ", "") in words
        assert all(said.replace(" ", "") in words for said in picture.small_print(taken, drawn))
        assert "…" not in words or key.startswith(COMPARED)
        assert len(made) < 1_000_000


def test_a_picture_looks_the_same_where_there_are_no_fonts(tmp_path):
    taken = [occasion("four kept", language) for language in LANGUAGES]
    files = []
    for number, each in enumerate(taken):
        for key in ("tornado", "compare-gdp"):
            files.append((tmp_path / f"{number}-{key}.svg", _pixels(picture.png(each, key))))
            files[-1][0].write_bytes(picture.svg(each, key))
    subprocess.run([sys.executable, "-c", PIXELS, *(str(name) for name, _ in files)], check=True)
    for name, mine in files:
        theirs = _pixels(name.with_suffix(".png").read_bytes())
        assert mine.shape == theirs.shape
        assert np.abs(mine - theirs).max() <= 1, name


def test_what_the_font_lacks_is_named_in_the_picture_and_for_who_takes_it():
    taken = occasion(scenario=PLAN.rename("𠮷野 🌱 plan"))
    words = [text for text, *_ in boxes(picture.svg(taken, "gdp"))]
    assert "□ stands for what the font of this picture lacks: U+20BB7; U+1F331." in words
    assert picture.lacking(taken).endswith("lacks: 𠮷 (U+20BB7); 🌱 (U+1F331).")
    assert picture.lacking(occasion(scenario=PLAN.rename("稳一点 plan"))) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_png_has_two_pixels_for_each_of_the_picture_and_says_title_and_link(language):
    taken = occasion("four kept", language)
    image = Image.open(io.BytesIO(picture.png(taken, "gdp")))
    root = parsed(picture.svg(taken, "gdp"))
    assert image.size == (2 * int(root.get("width")), 2 * int(root.get("height")))
    assert image.text["Title"] == gallery(taken.now)["gdp"].title
    opened = read(image.text["URL"], packs())
    assert opened.work == taken.now.work
    assert not opened.problems


def test_the_link_is_found_in_an_svg_by_people_and_by_machines():
    taken = occasion("four kept", "zh")
    root = parsed(picture.svg(taken, "gdp"))
    known = {child.tag.rpartition("}")[2]: child.text for child in root.find(f"{SVG}metadata")}
    assert known == {"title": "地区生产总值（GDP）", "source": taken.address, "date": DAY.isoformat()}
    code, words = root.findall(f"{SVG}a")
    assert {link.get(name) for link in (code, words) for name in ("href", f"{XLINK}href")} == {taken.address}
    said = "".join(group.get("aria-label") for group in words)
    check = dict(parse_qsl(urlsplit(taken.address).query))["check"]
    assert said == f"打开此情景：plan.example，链接校验码 {check}。完整链接见二维码，并存于本文件中。"
    assert read(words.get("href"), packs()).scenario == taken.now.scenario


def test_a_picture_of_a_further_path_says_only_what_is_true_of_it():
    taken = occasion("four kept", further=(Further("tourism_revenue", 0.2, 0.1),))
    said = parsed(picture.svg(taken, "further-tourism_revenue")).find(f"{SVG}desc").text
    assert "Growth assumed: 20.00 % in 2024, then 10.00 % a year, which nobody has announced." in said
    assert "GDP" not in said.replace("It does not move with GDP.", "")
    assert not any(word in said for word in ("FAI", "Retail", "Fengjie County, Chongqing: a"))


def test_a_picture_says_what_it_shows_to_those_who_do_not_see_it():
    root = parsed(picture.svg(occasion("plan", "en"), "gdp"))
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == "Gross domestic product (GDP)"
    for part in ("Fengjie County, Chongqing", "current prices, bn yuan", "this scenario", "derived", "2026-11-25"):
        assert part in description.text, part


def test_names_are_text_whatever_they_hold():
    name = "<b>&\"'=1+1]]>&#0;"
    made = picture.svg(occasion(scenario=PLAN.set(gdp_later=0.09).rename(name)), "compare-gdp")
    root = parsed(made)
    assert name in "".join(filter(None, _labels(made)))
    assert not list(root.iter(f"{SVG}b"))


@pytest.mark.parametrize("state", ["plan", "four kept"])
def test_whoever_has_a_picture_on_paper_finds_the_link_in_its_code(state):
    taken = occasion(state, "zh")
    drawn, root = _pixels(picture.png(taken, "fai")), parsed(picture.svg(taken, "fai"))
    wanted = segno.make_qr(taken.address, error="l", boost_error=False)
    group = next(each for each in root.iter(f"{SVG}g") if each.get("class") == "code")
    left, top = (2 * int(side) for side in re.findall(r"\d+", group.get("transform")))
    count, right = wanted.symbol_size(border=0)[0], 2 * (int(root.get("width")) - 24)
    wide = (right - left) // count
    assert wide in (2, 3)  # whole pixels, and so none is grey
    at = [int((place + 0.5) * wide) for place in range(count)]
    dark = drawn[np.ix_([top + y for y in at], [left + x for x in at])] < 128
    assert dark.astype(int).tolist() == [list(row) for row in wanted.matrix]
    edge = 4 * wide  # that much around it is white
    around = drawn[top - edge : top + count * wide + edge, left - edge : right + edge].copy()
    around[edge:-edge, edge:-edge] = 255
    assert around.min() > 200


def test_a_link_too_long_for_a_code_is_whole_in_the_file_all_the_same():
    taken = occasion("four kept", "zh", "https://" + "n" * 40 + ".example:8501/" + "deep/" * 450 + "compare")
    made = picture.svg(taken, "fai")
    assert "链接过长，无法生成二维码。" in "".join(_labels(made))
    assert parsed(made).find(f"{SVG}a").get("href") == taken.address
    assert Image.open(io.BytesIO(picture.png(taken, "fai"))).text["URL"] == taken.address
    wide = float(parsed(made).get("width"))
    assert all(right <= wide for _, _, _, right, _ in boxes(made))


def test_an_axis_names_what_never_changes_by_its_own_number():
    taken = opened("region=own~A~2025~gdp:386:6.5~target:550,2030", "zh")
    assert "6.5" in {words for words, left, *_ in boxes(picture.svg(taken, "growth")) if left < 60}


def test_long_names_stand_whole_above_a_comparison():
    words = "".join(_labels(picture.svg(occasion("four kept", "zh"), "compare-gdp")))
    assert LONG_ZH in words
    assert all(kept.name.replace(" ", "") in words.replace(" ", "") for kept in KEPT)


def test_a_chart_for_a_document_has_no_words_but_its_own():
    drawn = gallery(occasion("plan", "zh").now)["gdp"].draw()
    image = Image.open(io.BytesIO(picture.of_chart(drawn, 640, 250)))
    assert image.width == 1280
    assert 600 < image.height < 750
