"""What is taken away of a region that knows GDP alone: its levels in either unit, and nothing of what it lacks."""

import io
from datetime import date

import docx
import pytest
from a_visit import showing
from openpyxl import load_workbook

from model.link.link import LANGUAGES
from model.region.loader import packs
from model.scenario.scenario import plan
from views.downloads import brief, data, workbook
from views.downloads.about import Occasion, file_name

CITY = packs()["chongqing"]
OWN = plan(CITY).set(gdp_later=0.07).rename("7 %")
KEPT = (plan(CITY).set(gdp_base=30457.1).rename("derived"),)
LACKING = ("FAI", "Retail", "Income", "投资（", "消费品零售总额（", "可支配收入（")
# 30145.8 × 1.06 × 1.07^4 = 41885.894, and the target is 30145.8 × 1.06^5 = 40341.88.
SAID = {"zh": ("41,885.9", "40,341.88", "30,145.8"), "en": ("4,188.59", "4,034.188", "3,014.58")}


def _taken(language, scenario=OWN):
    return Occasion(showing(scenario, language, kept=KEPT), "http://plan.example/", date(2026, 11, 25))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_brief_says_the_levels_of_a_municipality_and_where_its_baseline_comes_from(language):
    document = docx.Document(io.BytesIO(brief.build(_taken(language))))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    for level in SAID[language]:
        assert level in words
    assert {"zh": "普查修订前口径", "en": "is the one before the fifth census"}[language] in words
    assert not any(cell.startswith(LACKING) for cell in cells)


def test_the_workbook_of_a_municipality_has_no_cell_of_what_it_lacks():
    book = load_workbook(io.BytesIO(workbook.build(_taken("en"))))
    firsts = [str(sheet.cell(row, 1).value) for sheet in book for row in range(1, sheet.max_row + 1)]
    assert not any(first.startswith(LACKING) for first in firsts)
    assert "gdp_own" in book.defined_names


def test_the_data_hold_gdp_at_both_prices_for_every_scenario():
    lines = data.build(_taken("zh")).decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 3 * 2 * 6  # the plan, the kept and the own one; two price bases; 2023 to 2028
    assert file_name(_taken("zh"), "数据", "csv").startswith("重庆市_7 %_")
