"""The page "track": outcomes against targets, the plan from the latest of them, outcomes typed, the year so far."""

import pytest
from a_visit import PACK, PLAN, drawn, html, showing, tables, visit

from model.loader import packs
from model.outcome_limits import tracked_rows
from model.problem import Refused
from model.rates import plain
from model.scenario import plan
from model.typed_outcomes import Typed
from views import outcome_form, session
from views.actions import take

AGAIN = packs()["fengjie@2024"]
TYPED = packs()["fengjie@2025~gdp@2025:440:6.2~income@2025:31000"]


def _page():
    from views import track

    track.page()


def _cells(page, table=0):
    return [[text for text, _ in row] for row in tables(html(page))[table]]


def _button(page, action):
    return f'data-action="{action}"' in html(page)


# Outcomes


def test_every_official_outcome_stands_beside_its_target_met_or_missed_and_by_how_much():
    rows = _cells(drawn(_page, at=showing()))
    assert [row[:3] + row[4:] for row in rows[1:]] == [
        ["GDP 2024", "41.15 bn yuan", "6.6 %", "✓ met: +0.1 points", "2025 plan report ¶1, trust A"],
        ["FAI 2024", "10.56 bn yuan", "16.4 %", "✓ met: +4.4 points", "2025 plan report ¶1, trust A"],
        ["Retail sales 2024", "13.54 bn yuan", "2.9 %", "✗ missed: −4.6 points", "2025 plan report ¶1, trust A"],
        ["Income per head 2024", "29,364 yuan", "5.6 %", "✗ missed: −0.9 points", "2025 plan report ¶1, trust A"],
        ["Budget revenue 2024", "2.502 bn yuan", "–", "✓ met: +0.652 bn yuan", "2025 plan report ¶1, trust A"],
    ]
    targets = [row[3] for row in rows[1:]]
    assert targets[1] == "12.0 % (2024 plan)"
    assert targets[4].startswith("1.85 bn yuan (2024 plan)")


def test_what_is_to_be_known_of_an_outcomes_level_is_said_below_the_table():
    city = plan(packs()["chongqing"])
    said = "the level of 2023 is the one before the fifth census: the ratio of the two years mixes price change"
    assert f"GDP 2024: {said}" in html(drawn(_page, at=showing(city)))
    assert "：2023年总量为第五次经济普查修订前口径" in html(drawn(_page, at=showing(city, "zh")))


def test_it_is_said_in_chinese_with_units_of_the_data():
    rows = _cells(drawn(_page, at=showing(language="zh")))
    assert rows[1][1:3] == ["411.5 亿元", "6.6%"]
    assert rows[1][4] == "✓ 完成：+0.1 个百分点"
    assert rows[3][4] == "✗ 未完成：−4.6 个百分点"
    assert rows[5][1] == "25.02 亿元"
    assert rows[5][4] == "✓ 完成：+6.52 亿元"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_typed_outcome_is_marked_and_can_be_removed(language):
    page = drawn(_page, at=showing(plan(TYPED), language))
    rows = _cells(page)
    assert len(rows) == 8
    assert "D" in rows[6][5]
    assert _button(page, "forget:gdp@2025")
    # 31000 / 29364 - 1 = 5.57 %
    assert "5.57" in rows[7][2]
    assert rows[7][4] == "–"
    average = {"en": ["7.5 % (five-year plan, average 2021–2025)", "below the average: −1.3 points"],
               "zh": ["7.5%（“十四五”规划，2021–2025年年均）", "低于年均目标：−1.3 个百分点"]}  # fmt: skip
    assert rows[6][3:5] == average[language]


# The plan from the latest


