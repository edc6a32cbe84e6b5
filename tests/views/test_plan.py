"""The page "The plan": counts first, every figure to be found, with line, unit and what the text leaves open."""

import re
from html import unescape

import pytest
from a_visit import PACK, drawn, html, showing, tables

from model.link import LANGUAGES
from model.loader import packs
from model.scenario import plan
from model.statements import frame
from views import fulfilled, report_checks, scoreboard
from views.sheet import Bar, table

COUNTS = {
    "en": "of 39 that count the same; slower growth 1, bound already beaten 9, “about” 1; more 14, the same 5",
    "zh": "口径相同的39项中；另有增速放缓1项、已优于限值9项、“左右”1项；更高14项，持平5项",
}
CAME = {
    "en": ("met: 5 of 5 binding; 21 of 35 expected (2025 plan report ¶1)", "2023: 13 of 25 (2024 plan report 一 L14)",
           "Of the 136 targets for 2024, the data hold 5 outcomes",
           "Of 7 more a later report says only that they were met (6) or missed (1)",
           "Missed too, without a target in the text of the plan report: Number of high-tech firms;"),
    "zh": ("2024年计划：约束性指标5项完成5项", "预期性指标35项完成21项（2025年计划报告 ¶1）",
           "2023年计划：25项指标完成13项（2024年计划报告 一 L14）", "2024年的136项目标中，数据收有5项的实绩",
           "另有7项，后一年报告只说明完成（6项）或未完成（1项）",
           "未完成的：高新技术企业数；农村居民人均可支配收入增速"),
}  # fmt: skip
KINDS = {
    "en": "5 binding, 35 expected; the report's text names 5 and 5 of them",
    "zh": "约束性5项，预期性35项；报告正文点名其中5项和5项",
}
YEARS = {"en": ["2023 result", "2024 target"], "zh": ["2023年实绩", "2024年目标"]}
UNFUNDED = {
    "en": "Of the 4.34 bn yuan planned for 2024 as government investment, 1.9 bn yuan is not yet funded: 44 %.",
    "zh": "2024年计划政府投资43.4 亿元，其中19 亿元资金尚未落实，占44%。",
}


def _page():
    from views import plan

    plan.page()


def _named(page):
    """The first cell and the place of every row of the scoreboard."""
    return [(row[0][0], row[7][0]) for each in tables(html(page)) if len(each[0]) == 10 for row in each[1:]]


def _rows(language, *keys, region="fengjie"):
    """The scoreboard's rows of these statements: the text of each cell."""
    now = showing(plan(packs()[region]), language)
    found = tables(scoreboard.tables(now, frame(PACK).loc[list(keys)]))
    return [[text for text, _ in row] for each in found for row in each[1:]]


