"""Feasibility without a browser: what it says first, what its buttons do, and that every question can be drawn."""

import itertools

import pytest
from a_visit import PLAN, drawn, showing
from any_region import find_region

from model.economics.verdict import judge
from model.economics.verdict_sentences import enough_in_other
from model.scenario.scenario import plan
from model.work.view import View
from views.charts import checks, past, prices, stairs, waterfall
from views.pages.feasibility import SECTIONS
from views.state.change import KEY
from views.words import checks as checks_words
from views.words import feasibility, uncertainty

BY_HAND = PLAN.with_years("gdp", dict.fromkeys(range(2024, 2029), 0.06), [])


def _page():
    from views.pages.feasibility import draw
    from views.state import current

    draw(current())


def marks(table, role):
    return [row for row in table.to_pylist() if row["role"] == role]


@pytest.mark.parametrize(
    ("scenario", "said"),
    [
        (PLAN, "The target by 2028 needs at least 7.55 % growth a year in 2025–2028; by 2026, 15.67 %"),
        (
            PLAN.set(target_year=2035),
            "The target by 2035 needs at least 2.69 % growth a year in 2025–2035; by 2026, 15.67 %; by 2028, 7.55 %",
        ),
        (PLAN.set(target_level=300), "The target by 2028 needs at least −7.57 % growth a year in 2025–2028"),
        (BY_HAND, "No year up to 2028 is left whose growth could be changed"),
    ],
    ids=["plan", "last year", "met long ago", "by hand"],
)  # fmt: skip
def test_the_finding_is_the_growth_needed_with_its_years(scenario, said):
    assert feasibility.finding(showing(scenario)) == said


def test_the_stairs_begin_where_the_target_is_met():
    found = {row["year"]: row["x"] for row in marks(stairs.rows(showing(PLAN)), "dot")}
    # (550 / (386 x 1.065))^(1 / years after 2024) - 1
    assert found == pytest.approx(
        {str(year): ((550 / 411.09) ** (1 / (year - 2024)) - 1) * 100 for year in range(2027, 2033)}
    )


def test_a_deadline_out_of_sight_is_named_at_the_edge():
    (row,) = [row for row in stairs.rows(showing(PLAN)).to_pylist() if row["text"] == "15.67 % →"]
    assert row["year"] == "2026"


@pytest.mark.parametrize(
    ("base", "said", "other"),
    [
        # (550 / (386 x 1.065))^(1/4) and (550 / 411.5)^(1/4); 391 x 1.065 = 416.4 lies above 411.5
        (386, "7.55 %", "From the latest official level alone, 7.53 % in 2025–2028 is enough."),
        (391, "7.53 %", "From the baseline alone, 7.21 % in 2025–2028 is enough."),
    ],
)
def test_the_reading_that_asks_for_more_is_the_finding_and_the_other_stands_below(base, said, other):
    state = showing(PLAN.set(gdp_base=base))
    assert f"at least {said}" in feasibility.finding(state)
    assert enough_in_other(judge(state.scenario), state.wording) == other
    drawn_too = [row["text"] for row in prices.rows(state).to_pylist() if row["prices"] == "0.0 %"]
    assert drawn_too[0] == said


@pytest.mark.parametrize("base", [380, 386, 391])
def test_whatever_is_offered_as_enough_reaches_the_target_in_every_reading(base):
    state = showing(PLAN.set(gdp_base=base))
    page = drawn(_page, at=state)
    offered = [each.key for each in page.button if each.key and each.key.startswith("way_")]
    assert any(key.startswith("way_gdp_later") for key in offered)
    for key in offered:
        lever, value = key.removeprefix("way_").rsplit("_", 1)
        assert judge(state.scenario.set(**{lever: float(value)})).status == "reached"


def test_what_the_default_error_measures_and_the_misses_known_are_said():
    said = " ".join(uncertainty.meaning(showing(PLAN)))
    # −2.5, −2.1, +2.3, +0.1, −0.3 of the municipality and +0.1 of the county
    assert "1.6 points is the standard deviation of provinces' outcomes" in said
    assert "0.6 is the persistence of prefectures' growth around the median, not of misses." in said
    assert "6 misses known here average −0.4 points" in said
    assert "targets of 2019 and 2022 are not in our data" in said