def test_growth_that_is_left_to_do_is_shown_from_the_plan_and_from_the_outcomes():
    page = drawn(_page, at=showing())
    assert _cells(page, 1)[1:] == [
        ["starts from, bn yuan", "38.6", "41.15"],
        ["55 bn yuan by 2026 (as the Party congress said)", "12.53 % (12.527 %)", "15.62 % (15.610 %)"],
        ["55 bn yuan by 2028 (five years on from 2023)", "7.34 % (7.338 %)", "7.53 % (7.522 %)"],
    ]
    assert _button(page, "replan:latest")
    assert not _button(page, "replan:own")


def test_it_agrees_with_the_verdict_where_the_plan_starts_from_the_outcomes():
    page = drawn(_page, at=showing(plan(AGAIN)))
    assert _cells(page, 1)[3][2] == "7.53 % (7.522 %)"
    assert "GDP is 54.95 bn yuan in 2028, 0.05 short of 55" in html(page)
    assert "7.53 % a year in real terms from 2026 would do it" in html(page)
    assert _button(page, "replan:own")
    assert not _button(page, "replan:latest")


def test_a_deadline_of_ones_own_is_among_them():
    shown = _cells(drawn(_page, at=showing(PLAN.set(PACK, target_year=2030))), 1)
    # (550 / 386)^(1/7) - 1 = 5.188 %, (550 / 411.5)^(1/6) - 1 = 4.954 %
    assert shown[-1] == ["55 bn yuan by 2030", "5.19 % (5.188 %)", "4.96 % (4.954 %)"]


def test_where_outcomes_go_on_beyond_the_start_there_are_three_ways_to_begin():
    pack = packs()["fengjie@2024~gdp@2025:440"]
    page = drawn(_page, at=showing(plan(pack)))
    assert _cells(page, 1)[1] == ["starts from, bn yuan", "38.6", "41.15", "44"]
    assert _button(page, "replan:latest")
    assert _button(page, "replan:own")


@pytest.mark.parametrize(("language", "said"), [
    ("en", "outcome of 2028 nothing can be planned: a plan begins before the region&#x27;s own deadline, 2028."),
    ("zh", "2028年的实绩不能作为起点：规划起点须早于本地区目标期限（2028年）。"),
])  # fmt: skip
def test_an_outcome_from_which_nothing_can_be_planned_is_said_to_be_none(language, said):
    assert said in html(drawn(_page, at=showing(plan(packs()["fengjie~gdp@2028:560:6"]), language)))
    assert said not in html(drawn(_page, at=showing(plan(packs()["fengjie~gdp@2027:520:6"]), language)))
    own = plan(packs()["own~A~2025~gdp:386:6.5~target:550,2030~gdp@2031:560"])
    assert said.replace("2028", "2031", 1).replace("2028", "2030") in html(drawn(_page, at=showing(own, language)))


def test_planning_again_is_one_step_for_all_that_is_kept_and_is_taken_back_whole():
    kept = (PLAN.set(PACK, gdp_later=0.06).rename("floor"),)
    chosen = PLAN.set(PACK, gdp_later=0.08, target_level=560)
    before, after, undone = visit(
        lambda: take("replan:latest"), session.undo, at=showing(chosen, kept=kept, reference=1)
    )
    assert after.scenario == plan(AGAIN).set(AGAIN, gdp_first=0.08, gdp_later=0.08, target_level=560)
    assert [each.name for each in after.work.kept] == ["floor"]
    assert (after.work.kept[0].region, after.work.reference) == ("fengjie@2024", 1)
    assert len(after.history.past) == 1
    assert undone.work == before.work


def test_kept_scenarios_are_said_to_go_along():
    kept = (PLAN.rename("floor"),)
    assert "1 kept scenarios go along" in html(drawn(_page, at=showing(kept=kept)))
    assert "go along in the same way" not in html(drawn(_page, at=showing()))


def test_the_way_back_leads_to_the_plan_from_the_regions_own_year():
    assert visit(lambda: take("replan:own"), at=showing(plan(AGAIN)))[-1].scenario == PLAN


