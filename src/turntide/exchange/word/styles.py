"""How the document is set: its styles, so that an officer changes all headings or all tables at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

TABLE, CELL, COLUMN_HEAD, RATIONALE, LEVEL_NAME = (
    "Plan Table",
    "Table Text",
    "Table Heading",
    "Rationale",
    "Level Name",
)
BULLET, CELL_BULLET = "List Bullet", "Table Bullet"
DEEPEST = 9
"""Word has nine levels of heading."""
_FACE, _INK, _SOFT = "Arial", "1F3A4D", "5A6B78"
_SIZES = (18.0, 15.0, 13.0, 11.5)
_BODY, _IN_CELL = 10.5, 9.5
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A9AA6"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE_STYLE = (
    '<w:style {ns} w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Plan Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
    '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="E3EBF0"/></w:tcPr></w:tblStylePr></w:style>'
)


def set_styles(document: Document) -> None:
    """Make every style the document uses, and say that it is in British English."""
    _set_language(document)
    _letters(document.styles["Normal"], _BODY, space=(0, 6))
    _letters(document.styles["Title"], 24.0, bold=True, colour=_INK, space=(0, 10))
    _unruled(document.styles["Title"])
    for level in range(1, DEEPEST + 1):
        size = _SIZES[min(level, len(_SIZES)) - 1]
        style = document.styles[f"Heading {level}"]
        _letters(style, size, bold=True, colour=_INK, space=(14 if level < 3 else 10, 4))
        style.paragraph_format.keep_with_next = True
    _letters(document.styles[BULLET], _BODY, space=(0, 3))
    _add_own(document)


def _add_own(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml
    from docx.shared import Cm, RGBColor

    for name, base, size in (
        (CELL, "Normal", _IN_CELL),
        (COLUMN_HEAD, "Normal", _IN_CELL),
        (CELL_BULLET, BULLET, _IN_CELL),
        (RATIONALE, "Normal", _BODY),
    ):
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[base]
        _letters(style, size, bold=name == COLUMN_HEAD or None, space=(0, 6 if name == RATIONALE else 2))
    document.styles[COLUMN_HEAD].paragraph_format.keep_with_next = True
    document.styles[RATIONALE].paragraph_format.keep_with_next = True
    bullet = document.styles[CELL_BULLET].paragraph_format
    bullet.left_indent, bullet.first_line_indent = Cm(0.4), Cm(-0.4)
    bullet.tab_stops.add_tab_stop(Cm(0.4))
    level_name: Any = document.styles.add_style(LEVEL_NAME, WD_STYLE_TYPE.CHARACTER)
    level_name.font.color.rgb, level_name.font.bold = RGBColor.from_string(_SOFT), False
    xml = _TABLE_STYLE.format(ns=nsdecls("w"), borders=_BORDERS)
    document.styles.element.append(parse_xml(xml))


def _letters(
    style: ParagraphStyle | Any,
    size: float,
    *,
    bold: bool | None = None,
    colour: str | None = None,
    space: tuple[float, float],
) -> None:
    """Set a style's type; the theme's face gives way to one that every machine has."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font, format_ = style.font, style.paragraph_format
    font.name, font.size, font.bold = _FACE, Pt(size), bold
    if bold is not None:
        font.italic = False
    faces = style.element.rPr.find(qn("w:rFonts"))
    for name in [name for name in faces.attrib if name.endswith("Theme")]:
        del faces.attrib[name]
    for name in ("w:cs", "w:eastAsia"):
        faces.set(qn(name), _FACE)
    if colour is not None:
        font.color.rgb = RGBColor.from_string(colour)
    format_.space_before, format_.space_after = Pt(space[0]), Pt(space[1])


def _unruled(style: Any) -> None:
    """Take away the line that the template draws under a title."""
    from docx.oxml.ns import qn

    border = style.element.pPr.find(qn("w:pBdr"))
    if border is not None:
        style.element.pPr.remove(border)


def _set_language(document: Document) -> None:
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