@pytest.mark.parametrize("region", ["fengjie", "fengjie@2024"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_with_its_counts_and_what_is_compared_each_with_its_line(language, region):
    page = drawn(_page, at=showing(plan(packs()[region]), language=language))
    said = html(page)
    board = next(each for each in tables(said) if len(each[0]) == 10)
    assert [title for title, _ in board[0]][3:5] == YEARS[language]
    assert page.selectbox(key="plan_3").label == {"en": "Beside 2023", "zh": "与2023年相比"}[language]
    trusted = {"en": "Source: 2024 plan report, trust A", "zh": "2024年计划报告，可信度A"}[language]
    for words in (
        COUNTS[language],
        KINDS[language],
        UNFUNDED[language],
        trusted,
        "<b>336</b>",
        "<b>53</b>",
        "<b>9</b>",
    ):
        assert words in unescape(said)
    rows = _named(page)
    assert len(rows) == 53
    assert all(re.search(r" L\d+", place) for _, place in rows)
    assert said.count("data-copy") >= 12  # 11 themes, sums, doubts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_region_planned_anew_keeps_the_years_of_its_report(language):
    again, own = (packs()[key] for key in ("fengjie@2024", "fengjie"))
    shown = [drawn(_page, at=showing(plan(pack), language)) for pack in (again, own)]
    assert tables(html(shown[0])) == tables(html(shown[1]))
    for words in (COUNTS[language], UNFUNDED[language], "2023", "<b>53</b>"):
        assert words in html(shown[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_outcomes_stand_beside_their_targets_and_the_official_counts_above_them(language):
    said = fulfilled.html(showing(language=language))
    for words in CAME[language]:
        assert words in said
    rows = [[text for text, _ in row] for row in tables(said)[0][1:]]
    assert [row[2] for row in rows[5:]] == ["–"] * 7  # what a report says without an outcome
    assert [row[1:4] for row in rows[:5]] == [
        list(row[language == "zh"]) for row in (
            (("≈ +6.5 %", "41.15 bn yuan · +6.6 %", "✓ met: +0.1 points"),
             ("≈ +6.5%", "411.5 亿元 · +6.6%", "✓ 完成：+0.1 个百分点")),
            (("+12 %", "10.56 bn yuan · +16.4 %", "✓ met: +4.4 points"),
             ("+12%", "105.6 亿元 · +16.4%", "✓ 完成：+4.4 个百分点")),
            (("+7.5 %", "13.54 bn yuan · +2.9 %", "✗ missed: −4.6 points"),
             ("+7.5%", "135.4 亿元 · +2.9%", "✗ 未完成：−4.6 个百分点")),
            (("≥ +6.5 % → 29,620.845", "29,364 yuan · +5.6 %", "✗ missed: −0.9 points"),
             ("≥ +6.5% → 29,620.845", "29,364 元 · +5.6%", "✗ 未完成：−0.9 个百分点")),
            (("≥ 1.85", "2.502 bn yuan",
              "✓ met: +0.652 bn yuan; 35 % above the target: one-off items or a changed scope are likely"),
             ("≥ 18.5", "25.02 亿元", "✓ 完成：+6.52 亿元；比目标高35%，可能含一次性收入或统计口径有变")),
        )
    ]  # fmt: skip


REACHED = "fengjie~tourism_revenue@2024:225~tourist_visits@2024:3650~pm25@2024:24~gov_investment_funds_to_seek@2024:20"


@pytest.mark.parametrize("language", LANGUAGES)
def test_typed_outcomes_stand_beside_their_targets_and_are_counted_apart_from_those_of_the_data(language):
    said = fulfilled.html(showing(plan(packs()[REACHED]), language))
    rows = [[text for text, _ in row] for row in tables(said)[0][6:10]]
    assert [row[1:] for row in rows] == {
        "en": [["1.9", "2", "+0.1 bn yuan, but the report does not say which way is aimed at", "typed, trust D"],
               ["38", "36.5", "✗ missed: −1.5 m visits", "typed, trust D"],
               ["≥ +20 % → 21.6", "22.5 · +25.00 %", "✓ met: +5.0 points", "typed, trust D"],
               ["≤ 28", "24", "✓ met: −4 µg/m³", "typed, trust D"]],
        "zh": [["19", "20", "+1 亿元，报告未说明以高为好还是以低为好，不作判定", "自行填写，可信度D"],
               ["3,800", "3,650", "✗ 未完成：−150 万人次", "自行填写，可信度D"],
               ["≥ +20% → 216.0", "225 · +25.00%", "✓ 完成：+5.0 个百分点", "自行填写，可信度D"],
               ["≤ 28", "24", "✓ 完成：−4 微克/立方米", "自行填写，可信度D"]],
    }[language]  # fmt: skip
    counts = {"en": ["5 outcomes, of which 3 met theirs",
                     "4 more, of which 2 met theirs and 1 missed them; neither met nor missed: 1."],
              "zh": ["5项的实绩，其中完成3项", "实绩4项，其中完成2项、未完成1项、不作判定1项。"]}  # fmt: skip
    assert all(count in said for count in counts[language])
    (row,) = _rows(language, "tourist_visits", region=REACHED)
    assert row[4] == {"en": "38; typed outcome 36.5; ✗ missed: −1.5 m visits",
                      "zh": "3,800；自填实绩 3,650；✗ 未完成：−150 万人次"}[language]  # fmt: skip
    assert [row[:4] + row[5:] for row in _rows(language, "pm25", region=REACHED)] == [
        row[:4] + row[5:] for row in _rows(language, "pm25")
    ]


@pytest.mark.parametrize(("language", "first", "last", "score"), [
    ("en", ["2018", "8.5 %", "6.0 %", "✗ missed: −2.5 points"],
     ["2026", "5.0 %", "–", "–"],
     "Of 5 targets whose outcome is known, 2 were met."),
    ("zh", ["2018", "8.5%", "6.0%", "✗ 未完成：−2.5 个百分点"],
     ["2026", "5.0%", "–", "–"], "其中已有实绩的目标5项，完成2项。"),
])  # fmt: skip
def test_a_region_without_a_plan_report_shows_its_growth_targets_beside_their_outcomes(language, first, last, score):
    # 6.0 against 8.5, 3.9 against 6, 8.3 against 6, 6.1 against 6, 5.7 against 6
    shown = html(drawn(_page, at=showing(plan(packs()["chongqing"]), language)))
    rows = [[text for text, _ in row[:4]] for row in tables(shown)[0][1:]]
    assert (len(rows), rows[0], rows[-1]) == (6, first, last)
    assert score in shown


def test_a_county_of_ones_own_shows_the_target_that_was_typed_and_claims_no_outcome():
    own = packs()["own~A~2025~gdp:386:6.5~target:550,2030"]
    shown = html(drawn(_page, at=showing(plan(own))))
    rows = [[text for text, _ in row[:4]] for row in tables(shown)[0]]
    assert rows == [["Year", "Target of the year", "Outcome", "Result"], ["2026", "6.5 % (as typed)", "–", "–"]]
    assert "were met" not in shown


def test_another_region_is_chosen_on_this_page_too():
    page = drawn(_page, at=showing())
    box = next(box for box in page.selectbox if box.label == "Region")
    page = box.set_value("chongqing").run()
    assert not page.exception
    assert "Of 5 targets whose outcome is known" in html(page)


def test_a_typed_outcome_of_a_series_stands_beside_the_goal_of_its_year():
    rows = _rows(
        "en", "gdp_level_goal_5y", "gdp_14fyp_avg_growth", "gdp", region="fengjie~gdp@2025:440:6.2~gdp@2026:549"
    )
    assert {row[0].partition(",")[0]: row[4] for row in rows} == {
        "GDP goal of the county’s 15th Party congress": "2026: ≥ 55; typed outcome 54.9 bn yuan; "
        "✗ missed: −0.1 bn yuan",
        "GDP": "2025: +7.5 %; typed outcome 44 bn yuan · +6.2 %; below the average: −1.3 points",
        "Gross domestic product (GDP)": "≈ +6.5 %; ✓ met: +0.1 points",
    }


def test_a_report_without_outcomes_says_nothing_of_them():
    assert fulfilled.html(showing(plan(packs()["chongqing"]))) == ""


def test_what_is_below_the_result_is_named_with_both_figures():
    lower, slower, beaten, about = unescape(scoreboard.headline(showing())).split("<p>")[1:]
    assert "Inclusive preschool coverage: 98.8 % → 90 %" in lower
    assert "Slower growth towards a better level: Fixed-asset investment (FAI): +23.1 % → +12 %." in slower
    for said in ("PM2.5 annual mean: 20 → ≤ 28 µg/m³", "Public-welfare jobs: 5,684 → ≥ 2,000 jobs"):
        assert said in beaten
    assert "Rural labour transferred: 337 → ≈ 330 thousand persons" in about


def test_every_figure_is_shown_where_all_are_asked_for():
    page = drawn(_page, at=showing())
    page.selectbox(key="plan_0").set_value("all").run()
    assert len(_named(page)) == 336
    page.selectbox(key="plan_0").set_value("aims").run()
    assert len(_named(page)) == 136
    page.selectbox(key="plan_0").set_value("known").run()
    assert len(_named(page)) == 12


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"plan_2": "binding"}, 2),  # of the five, good air and forests have a result of 2023
        ({"plan_0": "all", "plan_2": "binding"}, 5),
        ({"plan_3": "lower"}, 9),
        ({"plan_3": "beaten"}, 9),
        ({"plan_3": "same"}, 5),
        ({"plan_3": "more"}, 14),
        ({"plan_3": "apart"}, 14),
        ({"plan_1": "tourism"}, 4),
        ({"plan_1": "tourism", "plan_3": "lower"}, 0),
    ],
)
def test_filters_leave_what_they_name(filters, count):
    page = drawn(_page, at=showing())
    for key, value in filters.items():
        page.selectbox(key=key).set_value(value)
    page.run()
    assert len(_named(page)) == count
    assert ("Nothing matches." in html(page)) == (not count)


