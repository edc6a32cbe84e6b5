"""Plan & progress: targets beside results, all figures, outcomes that are typed, re-basing, a part of a year."""

import pytest
from a_visit import PACK, PLAN, drawn, projecting, showing
from any_region import find_region

from model.language.problem import Refused
from model.language.rates import plain
from model.link.link import LANGUAGES
from model.progress.outcome_limits import tracked_rows
from model.region.key import Outcome
from model.region.loader import packs
from model.region.statements import comparisons
from model.scenario.scenario import plan
from views.charts import asks, counts, others
from views.pages.plan import figures
from views.pages.plan import outcomes as form
from views.state.change import KEY
from views.words import outcomes, progress, reported, statements

REBASED = find_region("fengjie&base=2024")


def _page():
    from views.pages import plan
    from views.state import current

    plan.draw(current(), "track")


def _figures():
    from views.pages import plan
    from views.state import current

    plan.draw(current())


def _pace_page():
    import streamlit as st

    from views.pages.plan import pace
    from views.state import current

    if "elsewhere" not in st.session_state:
        pace.draw(current())


def _state(page):
    return page.session_state[KEY]


def _found(page):
    """The keys of the figures in the table."""
    return list(page.dataframe[0].value.index)


# What the page opens with


@pytest.mark.parametrize(("language", "heading", "second"), [
    ("en", "3 of 5 main targets for 2024 met, and 26 of the plan’s 40 indicators",
     "Met: GDP (real), FAI, Budget revenue. Missed: Retail sales (−4.6 points), Income per head (−0.9 points)."),
    ("zh", "2024年5项主要目标完成3项，40项计划指标完成26项",
     "完成：GDP（实际）、固定资产投资、预算收入。"
     "未完成：社会消费品零售总额（−4.6 个百分点）、居民人均可支配收入（−0.9 个百分点）。"),
])  # fmt: skip
@pytest.mark.parametrize("region", ["fengjie", "fengjie&base=2024"])
def test_the_heading_is_the_finding_whatever_the_base_year(language, heading, second, region):
    state = showing(plan(find_region(region)), language)
    assert (progress.finding(state), progress.second(state)) == (heading, second)


def test_targets_stand_beside_results_as_the_two_reports_print_them():
    found = [(each.unit, each.before, each.target, each.actual, each.met) for each in progress.headlines(showing())]
    assert found == [
        ("%", 5.8, 6.5, 6.6, True), ("%", 23.1, 12.0, 16.4, True), ("%", 7.3, 7.5, 2.9, False),
        ("%", 4.4, 6.5, 5.6, False), ("bn yuan", None, 1.85, 2.502, True),
    ]  # fmt: skip


def test_the_counts_are_those_of_the_reports():
    state = showing()
    assert [(each.met, each.all) for each in progress.counts(state)] == [(5, 5), (21, 35)]
    dots = [row["role"] for row in counts.rows(state).to_pylist() if row["role"]]
    assert (dots.count("met"), dots.count("missed")) == (26, 14)
    assert "Of the plan for 2023: 13 of 25 (2024 plan report, part 1, line 14)." in progress.counted_by(state)
    assert "Number of high-tech firms" in progress.unlisted(state)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_target_that_counts_alike_is_counted_once_by_what_it_asks_for(language):
    state = showing(language=language)
    alike = [each for key, each in PACK.statements.items() if each.comparable == "yes" and comparisons(PACK)[key]]
    rows = asks.rows(state).to_pylist()
    assert sum(row["count"] for row in rows) == len(alike)
    assert len({row["name"] for row in rows}) == len(rows) == len(statements.ASKS)


