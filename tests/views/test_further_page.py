"""Further paths on the page: added on "The plan", drawn, moved and removed on "Simulate", in both languages."""

import pytest
from a_visit import PACK, PLAN, drawn, html, showing, tables, visit

from model.further import MOST, Further, offered
from model.link import LANGUAGES, read
from model.loader import packs
from model.scenario import plan
from views import actions, further, region, replanning, session
from views.downloads.brief import tables as tables_of_the_brief
from views.words import changes

TOURISM, SALES = Further("tourism_revenue", 0.2, 0.1), Further("ecommerce_sales", 2 / 3, 0.3)
ADD = ("add:tourism_revenue", "add:ecommerce_sales")


def _simulate():
    from views.simulate import page

    page()


def _plan():
    from views.plan import page

    page()


def _steps(*taken):
    return [lambda action=action: actions.take(action) for action in taken]


def _rows(markup):
    """The rows of the table of further paths: each the text of its cells."""
    found = next(table for table in tables(markup) if table[0][-1][0] == "" and table[0][1][0] == "2023")
    return [[cell for cell, _ in row] for row in found[1:]]


# Adding and removing


def test_a_button_adds_a_path_and_takes_it_away_each_as_one_step_that_the_address_holds():
    states = visit(*_steps(*ADD, "remove:tourism_revenue", "undo:", "undo:", "redo:"))
    keys = [[each.key for each in now.work.further] for now in states]
    assert keys == [
        [], ["tourism_revenue"], ["tourism_revenue", "ecommerce_sales"], ["ecommerce_sales"],
        ["tourism_revenue", "ecommerce_sales"], ["tourism_revenue"], ["tourism_revenue", "ecommerce_sales"],
    ]  # fmt: skip
    for now in states:
        assert read(now.query, packs()).work == now.work
    assert states[0].query == visit(*_steps(*ADD, "undo:", "undo:"))[-1].query
    told = changes.told(states[2], states[1].history.now, states[2].history.now)
    assert told == "further paths"


@pytest.mark.parametrize("action", ["add:gdp", "add:nothing", "add:plan_indicators_total", "remove:nothing", "add:"])
def test_a_row_that_is_not_offered_is_no_path(action):
    before, after = visit(*_steps(action))
    assert (after.work, after.problems) == (before.work, ())


def test_a_seventh_is_refused_in_a_sentence():
    after = visit(*_steps(*(f"add:{key}" for key in list(offered(PACK))[: MOST + 1])))[-1]
    assert len(after.work.further) == MOST
    assert "has room for 6 further paths" in after.wording.sentence(after.problems[0])
    said = html(drawn(_plan, at=after))
    assert said.count(">no room: 6 are in<") > 6  # no button far from the top where the refusal stands
    assert 'data-action="add:' not in said


@pytest.mark.parametrize(("language", "add", "remove"), [("en", "Add as a path", "Remove"), ("zh", "加入推演", "移出")])
def test_the_plan_offers_what_has_a_level_and_growth_and_says_which_rows_are_in(language, add, remove):
    page = drawn(_plan, at=showing(language=language, further=(TOURISM,)))
    said = html(page.selectbox(key="plan_0").set_value("all").run())
    assert said.count(f">{add}<") == len(offered(PACK)) - 1
    assert said.count('data-action="remove:tourism_revenue"') == said.count(f">{remove}<") == 1
    assert {"en": "Further paths: Tourism revenue.", "zh": "已加入推演的其他指标：旅游综合收入。"}[language] in said
    assert said.count({"en": ">no indicator<", "zh": ">不是指标<"}[language]) == 2
    assert 'data-action="add:income_all_residents"' not in said


# On Simulate


def test_nothing_of_it_is_drawn_where_there_is_none():
    page = drawn(_simulate, at=showing())
    assert "Further paths" not in [each.label for each in page.expander]
    assert len(page.get("vega_lite_chart")) == 4


@pytest.mark.parametrize(
    ("language", "levels", "growth"),
    [
        ("en", ["18.0", "21.6", "23.8", "26.1", "28.7", "31.6"], ["20.00 %", "10.00 %"]),  # 21.6 x 1.1, ...
        ("zh", ["180.0", "216.0", "237.6", "261.4", "287.5", "316.2"], ["20.00%", "10.00%"]),
    ],
)
def test_a_path_is_a_chart_and_rows_of_levels_and_growth_with_what_it_rests_on(language, levels, growth):
    page = drawn(_simulate, at=showing(language=language, further=(TOURISM, SALES)))
    first, second, *_ = _rows(html(page))
    assert first[1:-1] == levels
    assert second[2:4] == growth
    assert len(page.get("vega_lite_chart")) == 6
    said = html(page)
    assert "一(二) L30; 三(二) L112" in said
    apart = {"en": "2023 and 2024 are not counted alike", "zh": "2023年与2024年口径不同"}[language]
    assert said.count(apart) == 1  # of online sales, not of tourism
    basis = {"en": "Tourism revenue, current prices, bn yuan", "zh": "旅游综合收入，现价，亿元"}[language]
    assert first[0] == basis


