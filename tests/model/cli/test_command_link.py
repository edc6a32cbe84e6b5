"""`link`: what is made opens as it was meant, what is read is said field by field, no name starts a formula."""

import csv
import io
import json
from urllib.parse import parse_qsl, urlsplit

import pytest
from a_run import run
from any_link import signed
from any_scenario import LEVERS, PACKS, PLAN, scenarios
from hypothesis import given
from hypothesis import strategies as st

from model.language.names import clean_name
from model.link.link import read, write
from model.scenario.scenario import Scenario
from model.work.work import Work

MINE = PLAN.set(gdp_later=0.08).by_hand("gdp", 2026, 0.05).rename("保底")
LINK = write(Work(MINE).add(PLAN.set(fai_later=0.09).rename("floor")).refer(1), "zh")
FORMULA = "=+-@＝＋－＠"


def test_a_link_is_made_of_levers_and_a_name() -> None:
    done = run("link", "--set", "gdp_later=8", "--set", "gdp@2026=5", "--name", "保底")
    assert (done.code, done.err) == (0, "")
    assert done.out == write(Work(MINE), "en") + "\n"
    assert run("link").out == write(Work(PLAN), "en") + "\n"


@pytest.mark.parametrize(
    "address",
    ["http://office.example:8501/", "http://office.example:8501", "http://office.example:8501/?v=1&gdp=9,9#x"],
)
def test_a_link_may_have_the_address_of_a_page_before_it(address: str) -> None:
    link = run("link", "--address", address, "--lang", "zh").out.strip()
    assert link == f"http://office.example:8501/?{write(Work(PLAN), 'zh')}"


def test_what_is_no_address_is_refused() -> None:
    done = run("link", "--address", "office")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("--address: is not the address of a page (got office);")


@given(scenarios(), st.text(max_size=50))
def test_whatever_a_scenario_is_called_its_link_opens_it(scenario: Scenario, name: str) -> None:
    done = run("link", write(Work(scenario), "en"), f"--name={name}")
    opened = read(done.out.strip(), PACKS)
    assert opened.problems == ()
    assert opened.scenario == scenario.rename(name)


def test_a_name_that_is_cut_is_noted() -> None:
    done = run("link", "--name", "x" * 41)
    assert read(done.out.strip(), PACKS).scenario.name == "x" * 40
    assert done.err == f"note: --name: was made printable and at most 40 characters long (got {'x' * 41})\n"
    assert run("link", "--name", f" {'x' * 40} ").err == run("link", "--name", " ").err == ""


def test_an_empty_name_takes_the_name_away() -> None:
    assert run("link", LINK, "--name", "").out.strip() == run("link", LINK, "--name", " ").out.strip()
    assert read(run("link", LINK, "--name", "").out.strip(), PACKS).scenario == MINE.rename("")


def test_a_broken_link_is_mended_and_standard_output_holds_nothing_but_the_link() -> None:
    done = run("link", "gdp=6.5,9,x", "--name", "bold")
    assert read(done.out.strip(), PACKS).problems == ()
    assert read(done.out.strip(), PACKS).scenario["gdp_later"] == 0.09
    assert "note: gdp: " in done.err


def test_what_is_kept_beside_stays_in_the_link() -> None:
    changed = read(run("link", LINK, "--set", "gdp_later=9").out.strip(), PACKS).work
    assert changed.kept == read(LINK, PACKS).work.kept
    assert changed.reference == 1
    assert changed.scenario["gdp_later"] == 0.09


def test_a_link_is_read_lever_by_lever_with_what_it_showed_and_shows() -> None:
    lines = run("link", LINK, "--lang", "en").out.splitlines()
    cells = {line.split()[0]: line.split() for line in lines if line}
    assert lines[0].split(maxsplit=1) == ["Region", "fengjie: Fengjie County, Chongqing"]
    assert cells["Reference"][-1] == "k1"
    assert cells["Language"][-1] == "zh"
    level = f"{386 * 1.065 * 1.08 * 1.05 * 1.08 * 1.08:.3f}"
    assert f"保底   {level} 亿元, not reached  {level} 亿元, not reached" in "\n".join(lines)
    assert set(LEVERS) <= set(cells)
    assert cells["gdp_later"][-3:] == ["8", "7.5", "7.5"]
    assert cells["fai_later"][-3:] == ["12", "9", "12"]
    assert cells["gdp@2026"][-5:] == ["5,", "by", "hand", "7.5", "7.5"]