@pytest.mark.parametrize(("language", "text"), [("en", "homicide clearance"), ("zh", "命案破案")])
def test_a_search_finds_what_is_not_compared_too(language, text):
    page = drawn(_page, at=showing(language=language))
    page.text_input(key="plan_search").set_value(text).run()
    assert [place for _, place in _named(page)] == ["一(七) L58"] * len(_named(page))
    assert len(_named(page)) == (1 if language == "en" else 2)


@pytest.mark.parametrize(("language", "text", "key"), [
    ("en", "4.34", "gov_investment"), ("en", "1.85", "budget_revenue"), ("en", "5,684", "public_jobs"),
    ("zh", "5,684", "public_jobs"), ("en", "3,220", "old_estates_area"), ("en", "29,620.8", "income_all_residents"),
    ("zh", "+22.1%", "tourist_visits"), ("en", "−11.1", "fai"), ("en", "43.4", "gov_investment"),
])  # fmt: skip
def test_a_search_finds_numbers_as_the_page_prints_them_and_as_the_report_does(language, text, key):
    page = drawn(_page, at=showing(language=language))
    page.text_input(key="plan_search").set_value(text).run()
    each = PACK.statements[key]
    assert each.locator in [place for _, place in _named(page)]
    assert len(_named(page)) < 10


