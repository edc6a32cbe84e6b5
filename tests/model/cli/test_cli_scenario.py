"""What a command is asked about: a link, a saved file, levers on top, and what is said where they cannot be used."""

import json
from typing import Any

import pytest
from a_run import Run, run
from any_scenario import LEVERS, PACKS, PLAN, projecting

from model.language.rates import percent
from model.link.file import write as write_file
from model.link.link import read, write
from model.progress.report_rows import keys
from model.work.work import Work

LINK = write(Work(PLAN.set(gdp_later=0.08).rename("保底")), "en")


def levers(done: Run) -> dict[str, Any]:
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)["scenario"]["levers"]
    assert isinstance(found, dict)
    return found


def test_levers_are_set_as_people_write_them_on_top_of_the_plan() -> None:
    typed = ("gdp_later＝８", "deflator_later=-1", "gdp_base=388.5 亿元", "fai_later=1", "fai_later=9.5%")
    found = levers(run("project", "--json", *(part for each in typed for part in ("--set", each))))
    assert (found["gdp_later"], found["deflator_later"], found["gdp_base"]) == (0.08, -0.01, 388.5)
    assert (found["gdp_first"], found["fai_later"]) == (0.065, 0.095)


@pytest.mark.parametrize("order", [("--json", LINK), (LINK, "--json"), ("--set", "fai_later=9", LINK, "--json")])
def test_a_link_may_stand_anywhere_among_the_options(order: tuple[str, ...]) -> None:
    assert levers(run("project", *order))["gdp_later"] == 0.08


def test_a_year_is_set_by_hand() -> None:
    done = run("project", "--json", "--set", "gdp@2026=5", "--set", "deflator@2025=-0.5")
    assert json.loads(done.out)["scenario"]["overrides"] == {"deflator": {"2025": -0.005}, "gdp": {"2026": 0.05}}
    exact = 386 * 1.065 * (1.075 * 0.995) * 1.05 * 1.075**2
    assert json.loads(done.out)["paths"]["gdp"][-1] == pytest.approx(exact, rel=1e-12)


def test_every_lever_can_be_set_to_either_end_of_its_range() -> None:
    for end in ("low", "high"):
        typed = {key: getattr(lever, end) for key, lever in LEVERS.items() if key not in ("gdp_low", "gdp_high")}
        written = [percent(v) if LEVERS[k].kind == "rate" else f"{v:.10g}" for k, v in typed.items()]
        sets = [part for key, text in zip(typed, written, strict=True) for part in ("--set", f"{key}={text}")]
        done = run("project", "--json", *sets)
        found = json.loads(done.out)["scenario"]["levers"]
        assert {key: found[key] for key in typed} == typed


def test_a_row_of_the_plan_report_is_drawn_on_like_an_indicator() -> None:
    done = run("project", "--json", "--set", "tourism_revenue_first=20", "--set", "tourism_revenue_later=12")
    # 180 x 1.2, then x 1.12 a year
    expected = [180, 216, 241.92, 270.9504, 303.464448, 339.88018176]
    assert json.loads(done.out)["paths"]["tourism_revenue"] == pytest.approx(expected)
    given = write(Work(projecting(tourism_revenue=(0.2, 0.12))), "en")
    made = run("link", given, "--set", "startup_loans_later=100", "--set", "tourism_revenue_later=5").out.strip()
    scenario = read(made, PACKS).scenario
    later = {key: scenario.rate(key, "later") for key in keys(scenario.pack)}
    assert later == {"tourism_revenue": 0.05, "startup_loans": 1.0}


@pytest.mark.parametrize(
    "text",
    [LINK, f"http://office.example:8501/?{LINK}\n", write_file(Work(PLAN.set(gdp_later=0.08)), "zh")],
)
def test_a_dash_reads_a_link_or_a_saved_file_from_standard_input(text: str) -> None:
    assert levers(run("project", "-", "--json", given=text))["gdp_later"] == 0.08


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("gdp_latre=8", "--set: is not known here (got gdp_latre); known: gdp_later, "),
        ("gdp=8", "--set: is not known here (got gdp); known: gdp_first, gdp_later, gdp_base, "),
        ("tourism_revenu_later=8", "--set: is not known here (got tourism_revenu_later); known: tourism_revenue"),
        ("growth@2026=5", "--set: is not known here (got growth@2026); known: "),
        ("gdp@soon=5", "--set: is not known here (got gdp@soon); known: "),
        ("gdp@2023=5", "gdp@2023: sets a year that is not projected (got 2023); allowed: 2024 to 2035;"),
        ("gdp@2026=31", "gdp@2026: is outside the range (got 31); allowed: -10 to 30 %;"),
        ("gdp_later", "--set: is not a lever and its value (got gdp_later); KEY=VALUE is needed,"),
        ("=8", "--set: is not a lever and its value (got =8);"),
        ("gdp_later=x", "gdp_later: is not a number (got x); allowed: -10 to 30 %; write digits"),
        ("gdp_base=nan", "gdp_base: is not a number (got nan); allowed: 39 to 3860 亿元;"),
        ("gdp_later=31", "gdp_later: is outside the range (got 31); allowed: -10 to 30 %; choose a value"),
        ("target_year=2028.5", "target_year: is not a whole year (got 2028.5); allowed: 2024 to 2035;"),
        ("tourism_revenue_later=501", "tourism_revenue_later: is outside the range (got 501); allowed: -90 to 500 %;"),
    ],
)  # fmt: skip
def test_what_cannot_be_set_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    done = run("project", "--set", typed)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)
    assert len(done.err.splitlines()) == 1