def test_a_region_without_a_plan_report_shows_its_growth_targets_year_by_year():
    # 6.0 against 8.5, 3.9 against 6, 8.3 against 6, 6.1 against 6, 5.7 against 6; 2026 is open
    state = showing(plan(packs()["chongqing"]))
    assert progress.finding(state) == "2 of 5 growth targets met"
    found = [(each.name, each.target, each.actual, each.met) for each in progress.headlines(state)]
    assert (found[0], found[-2], found[-1]) == (
        ("2018", 8.5, 6.0, False), ("2025", None, 5.3, None), ("2026", 5.0, None, None)
    )  # fmt: skip
    page = drawn(_figures, at=state)
    assert page.segmented_control[0].options == ["Outcomes, re-base", "Part of a year"]


def test_a_county_of_ones_own_claims_no_result():
    state = showing(plan(find_region("own&own.name=A&own.base_year=2025&own.gdp=386:6.5&own.target=550,2030")))
    assert progress.finding(state) == "No GDP outcome entered yet"
    assert progress.second(state) == "Growth entered for 2026: 6.5 %."
    page = drawn(_figures, at=state)
    assert not page.exception
    assert not page.get("vega_lite_chart")


# All figures


def test_a_row_has_the_decimals_it_deserves():
    income, tourism = (PACK.statements[key] for key in ("income_all_residents", "tourism_revenue"))
    # 27,813 x 1.065 = 29,620.845 yuan; 180 x 1.2 = 216 亿元
    assert reported.target(showing(), income) == "≥ +6.5 % → 29,621"
    assert reported.target(showing(), tourism) == "≥ +20 % → 21.6"
    assert reported.target(showing(), income, 29620.9) == "≥ +6.5 % → 29,620.8"
    few = next(each for each in PACK.statements.values() if each.result and each.result < 10 and each.target
               and each.unit_zh != "%" and each.comparable == "yes" and comparisons(PACK)[each.key])  # fmt: skip
    assert statements.growth(few, comparisons(PACK)[few.key]).is_integer()
    unlike = PACK.statements["park_employment"]  # 4,459 -> 7,000, and not counted alike
    assert statements.growth(unlike, comparisons(PACK)[unlike.key]) is None


FOUND = [
    ({}, 336), ({figures.SCOPE: "aims"}, 136), ({figures.SCOPE: "two_sided"}, 53), ({figures.SCOPE: "known"}, 12),
    ({figures.SEARCH: "not counted alike"}, 14),
    ({figures.THEME: "tourism", figures.SCOPE: "two_sided"}, 4), ({figures.SEARCH: "homicide clearance"}, 1),
    ({figures.SEARCH: "5,684"}, 1), ({figures.SEARCH: "no such thing"}, 0),
]  # fmt: skip
"""What is chosen, and how many figures it leaves."""


def test_search_and_filters_leave_what_they_name():
    page = drawn(_figures, at=showing())
    plain = {key: page.session_state[key] for keys, _ in FOUND for key in keys}
    for keys, count in FOUND:
        for key, value in {**plain, **keys}.items():
            page.session_state[key] = value
        page.run()
        assert not page.exception
        assert len(_found(page) if page.dataframe else []) == count, keys
        assert sum(each.proto.body.count("<tr>") for each in page.get("html")) == count, keys  # for print


def test_figures_with_a_result_come_first_and_the_growth_is_a_number():
    rows = drawn(_figures, at=showing()).dataframe[0].value
    assert list(rows.index[:2]) == ["gdp", "fai"]
    assert rows.loc["gdp", ["before", "aim", "actual", "met"]].to_list() == [
        "+5.8 %", "≈ +6.5 %", "41.15 bn yuan · 6.6 %", "✓ met: +0.1 points"
    ]  # fmt: skip
    assert rows["growth"].dtype == float


@pytest.mark.parametrize(("key", "button"), [("tourism_revenue", "figures_add"), ("gdp", None)])
def test_a_chosen_row_says_its_note_and_is_added_to_simulate_where_it_has_a_path(key, button):
    page = drawn(_figures, at=showing())
    page.session_state[figures.SEARCH] = {"tourism_revenue": "L112", "gdp": "L88"}[key]
    page.run()
    place = _found(page).index(key)
    page.session_state[page.dataframe[0].key] = {"selection": {"rows": [place], "columns": [], "cells": []}}
    page.run()
    assert not page.exception
    shown = [each.key for each in page.button if (each.key or "").startswith("figures_")]
    assert shown == ([button] if button else [])
    if button:
        page.button(key=button).click().run()
        assert [each.key for each in _state(page).pack.rows] == [key]
        assert len(_state(page).history.past) == 1


