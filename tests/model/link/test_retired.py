"""Links and files with linkage, which was removed: all else opens, and it is named where it moved a result."""

import json
from urllib.parse import parse_qsl

import pytest
from any_link import sentences, signed
from any_scenario import PACKS, PLAN

from model.link import file
from model.link.link import read, write
from model.link.retired import REMOVED
from model.work.view import View
from model.work.work import Work

FASTER = PLAN.set(fai_later=0.2)
WORK = Work(FASTER).add(PLAN.set(gdp_later=0.08).rename("8 % ~linkage=1"))
FIELDS = dict(parse_qsl(write(WORK, "en")))
GONE = f"Linkage: {REMOVED}"


@pytest.mark.parametrize(
    ("parts", "kept", "got"),
    [
        ({}, "", ""),
        ({"linkage": "0,0"}, "", ""),
        ({"linkage": "0,0"}, "linkage=0.0,0~", ""),
        ({"linkage": "0.1,0.5"}, "", "0.1,0.5"),
        ({"pass_to_gdp": "0.2"}, "", "0.2"),
        ({"linkage": "0,0"}, "linkage=0.1,0~", "0.1,0"),
        ({"linkage": "0,0.3"}, "linkage=0.1,0~", "0,0.3, 0.1,0"),
        ({"linkage": "much"}, "", "much"),
    ],
)
def test_linkage_is_named_in_one_sentence_where_it_was_on_and_all_else_opens(
    parts: dict[str, str], kept: str, got: str
) -> None:
    opened = read(signed(FIELDS | parts | {"k1": kept + FIELDS["k1"]}), PACKS)
    assert opened.work == WORK
    assert sentences(opened) == ([GONE.format(got=got)] if got else [])


def test_a_file_says_the_same() -> None:
    content = json.loads(file.write(WORK, "en"))
    content["scenario"]["linkage"] = [0.1, 0.5]
    content["kept"][0]["linkage"] = [0.1, 0.5]
    opened = file.open_any(json.dumps(content), PACKS)
    assert opened.work == WORK
    assert GONE.format(got="0.1,0.5") in sentences(opened)


def test_the_view_of_linkage_is_the_usual_one() -> None:
    opened = read(signed(FIELDS | {"view": "plain,linkage,fai", "map": "gdp_later,fai_first"}), PACKS)
    assert (opened.work.view, opened.problems) == (View(False, series="fai"), ())
