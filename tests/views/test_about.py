"""What a file that is taken away is called, and what it says of itself."""

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from a_visit import PACK, PLAN, showing
from hypothesis import given, settings
from hypothesis import strategies as st

from model.link import read
from model.loader import packs
from model.scenario import LONGEST_NAME
from views.downloads.about import Occasion, about, file_name, title

REFUSED = '<>:"/\\|?*'
"""What Windows refuses in a file's name; other systems refuse less."""
DAY = date(2026, 11, 25)


def _taken(scenario=PLAN, language="en"):
    return Occasion(showing(scenario, language), "http://plan.example/compare", DAY)


def test_a_file_is_called_by_its_region_its_scenario_and_the_date():
    assert file_name(_taken(PLAN.rename("稳一点")), "json") == "fengjie-稳一点-2026-11-25.json"
    assert file_name(_taken(), "json") == "fengjie-2024 plan-2026-11-25.json"
    unnamed = _taken(PLAN.set(PACK, target_year=2030))
    check = parse_qs(urlsplit(unnamed.address).query)["check"][0]
    assert file_name(unnamed, "json") == f"fengjie-{check}-2026-11-25.json"


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("a/b", "a-b"),
        ("..\\..\\x", "-..-x"),
        ("50 %: what?", "50 %- what-"),
        ("<b>*|\"'", "-b----'"),
        ("end. . .", "end"),
    ],
)
def test_what_a_file_system_refuses_is_replaced(name, part):
    assert file_name(_taken(PLAN.rename(name)), "json").startswith(f"fengjie-{part}-2")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet=REFUSED + " .~$`\u200d\ufe0f\u202e字🌱", max_size=60))
def test_whatever_a_scenario_is_called_its_file_can_be_saved_anywhere(name):
    saved = file_name(_taken(PLAN.rename(name)), "json")
    assert not set(saved) & set(REFUSED)
    assert saved.isprintable()
    assert saved == saved.strip(" .")
    assert re.fullmatch(r"fengjie-(.*-)?\d{4}-\d\d-\d\d\.json", saved)
    assert len(saved.encode()) <= 255
    assert len(saved) <= len("fengjie--2026-01-01.json") + LONGEST_NAME


def test_a_file_of_a_part_says_which():
    assert file_name(_taken(PLAN.rename("稳一点")), "png", "gdp") == "fengjie-稳一点-gdp-2026-11-25.png"


# What it says of itself


def test_its_link_opens_the_same_scenario():
    scenario = PLAN.set(PACK, gdp_later=0.08).rename("稳一点")
    address = _taken(scenario).address
    assert address.startswith("http://plan.example/compare?v=")
    assert read(address, packs()).scenario == scenario


def test_it_says_region_scenario_day_vintage_edition_and_version():
    assert dict(about(_taken(PLAN.rename("floor")))) == {
        "Region": "Fengjie County, Chongqing", "Scenario": "floor", "Made on": "2026-11-25",
        "2023 GDP, vintage": "derived, 38.6 bn yuan", "Data and model": "edition 1 of 2026-11-23",
        "Program": "version 0.1.0",
    }  # fmt: skip


def test_it_says_so_in_chinese_and_that_a_baseline_is_the_users_own():
    said = dict(about(_taken(PLAN.set(PACK, gdp_base=388.0), "zh")))
    assert said["2023年 GDP 口径"] == "手工设定，388 亿元"
    assert title(_taken(PLAN, "zh")) == "奉节县（重庆）：2024年计划"
    assert title(_taken(PLAN.set(PACK, fai_later=0.1), "zh")) == "奉节县（重庆）：未命名情景"