def test_what_cannot_be_taken_over_is_said():
    after = visit(lambda: take("replan:latest"), at=showing(PLAN.set(PACK, target_year=2024)))[-1]
    assert [problem.where for problem in after.problems] == ["target"]
    assert after.scenario["target_year"] == 2028


def test_a_scenario_that_was_opened_is_not_put_beside_another_starting_year():
    before, after = visit(lambda: take("reset:opened"), at=showing(plan(AGAIN)))
    assert after.work == before.work
    assert not _button(drawn(_page, at=showing(plan(AGAIN))), "reset:opened")


@pytest.mark.parametrize("action", ["replan:", "replan:2024", "replan:x", "forget:gdp@2024", "forget:", "forget:x@y"])
def test_what_means_nothing_changes_nothing(action):
    before, after = visit(lambda: take(action), at=showing(plan(TYPED)))
    assert after.work == before.work


def test_a_typed_outcome_that_is_removed_leaves_the_others():
    first, second, third = visit(
        lambda: take("forget:gdp@2025"), lambda: take("forget:income@2025"), at=showing(plan(TYPED))
    )
    assert second.scenario.region == "fengjie@2025~income@2025:31000"
    assert third.scenario == PLAN
    assert len(third.history.past) == 2
    assert first.scenario.region == TYPED.key


# Typing


def _type(page, level, growth="", year=2025, indicator="gdp", instead=False):
    """What a visitor does with the form."""
    if indicator != page.selectbox[0].value:
        page.selectbox[0].select(indicator).run()
    page.selectbox[1].select(year)
    page.text_input[0].input(level)
    page.text_input[1].input(growth)
    page.checkbox[0].set_value(instead)
    return page.button[0].click().run()


def _now(page):
    return page.session_state[session.KEY]


@pytest.mark.parametrize(("language", "level"), [("en", "44"), ("en", "440 亿元"), ("zh", "440"), ("zh", "４４０亿")])
def test_an_outcome_that_is_typed_goes_into_the_link_in_one_step(language, level):
    page = _type(drawn(_page, at=showing(language=language)), level, "6.2 %")
    assert not page.exception
    assert _now(page).scenario.region == "fengjie~gdp@2025:440:6.2"
    assert "&region=fengjie~gdp@2025:440:6.2&" in _now(page).query
    assert len(_now(page).history.past) == 1
    assert _button(page, "replan:latest")


def test_the_form_stays_at_the_indicator_that_is_being_typed_and_is_empty_again():
    page = _type(drawn(_page, at=showing()), "31000", indicator="income")
    assert _now(page).scenario.region == "fengjie~income@2025:31000"
    assert page.selectbox[0].value == "income"
    assert [field.value for field in page.text_input[:2]] == ["", ""]
    assert page.selectbox[1].value == 2026


def test_it_may_be_typed_over_and_correct_an_official_one_only_where_that_is_marked():
    page = _type(drawn(_page, at=showing(plan(AGAIN))), "44")
    page = _type(page, "45")
    assert _now(page).scenario.region == "fengjie@2024~gdp@2025:450"
    page = _type(page, "42", "7", 2024)
    assert _now(page).scenario.region == "fengjie@2024~gdp@2025:450"
    (said,) = _now(page).complaints
    assert said.where == "GDP 2024"
    assert "official" in said.sentence()
    page = _type(page, "42", "7", 2024, instead=True)
    assert _now(page).scenario.region == "fengjie@2024~gdp@2024:420:7!~gdp@2025:450"
    assert _now(page).scenario["gdp_base"] == 420
    assert "in place of the official 41.15 bn yuan" in html(page)


