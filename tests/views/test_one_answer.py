"""One answer by every route: what a separate program works out in fractions for a link is what the page, the link sent
on, the command line, the lines of Python, the data, the workbook, the brief, the slide and the picture say.

What is kept in a link beside the scenario on the page is held against the same program, wherever it goes.
"""

import contextlib
import csv
import io
import itertools
import json
import runpy
from dataclasses import asdict
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pytest
import recalculated
from a_visit import opened
from a_workbook import value
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from model.__main__ import main
from model.answer import reproduce
from model.economics.projection import project
from model.economics.uncertainty import uncertainty
from model.economics.verdict import by_deadline, judge
from model.language.spreadsheet import neutral
from model.link.link import read, write
from model.region.loader import packs
from model.scenario.scenario import plan
from model.work.history import History
from model.work.work import Work
from views.downloads import brief, data, picture, slide, snippet, workbook
from views.downloads.about import Occasion
from views.state import Moment, State

LINKS = Path(__file__).resolve().parents[1] / "links"
APP = str(Path(__file__).resolve().parents[2] / "page.py")
DAY = date(2026, 11, 25)
EXACT = runpy.run_path(str(LINKS / "exact.py"))
with (LINKS / "links.csv").open(encoding="utf-8", newline="") as file:
    FROZEN = {name: next(rows)["link"] for name, rows in itertools.groupby(csv.DictReader(file), lambda row: row["id"])}
LANGUAGES = ("zh", "en")
ONCE = [(name, LANGUAGES[number % 2]) for number, name in enumerate(each for each in FROZEN if each.startswith("v4"))]
every_link = pytest.mark.parametrize(("name", "language"), ONCE)
"""Of the newest version, to which older ones are migrated, in one language by turns: in which words and units it is
said, other tests hold. Brief and picture, which draw a chart, are made of every third: they take words and rows from
where slide and page do."""
CLOSE = 1e-9
OTHERS = ("fai", "retail", "income")
READ = {
    "tourism_revenue": {"zh": (0, 1), "en": (-1, 1)}, "ecommerce_sales": {"zh": (0, 1), "en": (-1, 1)},
    "tourist_visits": {"zh": (0, 0), "en": (-2, 2)}, "tourist_overnight": {"zh": (0, 1), "en": (-2, 2)},
    "good_air_days": {"zh": (0, 1), "en": (0, 1)},
}  # fmt: skip
"""From the report's unit to that which is read (亿元 to bn yuan, 万人次 to m visits), and its decimals."""
SHIFT = {"zh": 0, "en": -1}
"""From 亿元 to the unit that is read: 1 bn yuan is 10 亿元."""
STATUS = {
    "zh": {"reached": "可以达到", "depends": "能否达到取决于", "not_reached": "达不到"},
    "en": {"reached": "Reached", "depends": "Depends on the", "not_reached": "Not reached"},
}
SAVED = {
    "zh": ("结论", "目标年份（年末）", "目标年份 GDP，按基数推算"),
    "en": ("Verdict", "Target year (end of year)", "GDP at the target year, from the baseline"),
}
"""The rows of a saved scenario in the workbook: verdict, target year, level."""


def _exact(name):
    """What the link shows: a level for each indicator at GDP's deadline, in fractions."""
    row = EXACT["rows"](FROZEN[name])[0]
    return SimpleNamespace(
        year=int(row["year"]), start=EXACT["base_year"](EXACT["fields"](FROZEN[name])),
        status=row["status"], chance=float(row["chance"]),
        gap=float(Decimal(row["gdp"]) - Decimal(EXACT["fields"](FROZEN[name])["target"].split(",")[0])),
        levels={key: Decimal(row[key]) for key in ("gdp", *OTHERS) if key in row},
        ends=(Decimal(row["gdp_low"]), Decimal(row["gdp_high"])),
        further={key: Decimal(level) for key, _, level in map(_parted, filter(None, row["further"].split(",")))},
    )  # fmt: skip


def _kept(name):
    """What each kept scenario of the link shows at its own deadline, by its place."""
    return {row["place"]: row for row in EXACT["rows"](FROZEN[name])[1:]}


def _levels(row):
    """The levels of a kept scenario."""
    return {key: Decimal(row[key]) for key in ("gdp", *OTHERS) if key in row}


def _parted(said):
    return said.partition(":")


def _beside(exact, language):
    """The levels of the rows of the plan report, in the unit that is read."""
    return {key: level.scaleb(READ[key][language][0]) for key, level in exact.further.items()}


def _beside_shown(exact, language):
    """The same as people read them: 385.8 亿元, 38.6 bn yuan, 28.64 m visits."""
    return [
        f"{level.quantize(Decimal(1).scaleb(-READ[key][language][1]), ROUND_HALF_EVEN):,f}"
        for key, level in _beside(exact, language).items()
    ]


