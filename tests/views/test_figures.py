"""Every figure in use stands once on the page "data and method", with its source; what is doubtful is only named."""

import re
from collections import Counter

import pytest
from a_visit import PACK, PLAN, showing, tables

from model.further import offered
from model.link import LANGUAGES
from model.loader import packs
from model.scenario import plan
from views import figures

ALL = "ABC"


def _shown(language="en", text="", trusted=ALL):
    """The cells of the table, without its head."""
    (table,) = tables(figures.html(showing(language=language), text, trusted))
    return [[cell for cell, _ in row] for row in table[1:]]


@pytest.mark.parametrize("region", packs())
def test_every_figure_of_a_pack_is_listed_once_and_a_doubtful_one_never(region):
    pack = packs()[region]
    known = [
        *pack.baselines.values(), *pack.outcomes, *pack.growth, *pack.goals.values(),
        *pack.history, *pack.calibration.values(),
    ]  # fmt: skip
    extended = ": growth, extended"  # a goal again, in years that it was not announced for
    rows = figures.listed(showing(plan(pack), "en"))
    listed = Counter(id(figure) for name, figure in rows if not name.endswith(extended))
    assert listed == Counter(id(figure) for figure in known if figure.trust != "D")


def test_every_figure_has_its_value_basis_trust_source_and_place():
    shown = {(row[0], row[1]): row[2:7] for row in _shown()}
    value, basis, trust, source, where = shown["GDP: baseline", "2023"]
    assert (value, basis, trust, where) == ("38.6 bn yuan", "current prices", "C", "411.5 / 1.066")
    assert source == "Derived: arithmetic on the rows above, given in the locator"
    assert shown["Budget revenue: announced goal", "2024"][0] == "1.85 bn yuan"
    assert shown["Secondary sector: history", "2020"][0] == "12.429 bn yuan"
    assert shown["Municipality, GDP deflator: change", "2023"][:3] == ["−0.57 %", "price change", "B"]
    assert shown["Correlation of one year's deviation with the next year's", "2017"][0] == "0.6"


@pytest.mark.parametrize(("language", "unit", "percent"), [("en", " points", " %"), ("zh", " 个百分点", "%")])
def test_what_is_called_points_is_written_in_points(language, unit, percent):
    shown = [row[2] for row in _shown(language)[-6:]]
    assert shown == [f"1.6{unit}", "0.6", f"0{unit}", f"56.0{percent}", f"−8.2{unit}", f"3.8{unit}"]


def test_a_doubtful_figure_is_named_with_its_reason_and_without_its_value():
    shown = figures.html(showing())
    assert (
        "Left out, trust D: GDP 2018; Retail sales 2018; Budget revenue 2018 (mixes two statistical vintages" in shown
    )
    assert "300.68" not in shown
    assert "30.068" not in shown


@pytest.mark.parametrize(("language", "text", "values"), [
    ("en", "gdp 2020 HISTORY", ["32.314 bn yuan"]), ("zh", "投资 实际完成数 2024", ["105.6 亿元"]),
    ("zh", "一(七)", ["27,813 元"]), ("en", "  ", None),
])  # fmt: skip
def test_a_search_finds_the_figures_that_hold_every_word(language, text, values):
    found = _shown(language, text)
    assert [row[2] for row in found] == (values or [row[2] for row in _shown(language)])


def test_a_search_for_what_is_not_there_says_how_many_were_found():
    shown = figures.html(showing(), "<b>nowhere")
    assert "0 of 123 figures" in shown
    assert tables(shown) == []


def test_the_plan_report_itself_is_one_click_away():
    shown = figures.html(showing())
    assert f"says in figures, {len(PACK.statements)} of them" in shown
    assert 'data-action="page:plan"' in shown


