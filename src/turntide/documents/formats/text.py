"""Plain text as it falls out of other people's extractors, or is pasted from the clipboard.

A line with tabs is a row; lines without one that follow it directly go on in its last cell. A blank line
stands for a page break. Cells may hold the crumbs of HTML: `<p>`, `<ul>`, `<b>`, `&amp;`.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from itertools import groupby

from turntide.documents.document import Cell, Document, Layout, Look, Mark, Role

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_BLOCK_TAGS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
_KNOWN_TAGS = _BLOCK_TAGS | {"ul", "ol", "b", "i", "u", "strong", "em", "span", "td", "th", "table", "tbody"}
_KNOWN_TAGS |= {"thead", "font", "sup", "sub", "s", "strike", "del", "a"}
_LOOKS = {"b": Look.BOLD, "strong": Look.BOLD, "i": Look.ITALIC, "em": Look.ITALIC}
_LOOKS |= {"s": Look.STRUCK, "strike": Look.STRUCK, "del": Look.STRUCK}
_ITEM = re.compile(r"^\s*[•·▪●○◦‣➢❖*\u2013-]\s+\S")
_PAGE_NUMBER = re.compile(
    r"^\s*(?:page\s*)?[-–]?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–]?\s*$", re.IGNORECASE
)
_FOOTNOTE = re.compile(r"^\s*[¹²³⁴⁵⁶⁷⁸⁹†‡§]\s?\S")
_APART = re.compile(r"\S {2,}\S")
_NUMBERED_PART = re.compile(r"(?!pages?\b|p\b)[a-z]+ #")
"""'Priority 1: …' and 'Priority 2: …' differ by more than a page's number."""
MARK_WORDS = 8
_PIPES = re.compile(r"^\s*\|.*\|\s*$")


def lay_out(content: bytes, name: str) -> Document:
    """Lay out plain text: its tables by tabs, pipes or spaces, its paragraphs by lines."""
    from turntide.documents.pages.typed import is_typed, lay_out_typed

    text = decode(content)
    if _APART.search(text) and is_typed(text):
        return lay_out_typed(text, name, content)
    layout = Layout(name, "text", content)
    lines = _lines(text)
    marks = _page_marks(lines)
    after_blank = False
    for kind, group in groupby(range(len(lines)), key=lambda at: _kind(lines[at])):
        if kind == "blank":
            after_blank = True
            continue
        if kind == "row":
            _lay_table(layout, [lines[at] for at in group], after_blank)
        else:
            for at in group:
                _lay_paragraph(layout, lines[at], marks.get(at))
        after_blank = False
    return layout.document()


def _page_marks(lines: list[str]) -> dict[int, Role]:
    """The lines between rows that are marks of the page: numbers, lines that recur, footnotes.

    What recurs is a mark only where little else stands between rows: themes recur too, where they go on.
    """
    rows = [at for at, line in enumerate(lines) if _kind(line) == "row"]
    if not rows:
        return {}
    loose = [at for at in range(rows[0], rows[-1]) if _kind(lines[at]) == "text"]
    shapes = {at: re.sub(r"\d+", "#", lines[at].strip().lower()) for at in loose}
    counts = Counter(shapes.values())
    recurring = {shape for shape, count in counts.items() if count > 1 and len(shape.split()) <= MARK_WORDS}
    recurring = {shape for shape in recurring if not _NUMBERED_PART.match(shape)}
    found = {at: Role.FOOTNOTE for at in loose if _FOOTNOTE.match(lines[at])}
    for at in loose:
        recurs = shapes[at] in recurring and len(recurring) <= 2
        if recurs or _PAGE_NUMBER.match(lines[at]):
            found[at] = Role.RUNNING
    return found


