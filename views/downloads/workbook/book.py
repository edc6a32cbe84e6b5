"""A workbook in the making: its looks, and how levels and levers are written in it."""

from collections.abc import Mapping
from datetime import datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from model.language.wording import Wording
from model.language.words import N_
from model.scenario.lever import Lever
from views.charts.look import PAPER
from views.downloads.about import Occasion, title

SIZE = 10
"""Of letters [points]."""
FONTS = {"zh": "Microsoft YaHei", "en": "Arial"}
INK, RULE = "#1f2328", "#d0d7de"
TRAITS: Mapping[str, Mapping[str, Any]] = {
    "title": {"font_size": 16, "bold": True},
    "part": {"font_size": 12, "bold": True, "font_color": PAPER["scenario"]},
    "strong": {"bold": True},
    "note": {"font_color": "#57606a"},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"},
    "group": {"bold": True, "bottom": 1},
    "right": {"align": "right"},
    "left": {"align": "left", "text_wrap": True, "valign": "top"},
    "indent": {"align": "left", "indent": 1},
    "row": {"bottom": 4, "bottom_color": RULE, "valign": "top"},
    "wrap": {"text_wrap": True, "valign": "top"},
    "input": {"bg_color": "#ddeafb", "font_color": "#1f4e96", "border": 1, "border_color": "#a9c8ea", "valign": "top"},
    "link": {"font_color": PAPER["scenario"], "underline": 1},
}
"""The looks of cells, but for numbers."""
NOTE = ("note", "wrap", "indent")
"""Those of a remark at the end of a line."""


class Book:
    """A workbook, its formats and the names of its cells."""

    def __init__(self, occasion: Occasion):
        self.occasion, self.state, self.w = occasion, occasion.now, occasion.now.wording
        self._file = BytesIO()
        font = {"font_name": FONTS[self.state.language], "font_size": SIZE, "font_scheme": "none"}
        texts = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
        self.workbook = Workbook(self._file, {"in_memory": True, "default_format_properties": font, **texts})
        self.workbook.set_properties({
            "title": title(occasion), "comments": occasion.address,
            "created": datetime.combine(occasion.day, time()),
        })  # fmt: skip
        self._looks: dict[tuple[str, ...], Format] = {}

    def look(self, *traits: str) -> Format:
        """The format with these traits: those of `TRAITS`, and one of numbers."""
        if traits not in self._looks:
            properties: dict[str, Any] = {"font_color": INK, "valign": "vcenter", "quote_prefix": "typed" in traits}
            for trait in traits:
                properties |= TRAITS.get(trait) or ({} if trait == "typed" else self._number(trait))
            self._looks[traits] = self.workbook.add_format(properties)
        return self._looks[traits]

    def decimals(self, trait: str) -> int:
        """The usual decimals of a level that is written so."""
        kind, _, digits = trait.partition(":")
        return int(digits) + 2 * (kind in ("fine", "gap"))

    def form(self, trait: str, more: int = 0) -> str:
        """How a level is written, with so many more decimals."""
        kind, digits = trait.partition(":")[0], self.decimals(trait)
        form = f"#,##0.{'0' * (digits + more)}{'####' if kind == 'exact' and digits else ''}".rstrip(".")
        return f"+{form};-{form};0" if kind == "gap" else form

    def _number(self, trait: str) -> dict[str, Any]:
        """How numbers are written: rates in per cent, levels with that many decimals as `level:2`, with `exact:` all
        their digits and with `fine:` two more; smaller where a column is too narrow."""
        kind, _, digits = trait.partition(":")
        percent = self.w.percent_sign.replace(" ", "\\ ")
        if digits:
            return {"num_format": self.form(trait), "align": "right", "shrink": True}
        forms = {
            "rate": f"0.00{percent}", "fine": f"0.0000{percent}", "exact": f"0.00####{percent}",
            "share": f"0.0{percent}", "year": "0", "number": "0.0###", "flag": "0;;",
        }  # fmt: skip
        return {"num_format": forms[kind], "align": "right"}

    def level(self, value: float, unit: str) -> float:
        """A level in the unit that is written."""
        return float(self.w.shifted(value, unit))

    def written(self, value: float, lever: Lever) -> float:
        """A lever's value as its cell has it."""
        return self.level(value, lever.unit) if lever.kind == "level" else value

    def unit(self, lever: Lever) -> str:
        """What stands beside a lever's value."""
        if lever.kind == "rate":
            return self.w(N_("a year")) if lever.unit == "%" else ""
        return self.w.unit(lever.unit)

    def finished(self) -> bytes:
        """The file."""
        self.workbook.close()
        return self._file.getvalue()


def look_of(lever: Lever, w: Wording) -> str:
    """How a lever's value is written."""
    return f"exact:{w.digits(lever.unit)}" if lever.kind == "level" else {"rate": "exact"}.get(lever.kind, lever.kind)