@pytest.mark.parametrize(("level", "growth", "indicator", "words"), [
    ("", "", "gdp", ["is missing; write digits"]), ("much", "6", "gdp", ["got much"]), ("44", "x", "gdp", ["got x"]),
    ("4", "", "gdp", ["got 4)", "10.2875 to 164.6 bn yuan"]), ("44", "400", "gdp", ["-50 to 100 %"]),
    ("2.6", "4", "revenue", ["only a level is compared"]), ("44 apples", "", "gdp", ["got 44 apples"]),
])  # fmt: skip
def test_what_is_no_outcome_is_refused_with_a_sentence(level, growth, indicator, words):
    page = _type(drawn(_page, at=showing()), level, growth, indicator=indicator)
    assert not page.exception
    assert _now(page).scenario == PLAN
    (said,) = _now(page).complaints
    shown = _now(page).wording.shown(said)
    assert all(word in shown for word in words), shown
    assert said.where.endswith(" 2025")


@pytest.mark.parametrize(("level", "indicator", "language", "meant"), [
    ("440", "gdp", "en", "it is read in bn yuan: if 440 亿元 is meant, write the unit behind it"),
    ("3.1", "income", "en", "it is read in yuan: if 3.1 万元 is meant"),
    ("4400000", "gdp", "zh", "不写单位时按亿元读取，如指 4400000 万元，请连单位一起填写"),
])  # fmt: skip
def test_a_number_in_another_unit_is_refused_with_the_unit_to_write_behind_it(level, indicator, language, meant):
    now = _now(_type(drawn(_page, at=showing(language=language)), level, indicator=indicator))
    assert now.scenario == PLAN
    (said,) = now.problems
    assert meant in now.wording.sentence(said)
    assert "：中" not in now.wording.sentence(said)


@pytest.mark.parametrize(("level", "language"), [("4", "en"), ("440 bn", "en"), ("44", "zh")])
def test_no_other_unit_is_offered_where_none_of_the_language_fits_or_one_is_written(level, language):
    now = _now(_type(drawn(_page, at=showing(language=language)), level))
    (said,) = now.problems
    assert "is meant" not in said.sentence()
    assert language == "en" or now.wording.shown(said) == (
        "2025年GDP：无法采用（现为 44）；允许范围：102.875 至 1,646 亿元；请更正"
    )


@pytest.mark.parametrize(("language", "said"), [
    ("en", "growth cannot be used (got 600); allowed: -100 to 500 %; correct it"),
    ("zh", "2024年普惠小微贷款余额：增速超出合理范围（现为 600）；允许范围：-100 至 500%；请更正"),
])  # fmt: skip
def test_growth_that_cannot_be_is_named_as_it_was_typed(language, said):
    level = {"en": "7.38", "zh": "73.8"}[language]
    page = _type_row(drawn(_page, at=showing(language=language)), "inclusive_loans", level=level, growth="600")
    (problem,) = _now(page).complaints
    assert said in _now(page).wording.shown(problem)
    assert page.text_input[1].label == {"en": "Growth, % (optional)", "zh": "增速，%（可不填）"}[language]
    page.selectbox[0].select("energy_intensity").run()
    assert page.text_input[0].label == {"en": "Growth, %", "zh": "增速，%"}[language]


@pytest.mark.parametrize(("language", "said"), [
    ("en", "cannot be added: 40 outcomes are typed, and no more can be; remove one of them first"),
    ("zh", "2024年PM2.5平均浓度：无法加入：已填写实绩40项，达到上限；请先删去其中一项"),
])  # fmt: skip
def test_one_outcome_too_many_is_refused_by_its_name(language, said):
    rows = [key for key, row in PACK.statements.items() if key in tracked_rows(PACK) and row.target is not None]
    some = [key for key in rows if key != "pm25"][:40]
    pieces = [f"{key}@2024:{plain(PACK.statements[key].target)}" for key in some]
    full = plan(packs()["~".join(("fengjie", *pieces))])
    page = _type_row(drawn(_page, at=showing(full, language)), "pm25", level="20")
    (problem,) = _now(page).complaints
    assert _now(page).wording.shown(problem).endswith(said)
    assert len(_now(page).pack.given) == 40


