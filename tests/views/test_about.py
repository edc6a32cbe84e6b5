"""What a file that is taken away is called, and what it says of itself."""

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from a_visit import PLAN, showing
from hypothesis import given, settings
from hypothesis import strategies as st
from take_away import opened

from model.language.names import LONGEST_NAME
from model.link.link import LANGUAGES, read
from model.link.version import program_version
from model.region.loader import packs
from views.downloads.about import Occasion, about, file_name, title
from views.downloads.gallery import gallery

REFUSED = '<>:"/\\|?*'
"""What Windows refuses in a file's name; other systems refuse less."""
DAY = date(2026, 11, 25)


def _taken(scenario=PLAN, language="en"):
    return Occasion(showing(scenario, language), "http://plan.example/compare", DAY)


def test_a_file_is_called_by_its_region_its_scenario_and_the_date():
    assert file_name(_taken(PLAN.rename("稳一点")), "brief", "docx") == "fengjie_稳一点_2026-11-25_brief.docx"
    assert file_name(_taken(PLAN.rename("保底"), "zh"), "工作簿", "xlsx") == "奉节县_保底_2026-11-25_工作簿.xlsx"
    assert file_name(_taken(), "data", "csv") == "fengjie_2024 plan_2026-11-25_data.csv"
    unnamed = _taken(PLAN.set(target_year=2030))
    check = parse_qs(urlsplit(unnamed.address).query)["check"][0]
    assert file_name(unnamed, "data", "csv") == f"fengjie_{check}_2026-11-25_data.csv"


def test_the_files_of_a_region_that_is_planned_again_are_called_otherwise_and_so_are_those_of_typed_figures():
    for language, name in (("zh", "奉节县"), ("en", "fengjie")):
        taken = [opened(f"region={text}", language) for text in
                 ("fengjie&base=2024", "fengjie&base=2025&outcome.gdp=2025:440:6.2",
                  "fengjie&base=2025&outcome.gdp=2025:441:6.2",
                  "own&own.name=A&own.base_year=2025&own.gdp=386:6.5&own.target=550,2030",
                  "own&own.name=A&own.base_year=2025&own.gdp=387:6.5&own.target=550,2030")]  # fmt: skip
        called = [file_name(each, "x", "csv") for each in taken]
        assert [each.split("_")[0] for each in called] == [f"{name}@2024", f"{name}@2025", f"{name}@2025", "A", "A"]
        assert len(set(called)) == len(called)


@pytest.mark.parametrize(("county", "language", "begin"), [
    ("-2%2B3", "en", "2+3_"), ("--help", "zh", "help_"), ("-", "en", ""),  # no shell reads it as an option
    ("", "en", "My own county_"), ("", "zh", "自定县区_"),
    ("Upper Examplia on the Long River", "en", "Upper Examplia on the_"),  # 21 letters; 26 with one word more
    ("Llanfairpwllgwyngyllgogerychwyrndrobwll", "en", "Llanfairpwllgwyngyllgoge_"),
    ("一二三四五六七八九十甲乙丙丁", "zh", "一二三四五六七八九十甲乙_"),
])  # fmt: skip
def test_the_name_of_a_county_of_ones_own_is_cut_at_a_word_and_begins_with_no_hyphen(county, language, begin):
    taken = opened(f"region=own&own.name={county}&own.base_year=2025&own.gdp=386:6.5&own.target=550,2030", language)
    check = parse_qs(urlsplit(taken.address).query)["check"][0]
    assert file_name(taken, "x", "csv").startswith(begin or "Figures entered_")
    assert check in file_name(taken, "x", "csv")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet=REFUSED + " .~$`\u200d\ufe0f\u202e字🌱", max_size=60))
def test_whatever_a_scenario_is_called_its_file_can_be_saved_anywhere(name):
    saved = file_name(_taken(PLAN.rename(name)), "a/b: c", "json")
    assert not set(saved) & set(REFUSED)
    assert saved.isprintable()
    assert saved == saved.strip(" .")
    assert re.fullmatch(r"fengjie_(.*_)?\d{4}-\d\d-\d\d_a-b- c\.json", saved)
    assert len(saved.encode()) <= 255
    assert len(saved) <= len("fengjie__2026-01-01_a-b- c.json") + LONGEST_NAME


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_of_no_two_pictures_are_called_alike_and_all_can_be_saved_anywhere(language):
    long = _taken(PLAN.set(gdp_later=0.08).rename("🌱" * LONGEST_NAME), language)
    named = {file_name(long, chart.short, "svg") for chart in gallery(long.now).values()}
    assert len(named) == len(gallery(long.now))
    assert all(len(each.encode()) <= 255 and not set(each) & set(REFUSED) for each in named)


# What it says of itself


def test_its_link_opens_the_same_scenario():
    scenario = PLAN.set(gdp_later=0.08).rename("稳一点")
    address = _taken(scenario).address
    assert address.startswith("http://plan.example/compare?v=")
    assert read(address, packs()).scenario == scenario


def test_it_says_region_scenario_day_baseline_edition_and_version():
    assert dict(about(_taken(PLAN.rename("floor")))) == {
        "Region": "Fengjie County, Chongqing", "Scenario": "floor", "Made on": "2026-11-25",
        "2023 GDP": "derived, 38.6 bn yuan", "Data and model": "edition 2 of 2026-11-30",
        "Program": f"version {program_version()}",
    }  # fmt: skip


def test_it_says_so_in_chinese_and_that_a_baseline_is_the_users_own():
    said = dict(about(_taken(PLAN.set(gdp_base=388.0), "zh")))
    assert said["2023年GDP"] == "自行设定，388 亿元"
    assert title(_taken(PLAN, "zh")) == "奉节县（重庆）：2024年计划"
    assert title(_taken(PLAN.set(fai_later=0.1), "zh")) == "奉节县（重庆）：未命名情景"
