"""The first sheet: the paper's title and all it says in words, with the way to each table."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.web.reporting.printing.layout import tables_of
from turntide.web.reporting.printing.sheets.book import Book, fitting, height
from turntide.web.reporting.rules.paper import Block, Bullets, Paragraph, Picture, Quote, Subheading, Words

Line = tuple[str, str, str]
"""How a line looks, what it says, and the sheet that it leads to, empty for none."""
_WIDTH = 110
_SIZES = {"title": 18, "subtitle": 12, "part": 13, "subheading": 11}


def write_first(book: Book) -> None:
    """Title, place and state, then each part; the tables stand on sheets of their own."""
    sheet = book.sheet(book.first)
    sheet.set_column(0, 0, _WIDTH)
    for row, (look, words, leads) in enumerate(_lines(book)):
        sheet.set_row(row, height(words, _WIDTH, _SIZES.get(look, 10)))
        if leads:
            sheet.write_url(row, 0, f"internal:'{leads}'!A1", book.look(look), fitting(words))
        elif words:
            sheet.write_string(row, 0, fitting(words), book.look(look))


def _lines(book: Book) -> Iterator[Line]:
    paper, names = book.layout.paper, (name for _table, name in book.tables)
    yield from (("title", paper.title, ""), ("subtitle", paper.subtitle, ""))
    yield "quiet", f"{paper.place} · {paper.state}", ""
    for part in book.layout.ordered:
        yield from (("words", "", ""), ("part", part.title, ""))
        for block in part.blocks:
            yield from ((look, words, "") for look, words in _said(block))
            yield from (("link", table.caption, next(names)) for table in tables_of(block))
    if paper.notes:
        yield from (("words", "", ""), ("link", book.notes, book.notes))


def _said(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Paragraph():
            yield "quiet" if block.quiet else "words", noted(block.words)
        case Bullets():
            for number, item in enumerate(block.items, 1):
                yield "words", (f"{number}. " if block.numbered else "• ") + noted(item)
        case Picture():
            yield from (("subheading", block.title), ("quiet", block.seen))
        case Quote():
            yield from (("words", f"“{block.words}”"), ("quiet", block.said))
        case Subheading():
            yield "subheading", block.words


def noted(words: Words) -> str:
    """Words with the numbers of their footnotes in brackets, and the addresses that they lead to."""
    return "".join(
        piece.words + (f" ({piece.url})" if piece.url else "") + (f" [{piece.note}]" if piece.note else "")
        for piece in words
    )