@pytest.mark.parametrize(("language", "said"), [
    ("en", "GDP 2025: is not a number (got abc)"), ("zh", "2025年GDP：不是数字（得到 abc）"),
])  # fmt: skip
def test_what_is_refused_is_said_beside_the_form_and_nowhere_else_until_something_else_is_done(language, said):
    page = _type(drawn(_page, at=showing(language=language)), "abc")
    assert f'<p class="wrong" role="alert">{said}' in html(page)
    assert 'class="complaints"' not in html(page)
    assert page.text_input[0].value == "abc"
    page = _type(page, "440 亿元")
    assert 'role="alert"' not in html(page)
    assert (_now(page).complaints, _now(page).beside) == ((), "")


def test_both_bad_fields_are_named():
    with pytest.raises(Refused) as refusal:
        outcome_form.read(showing(), "gdp", 2025, "x", "y")
    assert [dict(problem.values)["got"] for problem in refusal.value.problems] == ["x", "y"]
    assert outcome_form.read(showing(), "gdp", 2025, "44", " ", True) == Typed("gdp", 2025, 440, None, True)


def _type_row(page, indicator, **given):
    """What a visitor does with the form for a row of the plan report."""
    page.selectbox[0].select(indicator).run()
    for name, text in given.items():
        next(each for each in page.text_input if f"_{name}_" in (each.key or "")).input(text)
    return page.button[0].click().run()


@pytest.mark.parametrize(("language", "indicator", "given", "piece", "row"), [
    ("en", "tourist_visits", {"level": "36.5"}, "tourist_visits@2024:3650",
     ["Tourist visits 2024", "36.5 m visits", "–", "38 m visits (2024 plan report 一(二) L30; 三(二) L112)",
      "✗ missed: −1.5 m visits"]),
    ("zh", "tourist_visits", {"level": "３,650"}, "tourist_visits@2024:3650",
     ["2024年接待游客", "3,650 万人次", "–", "3,800 万人次（2024年计划报告 一(二) L30; 三(二) L112）",
      "✗ 未完成：−150 万人次"]),
    ("en", "tourist_visits", {"level": "3,900 万人次"}, "tourist_visits@2024:3900",
     ["Tourist visits 2024", "39 m visits", "–", "38 m visits (2024 plan report 一(二) L30; 三(二) L112)",
      "✓ met: +1 m visits"]),
    ("zh", "pm25", {"level": "24 µg/m³"}, "pm25@2024:24",
     ["2024年PM2.5平均浓度", "24 微克/立方米", "–", "≤ 28 微克/立方米（2024年计划报告 一(六) L51; 三(八) L149）",
      "✓ 完成：−4 微克/立方米"]),
    ("en", "farmland_safe_use", {"level": "97.5 %"}, "farmland_safe_use@2024:97.5",
     ["Contaminated farmland safe-use rate 2024", "97.5 %", "–", "≥ 98 % (2024 plan report 一(六) L50; 三(八) L149)",
      "✗ missed: −0.5 points"]),
    ("en", "energy_intensity", {"growth": "−3.1"}, "energy_intensity@2024::-3.1",
     ["Energy use per unit of GDP 2024", "–", "−3.1 %", "−3 % (2024 plan report 二(二) L80)", "✓ met: −0.1 points"]),
    ("en", "tourism_revenue", {"level": "225 亿元"}, "tourism_revenue@2024:225",
     ["Tourism revenue 2024", "22.5 bn yuan", "25.00 %, worked out",
      "≥ +20 % → 21.6 bn yuan (2024 plan report 一(二) L30; 三(二) L112)", "✓ met: +5.0 points"]),
])  # fmt: skip
def test_the_outcome_of_any_target_of_the_report_is_typed_goes_into_the_link_and_is_held_against_it(
    language, indicator, given, piece, row
):
    page = _type_row(drawn(_page, at=showing(language=language)), indicator, **given)
    assert not page.exception
    assert _now(page).complaints == ()
    assert _now(page).scenario.region == f"fengjie~{piece}"
    assert f"&region=fengjie~{piece}&" in _now(page).query
    assert dict(_now(page).scenario.values) == dict(PLAN.values)
    assert _cells(page)[-1][:5] == row
    assert _button(page, f"forget:{indicator}@2024")
    assert visit(lambda: take(f"forget:{indicator}@2024"), at=_now(page))[-1].scenario == PLAN


