"""What a plan says that it needs money for: lines after a sentence that asks for a budget."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from turntide.documents.document import Paragraph, Role
from turntide.reading.fields import listed
from turntide.reading.grids import Row
from turntide.reading.passage import Passage, of_block
from turntide.reading.stitching import Segment

_ASKS = re.compile(
    r"\b(?:budget|funding|resources?|money|costs?)\b.*\b(?:required|needed|for the following|as follows)\b",
    re.I,
)


def asks_budget(text: str) -> bool:
    """Whether a sentence leads to lines of the budget."""
    return text.rstrip().endswith(":") and bool(_ASKS.search(text))


@dataclass
class BudgetReader:
    """Takes the lines of the budget out of the paragraphs and rows that follow the sentence asking for it."""

    lines: list[Passage]
    asked: bool = False
    listing: bool = field(default=False)

    def takes(self, paragraph: Paragraph) -> bool:
        """Read a paragraph where it is a line of the budget: the one after the sentence, or all of a list."""
        if paragraph.role is Role.RUNNING:
            return False
        item = paragraph.role is Role.ITEM
        taken = self.asked or (self.listing and item)
        self.listing = taken and item
        self.asked = not taken and asks_budget(paragraph.text)
        if taken:
            self.lines += budget_lines(of_block(paragraph))
        return taken

    def take_rows(self, segment: Segment) -> tuple[Segment, list[Passage]]:
        """A table without the rows of a budget beneath it; and the sentence that asked for the budget."""
        self.asked = self.listing = False
        for index, row in enumerate(segment.rows):
            if len(row.filled) == 1 and asks_budget(_only(row).text):
                beneath = segment.rows[index + 1 :]
                lone = len(list(_leading_lone(beneath)))
                for each in beneath[:lone]:
                    self.lines += budget_lines(_only(each))
                rest = segment.rows[:index] + beneath[lone:]
                return replace(segment, rows=rest), [_only(row)]
        return segment, []


def _only(row: Row) -> Passage:
    return next(iter(row.filled.values())).passage


def _leading_lone(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        if len(row.filled) != 1:
            return
        yield row


def budget_lines(passage: Passage) -> list[Passage]:
    """The lines of the budget in a paragraph: the entries of its list, parted by semicolons."""
    lines = []
    for piece in listed(passage):
        start = 0
        for part in piece.text.split(";"):
            lines.append(piece[start : start + len(part)].strip())
            start += len(part) + 1
    return [line for line in lines if line]
