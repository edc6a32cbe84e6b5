"""What docs/data-pack.md says is true to the letter, and every page and file works for the county it makes."""

import io
import re
import shutil
import tomllib
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import docx
import pytest
from a_visit import PACK, opened, showing
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest
from take_away import DAY, PAGE

from model.__main__ import main
from model.economics.projection import project
from model.economics.verdict import judge
from model.region.indicators import BY_KEY
from model.region.loader import load, packs
from model.region.records import Assessment, Met, Statement, Tally
from model.region.tallies import parts
from model.scenario.levers import levers
from model.scenario.scenario import plan
from views.downloads import brief, workbook
from views.downloads import data as rows
from views.downloads.about import Occasion
from views.downloads.gallery import gallery
from views.pages import frame

ROOT = Path(__file__).resolve().parents[2]
SECTION = (ROOT / "docs" / "data-pack.md").read_text(encoding="utf-8")
NAMED = r"^   ((?:`[a-z.]+`(?:, | and )?)+)[^\n]*\n+"
BLOCK = re.compile(NAMED + r"   ```(?:toml|csv)\n(.*?)   ```", re.MULTILINE | re.DOTALL)
KEY = "example"
PARTLY, KNOWN = "partly", ("gdp", "fai", "income", "revenue", "primary", "secondary", "tertiary")
"""A region that knows some of what Fengjie does, and has those rows of its plan report of which nothing is open."""
OPTIONAL = ("indicators.csv", "sums.toml", "met.csv", "assessed.csv")
"""What a folder may be without."""


def blocks() -> dict[str, str]:
    """What the text says stands in which file."""
    found = {}
    for names, content in BLOCK.findall(SECTION):
        for name in re.findall(r"`([a-z.]+)`", names):
            found[name] = re.sub(r"^   ", "", content, flags=re.MULTILINE)
    return found


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """Data with the region made as the text says, and another, beside Fengjie; whatever else there is."""
    root = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "data" / "fengjie", root / "data" / "fengjie")
    shutil.copy(ROOT / "data" / "calibration.csv", root / "data")
    (root / "data" / KEY).mkdir()
    for name, content in blocks().items():
        (root / "data" / KEY / name).write_text(content, encoding="utf-8")
    _, _, source = SECTION.partition("`data/sources.toml`.\n\n   ```toml\n")
    described = re.sub(r"^   ", "", source.partition("   ```")[0], flags=re.MULTILINE)
    sources = (ROOT / "data" / "sources.toml").read_text(encoding="utf-8")
    others = re.sub(rf"^\[{KEY}_report\]\n(?:[^\[].*\n|\n)*", "", sources, flags=re.MULTILINE)
    (root / "data" / "sources.toml").write_text(f"{others}\n{described}", encoding="utf-8")
    some(root / "data" / "fengjie", root / "data" / PARTLY)
    report = (root / "data" / "fengjie" / OPTIONAL[0]).read_text(encoding="utf-8").splitlines(keepends=True)
    rows = [row for row in report if not re.search(r",(inconsistent|ambiguous|scope),|^plan_indicators", row)]
    (root / "data" / PARTLY / OPTIONAL[0]).write_text("".join(rows), encoding="utf-8")
    return root / "data"


def some(whole: Path, part: Path) -> None:
    """A region like another, of which only some indicators are known."""
    part.mkdir()
    head = (whole / "region.toml").read_text(encoding="utf-8").replace("first = true", "")
    named = re.sub(r'(name_\w+) = ".*"', rf'\1 = "{part.name}"', head)
    (part / "region.toml").write_text(named, encoding="utf-8")
    for file in whole.glob("*.csv"):
        if file.name in OPTIONAL:
            continue
        head, *rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
        at = head.split(",").index("indicator")
        kept = [row for row in rows if row.split(",")[at] in KNOWN or file.name == "growth.csv"]
        (part / file.name).write_text("".join([head, *kept]), encoding="utf-8")


def test_the_text_names_every_file_once():
    names = sorted(path.name for path in (ROOT / "data" / "fengjie").iterdir())
    assert sorted([*blocks(), *OPTIONAL]) == names
    assert all(f"| `{name}` |" in SECTION for name in OPTIONAL)


