"""Mutated links, files and forms: what reading them raises, how long it takes, and how much memory.

    python -m benchmarks.hostile [--count 100000] [--seed 0]

Links and files are answered, whatever they say, and forms by `Refused` alone: anything else that is raised is printed
with its input. What comes back guides: an input that brings a set of sentences not seen before, or takes longest of its
kind so far, is mutated further. Times are those of the thread, so that a busy machine does not count; one over the
limit is taken twice more, for the first reading of a region works out what later ones look up.
"""

import argparse
import heapq
import json
import random
import resource
import statistics
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable
from csv import DictReader
from pathlib import Path

from model.answer import Answer
from model.language.problem import Problem, Refused
from model.language.wording import DataUnits
from model.link.file import LARGEST, open_any
from model.link.file import write as write_file
from model.link.transport import LONGEST
from model.region import county_form
from model.region.county import FIELDS
from model.region.loader import packs

LIMIT = 0.1
"""Seconds an answer may take."""
POOL = 2_000
"""Inputs that are mutated further: the latest."""
LINKS = Path(__file__).resolve().parents[1] / "tests" / "links" / "links.csv"
MARKS = [*"&=,:~@!.%+-{}[]?#; <", '"', "\n", "\x00"]
WORDS = [
    *("0", "-1", "1e999", "9" * 400, "1e-999", "nan", "inf", "１２", "५", "6.5,7.5", "2026:5,", "gdp@2025:440:6.2"),
    *("=1+1", "<script>", "**b**", "$x$", "\u202e", "\ud800", "😀", "\ufeff", "&amp;", "%F0%9F", "%00", "own"),
    *("a" * 3000, " " * 3000, "~gdp@2024:1", "tourism_revenue:1:1,", "check=00000000", "fengjie@2024", "[[1]]"),
    *("null", '{"a":' * 60, "[" * 3000),
]
ODD = ["null", "true", "1", "-1.5", "1" + "0" * 30, "[]", "[1]", "{}", '{"a": {"b": [1]}}', f"[{'1,' * 500}1]"]
"""What a file may hold where a text is expected."""