def _with_growth(name, needed, first=False):
    """GDP at the deadline in fractions, from the baseline and from the latest official level where there is one, with
    another later growth [fraction a year], or one of all years."""
    page, said = EXACT["scenarios"](FROZEN[name])["page"], f"{Decimal(repr(needed)) * 100:f}"
    own, _, *by_hand = page["gdp"].split(",")
    needed = {**page, "gdp": ",".join((said if first else own, said, *by_hand))}
    row = EXACT["row"](needed)
    official = EXACT["from_official"](needed, int(row["year"]))
    return float(row["gdp"]), *([float(official)] if official else [])


def _shifted(level, key, language):
    return level if key == "income" else level.scaleb(SHIFT[language])


def _shown(level, key, language):
    """The level as people read it: 1,234.5 亿元, 123.45 bn yuan, 38,106 yuan."""
    digits = 0 if key == "income" else 1 - SHIFT[language]
    return f"{_shifted(level, key, language).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_EVEN):,f}"


def _occasion(name, language):
    opened = read(FROZEN[name], packs())
    return Occasion(State(History(Moment(opened.work, language, opened)), ()), "http://plan.example/", DAY)


def _simulate(at):
    """The page that opens, with its heading and the line below it."""
    page = opened(AppTest.from_file(APP, default_timeout=180), at=at).run()
    assert not page.exception
    return page, next(each.value for each in page.markdown if each.value.startswith("# "))


@every_link
def test_the_page_says_it_in_its_verdict_and_its_charts(name, language):
    exact = _exact(name)
    page, said = _simulate(_occasion(name, language).now)
    assert STATUS[language][exact.status] in said
    charts = [pa.ipc.open_stream(c.proto.data.data).read_all().to_pylist() for c in page.get("vega_lite_chart")]
    for rows, (key, level) in zip(charts, exact.levels.items(), strict=False):
        at = "x" if "x" in rows[0] else "year"
        (end,) = {
            row["y" if at == "x" else "value"] for row in rows
            if row["role"] == "scenario" and row[at] == exact.year and row.get("mark", "line") == "line"
        }  # fmt: skip
        assert end == pytest.approx(float(_shifted(level, key, language)), rel=CLOSE)


# The plan, worked out by hand: 386 x 1.065 x 1.075^4 and 411.5 x 1.075^4 in 2028, with 1.075^2 in 2026; needed are
# (550 / 411.09)^(1/4) and (550 / 411.5)^(1/4), to 2026 with the power 1/2.

LEVELS = {2026: ("475.066", "475.540"), 2028: ("548.998", "549.546")}
NEEDED = {2026: ("15.668", "15.610"), 2028: ("7.549", "7.522")}
SHOWN = ("549.0", "差1.0", "549.5", "差0.5", "475.1", "差74.9", "475.5", "差74.5", "7.55%", "7.53%", "15.67%", "15.62%")
"""What is read: levels to one decimal, growth needed rounded up."""


def _plan(language="zh"):
    pack = packs()["fengjie"]
    link = write(Work(plan(pack)), language)
    return link, Occasion(State(History(Moment(Work(plan(pack)), language, read(link, packs()))), ()), "x://", DAY)


def _holds(verdicts):
    """That both deadlines are answered in both readings, a verdict or what JSON says of it each."""
    assert [each["year"] for each in verdicts] == [2026, 2028]
    for each in verdicts:
        readings = each["from_baseline"], each["from_official"]
        assert each["status"] == "not_reached"
        assert tuple(f"{reading['level']:.3f}" for reading in readings) == LEVELS[each["year"]]
        assert tuple(f"{reading['required_growth'] * 100:.3f}" for reading in readings) == NEEDED[each["year"]]


def test_the_plan_is_not_reached_in_either_reading_by_every_route(capsys):
    link, occasion = _plan()
    answer = reproduce(link)
    _holds([asdict(verdict) for verdict in by_deadline(answer.scenario)])  # a notebook
    assert "548.998 亿元 按基数推算, 549.546 亿元 按最近公布数推算: not_reached" in repr(answer)
    assert main(["project", link, "--json"]) == 0
    _holds(json.loads(capsys.readouterr().out)["deadlines"])
    assert main(["project", link]) == 0
    text = "".join(capsys.readouterr().out.split())
    document = Document(io.BytesIO(brief.build(occasion)))
    written = "".join("".join(paragraph.text.split()) for paragraph in document.paragraphs)
    for shown in SHOWN:
        assert shown in written
    for shown in ("548.998", "549.546", "475.066", "475.540", *SHOWN[-4:-1]):
        assert shown in text
    book = load_workbook(io.BytesIO(workbook.build(occasion)), data_only=True)
    assert f"{value(book, 'gdp_at_target_year'):.3f}" == "548.998"
    assert f"{value(book, 'gdp_at_target_year_official'):.3f}" == "549.546"
    page, said = _simulate(occasion.now)
    shown = "".join((said + "".join(each.value for each in page.metric)).split())
    for part in ("549.0", "差1.0", "549.5", "差0.5", "7.55%", "475.1"):
        assert part in shown


