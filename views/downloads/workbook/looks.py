"""What cells look like: quiet, with numbers written as the reader's language does."""

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from model.language.wording import Wording
from views import palette

FONTS = {"zh": "Microsoft YaHei", "en": "Arial"}
SIZE = 10
INK, RULE, PALE = "#1f2328", "#d0d7de", "#f6f8fa"
INPUT, TYPED = "#ddeafb", "#1f4e96"
"""Behind a cell that may be changed, and what stands in it."""
MET, UNMET = "#d7ebdf", "#f6e3d6"
"""Behind levels that reach the target, and those that do not."""
TRAITS: Mapping[str, Mapping[str, Any]] = {
    "title": {"font_size": 18, "bold": True},
    "part": {"font_size": 12, "bold": True, "font_color": palette.SCENARIO},
    "answer": {"font_size": 14, "bold": True},
    "big": {"font_size": 12},
    "strong": {"bold": True},
    "note": {"font_color": "#57606a"},
    "alarm": {"bold": True, "font_color": palette.NOT_REACHED},
    "head": {"bold": True, "bottom": 1, "bottom_color": INK, "text_wrap": True, "valign": "bottom"},
    "left": {"align": "left"},
    "apart": {"align": "left", "indent": 1},
    "open": {"text_wrap": False},
    "right": {"align": "right"},
    "row": {"bottom": 4, "bottom_color": RULE},
    "wrap": {"text_wrap": True},
    "top": {"valign": "top"},
    "input": {"bg_color": INPUT, "font_color": TYPED, "border": 1, "border_color": "#a9c8ea", "locked": False},
    "locked": {"bold": True, "border": 2, "border_color": TYPED},
    "typed": {"quote_prefix": True},
    "link": {"font_color": palette.SCENARIO, "underline": 1},
}
"""Everything but numbers. `typed` keeps a text a
text where its cell is edited and left again."""
DIMMED = "#a0a7b0"
"""Numbers that are not asked for."""


def size_of(traits: Sequence[str]) -> float:
    """The size of the letters of a cell with these traits [points]."""
    return next((float(TRAITS[each]["font_size"]) for each in traits if "font_size" in TRAITS.get(each, ())), SIZE)


class Looks:
    """The formats of a workbook, each made once, put together from traits such as "row" or "rate"."""

    def __init__(self, workbook: Workbook, w: Wording):
        self._workbook, self._w = workbook, w
        self._made: dict[tuple[str, ...], Format] = {}

    def __call__(self, *traits: str) -> Format:
        """The format with these traits."""
        if traits not in self._made:
            properties: dict[str, Any] = {"font_color": INK, "valign": "vcenter"}
            for trait in traits:
                properties |= TRAITS.get(trait) or {"num_format": self.numbers(trait), "align": "right"}
            self._made[traits] = self._workbook.add_format(properties)
        return self._made[traits]

    def numbers(self, trait: str) -> str:
        """How numbers are written: rates in per cent, levels as `level:unit`, with more digits, or as `places:2`."""
        kind, _, unit = trait.partition(":")
        if kind == "places":
            return f"#,##0.{'0' * int(unit)}".rstrip(".")
        sign = self._w.percent_sign.replace(" ", "\\ ")
        if unit:
            zeros = "0" * self._w.digits(unit)
            digits = {
                "level": zeros,
                "exact": zeros + "#" * (6 - len(zeros)) * bool(zeros),
                "fine": zeros + "00",
                "gap": zeros + "00",
            }
            plain = f"#,##0.{digits[kind]}".rstrip(".")
            return f"+{plain};-{plain};0" if kind == "gap" else plain
        return {
            "rate": f"0.00{sign}",
            "fine": f"0.000{sign}",
            "chosen": f"0.0###{sign}",
            "change": f"+0.00{sign};-0.00{sign};0.00{sign}",
            "share": f"0.0{sign}",
            "year": "0",
            "count": "0",
            "flag": "0;;",
            "number": "0.0###",
            "fraction": "0.0000",
            "small": "0.000000",
        }[kind]
