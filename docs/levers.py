"""Prints the table of levers that stands in docs/links.md: `python -m docs.levers`."""

import sys

from model.economics.phrases import title
from model.language.rates import plain
from model.language.wording import Wording
from model.region.loader import packs
from model.scenario.lever import Lever
from model.scenario.levers import levers

HEADS = ("Lever", "参数", "Key · 键", "Unit · 单位", "Plan · 计划", "Allowed · 允许范围")


def table() -> str:
    """The levers of the region that opens first as a Markdown table, from their declarations."""
    pack = next(iter(packs().values()))
    english, chinese = (Wording(language, pack.base_year) for language in ("en", "zh"))
    rows = [HEADS, ("---",) * len(HEADS)]
    rows += [(title(lever, english), title(lever, chinese), *_numbers(lever)) for lever in levers(pack).values()]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _numbers(lever: Lever) -> tuple[str, ...]:
    scale = 100 if lever.kind == "rate" else 1
    low, high, default = (plain(round(value * scale, 9)) for value in (lever.low, lever.high, lever.default))
    return f"`{lever.link_key}`", lever.unit, default, f"{low} – {high}"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a console that is not UTF-8 cannot write 亿元
    print(table())
