"""A place's own Word document or template as what its papers stand on: checked, emptied, and given our styles."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from django.utils.translation import gettext as _
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from turntide.web.reporting.printing.faults import LetterheadError
from turntide.web.reporting.printing.word import handwritten
from turntide.web.reporting.printing.word.binding import Bound, turned
from turntide.web.reporting.printing.word.checking import checked
from turntide.web.reporting.printing.word.numbering import Numbering, with_ours
from turntide.web.reporting.printing.word.styling import mapped

_KEPT = {
    RT.STYLES,
    RT.SETTINGS,
    RT.NUMBERING,
    RT.FONT_TABLE,
    RT.THEME,
    RT.HEADER,
    RT.FOOTER,
    RT.ENDNOTES,
    RT.FOOTNOTES,
}
_OF_THE_WHOLE = {RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES}
_UNSETTLING = ("attachedTemplate", "documentProtection", "writeProtection", "mailMerge", "trackRevisions")
_USUAL_PAGE = ("pgSz", {"w": "11906", "h": "16838"})
_EDGES, _RUNNING = (
    {"top": "1440", "right": "1134", "bottom": "1134", "left": "1134"},
    {"header": "708", "footer": "708"},
)
_USUAL_MARGINS = ("pgMar", _EDGES | _RUNNING | {"gutter": "0"})


def bound(body: bytes) -> Bound:
    """Their document without its text. Raises LetterheadError with a sentence that says what is wrong."""
    clean = checked(body)
    try:
        return _bound(docx.Document(BytesIO(clean)))
    except Exception as fault:
        said = _("This Word template is damaged. Save it again in Word and add it once more.")
        raise LetterheadError(said) from fault


def _bound(document: Document) -> Bound:
    section = _first_section(document)
    _keep_only(document.part, _KEPT)
    _keep_only(document.part.package, _OF_THE_WHOLE)
    _settle(document)
    styles = mapped(document)
    bullets, pattern = with_ours(document, handwritten.part("numbering"))
    if _has_numbers(document, styles["ListBullet"]):
        bullets = 0
    new_list = Numbering(document, pattern).new_list
    return Bound(document, styles, section, turned(section), new_list, bullets)


def _first_section(document: Document) -> Any:
    """The section that begins their document: its headers are what a reader sees first."""
    section: Any = document.sections[0]._sectPr
    for name in ("type", "footnotePr", "pgNumType"):
        for old in section.findall(qn(f"w:{name}")):
            section.remove(old)
    for name, usual in (_USUAL_PAGE, _USUAL_MARGINS):
        if section.find(qn(f"w:{name}")) is None:
            said = " ".join(f'w:{key}="{value}"' for key, value in usual.items())
            section.append(parse_xml(f"<w:{name} {nsdecls('w')} {said}/>"))
    return section


def _keep_only(owner: Any, kept: set[str]) -> None:
    for name in [name for name, relation in owner.rels.items() if relation.reltype not in kept]:
        owner.rels.pop(name)


def _settle(document: Document) -> None:
    """What would lock the paper, fetch from elsewhere or mark each change is no part of a letterhead."""
    settings: Any = document.settings.element
    _keep_only(document.part.part_related_by(RT.SETTINGS), set())
    for name in _UNSETTLING:
        for old in settings.findall(qn(f"w:{name}")):
            settings.remove(old)


def _has_numbers(document: Document, style: str) -> bool:
    return any(
        each.get(qn("w:styleId")) == style and next(each.iter(qn("w:numPr")), None) is not None
        for each in document.styles.element.findall(qn("w:style"))
    )