@pytest.mark.parametrize(("language", "rows"), [
    ("en", [["2.006 m", "13.98 %, worked out", "≥ +14 % → 2.0064 m visits", "✗ missed: −0.02 points"],
            ["2.25 m", "15.98 %, worked out", "≥ +16 % → 2.2504 m visits", "✗ missed: −0.02 points"],
            ["7.3795 bn", "14.999 %, worked out", "≥ +15 % → 7.37955 bn yuan", "✗ missed: −0.001 points"]]),
    ("zh", [["200.6 万", "13.98%（推算）", "≥ +14% → 200.64 万人次", "✗ 未完成：−0.02 个百分点"],
            ["225 万", "15.98%（推算）", "≥ +16% → 225.04 万人次", "✗ 未完成：−0.02 个百分点"],
            ["73.795 亿", "14.999%（推算）", "≥ +15% → 73.7955 亿元", "✗ 未完成：−0.001 个百分点"]]),
])  # fmt: skip
def test_a_level_just_short_of_what_a_growth_target_means_reads_neither_as_its_level_nor_as_its_growth(language, rows):
    # 176 x 1.14 = 200.64, 194 x 1.16 = 225.04, 64.17 x 1.15 = 73.7955; 73.795 / 64.17 = 1.1499922
    short = "fengjie~inclusive_loans@2024:73.795~tourist_overnight@2024:200.6~tourist_ticketed@2024:225"
    shown = _cells(drawn(_page, at=showing(plan(packs()[short]), language)))[-3:]
    for cells, row in zip(shown, rows, strict=True):
        assert all(cell.startswith(said) for cell, said in zip(cells[1:5], row, strict=True)), cells
    just = "fengjie~inclusive_loans@2024:73.7955~tourist_overnight@2024:200.64~tourist_ticketed@2024:225.04"
    shown = _cells(drawn(_page, at=showing(plan(packs()[just]), language)))[-3:]
    assert [cells[4][0] for cells in shown] == ["✓"] * 3
    assert [cells[2][:5] for cells in shown] == ["14.00", "16.00", "15.00"]


@pytest.mark.parametrize(("language", "said"), [
    ("en", ["✓ met: 0.0 points; growth as typed decides, though the level typed with it means 22.22 %",
            "✗ missed: −0.1 points; growth as typed decides, though the level typed with it means 15.01 %"]),
    ("zh", ["✓ 完成：0.0 个百分点；以填写的增速判定；按同时填写的总量推算为22.22%，两者不一致",
            "✗ 未完成：−0.1 个百分点；以填写的增速判定；按同时填写的总量推算为15.01%，两者不一致"]),
])  # fmt: skip
def test_which_figure_decides_is_said_where_level_and_growth_disagree(language, said):
    # 220 / 180 = 1.2222, 73.8 / 64.17 = 1.15007; the targets are 20 % and 15 %
    both = plan(packs()["fengjie~tourism_revenue@2024:220:20~inclusive_loans@2024:73.8:14.9"])
    page = drawn(_page, at=showing(both, language))
    for cells, words in zip(_cells(page)[-2:], said, strict=True):
        assert cells[4].startswith(words)
    decides = {"en": "growth that is typed decides", "zh": "填了增速即以增速判定"}[language]
    assert decides in html(page)