def test_set_adopts_the_value_that_is_printed_and_the_change_is_offered_no_more():
    page = drawn(_page, at=showing(PLAN))
    assert any(each.value == "Growth from 2025 :gray[7.5 %] → **7.55 %**" for each in page.markdown)
    page.button(key="way_gdp_later_0.0755").click().run()
    scenario = page.session_state[KEY].scenario
    assert scenario["gdp_later"] == 0.0755
    assert judge(scenario).reached
    assert "way_gdp_later_0.0755" not in [each.key for each in page.button]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize(("scenario", "language"), [
    (PLAN.set(gdp_later=0.2, target_year=2024), "en"), (BY_HAND, "zh"),
    (plan(find_region("chongqing&base=2024")), "en"),
])  # fmt: skip
def test_every_question_can_be_drawn_of_any_scenario(section, scenario, language):
    page = drawn(_page, at=showing(scenario, language, view=View(section=section)))
    assert len(page.title) + sum(each.value.startswith("# ") for each in page.markdown) == 1
    assert not page.error


def test_the_question_is_kept_in_the_link():
    page = drawn(_page, at=showing(PLAN))
    page.button_group(key="section_0").set_value("sectors").run()
    assert page.session_state[KEY].view.section == "sectors"


def test_what_somebody_typed_is_never_markdown():
    kept = (PLAN.set(gdp_later=0.07).rename("*bold* [x](y)"),)
    state = showing(PLAN.set(gdp_later=0.07), kept=kept, reference=1, view=View(section="why"))
    assert any("\\*bold\\*" in each.value for each in drawn(_page, at=state).markdown)


def test_a_check_stands_where_its_value_lies_on_the_range():
    row, assumed = (_against_announced(scenario) for scenario in (PLAN, PLAN.set(gdp_later=0.08)))
    assert row["name"].startswith("Real growth needed in 2025–2028")
    assert row["x"] == pytest.approx((((550 / 411.09) ** 0.25 - 1) - 0.065) / 0.01)
    assert (row["place"], row["text"]) == ("outside", "7.55 %")
    assert checks_words.title(showing(PLAN)) == "4 of 7 checks outside their range"
    # At 8 % the target is reached: the same row holds what the scenario assumes, and says so.
    assert assumed["name"].startswith("Real growth assumed in 2025–2028")
    assert assumed["text"] == "8.00 %"


def _against_announced(scenario):
    (row,) = [row for row in marks(checks.rows(showing(scenario)), "dot") if row["name"].endswith("announced")]
    return row


def test_past_years_stand_in_the_order_of_time_and_real_growth_apart_from_nominal():
    rows = past.rows(showing(PLAN)).to_pylist()
    for role in ("nominal", "real"):
        years = [row["x"] for row in rows if row["role"] == role and not row["text"]]
        assert years == sorted(years)
    assert {row["role"]: row["basis"] for row in rows if not row["text"]} == {
        "nominal": "nominal", "real": "real", "needed": "real"}  # fmt: skip


def test_dearer_prices_need_less_real_growth():
    rows = prices.rows(showing(PLAN)).to_pylist()
    at_deadline = {row["prices"]: row["needed"] for row in rows if row["year"] == 2028}
    # from the baseline, 386 x 1.065 in 2024, which asks for more than the official 411.5: 8.09, 7.55, 6.48 %
    expected = {
        said: ((550 / (386 * 1.065)) ** 0.25 / (1 + change) - 1) * 100
        for said, change in (("−0.5 %", -0.005), ("0.0 %", 0.0), ("+1.0 %", 0.01))
    }
    assert at_deadline == pytest.approx(expected)


def test_the_waterfall_leads_from_the_reference_to_the_scenario():
    rows = waterfall.rows(showing(PLAN.set(gdp_later=0.08, gdp_base=380))).to_pylist()
    steps = rows[1:-1]
    assert steps[0]["start"] == rows[0]["end"]
    assert all(one["end"] == other["start"] for one, other in itertools.pairwise(steps))
    assert steps[-1]["end"] == pytest.approx(rows[-1]["end"])
    assert waterfall.rows(showing(PLAN)) is None
