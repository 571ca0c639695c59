"""How lists are numbered: each numbered list from one on."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart


class Numbering:
    """The numberings of a document. ``pattern`` is the abstract numbering that numbered lists follow."""

    def __init__(self, document: Document, pattern: int) -> None:
        self._element: Any = document.part.numbering_part.element
        self._pattern = pattern

    def new_list(self) -> int:
        """The number of a numbering that begins at one."""
        number = 1 + max(
            (int(each.get(qn("w:numId"))) for each in self._element.findall(qn("w:num"))), default=0
        )
        again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        pattern = f'<w:abstractNumId w:val="{self._pattern}"/>'
        self._element.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}">{pattern}{again}</w:num>'))
        return number


def with_ours(document: Document, ours: Any) -> tuple[int, int]:
    """Put our two patterns among a document's own: the numbering of our bullets, and the pattern of numbers."""
    _provide(document)
    element: Any = document.part.numbering_part.element
    taken = [int(each.get(qn("w:abstractNumId"))) for each in element.findall(qn("w:abstractNum"))]
    first = max(taken, default=0) + 1
    for place, pattern in enumerate(ours.findall(qn("w:abstractNum"))):
        pattern.set(qn("w:abstractNumId"), str(first + place))
        element.insert(len(taken) + place, pattern)
    return Numbering(document, first).new_list(), first + 1


def _provide(document: Document) -> None:
    """A document that never had a list has no numberings."""
    part = document.part
    if all(relation.reltype != RT.NUMBERING for relation in part.rels.values()):
        empty = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        part.relate_to(
            NumberingPart(PackURI("/word/numbering.xml"), CT.WML_NUMBERING, empty, part.package), RT.NUMBERING
        )