def test_a_locked_year_is_said_to_be_locked() -> None:
    link = write(Work(PLAN.with_years("gdp", {2026: 0.05}, [2026])), "en")
    assert "5, locked" in run("link", link).out
    assert json.loads(run("link", link, "--json").out)["scenarios"][0]["locks"] == ["gdp@2026"]


def test_json_holds_every_scenario_of_a_link() -> None:
    said = json.loads(run("link", LINK, "--json").out)
    assert (said["region"], said["language"], said["reference"], said["problems"]) == ("fengjie", "zh", "k1", [])
    page, kept = said["scenarios"]
    assert (page["place"], page["name"], page["levers"]["gdp_later"]) == ("page", "保底", 0.08)
    assert page["overrides"] == {"gdp": {"2026": 0.05}}
    assert (kept["place"], kept["name"], kept["levers"]["fai_later"]) == ("k1", "floor", 0.09)
    assert kept["showed"] == kept["shows"] == {"level": 548.998, "status": "not_reached"}


def test_a_result_that_has_moved_stands_beside_what_the_link_showed() -> None:
    fields = dict(parse_qsl(write(Work(PLAN), "en"), keep_blank_values=True)) | {"shown": "551.2,reached"}
    out = run("link", signed(fields)).out
    assert "551.2 亿元, reached  548.998 亿元, not reached" in out
    assert "note: This link showed 551.2 亿元 when it was made; today it is 548.998 亿元." in out


def test_what_a_link_does_not_say_is_not_made_up() -> None:
    out = run("link", "gdp=6.5,9").out
    assert out.count("not said") == 3
    assert "note: link: carries no check sum" in out


@given(st.text(alphabet=FORMULA + " \t'\"亿a1(", max_size=20), st.text(max_size=20))
def test_no_cell_of_csv_starts_like_a_formula_whatever_somebody_typed(start: str, rest: str) -> None:
    name = clean_name(start + rest) or "x"
    link = write(Work(PLAN).keep(name), "en")
    text = run("link", link, "--format", "csv").out
    for row in csv.reader(io.StringIO(text)):
        for cell in row[1:]:
            try:
                float(cell)
            except ValueError:
                assert cell.lstrip()[:1] not in tuple(FORMULA)
    names = list(csv.reader(io.StringIO(text)))[1]
    assert names[2:4] == [f"'{name}" if name[0] in FORMULA else name] * 2


def test_csv_of_a_link_has_the_levers_as_they_are_typed() -> None:
    rows = {row["key"]: row for row in csv.DictReader(io.StringIO(run("link", LINK, "--format", "csv").out))}
    assert (rows["gdp_later"]["page"], rows["gdp_later"]["k1"], rows["gdp_later"]["plan"]) == ("8.0", "7.5", "7.5")
    assert (rows["gdp@2026"]["page"], rows["gdp@2026"]["k1"]) == ("5.0", "")
    assert rows["target_year"]["page"] == "2028"
    assert rows["gdp_base"]["unit"] == "亿元"


def test_what_is_made_for_a_program_is_json_too() -> None:
    said = json.loads(run("link", "--name", "保底", "--json").out)
    assert said == {"link": write(Work(PLAN.rename("保底")), "en"), "problems": []}
    assert urlsplit(f"?{said['link']}").query == said["link"]


@pytest.mark.parametrize("address", ["http://[::1", "http://", "http://a b/", "page"])
def test_what_is_no_address_of_a_page_is_refused_in_a_sentence(address: str) -> None:
    done = run("link", "--address", address)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("--address: is not the address of a page")
