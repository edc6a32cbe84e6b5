"""The same answers without a browser: `python -m model project [LINK] [--json]`."""

import argparse
import dataclasses
import json
import sys
from decimal import Decimal
from typing import Any

from model.indicators import GDP
from model.link import Opened, read
from model.loader import packs
from model.moved import moved
from model.pack import Pack
from model.problem import Problem, Refused
from model.projection import project
from model.rates import plain
from model.rounding import on_its_side
from model.target import meets
from model.verdict import judge

STATUS = {
    "reached": "reached",
    "depends": "depends on the baseline",
    "not_reached": "not reached",
}


def answer(opened: Opened, pack: Pack) -> dict[str, Any]:
    """What `project --json` prints: levels in the indicator's unit, rates as fractions, full precision."""
    scenario = opened.scenario
    projection, verdict = project(scenario, pack), judge(scenario, pack)
    return {
        "region": scenario.region,
        "scenario": {
            "name": scenario.name,
            "levers": dict(scenario.values),
            "overrides": {
                series: {str(year): rate for key, year, rate in scenario.overrides if key == series}
                for series in dict.fromkeys(key for key, *_ in scenario.overrides)
            },
        },
        "years": list(projection.years),
        "paths": {key: path.tolist() for key, path in projection.paths.items()},
        "target": {"level": scenario["target_level"], "year": scenario.target_year},
        "verdict": {key: value for key, value in dataclasses.asdict(verdict).items() if key != "crossing"},
        "problems": [problem.sentence() for problem in _problems(opened, pack)],
    }


def _problems(opened: Opened, pack: Pack) -> list[Problem]:
    return [*opened.problems, *moved(opened, opened.work, pack, lambda level: f"{plain(level)} {GDP.unit}")]


def _table(opened: Opened, pack: Pack) -> str:
    scenario = opened.scenario
    projection, verdict = project(scenario, pack), judge(scenario, pack)
    goal = Decimal(plain(scenario["target_level"]))
    lines = [f"{'':14}" + "".join(f"{year:>12}" for year in projection.years)]
    for key, path in projection.paths.items():
        levels = [_against(level, goal, 1) if key == GDP.key else f"{level:.1f}" for level in path]
        lines.append(f"{key:14}" + "".join(f"{level:>12}" for level in levels))
    level = _against(verdict.level, goal, 3)
    distance = f"{abs(Decimal(level) - goal):f} {'above' if verdict.reached else 'short'}"
    lines += [
        "",
        f"GDP at current prices, {GDP.unit}; gdp_constant in {pack.base_year} prices",
        *_derived(opened, pack),
        f"target {goal:f} by {scenario.target_year}: {STATUS[verdict.status]}; level {level}, {distance}",
    ]
    return "\n".join([*lines, *(f"note: {problem.sentence()}" for problem in _problems(opened, pack))])


def _against(level: float, goal: Decimal, digits: int) -> str:
    """A level with as many decimals as leave it on its side of the goal."""
    return f"{on_its_side(level, goal, digits, below=not meets(level, float(goal))):f}"


def _derived(opened: Opened, pack: Pack) -> list[str]:
    """A line that names the baselines nobody printed."""
    derived = [
        key
        for key, base in pack.baselines.items()
        if base.source == "derived" and opened.scenario[f"{key}_base"] == base.value
    ]
    return [f"{pack.base_year}: derived, not printed: {', '.join(derived)}"] if derived else []


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 0 when something could be used, 2 when nothing could."""
    parser = argparse.ArgumentParser(prog="python -m model", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("project", help="paths and verdict of the default scenario, or of a link")
    command.add_argument("link", nargs="?", default="", metavar="LINK", help="a link, or the part after its ?")
    command.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options, others = parser.parse_known_args(arguments)
    if len(others) > (0 if options.link else 1):
        parser.error(f"unrecognized arguments: {' '.join(others)}")
    link = options.link or "".join(others)  # what starts with "-" and is no option is a link too
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a console that is not UTF-8 cannot write 亿元
    try:
        known = packs()
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    opened = read(link, known)
    if link.strip() and not opened.understood:
        sentence = opened.problems[0].sentence() if opened.problems else "link: is empty; paste the part after the ?"
        print(sentence, file=sys.stderr)
        return 2
    pack = known[opened.scenario.region]
    print(json.dumps(answer(opened, pack), allow_nan=False) if options.json else _table(opened, pack))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