def test_the_text_shows_the_columns_of_the_files_that_a_folder_may_be_without():
    assert f"\n{','.join(Statement.model_fields)}\n" in SECTION
    assert f"\n{','.join(Met.model_fields)}\n" in SECTION
    assert f"\n{','.join(Assessment.model_fields)}\n" in SECTION
    (shown,) = tomllib.loads(SECTION.partition("share in per cent.\n\n```toml\n")[2].partition("```")[0]).values()
    assert parts(Tally(**shown)) == ("day_visits", "overnight_visits")


def test_what_the_text_makes_is_clean(data, capsys):
    assert main(["check", str(data / KEY)]) == 0
    # One baseline, two goals, and the six figures of calibration.csv.
    assert capsys.readouterr() == (f"{KEY}: clean: 9 figures from 2 sources\n", "")
    assert list(packs(data)) == ["fengjie", KEY, PARTLY]


def test_it_is_projected_as_worked_by_hand(data):
    pack = load(KEY, data)
    # 200 × 1.06^5 = 267.6451155...; at 7 % from 2025 on 200 × 1.06 × 1.07^4 = 277.8887...
    assert judge(plan(pack)).level == pytest.approx(float(200 * Fraction("1.06") ** 5), rel=1e-12)
    assert judge(plan(pack)).status == "not_reached"
    faster = plan(pack).set(gdp_later=0.07, deflator_first=0.01)
    expected = 200 * Fraction("1.06") * Fraction("1.01") * Fraction("1.07") ** 4
    assert project(faster).paths["gdp"][-1] == pytest.approx(float(expected), rel=1e-12)
    assert judge(faster).status == "reached"
    assert [key for key in levers(pack) if key.startswith("gdp")] == ["gdp_first", "gdp_later", "gdp_base"]


def _page(key):
    import streamlit as st

    from views.pages import frame

    st.navigation(frame.pages(), position="hidden")
    st.session_state["pages"][key]._page()


@pytest.fixture(scope="module")
def shown(data):
    """What the pages and the files of these regions hold."""
    found = {}
    for region in (KEY, PARTLY):
        now = showing(plan(replace(load(region, data), key=PACK.key)))  # a key that the chooser knows
        found[region] = known = {}
        for key in frame.PAGES:
            page = opened(AppTest.from_function(_page, args=(key,), default_timeout=60), at=now).run()
            assert not page.exception, key
            assert not page.error, key
            tabs = [option.content for group in page.button_group for option in group.proto.options]
            known[key] = " ".join([each.value for each in page.markdown] + tabs)
        taken = Occasion(now, PAGE, DAY)
        words = docx.Document(io.BytesIO(brief.build(taken))).paragraphs
        known |= {
            "names": load_workbook(io.BytesIO(workbook.build(taken))).defined_names,
            "brief": "\n".join(paragraph.text for paragraph in words),
            "data": rows.build(taken).decode("utf-8-sig"),
            "drawn": [name for name, chart in gallery(now).items() if chart.draw()[1].num_rows],
        }
    return found


@pytest.mark.parametrize(("region", "others"), [(KEY, []), (PARTLY, ["fai", "income"])])
def test_every_page_and_file_of_a_region_holds_what_it_knows_and_nothing_else(shown, region, others):
    found, known = shown[region], {"gdp", *others}
    for key in BY_KEY:
        assert (f"{key}_base" in found["names"]) == (key in known)
        assert (key in found["drawn"]) == (key in known)
        assert (f"compare-{key}" in found["drawn"]) == (key in known)
        assert (f",{key}," in found["data"]) == (key in known)
    assert "The data of this region hold no figures of these:" in found["brief"]
    assert "Set by hand" not in found["brief"]


def test_the_plan_page_has_the_rows_of_a_report_only_where_there_is_one(data, shown):
    _, *known = (data / PARTLY / OPTIONAL[0]).read_text(encoding="utf-8").splitlines()
    assert f"All {len(known)} figures" in shown[PARTLY]["plan"]
    assert "0 open" in shown[PARTLY]["plan"]
    assert "figures" not in shown[KEY]["plan"]
