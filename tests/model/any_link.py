"""What tests of links and files share: a check sum of their own, links that are edited and signed anew, sentences."""

from collections.abc import Callable, Sequence
from urllib.parse import quote

from model.language.problem import Problem
from model.link.link import Opened, changed_results
from model.work.work import Work


def crc(fields: dict[str, str]) -> str:
    """CRC-32 bit by bit, over "key=value" lines in sorted order, without the language."""
    lines = "\n".join(sorted(f"{key}={value}" for key, value in fields.items() if key not in ("check", "lang")))
    remainder = 0xFFFFFFFF
    for byte in lines.encode("utf-8", "replace"):
        remainder ^= byte
        for _ in range(8):
            remainder = remainder >> 1 ^ (0xEDB88320 if remainder & 1 else 0)
    return f"{remainder ^ 0xFFFFFFFF:08x}"


def query(fields: dict[str, str]) -> str:
    return "&".join(f"{key}={quote(value, safe='', errors='replace')}" for key, value in fields.items())


def signed(fields: dict[str, str]) -> str:
    """The link of these fields with a check that fits, as if it had been written like that."""
    checked = {key: value for key, value in fields.items() if key != "check"}
    return query({**checked, "check": crc(checked)})


def said(problems: Sequence[Problem]) -> list[str]:
    return [problem.sentence() for problem in problems]


def sentences(opened: Opened) -> list[str]:
    return said(opened.problems)


def changes(opened: Opened, say: Callable[[float], str] = str, now: Work | None = None) -> list[Problem]:
    """What the page says of results that have moved, with what was opened still on it unless it is said what is."""
    return changed_results(opened, now or opened.work, say)


def about(opened: Opened) -> list[str]:
    """What each sentence is about: its wording before anything is filled in."""
    return [problem.what for problem in opened.problems]
