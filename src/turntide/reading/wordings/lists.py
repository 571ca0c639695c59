"""The entries of a list inside a cell, known by the marks before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category

from turntide.reading.wordings.stretches import EDGES, Stretch, cut, lines

# Marks that stand for a list wherever they are, and marks that do so only at the start of a line.
_ANYWHERE = "•❖▪‣●○■□◦➢➤►▶✓✔⁃∙‧\uf0b7\uf0a7\uf0d8\uf076\uf0fc◆◇⬥♦"
_AT_START = "-–—*·o+>~"
_BULLET = re.compile(rf"[{_ANYWHERE}]\s*|[{re.escape(_AT_START)}](?:\s+|(?<=[–—*·])(?=[^\s*\d]))")
# A mark may have lost the space before it ('transport❖ Public health'), if it kept the one behind it.
_INLINE = re.compile(
    rf"(?:(?<=\s)|^|(?<=[;:,.)]))[{_ANYWHERE}]\s*(?=\S)|(?<=\w)[{_ANYWHERE}]\s+(?=[^\W\d_])|"
    r"(?<=\s)·\s+(?=\S)|^·\s*(?=\S)"
)
_NUMBERED = re.compile(r"\(?(?P<ref>\d{1,2}|[a-z]|x{0,2}(?:ix|iv|v?i{1,3}|v))(?P<close>[.)])\s+(?=\S)")
_INLINE_NUMBERED = re.compile(
    r"(?:^|(?<=[\s;,:.]))\(?(?P<ref>\d{1,2}|[a-z])(?P<close>[.)])\s+(?=[^\W\d_'‘“])"
)


# Signs that only ever mark an item, an empty box, and what stands for a sign that cannot be shown.
_BARE_MARKS = "❖▪▫▸▹○□☐❑❒◦➢➤►▶◇⬥♦\ufffd"


def is_icon(char: str) -> bool:
    """Whether a sign says something by itself ('✔', '✖', '●', '🟢'), as one that only marks an item does not."""
    return category(char) == "So" and char not in _BARE_MARKS


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: characters ``start`` to ``end`` of the cell, without its ``mark`` (None where none is)."""

    start: int
    end: int
    text: str
    mark: Stretch | None = None


@lru_cache(2048)
def entries(text: str) -> tuple[Entry, ...]:
    """The entries of a cell: by marks in its lines, by marks within a line, or one a line; else all as one.

    A hyphen, a star or an 'o' counts only at the start of a line. Lines after a marked line that bear no mark
    carry it on. Numbers within a line count only where they run 1, 2, 3… from its start or after a colon.
    """
    rows = lines(text)
    if len(rows) == 1:
        return _inline(text, rows[0])
    marked = [_mark_at(text, row) for row in rows]
    if any(marked):
        return _carried_on(text, rows, marked)
    return tuple(entry for row in rows for entry in _inline(text, row))


def _mark_at(text: str, row: Stretch) -> Stretch | None:
    """The mark at the start of a line."""
    match = _BULLET.match(text, row.start, row.end) or _NUMBERED.match(text, row.start, row.end)
    if not match or match.end() >= row.end or text[match.end()] in _ANYWHERE:
        return None  # nothing stands behind it, or another mark does: it is a word
    return Stretch(match.start(), match.end(), match.group())


def _carried_on(text: str, rows: tuple[Stretch, ...], marked: list[Stretch | None]) -> tuple[Entry, ...]:
    """A marked line begins an entry; an unmarked one goes on with it, or stands alone before the first."""
    found: list[Entry] = []
    begun = False
    for row, mark in zip(rows, marked, strict=True):
        if mark is not None:
            found += _pieces(text, row, [mark, *_inline_marks(text, mark.end, row.end)])
            begun = True
        elif begun and (text[row.start].islower() or text[found[-1].end - 1] in ",-–&/"):
            last = found.pop()
            joined = cut(text, last.start, row.end)
            found.append(Entry(joined.start, joined.end, joined.text, last.mark))
        else:
            found += _inline(text, row)
    return tuple(found)


def _inline(text: str, row: Stretch) -> tuple[Entry, ...]:
    first = _mark_at(text, row)
    opening = first if first is not None and _BULLET.match(text, row.start, row.end) else None
    marks = [
        *([opening] if opening else []),
        *_inline_marks(text, opening.end if opening else row.start, row.end),
    ]
    return tuple(_pieces(text, row, marks or _numbered(text, row)))


def _inline_marks(text: str, start: int, end: int) -> list[Stretch]:
    return [
        Stretch(match.start(), match.end(), match.group())
        for match in _INLINE.finditer(text, start, end)
        if match.end() < end
    ]


def _numbered(text: str, row: Stretch) -> list[Stretch]:
    """Marks such as '1. … 2. …' or 'a) … b) …' that count up from the first, two of them at least."""
    found: list[Stretch] = []
    for match in _INLINE_NUMBERED.finditer(text, row.start, row.end):
        expected = (str(len(found) + 1), "abcdefghijklmnopqrstuvwxyz"[min(len(found), 25)])
        kind = 0 if match["ref"].isdigit() else 1
        alike = not found or found[0].text.strip("( ")[-1] == match["close"]
        digits = not found or found[0].text.lstrip("(")[0].isdigit() == match["ref"].isdigit()
        if match["ref"] == expected[kind] and alike and digits:
            found.append(Stretch(match.start(), match.end(), match.group()))
    return found if len(found) > 1 else []


def _pieces(text: str, row: Stretch, marks: list[Stretch]) -> list[Entry]:
    """The stretches between marks; words before the first mark are an entry without one."""
    head = cut(text, row.start, marks[0].start if marks else row.end)
    found = [Entry(head.start, head.end, head.text)] if head.text else []
    ends = [mark.start for mark in marks[1:]] + [row.end]
    for mark, end in zip(marks, ends, strict=False):  # without marks there is only the head
        piece = cut(text, mark.end, end, EDGES)
        if piece.text:
            found.append(Entry(piece.start, piece.end, piece.text, mark))
    return found