@pytest.mark.parametrize("language", LANGUAGES)
def test_growth_of_the_base_year_that_is_repeated_is_never_called_the_plans(language):
    now = showing(language=language, further=(offered(PACK)["housing_avg_price"],))
    said = html(drawn(_simulate, at=now))
    dashed = {"en": "Dashed: the growth of 2023 repeated.", "zh": "虚线：沿用2023年增速。"}[language]
    none = {"en": "No target is printed for these", "zh": "以下各项报告未提出目标"}[language]
    assert dashed in said
    assert none in said
    assert {"en": "the plan's growth carried on", "zh": "沿用计划增速"}[language] not in said
    (row, growth) = _rows(said)
    assert row[1:3] == ["7,030", "7,206"]  # 7,030 x 1.025 = 7,205.75
    assert growth[2].startswith("2.50")


@pytest.mark.parametrize(("language", "when"), [("en", ("2024", "from 2025")), ("zh", ("2024年", "2025年起"))])
def test_its_growth_is_slid_in_a_group_of_its_own_and_stays_with_the_page(language, when):
    page = drawn(_simulate, at=showing(language=language, further=(TOURISM,)))
    page.session_state["group_further"] = True
    page.run()
    sliders = [each for each in page.slider if each.key.startswith("slider_further_")]
    assert len(sliders) == 2
    assert all(mark in each.label for mark, each in zip(when, sliders, strict=True))
    assert [each.value for each in sliders] == [20.0, 10.0]
    sliders[1].set_value(-50.0).run()
    assert not page.exception
    now = page.session_state[session.KEY]
    assert now.work.further == (Further("tourism_revenue", 0.2, -0.5),)
    assert now.scenario == PLAN
    assert "further=tourism_revenue:20:-50&" in now.query


def test_a_later_starting_year_keeps_the_paths_from_the_reports_own():
    def again():
        replanning.replan(session.current(), "latest")

    after = visit(again, at=showing(further=(TOURISM,)))[-1]
    assert (after.pack.base_year, after.work.further) == (2024, (TOURISM,))
    (path,) = further.listed_paths(after)
    assert further.years_of(after)[:2] == (2023, 2024)
    assert path.levels[:3] == pytest.approx([180, 216, 237.6])
    assert "2023: 18; 2024: ≥ +20 %" in further.rests_on(after, path)


@pytest.mark.parametrize(("language", "said", "listed"), [
    ("en", "The outcome typed for 2024, 21 bn yuan, is not used: the path rests on the report.",
     "rest on the plan report: Tourism revenue 2024: 21 bn yuan."),
    ("zh", "自行填写的2024年实绩（210 亿元）未用于此路径，路径仍以计划报告为准。", "：2024年旅游综合收入 210 亿元。"),
])  # fmt: skip
def test_an_outcome_typed_of_a_path_is_said_not_to_be_used(language, said, listed):
    pack = packs()["fengjie@2024~tourism_revenue@2024:210"]
    now = showing(plan(pack), language, further=(TOURISM, SALES))
    assert said in html(drawn(_simulate, at=now))
    tourism, sales = further.listed_paths(now)
    assert said in further.rests_on(now, tourism)
    assert further.typed_outcome(now, sales.row) == ""
    assert listed in tables_of_the_brief.beside(now, 2).note


def test_another_region_leaves_them_behind_and_says_so():
    states = visit(lambda: region.enter("chongqing"), *_steps("undo:"), at=showing(further=(TOURISM,)))
    assert [now.work.further for now in states] == [(TOURISM,), (), (TOURISM,)]
    assert "has left the page" in states[1].wording.sentence(states[1].complaints[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_has_a_scale_of_its_own_and_says_so(language):
    now = showing(language=language, further=(TOURISM, SALES))
    tops = {}
    for path in further.listed_paths(now):
        listed = further.chart_rows(now, path).to_pylist()
        first = next(row["value"] for row in listed if row["role"] == "scenario")
        tops[path.given.key] = next(row["value"] for row in listed if row["role"] == "frame") / first
    # As planned, tourism comes to 1.2^5 = 2.488 times its first level; online sales to 5/3 x 1.3^4 = 4.76; and a label.
    assert tops == {"tourism_revenue": pytest.approx(2.75), "ecommerce_sales": pytest.approx(5)}
    said = {"en": "Each chart has a scale of its own", "zh": "各图纵轴刻度不同"}[language]
    assert said in html(drawn(_simulate, at=now))
