"""Any region there can be, a county of one's own among them, on every page and in every file."""

from a_visit import opened, showing
from any_region import find_region
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest
from take_away import DAY, PAGE

from model.link.link import LANGUAGES, read
from model.region.loader import packs
from model.scenario.scenario import plan
from model.work.view import SECTIONS, View
from views.downloads.about import Occasion
from views.pages import export_dialog, frame

PLACES = [(page, "solve") for page in (*frame.PAGES, *frame.HIDDEN)] + [("feasibility", each) for each in SECTIONS]
FILES = [build for *_, build in export_dialog.FILES]
LEVELS = {"gdp": 386, "fai": 90.7, "retail": 131.6, "income": 27813}
HALF_KNOWN = (
    "own&own.base_year=2025&own.gdp=386:6.5&own.fai=90.7:12&own.target=550,2030&base=2026&outcome.gdp=2026:415:6.8",
    "own&own.base_year=2025&own.gdp=386,380,391:6.5&own.retail=90:7&own.income=20000:5&own.target=550,2030&base=2027&outcome.gdp=2027:430",
)
"""Counties planned from a year in which the outcome of GDP alone was typed."""


def growth():
    return st.integers(-90, 250).map(lambda tenths: tenths / 10)


@st.composite
def counties(draw):
    """A county of one's own: GDP with or without a range, a five-year plan, and any of the other indicators."""
    span, later = draw(st.sampled_from(["", ",380,391"])), draw(st.sampled_from(["", ",7.5"]))
    others = draw(st.sets(st.sampled_from([key for key in LEVELS if key != "gdp"])))
    pieces = [f"own.gdp={LEVELS['gdp']}{span}:{draw(growth())}{later}"]
    pieces += [f"own.{key}={LEVELS[key]}:{draw(growth())}" for key in LEVELS if key in others]
    name = draw(st.sampled_from(["A", "", "某县", "%26<b>"]))
    return "&".join(["own", f"own.name={name}", "own.base_year=2023", *pieces, "own.target=550,2028"])


@st.composite
def regions(draw):
    """The text of any region, with or without outcomes that were typed, planned from its own year or a later one."""
    text = draw(st.sampled_from(list(packs())) | counties())
    year = draw(st.sampled_from(["", "&base=2024", "&base=2025", "&base=2026"]))
    typed = draw(
        st.dictionaries(st.sampled_from(list(LEVELS)), st.tuples(st.integers(2024, 2027), growth()), max_size=4)
    )
    times = find_region(text).baselines["gdp"].value / LEVELS["gdp"] if text in packs() else 1
    return (
        text
        + year
        + "".join(
            f"&outcome.{key}={when}:{LEVELS[key] * (times if key == 'gdp' else 1):.1f}:{rate}"
            for key, (when, rate) in typed.items()
        )
    )


def _page(key):
    import streamlit as st

    from views.pages import frame as around

    st.navigation(around.pages(), position="hidden")
    st.session_state["pages"][key]._page()


@given(regions(), st.sampled_from(PLACES), st.sampled_from(FILES), st.sampled_from(LANGUAGES))
@example(HALF_KNOWN[0], ("method", "solve"), FILES[0], "en")
@example(HALF_KNOWN[1], ("simulate", "solve"), FILES[1], "zh")
@example(HALF_KNOWN[1], ("feasibility", "solve"), FILES[0], "en")
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_page_is_drawn_and_every_file_made(text, place, build, language):
    pack = read(f"region={text}", packs()).scenario.pack
    page, section = place
    at = showing(plan(pack), language, view=View(section=section))
    shown = opened(AppTest.from_function(_page, args=(page,), default_timeout=180), at=at).run()
    assert not shown.exception
    assert not shown.error
    assert shown.markdown or shown.title
    assert build(Occasion(at, PAGE, DAY))
