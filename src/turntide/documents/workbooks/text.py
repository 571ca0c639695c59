"""Text in an Excel workbook: shared strings, rich text, comments, text boxes, print headers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from turntide.documents.packages import Archive
from turntide.documents.typesetting.pieces import Looks, Piece, respaced, stripped
from turntide.documents.workbooks.parts import Link, elements
from turntide.documents.workbooks.styles import Styles

Run = tuple[str, Looks | None]
"""A stretch of text and how it is set; None: as the cell is."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PRINT_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[^&])')
_PRINT_SECTION = re.compile(r"&[LCR]")
_AREAS = ("oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter")


def shared_strings(archive: Archive, path: str, styles: Styles) -> list[list[Run]]:
    """The workbook's shared strings, each in runs."""
    data = archive.data(path)
    return [] if data is None else [runs_of(item, styles) for item in elements(data, path, "si")]


def runs_of(item: etree._Element, styles: Styles) -> list[Run]:
    """The runs of a string; the reading aids of East Asian text beside it are no part of it."""
    found: list[Run] = []
    for child in item:
        kind = etree.QName(child).localname
        if kind == "t":
            found.append((unescaped(child.text or ""), None))
        elif kind == "r":
            text = unescaped("".join(t.text or "" for t in child.iterfind("{*}t")))
            font = child.find("{*}rPr")
            found.append((text, None if font is None else styles.looks(font)))
    return found


def worded(runs: Iterable[Run], looks: Looks) -> list[Piece]:
    """Runs as the pieces of a cell that is set in these looks, without outer white space."""
    pieces = [Piece(text, looks if own is None else own) for text, own in runs]
    return stripped(respaced(pieces, "\xa0"))


def unescaped(text: str) -> str:
    """Control characters stand in XML as '_x000D_'; of those only line ends show."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign in "\n\t" or sign >= " ")


def comments_of(archive: Archive, links: Iterable[Link], people: dict[str, str]) -> list[tuple[str, str]]:
    """The comments beside a sheet's cells: (cell reference, text), conversations with their speakers."""
    notes, talks = [], []
    for link in links:
        root = archive.xml(link.path) if link.kind in ("comments", "threadedComment") else None
        if root is None:
            continue
        notes += [(note.get("ref", ""), _note_text(note)) for note in root.iter("{*}comment")]
        for talk in root.iter("{*}threadedComment"):
            speaker = people.get(talk.get("personId", ""))
            text = unescaped(talk.findtext("{*}text") or "").strip()
            talks.append((talk.get("ref", ""), f"{speaker}: {text}" if speaker and text else text))
    told = {ref for ref, _ in talks}
    # Beside each conversation stands a note that repeats it for older programs.
    return [note for note in notes if note[0] not in told] + talks


def _note_text(note: etree._Element) -> str:
    return unescaped("".join(text.text or "" for text in note.iter("{*}t"))).strip()


def people_of(archive: Archive, links: Iterable[Link]) -> dict[str, str]:
    """Who speaks in comments, by the number the workbook gives them."""
    roots = (archive.xml(link.path) for link in links if link.kind == "person")
    return {
        person.get("id", ""): person.get("displayName", "")
        for root in roots
        if root is not None
        for person in root.iter("{*}person")
    }


def drawn_texts(root: etree._Element) -> list[str]:
    """The texts of a drawing's boxes, or of a chart's titles, a paragraph to a line."""
    bodies = [body for body in root.iter("{*}txBody", "{*}rich", "{*}t") if body.find("{*}p") is not None]
    texts = ("\n".join(filter(None, map(_drawn_line, body.iterfind("{*}p")))) for body in bodies)
    return [text for text in texts if text]


def _drawn_line(paragraph: etree._Element) -> str:
    parts = (
        "\n" if etree.QName(part).localname == "br" else part.text or ""
        for part in paragraph.iter("{*}t", "{*}br")
    )
    return "".join(parts).strip()


def print_texts(element: etree._Element) -> tuple[list[str], list[str]]:
    """What is printed above and below each page, without page numbers, dates and the like."""
    above: list[str] = []
    below: list[str] = []
    for area in _AREAS:
        found = above if area.endswith("Header") else below
        for section in _PRINT_SECTION.split(element.findtext(f"{{*}}{area}") or ""):
            text = _PRINT_CODE.sub("", section.replace("&&", "\0")).replace("\0", "&").strip()
            if text and text not in found:
                found.append(text)
    return above, below