def mutated(text: str, others: list[str], most: int, chance: random.Random) -> str:
    """The text after a few small changes, or one that repeats a piece as often as there is room."""
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        to = min(to, at + chance.choice((1, 4, 30, 300)))
        piece = chance.choice((chance.choice(MARKS), chance.choice(WORDS), text[at:to], chr(chance.randrange(0x3000))))
        match chance.randrange(6):
            case 0:
                text = text[:at] + text[to:]
            case 1:
                text = text[:at] + piece + text[at:]
            case 2:
                text = text[:at] + piece + text[to:]
            case 3:
                other = chance.choice(others)
                text = text[:at] + other[chance.randrange(len(other) + 1) :]
            case 4:
                text = text[:at] + piece * chance.choice((2, 40, 1 + most // (len(piece) or 1))) + text[at:]
            case 5:
                text = text[: to + 1].swapcase() + text[to + 1 :]
        text = text[: most + 10]
    return text


def mutated_file(text: str, others: list[str], most: int, chance: random.Random) -> str:
    """The file with values of other kinds in it, or its text mutated as any."""
    if chance.random() < 0.5:
        return mutated(text, others, most, chance)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        return mutated(text, others, most, chance)
    for _ in range(chance.choice((1, 2, 5))):
        place, inside = content, [each for each in content.values() if isinstance(each, dict)]
        if inside and chance.random() < 0.6:
            place = chance.choice(inside)
        key = chance.choice([*place, "k1", "own", "outcome", "further", "scenario", "x" * 50, "gdp", ""])
        old = place[key] if isinstance(place.get(key), str) else "gdp=6"
        place[key] = chance.choice(
            (json.loads(chance.choice(ODD)), mutated(old, others, most // 4, chance), {"name": old})
        )
        if chance.random() < 0.1:
            place |= {f"{key}{n}": old for n in range(chance.choice((10, 3000)))}
    return json.dumps(content, ensure_ascii=chance.random() < 0.5)[: most + 10]


def open_text(text: str) -> Iterable[Problem]:
    """The problems of a link or a file."""
    return open_any(text, packs()).problems


def open_form(text: str) -> Iterable[Problem]:
    """The problems of a form, given as JSON of its texts."""
    given: dict[str, str] = {
        **dict.fromkeys((county_form.NAME, *(field.key for field in FIELDS)), ""),
        **json.loads(text),
    }
    try:
        county_form.read(given, "亿元", DataUnits("zh", 0))
    except Refused as refusal:
        return refusal.problems
    return ()


def mutated_form(text: str, others: list[str], most: int, chance: random.Random) -> str:
    """The form with some of its texts mutated."""
    given: dict[str, str] = json.loads(text)
    for key in chance.sample(list(given), chance.choice((1, 2, 4))):
        given[key] = mutated(given[key], others, most, chance)
    return json.dumps(given)


def attack(
    name: str, seeds: list[str], mutate: Callable[[str, list[str], int, random.Random], str],
    read: Callable[[str], Iterable[Problem]], most: int, count: int, chance: random.Random,
) -> bool:  # fmt: skip
    """Prints what came of so many inputs; whether none raised and none was too slow."""
    pool, seen, times, slowest, text = deque(seeds, POOL), set[frozenset[str]](), [], 0.0, ""
    raised: dict[str, str] = {}
    slow: list[tuple[float, str]] = []
    for _ in range(count):
        tried = mutate(chance.choice(pool), seeds, most, chance)
        spent = float("inf")
        for _ in range(3):
            began = time.thread_time()
            try:
                found = frozenset(problem.what for problem in read(tried))
            except Exception:  # noqa: BLE001  # whatever is raised is what is looked for
                place = traceback.format_exc().splitlines()
                found = frozenset(place[-1:])
                raised.setdefault("\n".join(place[-3:]), tried)
            spent = min(spent, time.thread_time() - began)
            if spent <= LIMIT:
                break
        times.append(spent)
        if spent > LIMIT:
            slow.append((spent, tried))
        if found not in seen or spent > slowest:
            seen.add(found)
            pool.append(tried)
        if spent > slowest:
            slowest, text = spent, tried
    middle, peak = 1000 * statistics.median(times), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    over = f"{len(slow)} over {1000 * LIMIT:.0f} ms"
    print(f"{name}: {count:,} inputs, {len(seen)} kinds of answer, {len(raised)} kinds of exception, {over}")
    print(f"  median {middle:.1f} ms, slowest {1000 * slowest:.1f} ms; peak memory {peak:.0f} MB", flush=True)
    for spent, tried in heapq.nlargest(5, slow) or [(slowest, text)]:
        print(f"  {1000 * spent:.1f} ms: {len(tried):,} characters {tried[:300]!r}", flush=True)
    for trace, tried in raised.items():
        print(f"  {trace}\n  from {len(tried):,} characters {tried[:300]!r}", flush=True)
    return not raised and not slow


def main() -> int:
    """1 where something was raised or too slow."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)  # noqa: S311  # inputs that can be made again
    with LINKS.open(encoding="utf-8", newline="") as file:
        links = list(dict.fromkeys(row["link"] for row in DictReader(file)))
    rows = list(next(iter(packs().values())).statements)[:60]
    links += [
        "region=own&own.name=A&own.base_year=2025&own.gdp=386,380,391:6.5,7.5&own.fai=90.7:12&own.target=550,2030",
        "region=fengjie&base=2024&outcome.gdp=2025:440:6.2&outcome.fai=2024:100,2025:110&outcome.fai.instead=2024",
        f"gdp=6.5,7.5&further={','.join(f'{row}:1:1' for row in rows)}",
    ]
    files = [write_file(Answer(open_any(link, packs()).work).work, "zh") for link in links]
    form = {"name": "A", "base_year": "2025", "gdp": "386", "gdp_first": "6.5", "target": "550", "target_year": "2030"}
    third = asked.count // 3
    passed = [
        attack("links", links, mutated, open_text, LONGEST, third, chance),
        attack("files", files, mutated_file, open_text, LARGEST, third, chance),
        attack("forms", [json.dumps(form)], mutated_form, open_form, 400, asked.count - 2 * third, chance),
    ]
    return int(not all(passed))


if __name__ == "__main__":
    raise SystemExit(main())