# Outcomes


def test_official_outcomes_stand_beside_their_targets():
    listed = outcomes.listed(state := showing())
    found = [(each.said, each.target, each.result[:16], each.source) for each in listed]
    assert found[3] == ("29,364 yuan · 5.6 %", "6.5 % (2024 plan)", "✗ missed: −0.9 p", "2025 plan report, paragraph 1")
    assert found[-1][:3] == ("2.502 bn yuan", "1.85 bn yuan (2024 plan)", "✓ met: +0.652 bn")
    assert progress.cautions(state) == f"Budget revenue: {listed[-1].note}."


@pytest.mark.parametrize(("region", "said", "target", "result"), [
    ("fengjie&outcome.gdp=2025:440:6.2", "440 亿元 · 6.2%", "7.5%（“十四五”规划，2021—2025年年均）",
     "低于年均目标：−1.3 个百分点"),
    ("fengjie&outcome.tourist_visits=2024:3650", "3,650 万人次", "3,800 万人次", "✗ 未完成：−150 万人次"),
    ("fengjie&outcome.pm25=2024:24", "24 微克/立方米", "≤ 28 微克/立方米", "✓ 完成：−4 微克/立方米"),
    ("fengjie&outcome.energy_intensity=2024::-3.1", "−3.1%", "−3%", "✓ 完成：−0.1 个百分点"),
    # 64.17 x 1.15 = 73.7955 亿元; 73.795 / 64.17 = 1.1499922
    ("fengjie&outcome.inclusive_loans=2024:73.795", "73.795 亿元 · 14.999%（推算）", "≥ +15% → 73.80 亿元",
     "✗ 未完成：−0.001 个百分点"),
    # 180 x 1.2 = 216; 220 / 180 = 1.2222
    ("fengjie&outcome.tourism_revenue=2024:220:20", "220 亿元 · 20.0%", "≥ +20% → 216 亿元",
     "✓ 完成：0.0 个百分点"),
    # 101.5838 / 90.7 = 1.11999780; the target is 12 %
    ("fengjie&outcome.fai=2024:101.5838&outcome.fai.instead=2024",
     "101.5838 亿元 · 11.9998%（推算）", "12.0%（2024年计划）",
     "✗ 未完成：−0.0002 个百分点；替代公布数"),
])  # fmt: skip
def test_a_typed_outcome_is_held_against_its_target_and_contradicts_no_number_beside_it(region, said, target, result):
    (found,) = [each for each in outcomes.listed(showing(plan(find_region(region)), "zh")) if each.typed]
    assert found.said == said
    assert found.target.startswith(target)
    assert found.result.startswith(result)


def _type(page, indicator="gdp", year=None, instead=None, **texts):
    """What a visitor does with the form."""
    page.selectbox(key=form.INDICATOR).select(indicator).run()
    if year:
        page.selectbox(key=form.YEAR).select(year).run()
    for name, text in texts.items():
        next(each for each in page.text_input if each.key.startswith(f"outcome_{name}_")).input(text)
    if instead is not None:
        page.checkbox[0].set_value(instead)
    next(each for each in page.button if "FormSubmitter" in (each.key or "")).click().run()
    assert not page.exception
    return page


@pytest.mark.parametrize(("language", "level"), [("en", "44"), ("zh", "４４０亿")])
def test_an_outcome_that_is_typed_goes_into_the_link_in_one_step_and_is_changed_or_removed_there(language, level):
    page = _type(drawn(_page, at=showing(language=language)), level=level, growth="6.2 %")
    assert "&region=fengjie&outcome.gdp=2025:440:6.2&" in _state(page).query
    assert len(_state(page).history.past) == 1
    page = _type(page, year=2025, growth="6.3")
    assert _state(page).pack == find_region("fengjie&outcome.gdp=2025:440:6.3")
    page.button(key="forget_gdp_2025").click().run()
    assert _state(page).scenario == PLAN


