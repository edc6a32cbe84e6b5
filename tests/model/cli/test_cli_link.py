"""`link`: what is made opens as it was meant, and stands alone on standard output."""

import json

from a_run import run
from any_scenario import PACKS, PLAN, scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

from model.link.link import read, write
from model.scenario.scenario import Scenario
from model.work.work import Work

MINE = PLAN.set(gdp_later=0.08).by_hand("gdp", 2026, 0.05).rename("保底")
LINK = write(Work(MINE).add(PLAN.set(fai_later=0.09).rename("floor")).refer(1), "zh")


def test_a_link_is_made_of_levers_and_a_name() -> None:
    made = ("link", "--set", "gdp_later=8", "--set", "gdp@2026=5", "--name", "保底")
    link = write(Work(MINE), "en")
    assert run(*made) == (0, f"{link}\n", "")
    assert json.loads(run(*made, "--json").out) == {"link": link, "problems": []}
    assert run("link").out == write(Work(PLAN), "en") + "\n"


@settings(max_examples=10)
@given(scenarios(), st.text(max_size=50))
def test_whatever_a_scenario_is_called_its_link_opens_it(scenario: Scenario, name: str) -> None:
    done = run("link", write(Work(scenario), "en"), f"--name={name}")
    opened = read(done.out.strip(), PACKS)
    assert opened.problems == ()
    assert opened.scenario == scenario.rename(name)


def test_a_name_that_is_cut_is_noted_and_an_empty_one_takes_the_name_away() -> None:
    done = run("link", "--name", "x" * 41)
    assert read(done.out.strip(), PACKS).scenario.name == "x" * 40
    assert done.err == f"note: --name: was made printable and at most 40 characters long (got {'x' * 41})\n"
    assert read(run("link", LINK, "--name", " ").out.strip(), PACKS).scenario == MINE.rename("")


def test_a_broken_link_is_mended_and_what_is_wrong_with_it_stands_on_standard_error() -> None:
    done = run("link", "gdp=6.5,9,x", "--name", "bold")
    assert read(done.out.strip(), PACKS).problems == ()
    assert read(done.out.strip(), PACKS).scenario["gdp_later"] == 0.09
    assert "note: gdp: " in done.err


def test_what_is_saved_stays_in_the_link() -> None:
    changed = read(run("link", LINK, "--set", "gdp_later=9").out.strip(), PACKS).work
    assert changed.kept == read(LINK, PACKS).work.kept
    assert (changed.reference, changed.scenario["gdp_later"]) == (1, 0.09)
