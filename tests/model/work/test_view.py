"""How a scenario is looked at: frozen, complete with what the page opens on, and of no weight for any number."""

from model.economics.sensitivity import ON_GDP
from model.work.view import SECTIONS, View


def test_the_page_opens_with_the_first_section_and_growth_over_prices() -> None:
    opening = View()
    assert (opening.section, opening.across, opening.up) == ("solve", "gdp_later", "deflator_later")
    assert opening.section == SECTIONS[0]


def test_the_map_opens_on_two_different_levers_that_a_map_may_have() -> None:
    assert View().across != View().up
    assert {View().across, View().up} <= set(ON_GDP)