@pytest.mark.parametrize(("texts", "indicator", "language", "said"), [
    ({"level": ""}, "gdp", "en", "GDP 2025: is missing; write digits"),
    ({"level": "much"}, "gdp", "en", "got much"), ({"level": "44", "growth": "x"}, "gdp", "en", "got x"),
    ({"level": "44", "growth": "400"}, "gdp", "en", "-50 to 100 %"),
    ({"level": "440"}, "gdp", "en",
     "got 440, read in bn yuan); allowed: 10.2875 to 164.6 bn yuan; if 440 亿元 is meant"),
    ({"level": "4400000"}, "gdp", "zh", "现为 4400000，按亿元读取"),
    ({"level": "2.6", "growth": "4"}, "revenue", "en", "only a level is compared"),
    ({"level": "3650"}, "tourist_visits", "en", "allowed: 0 to 380 m visits"),
    ({"growth": "600"}, "energy_intensity", "en", "allowed: -100 to 500 %"),
])  # fmt: skip
def test_what_is_no_outcome_is_refused_beside_the_form_and_stays_as_it_was_typed(texts, indicator, language, said):
    page = _type(drawn(_page, at=showing(language=language)), indicator, **texts)
    assert _state(page).scenario == PLAN
    assert said in page.error[0].value.replace("\\", "")
    for name, text in texts.items():
        assert next(each for each in page.text_input if each.key.startswith(f"outcome_{name}_")).value == text


def test_an_official_outcome_is_replaced_only_where_that_is_marked():
    page = _type(drawn(_page, at=showing(plan(REBASED))), year=2024, level="42", growth="7")
    assert "official" in page.error[0].value
    page = _type(page, year=2024, level="42", growth="7", instead=True)
    assert _state(page).pack == find_region("fengjie&base=2024&outcome.gdp=2024:420:7&outcome.gdp.instead=2024")
    assert _state(page).scenario["gdp_base"] == 420


def test_one_outcome_too_many_is_refused_by_its_name():
    rows = [key for key, row in tracked_rows(PACK).items() if row.target is not None and key != "pm25"][:40]
    full = find_region(
        "&".join(("fengjie", *(f"outcome.{key}=2024:{plain(PACK.statements[key].target)}" for key in rows)))
    )
    page = _type(drawn(_page, at=showing(plan(full))), "pm25", level="20")
    assert "40 outcomes are typed, and no more can be" in page.error[0].value


def test_both_bad_fields_are_named():
    with pytest.raises(Refused) as refusal:
        form.read(showing(), "gdp", 2025, "x", "y")
    assert [dict(problem.values)["got"] for problem in refusal.value.problems] == ["x", "y"]
    assert form.read(showing(), "gdp", 2025, "44", " ", True) == Outcome("gdp", 2025, 440, None, True)


# Re-basing


def test_re_basing_is_one_step_for_all_that_is_saved_and_leads_back():
    saved = (PLAN.set(gdp_later=0.06).rename("floor"),)
    page = drawn(_page, at=showing(PLAN.set(gdp_later=0.08, target_level=560), kept=saved, reference=1))
    page.button(key="rebase").click().run()
    after = _state(page)
    assert after.scenario == plan(REBASED).set(gdp_first=0.08, gdp_later=0.08, target_level=560)
    assert "&region=fengjie&base=2024&" in after.query
    assert [(each.name, each.pack) for each in after.work.kept] == [("floor", REBASED)]
    assert len(after.history.past) == 1
    page.button(key="rebase_own").click().run()
    assert _state(page).pack == PACK


