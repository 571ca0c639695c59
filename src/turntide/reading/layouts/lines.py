"""Plans in labelled lines: a form or card an action, or a list of actions with their fields beneath them.

Everything is brought to lines first: a heading, a field ("Lead: parks team"), a list item, or text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from turntide.documents.document import Look, Mark, Paragraph, Role
from turntide.reading.layouts.labels import Said
from turntide.reading.layouts.said import said_in
from turntide.reading.passage import EMPTY, Passage, of_block
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.lists import entries

_ITEM_MARK = re.compile(r"^\s*(?:[•●▪○◦‣➢❖■□►\uf0b7\ufffd]\s*|[*–—-]\s+|o\s+)(?=\S)")
_UNDERLINE = re.compile(r"^\s*([=~_*-])\1{2,}\s*$")
HEADING, FIELD, ITEM, TEXT = "heading", "field", "item", "text"
LONGEST_HEAD = 16


@dataclass(frozen=True)
class Line:
    """One line of a layout. ``kind`` is 'heading', 'field', 'item' or 'text'; ``start`` begins a new block.

    ``bold``: all of it is set in bold. ``goes_on``: it stands in the same paragraph or cell as the line before.
    """

    kind: str
    passage: Passage
    level: int = 0
    label: Passage = EMPTY
    meaning: Meaning | None = None
    start: bool = False
    bold: bool = False
    goes_on: bool = False

    @property
    def text(self) -> str:
        """Its words on one line."""
        return self.passage.wording

    @property
    def short(self) -> bool:
        """Whether it could be a heading by its length and its end."""
        return len(self.text.split()) <= LONGEST_HEAD and not self.text.endswith((".", ";", ",", ":"))


def lines_of_paragraph(paragraph: Paragraph) -> Iterator[Line]:
    """The lines of a paragraph: its own, and the fields that stand within it."""
    whole = of_block(paragraph)
    if _UNDERLINE.match(paragraph.text):
        return
    if paragraph.role is Role.HEADING:
        yield from _lines_of_heading(whole.strip(), paragraph)
        return
    kind = ITEM if paragraph.role is Role.ITEM else TEXT
    yield from lines_of_text(whole, kind, paragraph.level, paragraph.marks)


def _lines_of_heading(whole: Passage, paragraph: Paragraph) -> Iterator[Line]:
    """A heading, and what it says in brackets ("Open the gate (Lead: Parks)"); one that is a label stays whole."""
    head, said = said_in(whole)
    if not head or any(not one.value for one in said):
        head, said = whole, ()
    yield Line(HEADING, head, paragraph.level)
    yield from fields(said)


def lines_of_text(whole: Passage, kind: str, level: int, marks: Sequence[Mark] = ()) -> Iterator[Line]:
    """The lines of one paragraph or cell; a line that plainly goes on from the one before joins no other."""
    first = True
    for piece in whole.split_lines():
        for line in _lines_of_piece(piece, kind, level, marks):
            yield replace(line, goes_on=not first)
            first = False


def _lines_of_piece(piece: Passage, kind: str, level: int, marks: Sequence[Mark]) -> Iterator[Line]:
    mark = _ITEM_MARK.match(piece.text)
    bare = piece[mark.end() :] if mark else piece
    head, said = said_in(bare, marks)
    if head:
        kind = ITEM if mark else kind
        level = max(level, 1) if kind == ITEM else level
        yield Line(kind, head.strip(), level, bold=_all_bold(head, marks))
    yield from fields(said)


def fields(said: Iterable[Said]) -> Iterator[Line]:
    """What is said under labels, a line each."""
    return (Line(FIELD, one.value, label=one.label, meaning=one.meaning) for one in said)


def _all_bold(piece: Passage, marks: Sequence[Mark]) -> bool:
    if not piece.spots:
        return False
    start, end = piece.spots[0].start, piece.spots[-1].end
    bold = sum(
        max(0, min(mark.end, end) - max(mark.start, start)) for mark in marks if mark.look is Look.BOLD
    )
    return bold >= (end - start) * 0.9 > 0


def without_mark(piece: Passage) -> Passage:
    """A list's entry without its mark."""
    found = entries(piece.text)
    return piece[found[0].start : found[0].end].strip() if len(found) == 1 else piece
