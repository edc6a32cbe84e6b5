"""How a scenario is looked at: frozen, complete with what the page opens on, and of no weight for any number."""

import dataclasses

import pytest
from any_scenario import PACK, PACKS

from model.economics.sensitivity import ON_GDP
from model.link.link import read
from model.scenario.scenario import plan
from model.work.view import SECTIONS, View


def test_the_page_opens_with_the_band_the_first_section_and_growth_over_prices() -> None:
    opening = View()
    assert (opening.band, opening.section, opening.across, opening.up) == (
        True, "solve", "gdp_later", "deflator_later"
    )  # fmt: skip
    assert opening.section == SECTIONS[0]


def test_the_map_opens_on_two_different_levers_that_a_map_may_have() -> None:
    assert View().across != View().up
    assert {View().across, View().up} <= set(ON_GDP)


def test_a_section_can_stand_in_a_link_as_it_is() -> None:
    assert all(section.isascii() and section.isalpha() for section in SECTIONS)
    assert len(set(SECTIONS)) == len(SECTIONS)


def test_a_view_is_frozen_and_two_alike_are_one() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        View().band = False  # type: ignore[misc]
    assert len({View(), View(True, "solve"), View(band=False)}) == 2


@pytest.mark.parametrize("query", ["view=plain,sure", "map=gdp_first,gdp_base", "lang=en&view=plain,sure"])
def test_a_link_that_only_says_how_to_look_shows_the_plan_so_without_a_word(query: str) -> None:
    opened = read(query, PACKS)
    assert opened.scenario == plan(PACK)
    assert opened.problems == ()
    assert opened.work.view != View()


def test_a_link_that_only_looks_at_what_is_not_there_says_so() -> None:
    opened = read("lang=en&view=upside_down", PACKS)
    assert [problem.where for problem in opened.problems] == ["view"]
    assert opened.work.view == View()
