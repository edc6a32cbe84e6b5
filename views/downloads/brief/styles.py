"""Page, styles and fonts of a document: those of python-docx's template, made what a language's papers look like."""

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.font import CT_RPr
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from views.downloads.brief.fonts import BODY, INSTEAD, LATIN, SANS, TIMES, Look

SIZE, MARGINS = (21.0, 29.7), (2.0, 2.4, 1.9, 2.6)
"""Of A4: width and height; what is free at the top, right, bottom, left [cm]."""
WIDE = SIZE[0] - MARGINS[1] - MARGINS[3]
"""Between the margins [cm]."""
BLACK = RGBColor(0, 0, 0)
OTHERS = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
"""Of the template, what shows another document and tells of another program."""
THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
"""Attributes by which a theme's fonts override those that are named."""


def adapt(document: Document, language: str, looks: Mapping[str, Look]) -> None:
    """Sets page, styles, fonts and language; what the template says of other programs goes."""
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(side) for side in SIZE)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Cm, MARGINS)
    section.footer_distance = Cm(1.1)
    _defaults(document, LATIN[language])
    for name, look in looks.items():
        known = name in document.styles
        style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        _set(style, look)
        if looks[BODY].indent:  # which the others would inherit
            style.paragraph_format.first_line_indent = Pt(look.indent * look.size)
            style.element.pPr.ind.set(qn("w:firstLineChars"), f"{look.indent * 100}")
    _substitutes(document)
    relations = document.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype in OTHERS]:
        del relations[key]


def name_fonts(element: CT_RPr, latin: str, chinese: str) -> None:
    """Names the fonts of a style's or a run's properties, in the place of a theme's."""
    fonts = element.get_or_add_rFonts()
    for theme in THEMES:
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for use, font in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{use}"), font)


def _set(style: ParagraphStyle, look: Look) -> None:
    element = style.element
    if element.rPr is not None:
        element.remove(element.rPr)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(look.size), look.bold, BLACK
    name_fonts(element.get_or_add_rPr(), look.latin, look.chinese)
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.line_spacing = Pt(look.line) if look.line else 1.0
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if look.centred else None
    properties = element.get_or_add_pPr()
    for found in properties.findall(qn("w:pBdr")):
        properties.remove(found)


def _defaults(document: Document, tag: str) -> None:
    """What the words are written in, so that no other language's spelling is asked of them."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    name_fonts(defaults, TIMES, next(iter(INSTEAD)))
    for spoken in (defaults.find(qn("w:lang")), document.settings.element.find(qn("w:themeFontLang"))):
        spoken.set(qn("w:val"), tag)
        spoken.set(qn("w:eastAsia"), "zh-CN")


def _substitutes(document: Document) -> None:
    """Writes the table of fonts, with what stands in for those that may not be installed."""
    rows = [
        f"<w:font w:name={quoteattr(font)}><w:altName w:val={quoteattr(others)}/><w:charset w:val='86'/>"
        "<w:family w:val='auto'/><w:pitch w:val='default'/></w:font>"
        for font, others in INSTEAD.items()
    ]
    rows += [f"<w:font w:name={quoteattr(font)}><w:charset w:val='00'/></w:font>" for font in (TIMES, SANS)]
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    text = f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?><w:fonts {nsdecls('w')}>{''.join(rows)}</w:fonts>"
    table._blob = text.encode()  # python-docx keeps it as it came, and has no way to change it
