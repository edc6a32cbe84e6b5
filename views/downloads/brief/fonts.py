"""Fonts and sizes of the brief by language: those that official papers ask for, and what stands in where they lack."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from views.lines import cells

TIMES, SANS = "Times New Roman", "Arial"
SONG, HEI, FANG, TITLE_SONG = "宋体", "黑体", "仿宋_GB2312", "方正小标宋简体"
INSTEAD: Mapping[str, str] = {
    TITLE_SONG: "方正小标宋_GBK,华文中宋,STZhongsong,宋体,SimSun",
    HEI: "SimHei,华文黑体,STHeiti,Heiti SC",
    FANG: "仿宋,FangSong,华文仿宋,STFangsong",
    SONG: "SimSun,华文宋体,STSong,Songti SC",
}
"""Other names of a font, and fonts to take where it is not installed, in that order."""
BODY, TITLE, SUBTITLE, HEADING, CAPTION, FOOTER = "Normal", "Title", "Subtitle", "Heading 1", "Caption", "Footer"
ITEM, CELL, SMALL, PICTURE = "List Bullet", "Table Text", "Small Print", "Picture"
"""Styles; the last three are our own."""


class Look(NamedTuple):
    """How a kind of paragraph looks: fonts of Latin and of Chinese letters; size, and line to line [points]."""

    latin: str
    chinese: str
    size: float
    line: float
    """0 where lines are as tall as what is on them."""
    before: float = 0
    after: float = 0
    """Free above and below [points]."""
    bold: bool = False
    centred: bool = False
    indent: int = 0
    """Of the first line [letters]."""

    @property
    def smaller(self) -> "Look":
        """The same in smaller letters: in Chinese 小四 becomes 五号, and 五号 小五."""
        size, line = round(self.size * 0.87 * 2) / 2, int(self.line * 0.82 * 2) / 2
        return self._replace(size=size, line=line, before=self.before * 0.85, after=self.after * 0.85)


LOOKS: Mapping[str, Mapping[str, Look]] = {
    "zh": {
        BODY: Look(TIMES, FANG, 12, 17, indent=2),
        TITLE: Look(TIMES, TITLE_SONG, 22, 28, 0, 2, centred=True),
        SUBTITLE: Look(TIMES, FANG, 12, 18, 0, 2, centred=True),
        HEADING: Look(TIMES, HEI, 12, 18, 3, 1),
        CAPTION: Look(TIMES, HEI, 10.5, 16, 3, 1, centred=True),
        CELL: Look(TIMES, FANG, 10.5, 14),
        SMALL: Look(TIMES, FANG, 9, 12),
        FOOTER: Look(TIMES, SONG, 10.5, 14, centred=True),
        PICTURE: Look(TIMES, FANG, 10.5, 0, 4, centred=True),
    },
    "en": {
        BODY: Look(TIMES, SONG, 10.5, 13.2, 0, 2),
        ITEM: Look(TIMES, SONG, 10.5, 13.2, 0, 1),
        TITLE: Look(SANS, HEI, 17, 22, 0, 2, bold=True),
        SUBTITLE: Look(TIMES, SONG, 11, 15, 0, 2),
        HEADING: Look(SANS, HEI, 11.5, 15, 6, 2, bold=True),
        CAPTION: Look(SANS, HEI, 9, 12, 4, 2, bold=True),
        CELL: Look(TIMES, SONG, 9, 12),
        SMALL: Look(TIMES, SONG, 8.5, 10.8),
        FOOTER: Look(TIMES, SONG, 9, 12, centred=True),
        PICTURE: Look(TIMES, SONG, 9, 0, 6, centred=True),
    },
}
"""By language and style."""
IN_A_LINE = {"zh": 75, "en": 100}
"""Letters of a body's line, one of Chinese being two."""
BROAD = 1.2
"""How much broader letters are without serifs."""
TAGS = {"zh": "zh-CN", "en": "en-GB"}
"""What a language is called in a document."""
LATIN = {"zh": "en-US", "en": "en-GB"}
"""And that of its Latin letters and figures: as Chinese they would be parted anywhere at the end of a line."""


def lines(language: str, text: str, style: str, share: float = 1.0) -> int:
    """About how many lines a text takes in that style, on that share of the page's width."""
    look, body = LOOKS[language][style], LOOKS[language][BODY]
    broad = look.size / body.size * (BROAD if language == "en" and look.latin == SANS else 1.0)
    room = IN_A_LINE[language] * share / broad
    return sum(math.ceil((2 * look.indent + cells(part)) / room) for part in text.split("\n"))