@pytest.mark.parametrize(("language", "said"), [
    ("en", ["11.9998 %, worked out", "✗ missed: −0.0002 points"]),
    ("zh", ["11.9998%（推算）", "✗ 未完成：−0.0002 个百分点；替代公布数"]),
])  # fmt: skip
def test_growth_of_a_series_that_is_just_short_does_not_read_as_its_target(language, said):
    # 101.5838 / 90.7 = 1.11999780; the target is 12 %, 101.584
    row = _cells(drawn(_page, at=showing(plan(packs()["fengjie~fai@2024:101.5838!"]), language)))[2]
    assert row[2] == said[0]
    assert row[4].startswith(said[1])
    met = _cells(drawn(_page, at=showing(plan(packs()["fengjie~fai@2024:101.584!"]), language)))[2]
    assert (met[2][:5], met[4][0]) == ("12.00", "✓")


@pytest.mark.parametrize(("indicator", "given", "words"), [
    ("tourist_visits", {"level": " "}, ["is missing; write digits"]),
    ("tourist_visits", {"level": "many"}, ["got many"]),
    ("tourist_visits", {"level": "3650"}, ["got 3650", "allowed: 0 to 380 m visits"]),
    ("energy_intensity", {"growth": ""}, ["is missing; write digits"]),
    ("energy_intensity", {"growth": "600"}, ["allowed: -100 to 500 %"]),
    ("tourism_revenue", {"level": "x", "growth": "y"}, ["got x"]),
])  # fmt: skip
def test_what_is_no_outcome_of_a_row_is_refused_with_a_sentence(indicator, given, words):
    page = _type_row(drawn(_page, at=showing()), indicator, **given)
    assert not page.exception
    assert _now(page).scenario == PLAN
    said = _now(page).complaints[0]
    shown = _now(page).wording.shown(said)
    assert all(word in shown for word in words), shown
    assert said.where.endswith(" 2024")
    assert len(_now(page).complaints) == len([text for text in given.values() if text] or [""])


@pytest.mark.parametrize(("language", "said"), [
    ("en", "(got tourist_visits@2024:39000: 390 m visits); allowed: 0 to 380 m visits;"),
    ("zh", "（得到 tourist_visits@2024:39000，即 39,000 万人次）；可用：0至38,000 万人次；"),
])  # fmt: skip
def test_a_link_s_outcome_of_a_row_that_cannot_be_is_named_in_the_unit_of_the_page(language, said):
    assert said in html(drawn(_page, query=f"region=fengjie~tourist_visits@2024:39000&lang={language}"))


# The year so far


def _pace(text, way="share", month=6, indicator="gdp", language="en", at=None, year=2025):
    page = drawn(_page, at=at or showing(language=language))
    page.selectbox[2].select(year)
    page.selectbox[3].select(indicator)
    page.selectbox[4].select(month)
    page.selectbox[5].select(way).run()
    page.text_input[2].input(text).run()
    assert not page.exception
    return html(page)


def test_a_part_of_the_year_is_seen_against_an_even_path():
    shown = _pace("41.8 %")
    assert "41.8 % of the year&#x27;s target is done up to month 6 (half-year); an even path has 50.0 %." in shown
    assert "That is 8.2 points behind." in shown
    assert "The rest of the year needs 1.164 times the even pace." in shown
    assert "is not known for this region" in shown
    assert "This is not in the link" in shown


def test_it_is_said_in_chinese_as_officials_say_it():
    shown = _pace("41.8", language="zh")
    assert "落后序时进度8.2 个百分点。" in shown
    assert "1.164倍" in shown


def test_a_level_so_far_is_a_part_of_what_the_scenario_makes_of_the_year():
    # 411.5 x 1.075 = 442.3625 in 2025; 221.18125 of it are half
    assert "50.0 % of the year" in _pace("22.118125", "level", at=showing(plan(AGAIN)))
    assert "That is just the even path." in _pace("22.118125", "level", at=showing(plan(AGAIN)))


