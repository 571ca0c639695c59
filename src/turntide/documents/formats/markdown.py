"""Markdown: CommonMark with tables and strike-through, laid out as the page it makes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from turntide.documents.charsets import decoded
from turntide.documents.document import Document, Layout
from turntide.documents.formats.html import lay_out_page
from turntide.documents.refusals import Reason, Refusal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 60
"""Quotes and lists within one another beyond this depth are refused: the library would drop their words."""
TOO_DEEP = "The file nests its lists or quotes more than {deepest} deep: make it flatter and read it again."
LABEL = "data-turntide-label"
"""Carries a list item's own mark ('1)') to the page: HTML alone would make every one of them '1.'."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LINK = re.compile(r"[/.#:@?]")
_ESCAPED = re.compile(r"\\.|[^|]", re.DOTALL)


def lay_out(content: bytes, name: str) -> Document:
    """Lay out a Markdown file. Raises Refusal UNSAFE where it is nested beyond reason."""
    layout = Layout(name, "markdown", content)
    text, doubt = decoded(content)
    if doubt:
        layout.doubt(doubt)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if front := _FRONT_MATTER.match(text):
        layout.paragraph(front[1].strip())
        text = text[front.end() :]
    lay_out_page(_page(text), layout, label_attribute=LABEL)
    return layout.document()


def _page(text: str) -> str:
    """The HTML of a Markdown text."""
    reader = _reader()
    tokens = reader.parse(text)
    if max((token.level for token in tokens), default=0) >= DEEPEST:
        raise Refusal(Reason.UNSAFE, TOO_DEEP.format(deepest=DEEPEST))
    widened = _widened(text.split("\n"), tokens)
    if widened is not None:
        tokens = reader.parse(widened)
    for token in tokens:
        if token.type == "list_item_open" and token.info:
            token.attrSet(LABEL, f"{token.info}{token.markup} ")
    return str(reader.renderer.render(tokens, reader.options, {}))


def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"maxNesting": DEEPEST + 2}).enable(["table", "strikethrough"])
    # Words in square brackets with others in round ones are prose, unless the others look like an address;
    # a link's address is not shown, so what is taken for one would be lost.
    reader.validateLink = _is_address  # type: ignore[method-assign]
    return reader


def _is_address(url: str) -> bool:
    return _LINK.search(url) is not None


def _widened(lines: list[str], tokens: Sequence[Token]) -> str | None:
    """The text with every table's head as wide as its widest row; None where all are.

    A row wider than its head would lose its last cells, as the format's rules have it.
    """
    changed = False
    for table in (token.map for token in tokens if token.type == "table_open" and token.map):
        first, end = table
        widths = [_width(line) for line in lines[first:end]]
        missing = max(widths) - widths[0]
        if missing > 0:
            changed = True
            lines[first] = lines[first].rstrip().removesuffix("|") + "|" + "   |" * missing
            lines[first + 1] = lines[first + 1].rstrip().removesuffix("|") + "|" + "---|" * missing
    return "\n".join(lines) if changed else None


def _width(line: str) -> int:
    """Cells of a row, whether or not bars stand at its ends."""
    bare = line.strip().lstrip("> \t").removeprefix("|").rstrip()
    bars = _ESCAPED.sub("", bare.removesuffix("|") if not bare.endswith("\\|") else bare)
    return len(bars) + 1
