"""A document, filled from the top down. Whatever a visitor typed goes in as text, and as nothing else."""

import datetime
import io
import re
from collections.abc import Sequence

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.table import Table
from docx.text.paragraph import Paragraph

from views.downloads.brief import fonts
from views.downloads.brief.styles import WIDE, adapt, name_fonts
from views.downloads.brief.tables import Sheet

NUMERALS = {"zh": "一二三四五六七八", "en": "12345678"}
HEADING, ITEM = {"zh": "{}、{}", "en": "{}\u2003{}"}, {"zh": "（{}）{}", "en": "{1}"}
"""How a heading and what is listed are numbered; English lists have bullets."""
AROUND = {"zh": ("— ", " —"), "en": ("", "")}
"""What stands around the number of a page."""
BESIDE = 0.7
"""Free beside a picture in a table [cm]: what lies over the edge of its cell is cut off."""
W = nsdecls("w")
RULES = f"""<w:tblBorders {W}>
<w:top w:val="single" w:sz="10" w:color="000000"/><w:bottom w:val="single" w:sz="10" w:color="000000"/>
</w:tblBorders>"""
UNDER_HEAD = f'<w:tcBorders {W}><w:bottom w:val="single" w:sz="5" w:color="000000"/></w:tcBorders>'
NARROW = f'<w:tblCellMar {W}><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
NUMBER = f'<w:fldSimple {W} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
LINK = f"""<w:hyperlink {nsdecls("w", "r")} r:id="{{}}"><w:r>
<w:rPr><w:color w:val="1f5fa8"/><w:u w:val="single"/></w:rPr><w:t/></w:r></w:hyperlink>"""


