"""Which part of a file the page shows: all of it, one table or one page."""

from __future__ import annotations

from dataclasses import dataclass

from turntide.documents.document import Block, Document, Table


class NoSuchPart(Exception):  # noqa: N818 - an answer, not a crash
    """The file has no such table or page; ``str()`` is one sentence that says what it has."""


@dataclass(frozen=True, slots=True)
class Part:
    """One table or one page, both counted from 1; neither means the whole file."""

    table: int | None = None
    page: int | None = None

    def of(self, document: Document) -> tuple[Block, ...]:
        """The blocks of this part, in reading order. Raises NoSuchPart."""
        found = tuple(block for block in document.blocks if self._holds(block))
        if not found and self != WHOLE:
            raise NoSuchPart(self._fault(document))
        return found

    def __str__(self) -> str:
        """'table 2', 'page 3' or 'the whole file'."""
        if self.table is not None:
            return f"table {self.table}"
        return f"page {self.page}" if self.page is not None else "the whole file"

    def _holds(self, block: Block) -> bool:
        if self.table is not None and not (isinstance(block, Table) and block.number == self.table):
            return False
        return self.page is None or block.page == self.page

    def _fault(self, document: Document) -> str:
        pages = sorted({block.page for block in document.blocks if block.page})
        tables = len(document.tables)
        if self.page is not None and not pages:
            return f"This file has no pages to tell apart; choose one of its tables (1 to {tables})."
        if self.page is not None:
            return (
                f"No words were read on page {self.page}; the pages with words are {pages[0]} to {pages[-1]}."
            )
        return f"There is no table {self.table}; the file has {tables}."


WHOLE = Part()