@pytest.mark.parametrize("name", FROZEN)
def test_the_link_says_it_when_it_is_sent_on(name):
    exact, opened = _exact(name), read(FROZEN[name], packs())
    pack = opened.scenario.pack
    again = read(write(opened.work, "en"), packs())
    assert (again.problems, again.work) == ((), opened.work)
    found = judge(again.scenario)
    assert found.status == exact.status
    assert [found.level, found.low, found.high] == pytest.approx(
        [float(exact.levels["gdp"]), *map(float, exact.ends)], rel=CLOSE
    )
    assert uncertainty(again.scenario).chance_in(exact.year) == pytest.approx(exact.chance, rel=CLOSE)
    paths, place = project(again.scenario).paths, exact.year - pack.base_year
    assert {row.key: paths[row.key][place] for row in pack.rows} == {
        key: pytest.approx(float(level), rel=CLOSE) for key, level in exact.further.items()
    }
    for scenario, row in zip(again.work.kept, _kept(name).values(), strict=True):
        kept = judge(scenario)
        assert (scenario.name, kept.status) == (row["name"], row["status"])
        assert kept.level == pytest.approx(float(row["gdp"]), rel=CLOSE)


@every_link
def test_the_command_line_says_it(name, language):
    exact, out = _exact(name), io.StringIO()
    out.reconfigure = lambda **_: None
    with contextlib.redirect_stdout(out):
        assert main(["project", FROZEN[name], "--json", "--lang", language]) == 0
    said = json.loads(out.getvalue())
    at = said["years"].index(exact.year)
    assert said["verdict"]["status"] == exact.status
    assert said["verdict"]["from_baseline"]["gap"] == pytest.approx(exact.gap, rel=1e-7)
    if (needed := said["verdict"]["from_baseline"]["required_growth"]) is not None:
        rebased = "&base=" in said["link"]
        assert _with_growth(name, needed, rebased)[0] == pytest.approx(said["target"]["level"], rel=CLOSE)
    for key, level in exact.levels.items():
        assert said["paths"][key][at] == pytest.approx(float(level), rel=CLOSE)
    assert said["chance"] == pytest.approx(exact.chance, rel=CLOSE)
    for key, level in exact.further.items():
        assert said["paths"][key][at] == pytest.approx(float(level), rel=CLOSE)
    for kept, (place, row) in zip(said["kept"], _kept(name).items(), strict=True):
        at = kept["years"].index(int(row["year"]))
        assert (kept["place"], kept["scenario"]["name"]) == (place, row["name"])
        assert kept["verdict"]["status"] == row["status"]
        for key, level in _levels(row).items():
            assert kept["paths"][key][at] == pytest.approx(float(level), rel=CLOSE)


@every_link
def test_the_lines_of_python_say_it(name, language):
    exact, known = _exact(name), {}
    *lines, last = snippet.lines(_occasion(name, language)).splitlines()
    assert len(lines) == 2
    exec("\n".join(lines), known)  # noqa: S102 - these are the lines a reader runs
    frame = eval(last, known)  # noqa: S307 - and this the one whose value a notebook shows
    assert list(dict.fromkeys(frame.scenario))[: 1 + len(_kept(name))] == ["page", *_kept(name)]
    at = frame.set_index(["scenario", "year", "indicator"]).level
    for key, level in exact.levels.items():
        assert at["page", exact.year, key] == pytest.approx(float(level), rel=CLOSE)
    for key, level in exact.further.items():
        assert at["page", exact.year, key] == pytest.approx(float(level), rel=CLOSE)
    for place, row in _kept(name).items():
        assert set(frame.name[frame.scenario == place]) == {row["name"]}
        for key, level in _levels(row).items():
            assert at[place, int(row["year"]), key] == pytest.approx(float(level), rel=CLOSE)
    assert known["answer"].verdict.status == exact.status
    assert known["answer"].chance == pytest.approx(exact.chance, rel=CLOSE)