class Document:
    """A document in one language; a dense one has smaller letters."""

    def __init__(self, language: str, dense: bool = False) -> None:
        self.language, self._made, self._headings = language, docx.Document(), 0
        self._looks = {style: look.smaller if dense else look for style, look in fonts.LOOKS[language].items()}
        adapt(self._made, language, self._looks)
        self._styles = {style.name: style.style_id for style in self._made.styles}
        footer = self._made.sections[0].footer.paragraphs[0]
        before, after = AROUND[language]
        footer.add_run(before)
        footer._p.append(parse_xml(NUMBER))
        footer.add_run(after)

    def words(self, text: str, style: str = fonts.BODY, lead: str = "") -> Paragraph:
        """A paragraph; `lead` stands out before it."""
        paragraph = self._in_style(self._made.add_paragraph(), style)
        if lead:
            look = self._looks[fonts.HEADING]
            run = paragraph.add_run(self.typeset(lead + " "))
            run.bold = look.bold
            name_fonts(run._r.get_or_add_rPr(), look.latin, look.chinese)
        paragraph.add_run(self.typeset(text))
        return paragraph

    def heading(self, text: str) -> None:
        """A heading with its number."""
        number = NUMERALS[self.language][self._headings]
        self.words(HEADING[self.language].format(number, text), fonts.HEADING)
        self._headings += 1

    def listed(self, texts: Sequence[str]) -> None:
        """A list."""
        style = fonts.ITEM if fonts.ITEM in self._looks else fonts.BODY
        for number, text in zip(NUMERALS[self.language], texts, strict=False):
            self.words(ITEM[self.language].format(number, text), style)

    def table(self, sheet: Sheet, style: str) -> None:
        """A table with its title above and its note below, its words in that style."""
        self.words(sheet.title, fonts.CAPTION).paragraph_format.keep_with_next = True
        table = self._grid(len(sheet.rows) + 1, sheet.widths)
        table._tbl.tblPr.insert_element_before(parse_xml(RULES), "w:tblLayout")
        table._tbl.tblPr.insert_element_before(parse_xml(NARROW), "w:tblLook")
        last = len(sheet.rows) + bool(sheet.note)
        for number, texts in enumerate((sheet.heads, *sheet.rows)):
            row = table.rows[number]
            row._tr.get_or_add_trPr().extend(_row_rules(head=number == 0))
            for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                paragraph = self._in_style(cell.paragraphs[0], style)
                paragraph.paragraph_format.keep_with_next = number < last
                if place in sheet.numbers:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                paragraph.add_run(self.typeset(text) if place or not number else text)  # names are somebody's own
                if number == 0:
                    cell._tc.get_or_add_tcPr().append(parse_xml(UNDER_HEAD))
        if sheet.note:
            self.words(sheet.note, fonts.SMALL)

    def picture(self, png: bytes, wide: float, alt: str, caption: str) -> None:
        """A picture of that width [cm], what it shows for those who do not see it, and its title below."""
        paragraph = self._in_style(self._made.add_paragraph(), fonts.PICTURE)
        _picture(paragraph, png, wide, alt)
        paragraph.paragraph_format.keep_with_next = True
        self.words(caption, fonts.CAPTION)

    def beside(self, texts: Sequence[str], link: tuple[str, str], png: bytes | None, wide: float, alt: str) -> None:
        """Small print that ends with a link (words, address), and beside it a picture of that width [cm], if any."""
        cells = self._grid(1, (WIDE - wide - BESIDE, wide + BESIDE) if png else (WIDE,)).rows[0].cells
        for number, text in enumerate(texts):
            paragraph = cells[0].add_paragraph() if number else cells[0].paragraphs[0]
            self._in_style(paragraph, fonts.SMALL).add_run(self.typeset(text))
        _link(self._in_style(cells[0].add_paragraph(), fonts.SMALL), *link)
        if png:
            _picture(self._in_style(cells[1].paragraphs[0], fonts.PICTURE), png, wide, alt)

    def typeset(self, text: str) -> str:
        """The text as official papers in Chinese have it: no spaces beside Chinese letters, long dashes in spans.

        What stands in quotation marks is somebody's own, and stays. A figure is not parted from its sign.
        """
        if self.language != "zh":
            return re.sub(r"(?<=\d) (?=%)|(?<=±) (?=\d)|(?<=\w) (?==)|(?<==) (?=\d)", "\u00a0", text)
        parts = re.split("(“[^”]*”)", text)
        return "".join(part if place % 2 else _official(part) for place, part in enumerate(parts))

    def written(self, title: str, subject: str, keywords: str, day: datetime.date) -> bytes:
        """The file, with what it says of itself."""
        known = self._made.core_properties
        known.title, known.subject, known.keywords = title, subject, keywords
        known.author, known.last_modified_by, known.comments, known.language = "", "", "", fonts.TAGS[self.language]
        known.created = known.modified = datetime.datetime.combine(day, datetime.time())
        file = io.BytesIO()
        self._made.save(file)
        return file.getvalue()

    def _in_style(self, paragraph: Paragraph, style: str) -> Paragraph:
        """The paragraph, in that style. python-docx would go through all styles for every one."""
        paragraph._p.style = self._styles[style] if style != fonts.BODY else None
        return paragraph

    def _grid(self, rows: int, widths: Sequence[float]) -> Table:
        """A table without lines, of columns of these widths [cm]."""
        table: Table = self._made.add_table(rows, len(widths))
        table.autofit = False
        for column, wide in zip(table.columns, widths, strict=True):
            column.width = Cm(wide)
            for cell in column.cells:
                cell.width = Cm(wide)
        return table


def _official(text: str) -> str:
    text = re.sub(r"(?<=\d)–(?=\d)", "—", text)
    return re.sub(r"(?<=[⺀-\uffee]) +| +(?=[⺀-\uffee])|(?<=\w) (?==)|(?<==) (?=\d)", "", text)


def _row_rules(head: bool) -> list[object]:
    """A row stays whole; that of the heads is repeated on every page."""
    return [parse_xml(f"<w:{name} {W}/>") for name in (["cantSplit", "tblHeader"] if head else ["cantSplit"])]


def _picture(paragraph: Paragraph, png: bytes, wide: float, alt: str) -> None:
    picture = paragraph.add_run().add_picture(io.BytesIO(png), Cm(wide))
    picture._inline.docPr.set("descr", alt)


def _link(paragraph: Paragraph, text: str, address: str) -> None:
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = parse_xml(LINK.format(key))
    link.find(f".//{qn('w:t')}").text = text
    paragraph._p.append(link)