def test_a_row_says_figures_as_printed_in_the_readers_unit_and_what_they_mean():
    assert _rows("en", "gdp", "income_all_residents", "tourism_revenue", "pm25") == [
        ["Gross domestic product (GDP), constant prices", "expected", "↑ more", "+5.8 %",
         "≈ +6.5 %; ✓ met: +0.1 points", "+6.5 %",
         "▲ asks more; +0.7 points", "一 L13; 二(二) L88", PACK.statements["gdp"].note_en, ""],
        ["Tourism revenue, bn yuan, current prices", "", "↑ more", "18 · +25.1 %", "≥ +20 % → 21.6", "+20.0 %",
         "▽ bound already beaten; −5.1 points",
         "一(二) L30; 三(二) L112", PACK.statements["tourism_revenue"].note_en, "Add as a path"],
        ["PM2.5 annual mean, µg/m³", "", "↓ less", "20", "≤ 28", "+40.0 %", "▽ bound already beaten",
         "一(六) L51; 三(八) L149",
         PACK.statements["pm25"].note_en, "Add as a path"],
        ["Per-capita disposable income, all residents, yuan, current prices", "expected", "↑ more", "27,813 · +4.4 %",
         "≥ +6.5 % → 29,620.845; ✗ missed: −0.9 points", "+6.5 %",
         "▲ asks more; +2.1 points", "一 L13; 一(七) L55; 二(二) L94; 三(九) L155",
         PACK.statements["income_all_residents"].note_en, "simulated already"],
    ]  # fmt: skip
    assert _rows("zh", "tourist_visits")[0][:7] == [
        "接待游客，万人次", "", "↑ 正向", "3,111", "3,800", "+22.1%", "▲ 要求更高"
    ]  # fmt: skip
    assert _rows("en", "tourist_visits")[0][3:5] == ["31.11", "38"]


def test_what_is_not_alike_is_not_called_more_or_less_and_other_years_are_named():
    rows = _rows("en", "gdp_level_goal_5y", "budget_revenue")
    assert [row[3:7] for row in rows] == [
        ["–", "2026: ≥ 55", "–", "–"],
        [
            "+4.4 %",
            "≥ 1.85; ✓ met: +0.652 bn yuan; 35 % above the target: one-off items or a changed scope are likely",
            "–",
            "◇ not alike",
        ],
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sums_agree_and_say_how(language):
    said = tables(report_checks.sums(showing(language=language)))[0]
    worked = [row[3][0] for row in said[1:]]
    assert len(worked) == 10
    wanted = {"zh": "24.4 + 19 = 43.4", "en": "2.44 + 1.9 = 4.34"}[language]
    assert wanted in worked
    assert {row[4][0] for row in said[1:]} == {{"zh": "✓ 相符", "en": "✓ agrees"}[language]}


def test_what_the_report_leaves_open_is_listed_with_its_lines_inconsistencies_first():
    said = [[text for text, _ in row] for row in tables(report_checks.doubts(showing()))[0][1:]]
    kinds = [row[0] for row in said]
    assert kinds == sorted(kinds, key=["inconsistent", "ambiguous", "scope"].index)
    places = {row[1]: row[3] for row in said if row[0] == "inconsistent"}
    assert places["Tourist visits"] == "一(二) L30; 三(二) L112"
    assert places["Rural waste treatment rate"] == "一(四) L40; 一(六) L51"
    assert places["Presold-home delivery rate"] == "一(八) L62; 三(十) L161"
    assert places["Key projects substantively advanced"] == "一 L16"


@pytest.mark.parametrize(("far", "ends"), [(0.5, (50, 75)), (-1.0, (0, 50)), (9.0, (50, 100)), (0.0, (50, 50))])
def test_a_bar_grows_from_the_middle_and_ends_at_the_edge(far, ends):
    shown = table(["", ""], [["a", Bar("<b>", far)]], caption="")
    assert "--from:{:.1f}%;--to:{:.1f}%;".format(*ends) in shown
    assert "&lt;b&gt;" in shown
