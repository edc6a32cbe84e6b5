"""Prints the table of levers that stands in the READMEs: `python -m docs.levers en` or `zh`."""

import sys

from model.economics.phrases import title
from model.language.rates import plain
from model.language.wording import Wording
from model.region.loader import packs
from model.scenario.lever import Lever
from model.scenario.levers import levers


def table(language: str) -> str:
    """The levers of the region that opens first as a Markdown table, from their declarations."""
    pack = next(iter(packs().values()))
    w = Wording(language, pack.base_year)
    heads = {
        "en": ("Lever", "Link", "Unit", "Opens at", "Allowed"),
        "zh": ("参数", "链接中", "单位", "初始值", "允许范围"),
    }[language]
    rows = [heads, ("---",) * len(heads)]
    rows += [_row(lever, w) for lever in levers(pack).values()]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _row(lever: Lever, w: Wording) -> tuple[str, ...]:
    scale = 100 if lever.kind == "rate" else 1
    low, high, default = (plain(round(value * scale, 9)) for value in (lever.low, lever.high, lever.default))
    return title(lever, w), f"`{lever.param}`", lever.unit, default, f"{low} – {high}"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a console that is not UTF-8 cannot write 亿元
    print(table(sys.argv[1]))