@every_link
def test_the_data_say_it(name, language):
    exact, occasion = _exact(name), _occasion(name, language)
    rows = list(csv.reader(io.StringIO(data.build(occasion).decode("utf-8-sig"), newline="")))[1:]
    last = [row[0] for row in rows if row[0]][-1]
    mine = {row[1]: row for row in rows if row[0] == last and int(row[5]) == exact.year}
    for key, level in _beside(exact, language).items():
        assert float(mine[key][8]) == pytest.approx(float(level), rel=CLOSE)
    for row in _kept(name).values():
        named = (neutral(row["name"]), row["year"])
        kept = {each[1]: float(each[8]) for each in rows if (each[0], each[5]) == named}
        for key, level in _levels(row).items():
            assert kept[key] == pytest.approx(float(_shifted(level, key, language)), rel=CLOSE)
    for key, level in exact.levels.items():
        assert float(mine[key][8]) == pytest.approx(float(_shifted(level, key, language)), rel=CLOSE)
    ends = [cell for cell in (mine["gdp"][7], mine["gdp"][9]) if cell]
    known = exact.ends if exact.ends[0] < exact.ends[1] else ()
    assert [float(cell) for cell in ends] == pytest.approx(
        [float(_shifted(level, "gdp", language)) for level in known], rel=CLOSE
    )


@pytest.fixture(scope="module")
def books(tmp_path_factory, worker_id):
    """The workbooks without a stored value, worked out by LibreOffice."""

    def files():
        return {f"{n}-{lang}": recalculated.emptied(workbook.build(_occasion(n, lang))) for n, lang in ONCE}

    return recalculated.once(files, "golden", tmp_path_factory, worker_id)


@every_link
def test_the_workbook_says_it_when_another_program_works_it_out(books, name, language):
    exact, book = _exact(name), books[f"{name}-{language}"]
    assert STATUS[language][exact.status] in value(book, "verdict")
    for key, level in exact.levels.items():
        shown = value(book, f"{key}_level")[exact.year - exact.start]
        assert shown == pytest.approx(float(_shifted(level, key, language)), rel=CLOSE)
    for key, level in _beside(exact, language).items():
        assert value(book, f"{key}_level")[exact.year - exact.start] == pytest.approx(float(level), rel=CLOSE)
    gap = value(book, "gap")
    assert gap == pytest.approx(float(_shifted(Decimal(repr(exact.gap)), "gdp", language)), rel=1e-7)
    if isinstance(needed := value(book, "gdp_later_needed"), float):
        goal = value(book, "target_level") * (10 if language == "en" else 1)
        assert min(_with_growth(name, needed)) == pytest.approx(goal, rel=CLOSE)
    assert value(book, "chance_at_target_year") == pytest.approx(exact.chance, rel=CLOSE)
    if kept := _kept(name):
        sheet = book["已保存情景" if language == "zh" else "Saved scenarios"]
        for column, row in enumerate(kept.values(), 4):  # behind label, unit and the plan
            said = {sheet.cell(at, 1).value: sheet.cell(at, column).value for at in range(5, 12)}
            assert sheet.cell(4, column).value == row["name"]
            verdict, deadline, level = (said[message] for message in SAVED[language])
            assert deadline == int(row["year"])
            assert STATUS[language][row["status"]] in verdict
            assert level == pytest.approx(float(_shifted(Decimal(row["gdp"]), "gdp", language)), rel=CLOSE)


@pytest.mark.parametrize(("name", "language"), ONCE[2::3])
def test_the_brief_says_it(name, language):
    exact = _exact(name)
    document = Document(io.BytesIO(brief.build(_occasion(name, language))))
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert STATUS[language][exact.status] in said
    for key, level in exact.levels.items():
        assert _shown(level, key, language) in cells
    assert set(_beside_shown(exact, language)) <= set(cells)
    for row in _kept(name).values():
        assert row["name"] in cells
        assert _shown(Decimal(row["gdp"]), "gdp", language) in " ".join(cells)


@every_link
def test_the_slide_says_it(name, language):
    exact, shapes = _exact(name), Presentation(io.BytesIO(slide.build(_occasion(name, language)))).slides[0].shapes
    assert STATUS[language][exact.status] in "".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    (chart,) = (shape.chart for shape in shapes if shape.has_chart)
    end = chart.plots[0].series[0].values[list(chart.plots[0].categories).index(str(exact.year))]
    assert end == pytest.approx(float(_shifted(exact.levels["gdp"], "gdp", language)), rel=CLOSE)


@pytest.mark.parametrize(("name", "language"), ONCE[1::3])
def test_the_picture_says_it_at_the_deadline(name, language):
    exact, occasion = _exact(name), _occasion(name, language)
    assert f">{_shown(exact.levels['gdp'], 'gdp', language)}<" in picture.build(occasion, "gdp", "svg").decode()
    for key, shown in list(zip(exact.further, _beside_shown(exact, language), strict=True))[:1]:
        assert f">{shown}<" in picture.build(occasion, key, "svg").decode()
