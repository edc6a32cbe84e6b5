"""The same answers without a browser: `python -m model project [LINK] [--json]`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from any_scenario import CLOSE, PLAN

from model.__main__ import main
from model.link.link import write
from model.work.work import Work

ROOT = Path(__file__).resolve().parents[2]
MINE = PLAN.set(gdp_later=0.08, target_year=2030).by_hand("gdp", 2026, 0.05).rename("稳一点")
LINK = write(Work(MINE), "en")

ADDRESS = f"http://office.example:8501/simulate?{LINK}#top"

RUNS = {
    "default": ["--json"],
    "bad": ["http://office.example:8501/?gdp=6.5,NaN&speed=9", "--json"],
    "junk": ["complete junk", "--json"],
}

Done = dict[str, tuple[int, str, str]]


@pytest.fixture(scope="module")
def done() -> Done:
    """Exit code, standard output and standard error of every run; they run side by side."""
    started = {
        name: subprocess.Popen(
            [sys.executable, "-m", "model", "project", *arguments],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        )
        for name, arguments in RUNS.items()
    }  # fmt: skip
    finished = {}
    for name, process in started.items():
        out, err = process.communicate(timeout=60)
        finished[name] = (process.returncode, out, err)
    return finished


def printed(done: Done, name: str) -> dict[str, object]:
    code, out, err = done[name]
    assert (code, err) == (0, "")
    answer = json.loads(out, parse_constant=lambda constant: pytest.fail(f"{constant} is not JSON"))
    assert isinstance(answer, dict)
    return answer


def test_the_default_answer_has_the_documented_parts(done: Done) -> None:
    answer = printed(done, "default")
    assert list(answer) == [
        "region", "link", "edition", "place", "scenario", "origins", "growth_origins", "years", "paths", "target",
        "verdict", "deadlines", "implied", "chance", "chance_from_official", "required_by_price_change", "further",
        "kept", "problems",
    ]  # fmt: skip
    assert answer["region"] == "fengjie"
    assert answer["years"] == [2023, 2024, 2025, 2026, 2027, 2028]
    assert answer["target"] == {"level": 550, "year": 2028}
    assert answer["problems"] == []


def test_the_verdict_has_exactly_the_documented_parts(done: Done) -> None:
    documented = {
        "year", "target", "status", "from_baseline", "from_official", "low", "high", "required_nominal",
        "required_real", "required_baseline",
    }  # fmt: skip
    verdict = printed(done, "default")["verdict"]
    assert isinstance(verdict, dict)
    assert set(verdict) == documented
    for reading in ("from_baseline", "from_official"):
        assert set(verdict[reading]) == {
            "start_year", "start", "level", "gap", "reached", "first_year", "required_growth", "years",
        }  # fmt: skip


def test_the_default_verdict_has_the_published_reference_values(done: Done) -> None:
    verdict = printed(done, "default")["verdict"]
    assert isinstance(verdict, dict)
    assert verdict["status"] == "not_reached"
    expected = {
        "low": 540.4643612109375, "high": 556.1093821933592, "required_nominal": 0.07338390018528,
        "required_real": 0.07338390018528, "required_baseline": 550 / (548.9980090195311 / 386),
    }  # fmt: skip
    assert {key: verdict[key] for key in expected} == pytest.approx(expected, rel=CLOSE)
    own, official = verdict["from_baseline"], verdict["from_official"]
    assert [own["level"], own["required_growth"]] == pytest.approx([548.9980090195311, 0.07549016747379], rel=CLOSE)
    assert official["level"] == pytest.approx(411.5 * 1.075**4, rel=CLOSE)
    assert official["required_growth"] == pytest.approx(0.07522217487456, rel=CLOSE)
    assert [own["reached"], official["reached"], own["first_year"]] == [False, False, None]
    assert own["gap"] == pytest.approx(548.9980090195311 - 550, rel=CLOSE)


def test_the_default_paths_have_the_published_reference_values(done: Done) -> None:
    paths = printed(done, "default")["paths"]
    assert isinstance(paths, dict)
    assert {"gdp", "fai", "retail", "income"} <= set(paths)
    assert all(len(path) == 6 for path in paths.values())
    assert paths["gdp"][0] == 386
    assert paths["gdp"][-1] == pytest.approx(548.9980090195311, rel=CLOSE)
    assert paths["fai"][-1] == pytest.approx(159.844390666, rel=CLOSE)
    assert paths["income"][-1] == pytest.approx(38_106.22036957877, rel=CLOSE)


def test_the_default_scenario_is_the_plan_in_fractions(done: Done) -> None:
    scenario = printed(done, "default")["scenario"]
    assert isinstance(scenario, dict)
    assert scenario["levers"]["gdp_first"] == 0.065
    assert scenario["levers"]["gdp_later"] == 0.075
    assert scenario["overrides"] == {}


def test_a_whole_address_and_its_bare_query_give_the_same_answer(capsys: pytest.CaptureFixture[str]) -> None:
    for link in (ADDRESS, LINK, f"?{LINK}"):
        assert main(["project", link, "--json"]) == 0
    first, *others = capsys.readouterr().out.splitlines()
    assert others == [first, first]
    answer = json.loads(first)
    assert answer["problems"] == []
    assert answer["target"] == {"level": 550, "year": 2030}
    assert answer["years"] == list(range(2023, 2031))
    assert answer["scenario"]["name"] == "稳一点"
    assert answer["scenario"]["overrides"] == {"gdp": {"2026": 0.05}}
    exact = 386 * 1.065 * 1.08 * 1.05 * 1.08**4
    assert answer["paths"]["gdp"][-1] == pytest.approx(exact, rel=CLOSE)


def test_a_bad_link_is_answered_with_what_is_good_and_its_problems(done: Done) -> None:
    problems = printed(done, "bad")["problems"]
    assert isinstance(problems, list)
    assert any("NaN" in problem for problem in problems)
    assert any("speed" in problem for problem in problems)


def test_junk_is_refused_with_one_line_on_standard_error_and_nothing_on_standard_output(done: Done) -> None:
    code, out, err = done["junk"]
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "complete junk" in err


def test_without_json_the_answer_is_a_table_with_a_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["project"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.split()[:6] == ["2023", "2024", "2025", "2026", "2027", "2028"]
    assert "549.0" in out
    assert "38106.2" in out
    assert "Not reached. At these rates GDP in 2028 is 548.998 亿元 from the baseline" in out


@pytest.mark.parametrize(
    "junk", ["???", "&&&", "https://example.org/", "a\nb\x1b[31m", "%00%0a", "x" * 100_000, "\ud800"]
)
def test_what_cannot_be_used_is_refused_in_one_printable_line(junk: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["project", junk, "--json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.strip().isprintable()


def test_an_empty_link_is_not_taken_for_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["project", "", "--json"]) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert main(["project", "--json"]) == 0


def test_the_table_never_shows_a_missed_target_as_its_own_rounded_number(capsys: pytest.CaptureFixture[str]) -> None:
    almost = PLAN.set(gdp_base=386 * 549.9999996 / 548.9980090195311, gdp_high=380)
    assert main(["project", write(Work(almost), "en")]) == 0
    out = capsys.readouterr().out
    assert "Not reached" in out or "Depends" in out
    assert "is 550.000" not in out
    assert "(0.000 short)" not in out


@pytest.mark.parametrize("typed", ["-junk", "-x=1&gdp=5,6"])
def test_what_starts_with_a_dash_is_an_option_that_is_not_known(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["project", typed]) == 2
    assert capsys.readouterr().err.startswith(f"{typed}: is not an option here")


def test_a_link_whose_result_has_changed_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["project", "v=1&region=fengjie&gdp=6.5,7.5&shown=551.2,reached"]) == 0
    assert "note: " in capsys.readouterr().out