def test_a_year_with_an_announced_target_is_held_against_it():
    # 9.25 of 18.5
    shown = _pace("0.925", "level", indicator="revenue", year=2024)
    assert "The target of 2024 is 1.85 bn yuan, announced (2024 plan)." in shown
    assert "50.0 % of the year" in shown
    assert "2024年目标为 18.5 亿元，系公布数（2024年计划）。" in _pace("9.25", "level", 6, "revenue", "zh", year=2024)


def test_a_row_of_the_plan_report_is_held_against_its_own_target():
    # 15.884 of 38 are 41.8 %
    shown = _pace("15.884", "level", indicator="tourist_visits", year=2024)
    assert "41.8 % of the year&#x27;s target is done up to month 6 (half-year)" in shown
    assert "That is 8.2 points behind." in shown


@pytest.mark.parametrize(("indicator", "year", "said"), [
    ("gdp", 2025, "the scenario&#x27;s path stands in its place, 44.19 bn yuan."),
    ("gdp", 2024, "is 41.11 bn yuan at the prices of 2023: 6.5 % in real terms on the 38.6 bn yuan of 2023, announced"),
    ("fai", 2024, "is 10.16 bn yuan: 12.0 % on the 9.07 bn yuan of 2023, announced (2024 plan)."),
    ("gdp", 2026, "The target of 2026 is 55 bn yuan, announced (as the Party congress said)."),
    ("revenue", 2025, "The data hold no target of 2025 for this indicator, and the scenario has no path of it."),
    ("tourist_visits", 2024, "The target of 2024 is 38 m visits, announced (2024 plan report 一(二) L30;"),
    ("tourist_visits", 2025, "The data hold no target of 2025 for this indicator, and the scenario has no path of it."),
])  # fmt: skip
def test_what_the_years_target_is_and_where_it_comes_from_is_said_before_anything_is_typed(indicator, year, said):
    assert said in _pace("", indicator=indicator, year=year)


@pytest.mark.parametrize(("language", "said"), [
    ("en", "is 41.11 bn yuan at the prices of 2025: 6.5 % in real terms on the 38.6 bn yuan of 2025 (2026 target, as "
     "typed)."),
    ("zh", "按实际增速 6.5%（2026年目标，自行填写）"),
])  # fmt: skip
def test_a_target_of_a_county_of_ones_own_is_said_to_be_typed_and_not_announced(language, said):
    own = packs()["own~A~2025~gdp:386:6.5~target:550,2030~gdp@2026:411:6"]
    at = showing(plan(own), language)
    assert said in _pace("", language=language, at=at, year=2026)
    head, cell = (row[3] for row in _cells(drawn(_page, at=at))[:2])
    assert head == {"en": "Target of the year", "zh": "当年目标"}[language]
    assert cell.startswith("6.5 % (2026 target, as typed)" if language == "en" else "6.5%（2026年目标，自行填写）")


def test_the_year_that_opens_is_the_one_after_the_latest_outcome():
    assert drawn(_page, at=showing()).selectbox[2].value == 2025


@pytest.mark.parametrize(("text", "way", "indicator", "words"), [
    ("some", "share", "gdp", "got some"), ("-1", "share", "gdp", "allowed: 0 to 1000 %"),
    ("1001", "share", "gdp", "got 1001"), ("1.2", "level", "revenue", "type per cent of the target instead"),
])  # fmt: skip
def test_what_is_no_part_of_a_year_is_refused_with_a_sentence(text, way, indicator, words):
    assert words in _pace(text, way, indicator=indicator)


@pytest.mark.parametrize(("text", "month", "words"), [
    ("104", 9, "The year&#x27;s target is reached."), ("30", 3, "That is 5.0 points ahead."),
    ("98.25", 12, "That is 1.75 points behind."),
])  # fmt: skip
def test_the_end_of_the_year_and_what_is_ahead_are_said(text, month, words):
    assert words in _pace(text, month=month)
