"""A Word document while it is made: its parts, its styles and its pages; and how it becomes bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from turntide.web.reporting.printing.layout import Layout
from turntide.web.reporting.printing.raster import as_png
from turntide.web.reporting.printing.word.desk import Desk, Embedded
from turntide.web.reporting.printing.wording import language_tag, printable
from turntide.web.reporting.rules.paper import Paper, Picture

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    }.items()
)
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_AFTER_FOOTNOTES = (
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "attachedSchema",
    "themeFontLang",
    "clrSchemeMapping",
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that stands in a zip for no day: then the same paper gives the same bytes."""


@dataclass
class Bound:
    """A document, what our styles are called in it, and the sections of its pages, upright and sideways."""

    document: Document
    styles: Mapping[str, str]
    upright: Any
    sideways: Any
    new_list: Callable[[], int]
    bullets: int = 0
    drawings: list[Part] = field(default_factory=list)

    def desk(self, layout: Layout) -> Desk:
        """What a paper's blocks are written with."""
        size = self.width(), self.height()
        return Desk(layout, self.styles, *size, self.address, self.embed, self.new_list, self.bullets)

    def section(self, *, sideways: bool = False) -> str:
        """The section as it ends a run of pages."""
        return etree.tostring(self.sideways if sideways else self.upright, encoding="unicode")

    def width(self, *, sideways: bool = False) -> int:
        """The width of the text, in twentieths of a point."""
        return self._room("w", ("left", "right"), sideways)

    def height(self, *, sideways: bool = False) -> int:
        """The height of a page's text, likewise."""
        return self._room("h", ("top", "bottom"), sideways)

    def _room(self, side: str, edges: tuple[str, str], sideways: bool) -> int:
        section = self.sideways if sideways else self.upright
        page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        # A negative margin is one that no header moves.
        return int(page.get(qn(f"w:{side}"))) - sum(abs(int(margins.get(qn(f"w:{edge}")))) for edge in edges)

    def address(self, url: str) -> str:
        """The relation to a page of the web."""
        return self.document.part.relate_to(printable(url), RT.HYPERLINK, is_external=True)

    def embed(self, picture: Picture) -> Embedded:
        """A picture's points and its drawing, put into the document."""
        part = self.document.part
        points, _image = part.get_or_add_image(BytesIO(as_png(picture)))
        name = PackURI(f"/word/media/drawing{len(self.drawings) + 1}.svg")
        drawn = Part(name, "image/svg+xml", printable(picture.svg).strip().encode(), part.package)
        self.drawings.append(drawn)
        return points, part.relate_to(drawn, RT.IMAGE)

    def write_body(self, inner: str) -> None:
        """Put this body in the place of the document's."""
        body = self.document.element.body
        body[:] = list(parse_xml(f"<w:body {NAMESPACES}>{inner}</w:body>"))
        etree.cleanup_namespaces(body, keep_ns_prefixes=["w", "r"])

    def write_footnotes(self, inner: str) -> None:
        """Put these footnotes in the place of the document's, and say in its settings which two are lines."""
        part = self.document.part
        body = f"{_DECLARATION}<w:footnotes {NAMESPACES}>{inner}</w:footnotes>"
        for name in [name for name, relation in part.rels.items() if relation.reltype == RT.FOOTNOTES]:
            part.rels.pop(name)
        notes = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, body.encode(), part.package)
        part.relate_to(notes, RT.FOOTNOTES)
        _note_lines(self.document.settings.element)


def _note_lines(settings: Any) -> None:
    for old in settings.findall(qn("w:footnotePr")):
        settings.remove(old)
    lines = parse_xml(
        f'<w:footnotePr {NAMESPACES}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    )
    after = (settings.find(qn(f"w:{name}")) for name in _AFTER_FOOTNOTES)
    following = next((each for each in after if each is not None), None)
    if following is None:
        settings.append(lines)
    else:
        following.addprevious(lines)


def turned(section: Any) -> Any:
    """The section on its side: what was above is on the left."""
    wide = deepcopy(section)
    page = wide.find(qn("w:pgSz"))
    width, height = page.get(qn("w:w")), page.get(qn("w:h"))
    if int(width) < int(height):
        page.set(qn("w:w"), height)
        page.set(qn("w:h"), width)
    page.set(qn("w:orient"), "landscape")
    for name in ("titlePg", "type"):
        for old in wide.findall(qn(f"w:{name}")):
            wide.remove(old)
    return wide


def describe(bound: Bound, paper: Paper) -> None:
    """The document's properties and its language."""
    about, day = bound.document.core_properties, _day(paper.dated)
    about.title, about.subject, about.author = map(printable, (paper.title, paper.subtitle, paper.place))
    about.comments, about.last_modified_by = printable(paper.state), printable(paper.place)
    about.language, about.keywords, about.category, about.content_status = (
        language_tag(paper.language),
        "",
        "",
        "",
    )
    about.created = about.modified = day
    about.revision = 1
    _speak(bound.document, language_tag(paper.language))


def _day(dated: str) -> datetime:
    day = date.fromisoformat(dated[:10]) if dated else date(*_FIRST_DAY[:3])
    return datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)


def _speak(document: Document, language: str) -> None:
    """All text is in this language, unless it says otherwise."""
    for usual in document.styles.element.iter(qn("w:rPrDefault")):
        for look in usual.iter(qn("w:rPr")):
            said = look.find(qn("w:lang"))
            if said is None:
                said = etree.SubElement(look, qn("w:lang"))
            said.set(qn("w:val"), language)
    for named in document.settings.element.findall(qn("w:themeFontLang")):
        named.set(qn("w:val"), language)


def packed(bound: Bound) -> bytes:
    """The document as bytes, with no day of its making in them."""
    first = BytesIO()
    bound.document.save(first)
    out = BytesIO()
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, made.read(name))
    return out.getvalue()