def test_every_fault_is_named_at_once_and_in_the_readers_language() -> None:
    done = run("solve", "--set", "gdp_later=31", "--set", "fai=1", "--set", "gdp_base=1", "--lang", "zh")
    assert [line.partition("：")[0] for line in done.err.splitlines()] == ["gdp_later", "--set", "gdp_base"]
    assert done.err.startswith("gdp_later：超出范围（现为 31）；允许 -10 至 30 %；请取其间的值\n")
    assert done == run("solve", "--set", "gdp_later=31", "--set", "fai=1", "--set", "gdp_base=1", LANG="zh_CN.UTF-8")


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("gdp_later=0.08", "note: gdp: 0.08 %; did you mean 8 %?\n"),
        (
            "gdp_low=400",
            "note: gdp0: is outside its own range (got 400 ≤ 386 ≤ 391); low, central and high must ",
        ),
        ("gdp_later=8", ""),
    ],
)
def test_what_may_be_meant_otherwise_is_noted(typed: str, note: str) -> None:
    done = run("project", "--set", typed)
    assert done.code == 0
    assert done.err.startswith(note)
    assert bool(done.err) == bool(note)


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({}, False), ({"LANG": "zh_CN.UTF-8"}, True), ({"LANG": "en_GB.UTF-8"}, False), ({"LANG": "de_DE"}, False),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, False), ({"LC_MESSAGES": "zh_TW", "LANG": "en_US"}, True),
    ],
)  # fmt: skip
def test_the_language_is_that_of_the_environment_where_neither_option_nor_link_has_one(
    environment: dict[str, str], chinese: bool
) -> None:
    assert ("按基数推算" in run("project", **environment).out) == chinese
    assert "按基数推算" in run("project", write(Work(PLAN), "zh"), **environment).out
    assert "按基数推算" not in run("project", "--lang=en", write(Work(PLAN), "zh"), **environment).out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("prject",), "command: is not known here (got prject); known: project, …; choose one of them"),
        (("project", "--jsn"), "option: is not known here (got --jsn); known: --json, "),
        (("project", "--set"), "--set: is without its value, or has one where it takes none;"),
        (("project", "--json=yes"), "--json: is without its value, or has one where it takes none;"),
        (("project", "gdp=5,6", "fai=1,2"), "python -m model project: takes one link, region or folder;"),
        (("project", "--lang", "fr"), "--lang: is not known here (got fr); known: zh, en;"),
        (("project", "--region", "nowhere"), f"--region: is not known here (got nowhere); known: {', '.join(PACKS)};"),
        (("project", "--region", ""), "--region: is not known here (got );"),
        (("project", "--expect", "maybe"), "--expect: is not known here (got maybe); known: reached, depends,"),
        (("solve", "--lever", "horizon"), "--lever: is not known here (got horizon); known: gdp_first, "),
        (("project", ""), "link: is neither a link nor a file of scenarios"),
        (("project", "-"), "link: is neither a link nor a file of scenarios"),
        (("project", "complete junk"), "link: is neither a link nor a file of scenarios (got complete junk);"),
        (("project", "a\nb\x1b[31m"), "link: is neither a link nor a file of scenarios (got a�b�[31m);"),
        (("project", "x" * 100_000), "link: "),
        (("project", "\ud800"), "link: is neither a link nor a file of scenarios"),
    ],
)  # fmt: skip
def test_a_wrong_command_option_or_link_is_refused_in_one_line(arguments: tuple[str, ...], sentence: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)
    assert len(done.err.splitlines()) == 1
    assert done.err.strip().isprintable()


def test_a_region_may_be_named_and_a_link_of_another_says_so() -> None:
    assert run("project", "--region", "fengjie").out == run("project").out
    assert "note: region: is not a region here (got elsewhere)" in run("project", "region=elsewhere&gdp=5,6").out