def test_an_outcome_from_which_nothing_can_be_planned_is_said_to_be_none():
    page = drawn(_page, at=showing(plan(find_region("fengjie&outcome.gdp=2028:560:6")), "en"))
    assert any("No plan can start from an outcome of 2028" in each.value for each in page.caption)


# A part of a year


def _pace(text, way="share", month=6, indicator="gdp", at=None, year=2025):
    page = drawn(_pace_page, at=at or showing())
    for key, value in {"year": year, "indicator": indicator, "month": month, "way": way}.items():
        page.selectbox(key=f"pace_{key}").select(value).run()
    page.text_input[0].input(text).run()
    assert not page.exception
    return page


@pytest.mark.parametrize(("text", "options", "figures"), [
    ("41.8 %", {}, ["41.8 %", "50.0 %", "1.164"]),  # 58.2 left over 50
    ("0.925", {"way": "level", "indicator": "revenue", "year": 2024}, ["50.0 %", "50.0 %", "1.000"]),  # of 1.85
    ("15.884", {"way": "level", "indicator": "tourist_visits", "year": 2024}, ["41.8 %", "50.0 %", "1.164"]),  # of 38
    # 411.5 x 1.075 = 442.3625
    ("22.118125", {"way": "level", "at": showing(plan(REBASED))}, ["50.0 %", "50.0 %", "1.000"]),
    ("104", {"month": 9}, ["104.0 %", "75.0 %", "The year's target is reached."]),
])  # fmt: skip
def test_a_part_of_the_year_is_seen_against_an_even_path(text, options, figures):
    assert [metric.value for metric in _pace(text, **options).metric] == figures


@pytest.mark.parametrize(("text", "way", "indicator", "words"), [
    ("some", "share", "gdp", "got some"), ("1001", "share", "gdp", "allowed: 0 to 1000 %"),
    ("1.2", "level", "revenue", "type per cent of the target instead"),
])  # fmt: skip
def test_what_is_no_part_of_a_year_is_refused_with_a_sentence(text, way, indicator, words):
    assert words in _pace(text, way, indicator=indicator).error[0].value.replace("\\", "")


def test_what_was_typed_of_a_year_is_there_again_after_another_page():
    page = _pace("41.8", month=3)
    page.session_state["elsewhere"] = True
    page.run()
    assert not page.text_input
    del page.session_state["elsewhere"]
    page.run()
    assert page.text_input[0].value == "41.8"
    assert page.selectbox(key="pace_month").value == 3


# The report's own sums, and what it leaves open


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sums_agree_and_what_is_open_is_listed_by_kind(language):
    def report_page():
        from views.pages.plan import report
        from views.state import current

        report.draw(current())

    page = drawn(report_page, at=showing(language=language))
    rows = page.table[0].value
    assert len(rows) == 10
    assert all(each.startswith("✓") for each in rows.iloc[:, 2])
    found = statements.doubts(showing(language=language))
    assert list(found) == ["inconsistent", "ambiguous", "scope"]
    placed = {"zh": "第一部分（二）第30行；第三部分（二）第112行", "en": "part 1(2), line 30; part 3(2), line 112"}
    assert placed[language] in [place for _, _, place in found["inconsistent"]]


# Rows of the plan report


@pytest.mark.parametrize(("key", "trusted"), [("tourism_revenue", "C"), ("inclusive_loans", "A")])
def test_a_figure_whose_text_can_be_read_in_two_ways_is_no_printed_fact(key, trusted):
    state = showing(rows=(key,))
    assert state.pack.baselines[key].trust == trusted
    assert figures.table(state).loc[key, "trust"] == trusted


def test_a_row_is_drawn_beside_the_reference():
    # 180 x 1.2 = 216 亿元 in 2024; as planned 216 x 1.2^4 = 447.9, here 216 x 1.1^4 = 316.2
    state = showing(projecting("tourism_revenue"), "zh")
    rows = others.rows(state, state.pack.indicator("tourism_revenue")).to_pylist()
    labels = [row["text"] for row in rows if row["mark"] == "label"]
    assert labels == ["计划 447.9", "316.2"]
