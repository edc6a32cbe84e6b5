"""The form for a county of one's own: the region of the link in one step; what is wrong stands beside its field."""

import pytest
from a_visit import drawn, showing
from any_region import find_region, text

from model.link.link import LANGUAGES
from model.region.loader import packs
from model.scenario.scenario import plan
from model.work.work import Work
from views.state.change import KEY
from views.words.verdict import announced

KAIZHOU = {
    "name": "开州区", "base_year": "2023", "gdp": "686.91", "gdp_first": "3.0", "gdp_later": "6", "target": "1000",
    "target_year": "2030",
}  # fmt: skip
REGION = "own&own.name=开州区&own.base_year=2023&own.gdp=686.91:3,6&own.target=1000,2030"


def _page():
    import streamlit as st

    from views.pages import county, frame
    from views.state import current

    st.navigation(frame.pages(), position="hidden")
    if "county_opened" not in st.session_state:
        county.draw(current())


def _fill(page, given):
    for key, value in given.items():
        page.text_input(f"county_{key}").set_value(value)
    page.button[0].click().run()
    assert not page.exception
    return page.session_state[KEY]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_county_is_opened_in_one_step(language):
    page = drawn(_page, at=showing(language=language))
    page.segmented_control[0].set_value("亿元")
    state = _fill(page, KAIZHOU)
    assert text(state.pack) == REGION
    assert state.problems == ()
    assert len(state.history.past) == 1
    # 686.91 × 1.03 × 1.06⁶ = 1003.618
    assert ("1,003.6" if language == "zh" else "100.36") in announced(state)
    assert ("未经核实" if language == "zh" else "not verified") in announced(state)


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost():
    page = drawn(_page)
    state = _fill(page, KAIZHOU | {"target_year": "soon"})
    assert state.work == Work(plan(packs()["fengjie"]))
    assert len([each.value for each in page.markdown if each.value.startswith(":red[")]) == 3
    assert page.text_input("county_gdp").value == "686.91"
    state = _fill(page, {"gdp": "686.91 亿元", "target": "1000 亿元", "target_year": "2030"})
    assert text(state.pack) == REGION


def test_a_county_that_is_changed_keeps_what_was_moved_on_it():
    pack = find_region(REGION)
    page = drawn(_page, at=showing(plan(pack).set(gdp_later=0.07)))
    assert page.text_input("county_gdp").value == "686.91 亿元"
    state = _fill(page, {"gdp": "690 亿元"})
    assert text(state.pack) == REGION.replace("686.91", "690")
    assert state.scenario["gdp_later"] == 0.07
