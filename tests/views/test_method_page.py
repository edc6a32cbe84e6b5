"""The page "data and method": whole in either language, in step with the scenario, and one click from every page."""

import re

import pytest
from a_visit import PLAN, drawn, html, showing

from model.link import LANGUAGES
from model.loader import packs
from model.scenario import plan
from model.sensitivity import POINT
from model.target import EXACT
from model.uncertainty import QUANTILES, SHARES
from model.years import DIGITS
from views import equations, limits
from views.method import PARTS
from views.words import notes


def _page():
    from views import method

    method.page()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_is_there_and_the_contents_lead_to_it(language):
    shown = drawn(_page, at=showing(language=language))
    markup = html(shown)
    assert [part for part in PARTS if f'id="{part}"' in markup and f'href="#{part}"' in markup] == list(PARTS)
    assert "<pre>县域发展计划情景推演：奉节县" in markup
    mathematics = " ".join(each.value for each in shown.markdown)
    assert mathematics.count("$$") == 2 * (sum(map(len, equations.GROUPS.values())) + 3)
    assert "Y_{2028}&" in mathematics
    assert (language == "zh") == bool(re.search("所需基数", mathematics))


def test_the_worked_numbers_follow_a_lever():
    shown = drawn(_page, at=showing(language="zh"))
    slider = next(each for each in shown.slider if each.key.startswith("slider_gdp_later_"))
    slider.set_value(8.0).run()
    # By hand: 386 x 1.065 x 1.08 ^ 4 = 559.2834
    assert any(r"\approx559.283" in each.value for each in shown.markdown)
    assert "<pre>@misc{fengjie-" in html(shown)
    assert html(shown).partition("<pre>")[2].count("&amp;gdp=6.5,8&amp;") == 3


def test_figures_are_searched_and_chosen_by_trust():
    shown = drawn(_page)
    shown.text_input(key="sought").set_value("deflator: change 2019").run()
    assert "1 of 126 figures" in html(shown)
    assert "2.86 %" in html(shown)
    shown.pills(key="trusted").set_value(["A"]).run()
    assert "0 of 126 figures" in html(shown)


def test_of_a_county_of_ones_own_every_figure_is_shown_and_what_was_typed_can_be_left_out():
    shown = drawn(_page, at=showing(plan(packs()["own~A~2025~gdp:386:6.5~target:550,2030"])))
    assert "10 of 10 figures" in html(shown)
    shown.pills(key="trusted_typed").set_value(["A", "B", "C"]).run()
    assert "6 of 10 figures" in html(shown)


def test_every_page_leads_to_it_from_its_sources():
    assert 'data-action="page:method"' in notes.sources(showing())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_that_a_visitor_gave_is_set_as_mathematics_or_markdown(language):
    shown = drawn(_page, at=showing(PLAN.rename("$x$ **bold** :red[no]"), language))
    assert not any("bold" in each.value for each in shown.markdown)


def test_every_symbol_of_an_equation_is_explained_and_none_besides():
    used = {symbol for group in equations.GROUPS.values() for each in group for symbol in each.symbols}
    assert used == set(equations.SYMBOLS)
    for group in equations.GROUPS.values():
        for each in group:
            for symbol in each.symbols:
                core = re.split(r"[_,^]", symbol)[0].strip()
                assert core in each.tex, (each.title, symbol)


def test_the_constants_in_the_equations_are_those_of_the_program():
    written = " ".join(f"{each.says} {each.tex}" for group in equations.GROUPS.values() for each in group)
    said = " ".join(equations.SYMBOLS.values())
    assert (POINT, r"\pm 0.01" in written) == (0.01, True)
    assert (EXACT, "10^{-12}" in written) == (1e-12, True)
    assert (DIGITS, "rounded to 0.01 %" in written) == (4, True)
    assert [f"{QUANTILES[share]:.4f} for {share:.0%}".replace("%", " %") in said for share in SHARES] == [True, True]


@pytest.mark.parametrize("region", packs())
def test_what_the_model_cannot_say_is_what_is_true_of_that_county(region):
    pack = packs()[region]
    said = limits.html(showing(plan(pack)))
    assert "It does not forecast." in said
    assert ("GDP was never printed" in said) == (pack.baselines["gdp"].source == "derived")
    assert ("more than one reading" in said) == (len(pack.vintages) > 1)
    assert ("Growth of investment" in said) == ("fai" in pack.baselines)
    assert ("No GDP deflator" in said) == all(f.indicator != "deflator" or f.trust == "D" for f in pack.growth)
    assert ("sectors&#x27; shares" in said) == bool(pack.sectors)
    assert ("a county varies more" in said) == (region != "chongqing")


@pytest.mark.parametrize(("region", "prices", "revised"), [
    ("fengjie", "the municipality&#x27;s is shown for comparison", True),
    ("chongqing", "The region&#x27;s own GDP deflator is in the data for 2005–2023", False),
    ("own~A~2025~gdp:386:6.5~target:550,2030", "No GDP deflator is in the data, of the region or", False),
])  # fmt: skip
def test_whose_deflator_and_whose_revision_are_in_the_data_is_said_as_it_is(region, prices, revised):
    said = limits.html(showing(plan(packs()[region])))
    assert prices in said
    assert len(re.findall("GDP deflator (?:of the county )?is in the data", said)) == 1
    assert ("first release; census-revised apply that of another" in said) == revised
    assert ("economic census" in said) == revised


def test_what_the_page_track_does_is_not_denied():
    said = limits.html(showing())
    assert "no reading of a year to date" not in said
    assert "held against an even pace" in said


def test_a_baseline_that_was_carried_forward_is_not_said_to_come_from_a_later_level():
    pack = packs()["fengjie@2025~income@2025:31000"]
    assert pack.baselines["gdp"].source == "derived"
    assert "GDP was never printed" not in limits.html(showing(plan(pack)))
