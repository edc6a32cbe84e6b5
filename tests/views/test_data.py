"""The paths as a CSV file: what a spreadsheet and a program read in it."""

import csv
import io
from datetime import date
from fractions import Fraction
from urllib.parse import parse_qsl

import pyarrow.parquet as pq
import pytest
from a_visit import PACK, PLAN, projecting, showing
from any_region import find_region

from model.cli.main import main
from model.language.rates import plain
from model.link.link import write
from model.link.version import EDITION
from model.scenario.scenario import plan
from model.work.work import Work
from views.downloads.about import Occasion
from views.downloads.data import build, parquet

DAY = date(2026, 11, 25)


def _rows(now):
    content = build(Occasion(now, "http://plan.example/", DAY))
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _row(rows, *keys):
    return next(row for row in rows if (row[0], row[1], row[5]) == keys)


def test_every_indicator_and_year_of_the_plan_has_a_row():
    head, *rows = _rows(showing())
    assert head[:6] == ["scenario", "indicator", "indicator, name", "price basis", "unit of levels", "year"]
    assert head[6] == "growth, % (nominal at current prices, real at constant prices)"
    assert len(rows) == (len(PACK.baselines) + 1) * 6  # GDP twice; 2023 to 2028
    assert {row[0] for row in rows} == {"the plan"}


def test_numbers_are_exact_in_the_unit_of_the_reader():
    level = Fraction(386) * Fraction("1.065") * Fraction("1.075") ** 4
    for language, name, unit, shift in (("en", "the plan", "bn yuan", 10), ("zh", "计划", "亿元", 1)):
        row = _row(_rows(showing(language=language)), name, "gdp", "2028")
        assert (row[4], row[6]) == (unit, "7.5")
        assert float(row[8]) == pytest.approx(float(level / shift), rel=1e-14)
        assert float(row[7]) == pytest.approx(float(level / shift * 380 / 386), rel=1e-14)


def test_chance_and_target_stand_in_the_rows_they_are_of_and_are_those_of_the_command_line(capsys):
    out_of_reach = PLAN.set(target_level=30000.0, fai_target_level=200.0, fai_target_year=2030.0).rename("far")
    kept = (PLAN.rename("usual"),)
    own = _rows(showing(out_of_reach, "en", kept=kept))
    assert main(["project", write(Work(out_of_reach, kept=kept), "en"), "--csv"]) == 0
    printed = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    said = {(row["name"], row["year"]): float(row["chance"]) for row in printed if row["indicator"] == "gdp"}
    shown = {
        (row[0], row[5]): float(row[10])
        for row in own[1:]
        if row[1] == "gdp" and row[0] in ("far", "usual") and row[10]
    }
    assert shown == {key: round(chance, 4) for key, chance in said.items() if key[1] > "2023"}
    assert _row(own, "far", "gdp", "2028")[11:14] == ["3000", "2028", "set by hand"]
    assert _row(own, "far", "fai", "2024")[10:14] == ["", "20", "2030", "set by hand"]
    assert _row(own, "far", "gdp_constant", "2028")[10:14] == ["", "", "", ""]
    assert [_row(own, "usual", key, "2028")[13] for key in ("gdp", "fai")] == ["published", "system default"]


def test_parquet_holds_the_rows_of_the_csv_file_as_numbers():
    kept = (PLAN.set(gdp_later=0.05).rename("slower"),)
    shown = showing(PLAN, "en", kept=kept, rows=("tourism_revenue",))
    head, *rows = _rows(shown)
    table = pq.read_table(io.BytesIO(parquet(Occasion(shown, "http://plan.example/", DAY))))
    assert table.column_names == head
    assert len(table) == len(rows)
    in_chinese = parquet(Occasion(showing(PLAN, "zh"), "http://plan.example/", DAY))
    assert pq.read_table(io.BytesIO(in_chinese)).column_names == head
    for found, row in zip(table.to_pylist(), rows, strict=True):
        assert ["" if c is None else c if isinstance(c, str) else plain(c) for c in found.values()] == row
    assert [str(table.schema.field(head[place]).type) for place in (0, 5, 8)] == ["string", "int64", "double"]


def test_each_price_basis_has_a_range_of_its_own_and_what_has_none_is_empty():
    # 380 and 391 x 1.065 x 1.075^4 at constant prices, whatever prices do
    rows = _rows(showing(PLAN.set(deflator_later=0.02).rename("prices"), "zh"))
    constant = _row(rows, "prices", "gdp_constant", "2028")
    ends = [float(constant[place]) for place in (7, 9)]
    assert ends == pytest.approx([540.4643612109375, 556.109382193359375], rel=1e-14)
    assert [_row(rows, "prices", "fai", "2023")[place] for place in (7, 8, 9)] == ["", "90.7", ""]


def test_growth_is_nominal_and_that_in_prices_of_the_base_year_real():
    rows = _rows(showing(PLAN.set(deflator_later=0.02).rename("prices"), "en"))
    assert [_row(rows, "prices", key, "2027")[3] for key in ("gdp", "gdp_constant")] == [
        "current prices",
        "constant prices",
    ]
    assert float(_row(rows, "prices", "gdp", "2027")[6]) == pytest.approx(9.65, rel=1e-14)  # 1.075 x 1.02 = 1.0965
    assert _row(rows, "prices", "gdp_constant", "2027")[6] == "7.5"
    assert _row(rows, "prices", "gdp", "2023")[6] == ""


def test_files_of_two_regions_are_told_apart_by_their_rows_and_what_was_typed_is_no_fact():
    typed = find_region("fengjie&base=2025&outcome.gdp=2025:440:6.2")
    own, again = _rows(showing(language="zh")), _rows(showing(plan(typed), "zh"))
    assert own[0][14:] == ["基数来源", "地区", "链接（校验码）", "数据与模型版次"]
    check = dict(parse_qsl(showing(language="zh").query))["check"]
    assert {tuple(row[14:]) for row in own[1:] if row[1] == "gdp"} == {
        ("推算，未见公布", PACK.region.name_zh, f"check={check}", str(EDITION))
    }
    assert {row[14] for row in own if row[1] == "income"} == {"已公布"}
    assert {row[15] for row in again[1:]} == {"奉节县（重庆）·2025年基期"}
    assert {row[14] for row in again if row[1] in ("gdp", "gdp_constant")} == {"自行填写，无来源"}
    assert {row[16] for row in own[1:]}.isdisjoint(row[16] for row in again[1:])


def test_kept_scenarios_are_there_and_no_name_is_a_formula():
    kept = (PLAN.set(gdp_later=0.05).rename("=1+1"), PLAN.set(gdp_later=0.06).rename('a",b'))
    rows = _rows(showing(PLAN, kept=kept))
    assert list(dict.fromkeys(row[0] for row in rows[1:])) == ["the plan", "'=1+1", 'a",b']


def test_a_row_of_the_plan_report_has_rows_as_an_indicator_has():
    rows = _rows(showing(projecting("tourism_revenue"), "en"))
    name = ["this scenario", "tourism_revenue", "Tourism revenue", "current prices", "bn yuan"]
    assert [row[:15] for row in rows if row[:2] == name[:2]][:3] == [
        [*name, year, rate, "", level, "", "", "45", "2028", "system default", "published"]
        for year, rate, level in (("2023", "", "18"), ("2024", "20", "21.6"), ("2025", "10", "23.76"))
    ]
