"""How to cite: lines that lead back to the same scenario, in either language, whatever a visitor called it."""

import re
from datetime import date
from urllib.parse import urlsplit

import pytest
from a_visit import PLAN, showing
from take_away import LONG_EN, LONG_ZH

from model.link.link import LANGUAGES, read
from model.link.version import EDITION, EDITION_DATE, program_version
from model.region.loader import packs
from views.downloads.about import Occasion
from views.downloads.citing import bibtex, citation, versions

DAY = date(2026, 11, 27)
VERSION = program_version()
CHANGED = PLAN.set(gdp_later=0.08)
NAMES = ["", "保底", LONG_ZH, LONG_EN, "a_b & 50 % {of} \\it #1 ~^ $x$", "}{", "{{{"]


def _taken(scenario=PLAN, language="en", **others):
    return Occasion(showing(scenario, language, **others), "http://plan.example/county/method", DAY)


def test_the_lines_are_those_of_the_two_languages_style_guides():
    chinese, english = (citation(_taken(language=language)) for language in ("zh", "en"))
    assert chinese.startswith(
        f"县域计划推演：奉节县（重庆）：2024年计划[CP/OL]. {VERSION}版，数据与模型第2版. "
        "(2026-11-30)[2026-11-27]. http://plan.example/county/?v="
    )
    assert english.startswith(
        f"County plan simulator, version {VERSION} (data and model: edition 2, 2026-11-30) [Computer software]. "
        "Fengjie County, Chongqing: 2024 plan. Retrieved 2026-11-27 from http://plan.example/county/?v="
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_link_of_a_citation_opens_the_same_scenario_in_the_language_of_the_line(language, name):
    line = citation(_taken(CHANGED.rename(name), language, kept=(PLAN.rename("kept"),)))
    opened = read(urlsplit(line.rpartition(" ")[2]).query, packs())
    assert (opened.problems, opened.language) == ((), language)
    assert opened.work.scenario == CHANGED.rename(name)
    assert [kept.name for kept in opened.work.kept] == ["kept"]
    assert "\n" not in line


@pytest.mark.parametrize("name", NAMES)
def test_an_entry_of_bibtex_is_whole_whatever_the_scenario_is_called(name):
    entry = bibtex(_taken(CHANGED.rename(name)))
    depth = 0
    for mark in entry:
        depth += {"{": 1, "}": -1}.get(mark, 0)
        assert depth > 0 or mark == "}" or mark in "@misc", entry
    assert depth == 0
    assert re.fullmatch(r"@misc\{fengjie-[0-9a-f]{8},\n(  \w+ = \{.*\},\n)+\}", entry)
    fields = dict(re.findall(r"^  (\w+) = \{(.*)\},$", entry, re.MULTILINE))
    assert read(urlsplit(fields["url"]).query, packs()).work.scenario == CHANGED.rename(name)
    assert (fields["year"], fields["version"], fields["urldate"]) == ("2026", VERSION, "2026-11-27")
    assert not re.search(r"(?<!\\)[$&#%_]", fields["title"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_versions_name_program_data_and_link(language):
    shown = " ".join(value for _, value in versions(_taken(language=language)))
    assert all(each in shown for each in (VERSION, str(EDITION), EDITION_DATE))
