"""Pictures: whole, readable by themselves, right without any font, with a link that leads back to what they show."""

import io
import subprocess
import sys

import numpy as np
import pytest
from a_visit import PACK, PLAN
from PIL import Image
from take_away import DAY, KEPT, LONG_ZH, PAGE, STATES, SVG, XLINK, boxes, occasion, parsed

from model.link import LANGUAGES, read
from model.loader import packs
from views.downloads import picture
from views.downloads.gallery import COMPARED, gallery

IN_BOTH = ("plan", "much")
MADE = [
    (state, language)
    for number, state in enumerate(STATES)
    for place, language in enumerate(LANGUAGES)
    if state in IN_BOTH or number % len(LANGUAGES) == place
]
"""States and languages: the simplest and the fullest in every language, the others in one of them by turns."""
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


@pytest.mark.parametrize(("state", "language"), MADE)
def test_every_picture_is_made_without_text_and_with_nothing_cut_or_covered(state, language):
    taken = occasion(state, language)
    for key, chart in gallery(taken.now).items():
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
        assert taken.address in words
        assert all(said.replace(" ", "") in words for said in picture.small_print(taken, chart.draw()))
        assert "…" not in words or key.startswith(COMPARED)
        assert len(made) < 1_000_000


def test_a_picture_looks_the_same_where_there_are_no_fonts(tmp_path):
    taken = [occasion("four kept", language) for language in LANGUAGES]
    files = []
    for number, each in enumerate(taken):
        for key in ("gdp", "tornado", "compare-gdp"):
            files.append((tmp_path / f"{number}-{key}.svg", _pixels(picture.png(each, key))))
            files[-1][0].write_bytes(picture.svg(each, key))
    subprocess.run([sys.executable, "-c", PIXELS, *(str(name) for name, _ in files)], check=True)
    for name, mine in files:
        theirs = _pixels(name.with_suffix(".png").read_bytes())
        assert mine.shape == theirs.shape
        assert np.abs(mine - theirs).max() <= 1, name


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
    link = root.find(f"{SVG}a")
    assert link.get("href") == link.get(f"{XLINK}href") == taken.address
    assert "".join(group.get("aria-label") for group in link) == f"链接：{taken.address}"
    assert read(link.get("href"), packs()).scenario == taken.now.scenario


def test_a_picture_says_what_it_shows_to_those_who_do_not_see_it():
    root = parsed(picture.svg(occasion("plan", "en"), "gdp"))
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == "Gross domestic product (GDP)"
    for part in ("Fengjie County, Chongqing", "current prices, bn yuan", "this scenario", "derived", "2026-11-25"):
        assert part in description.text, part


def test_names_are_text_whatever_they_hold():
    name = "<b>&\"'=1+1]]>&#0;"
    made = picture.svg(occasion(scenario=PLAN.set(PACK, gdp_later=0.09).rename(name)), "compare-gdp")
    root = parsed(made)
    assert name in "".join(filter(None, _labels(made)))
    assert not list(root.iter(f"{SVG}b"))


@pytest.mark.parametrize("page", [PAGE, "https://" + "n" * 40 + ".example:8501/" + "deep/" * 250 + "compare"])
def test_a_link_of_any_length_is_written_whole(page):
    taken = occasion("four kept", "zh", page)
    made = picture.svg(taken, "fai")
    assert (len(taken.address) > 2000) == (page != PAGE)
    assert taken.address in "".join(_labels(made))
    wide = float(parsed(made).get("width"))
    assert all(right <= wide for _, _, _, right, _ in boxes(made))


def test_long_names_stand_whole_above_a_comparison():
    words = "".join(_labels(picture.svg(occasion("four kept", "zh"), "compare-gdp")))
    assert LONG_ZH in words
    assert all(kept.name.replace(" ", "") in words.replace(" ", "") for kept in KEPT)


def test_a_chart_for_a_document_has_no_words_but_its_own():
    drawn = gallery(occasion("plan", "zh").now)["gdp"].draw()
    image = Image.open(io.BytesIO(picture.of_chart(drawn, 640, 250)))
    assert image.width == 1280
    assert 600 < image.height < 750