@pytest.mark.parametrize("trusted", ["A", "B", "C", "AC"])
def test_figures_can_be_chosen_by_their_trust(trusted):
    assert {row[4] for row in _shown(trusted=trusted)} == set(trusted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_is_given_with_publisher_date_trust_licence_and_address(language):
    shown = figures.sources(showing(PLAN, language))
    (table,) = tables(shown)
    rows = {row[0][0]: [cell for cell, _ in row[1:]] for row in table[1:]}
    assert len(rows) == len(PACK.sources)
    for source in PACK.sources.values():
        title, publisher, licence = (
            getattr(source, f"{part}_{language}") for part in ("title", "publisher", "licence")
        )
        assert rows[title] == [publisher, source.published, source.trust, licence, source.url or "–"]
        assert not source.url or f'href="{source.url}"' in shown


OWN = "own~A~2025~gdp:386,380,391:6.5,6~fai:90:12~target:550,2030"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_typed_of_a_county_is_listed_with_what_it_is_and_the_legend_says_why(language):
    now = showing(plan(packs()[OWN]), language)
    assert figures.degrees(now) == ("A", "B", "C", "D")
    (table,) = tables(figures.html(now))
    typed = {row[0][0]: (row[1][0], row[2][0]) for row in table[1:] if row[4][0] == "D"}
    if language == "en":
        assert typed == {
            "GDP: baseline": ("2025", "38.6 bn yuan"),
            "FAI: baseline": ("2025", "9 bn yuan"), "FAI: announced goal": ("2026", "12.0 %"),
            "GDP: announced goal": ("2030", "55 bn yuan"),
        }  # fmt: skip
        assert [row[2][0] for row in table if row[0][0] == "GDP: announced goal"] == ["6.5 %", "6.0 %", "55 bn yuan"]
        assert "12 of 12 figures" in figures.html(now)
    said = figures.legend(now)
    assert ("what was typed, unchecked" if language == "en" else "自行填写、未经核对") in said
    assert ("what was typed" if language == "en" else "自行填写") not in figures.legend(showing(language=language))


def test_a_typed_outcome_is_listed_with_its_growth_beside_the_figures_of_the_data():
    region = "fengjie~gdp@2025:440:6.2~income@2025:31000"
    for now in (showing(plan(packs()[each])) for each in (region, region.replace("fengjie", "fengjie@2025"))):
        (table,) = tables(figures.html(now, "typed"))
        rows = {(row[0][0], row[2][0]): (row[1][0], row[3][0], row[4][0], row[6][0]) for row in table[1:]}
        assert rows["GDP: outcome, typed", "44 bn yuan"] == ("2025", "current prices", "D", "–")
        assert rows["GDP: growth, typed", "6.2 %"] == ("2025", "constant prices", "D", "–")
        assert rows["Income per head: outcome, typed", "31,000 yuan"][2] == "D"
        assert "GDP 2018" in figures.html(now)
    assert "D" not in figures.degrees(showing())


@pytest.mark.parametrize(("language", "level", "growth", "said"), [
    ("en", ["PM2.5 annual mean: outcome, typed", "2024", "24 µg/m³", ""], "−2.9 %", "against its target, and no more"),
    ("zh", ["PM2.5平均浓度：填写的实际完成数", "2024", "24 微克/立方米", ""], "−2.9%", "不参与计算"),
])  # fmt: skip
def test_a_typed_outcome_of_a_row_is_listed_too_and_said_to_be_computed_with_nowhere(language, level, growth, said):
    now = showing(plan(packs()["fengjie~pm25@2024:24~energy_intensity@2024::-2.9"]), language)
    (table,) = tables(figures.html(now, "", "D"))
    rows = [[text for text, _ in row] for row in table[1:]]
    assert [row[:5] for row in rows] == [[*level, "D"], [*rows[1][:2], growth, rows[1][3], "D"]]
    count = {"en": "2 of {} figures", "zh": "{}"}[language].format(len(figures.listed(now)) + 2)
    assert count in figures.html(now, "", "D")
    assert said in figures.legend(now)
    assert ("drawn and computed with" if language == "en" else "绘入图中") not in figures.legend(now)
    typed = now.pack.sources["typed"]
    assert now.wording.either(typed.title_zh, typed.title_en) in figures.sources(now)


@pytest.mark.parametrize(("language", "rows"), [
    ("en", [["result in the plan report", "2023", "31.11 m visits", ""],
            ["target in the plan report", "2024", "38 m visits", ""],
            ["result in the plan report", "2023", "18 bn yuan", "current prices"],
            ["growth in the plan report", "2023", "25.1 %", "current prices"],
            ["growth target in the plan report", "2024", "20 %", "current prices"]]),
    ("zh", [["计划报告所载实绩", "2023", "3,111 万人次", ""], ["计划报告目标", "2024", "3,800 万人次", ""],
            ["计划报告所载实绩", "2023", "180 亿元", "现价"],
            ["计划报告所载增速", "2023", "25.1%", "现价"], ["计划报告增速目标", "2024", "20%", "现价"]]),
])  # fmt: skip
def test_figures_of_further_paths_in_use_are_listed_with_trust_source_and_line(language, rows):
    paths = tuple(offered(PACK)[key] for key in ("tourist_visits", "tourism_revenue"))
    now = showing(language=language, further=paths)
    (table,) = tables(figures.html(now, "L30"))
    shown = [[text for text, _ in row] for row in table[1:]]
    assert [[re.split(": |：", row[0])[-1], *row[1:4]] for row in shown] == rows
    title = PACK.sources["plan_report_2024"]
    assert {tuple(row[4:7]) for row in shown} == {
        ("C", now.wording.either(title.title_zh, title.title_en), "一(二) L30; 三(二) L112")
    }
    assert figures.html(showing(language=language), "L30").count("<table") == 0