def decode(content: bytes) -> str:
    """The text of the bytes: UTF-8, or UTF-16 by its mark, or what the bytes look most like."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(content).best()
        return str(best) if best else content.decode("cp1252", errors="replace")


def _lines(text: str) -> list[str]:
    """The lines, with the ones that go on in the cell before them joined to it by a line feed."""
    joined: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n"):
        if (
            line.strip(" \u00a0")
            and "\t" not in line
            and joined
            and "\t" in joined[-1]
            and _goes_on(joined[-1])
        ):
            joined[-1] += "\n" + line
        else:
            joined.append(line)
    return _rejoin_broken_rows(joined)


def _goes_on(row: str) -> bool:
    """A row whose last cell is open (has words) can be gone on with by the next line."""
    last = row.rsplit("\t", 1)[1]
    return bool(last.strip())


def _rejoin_broken_rows(lines: list[str]) -> list[str]:
    """Put a row together again that a line feed within a cell cut in two.

    Only where the halves make up exactly the width of the row above and the second goes on in small letters.
    """
    made: list[str] = []
    width = 0
    for line in lines:
        count = line.count("\t") + 1
        if made and 1 < count < width and line[:1].islower():
            before = made[-1].count("\t") + 1
            if before + count - 1 == width:
                made[-1] += "\n" + line
                continue
        if count > 1:
            width = max(width, count)
        elif not line.strip():
            width = width if made else 0
        made.append(line)
    return made


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    return "row" if "\t" in line or _PIPES.match(line) else "text"


def _lay_table(layout: Layout, lines: list[str], after_blank: bool) -> None:
    cells = []
    for row, line in enumerate(lines, start=1):
        for column, raw in enumerate(_split_row(line), start=1):
            text, marks = _clean(raw)
            if text:
                cells.append(Cell(row, column, text, marks=marks))
    layout.table(cells, ragged=True, after_break=after_blank)


def _split_row(line: str) -> list[str]:
    if "\t" in line:
        return line.split("\t")
    cells = line.strip().strip("|").split("|")
    return ["" if set(cell.strip()) <= set(":-") else cell for cell in cells]


def _lay_paragraph(layout: Layout, line: str, mark: Role | None = None) -> None:
    text, marks = _clean(line)
    for part in text.split("\n") if "\n" in text else [text]:
        role = mark or (Role.ITEM if _ITEM.match(part) else Role.TEXT)
        layout.paragraph(part, role=role, level=int(role is Role.ITEM), marks=marks if part == text else ())


def _clean(raw: str) -> tuple[str, tuple[Mark, ...]]:
    """A cell's text without the crumbs of HTML, and the marks those crumbs made."""
    out: list[str] = []
    open_looks: dict[Look, int] = {}
    marks: list[Mark] = []
    length = at = 0
    for tag in _TAG.finditer(raw):
        closing, tag_name = tag.group(1), tag.group(2).lower()
        if tag_name not in _KNOWN_TAGS:
            continue
        piece = unescape(raw[at : tag.start()])
        at = tag.end()
        out.append(piece)
        length += len(piece)
        if tag_name in _BLOCK_TAGS:
            opening_item = "\n• " if tag_name == "li" and not closing else "\n"
            out.append(opening_item)
            length += len(opening_item)
        elif tag_name in _LOOKS:
            look = _LOOKS[tag_name]
            if not closing:
                open_looks[look] = length
            elif look in open_looks:
                marks.append(Mark(open_looks.pop(look), length, look))
    out.append(unescape(raw[at:]))
    return _tidied("".join(out), marks)


def _tidied(text: str, marks: list[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """Collapse white space around line feeds, moving the marks with their words."""
    kept: list[str] = []
    moved = [0] * (len(text) + 1)
    for index, char in enumerate(text):
        moved[index] = len(kept)
        if not char.isspace() or (char == " " and kept and kept[-1] not in "\n"):
            kept.append(char)
        elif char == "\n" and kept and kept[-1] != "\n":
            while kept and kept[-1] == " ":
                kept.pop()
            kept.append(char)
        elif char not in " \n" and kept and kept[-1] not in " \n":
            kept.append(" ")
    moved[len(text)] = len(kept)
    tidy = "".join(kept).rstrip()
    length = len(tidy)
    shifted = [Mark(min(moved[m.start], length), min(moved[m.end], length), m.look, m.value) for m in marks]
    return tidy, tuple(mark for mark in shifted if mark.start < mark.end)
