"""Glyphs → words → lines: what stands on one baseline without a wide gap is one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from turntide.documents.document import Box
from turntide.documents.pages.ink import ASCENT, DESCENT, Glyph, Style, around
from turntide.documents.pages.rotation import on_page

SAME_BASELINE = 0.09
"""Baselines this near, in parts of the type size, are one; paragraph spacing shifts neighbours by more."""
WORD_GAP, LOOSE_WORD_GAP = 0.17, 0.32
"""A gap that parts words, in parts of the type size: where spaces are not drawn, and where they are."""
COLUMN_GAP = 0.75
"""A gap that parts lines of neighbouring columns; a space is about 0.28 wide, in justified type up to 0.6."""
_RAISED = 0.8
"""Raised and lowered type is at most this part of its line's size."""
_TWICE = 0.12
"""The same character drawn again this near is one character made bold."""


class Word(NamedTuple):
    """A run of glyphs without a gap; ``base`` is the baseline's place."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    style: Style
    struck: bool = False


class Line:
    """Words that stand on one baseline, from left to right (in the level frame of their ``turn``)."""

    def __init__(self, words: Sequence[Word], turn: int = 0) -> None:
        self.words = tuple(words)
        self.turn = turn
        self.x0, self.x1 = self.words[0].x0, max([word.x1 for word in self.words])
        self.size = max([word.size for word in self.words])
        main = next(word for word in self.words if word.size == self.size)
        self.base = main.base

    @cached_property
    def text(self) -> str:
        """The words with a space between each two (raised type stands close to its word)."""
        before: Sequence[Word | None] = (None, *self.words)
        return "".join(
            space_before(word, last) + word.text for last, word in zip(before, self.words, strict=False)
        )

    @property
    def top(self) -> float:
        """The top of its type."""
        return self.base - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The foot of its type."""
        return self.base + DESCENT * self.size

    @property
    def middle(self) -> float:
        """Half-way between top and bottom."""
        return self.base - 0.28 * self.size

    @property
    def box(self) -> Box:
        """Its extent on the page."""
        return on_page((self.x0, self.top, self.x1, self.bottom), self.turn)

    def __repr__(self) -> str:
        return f"Line({self.text!r}, x0={self.x0:.1f}, x1={self.x1:.1f}, base={self.base:.1f})"


def space_before(word: Word, last: Word | None) -> str:
    """What stands between two words of a line: nothing where raised type touches its word."""
    if last is None:
        return ""
    raised = abs(word.base - last.base) > SAME_BASELINE * max(word.size, last.size)
    return "" if raised and word.x0 - last.x1 <= WORD_GAP * max(word.size, last.size) else " "


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """All lines of these glyphs: by turn, then from top to bottom and left to right."""
    turns: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        turns.setdefault(glyph.turn, []).append(glyph)
    return [line for turn in sorted(turns) for line in _level_lines(turns[turn], turn)]


def _level_lines(glyphs: list[Glyph], turn: int) -> list[Line]:
    pieces = [piece for row in baselines(glyphs) for piece in _pieces(words(row))]
    found = [Line(piece, turn) for piece in _with_raised(pieces)]
    return sorted(found, key=lambda line: (round(line.base, 1), line.x0))


def baselines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The glyphs by baseline, each row from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.base, g.x0)):
        if rows and glyph.base - rows[-1][0].base <= SAME_BASELINE * glyph.size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    for row in rows:
        row.sort(key=lambda g: (g.x0, g.x1))
    return rows


def words(row: Sequence[Glyph]) -> list[Word]:
    """The words of one baseline, characters drawn twice counted once."""
    drawn = _once(row)
    spaced = any(glyph.text.isspace() for glyph in drawn)
    reach = LOOSE_WORD_GAP if spaced else WORD_GAP
    found: list[list[Glyph]] = []
    apart = True
    for glyph in drawn:
        if glyph.text.isspace():
            apart = True
            continue
        near = found and glyph.x0 - found[-1][-1].x1 <= reach * glyph.size
        if apart or not near or _differs(glyph, found[-1][-1]):
            found.append([glyph])
        else:
            found[-1].append(glyph)
        apart = False
    return [_word(run) for run in found]


def _differs(glyph: Glyph, before: Glyph) -> bool:
    """A change of style parts words only where there is some gap: 'Lead:' may be half bold."""
    return glyph.style != before.style and glyph.x0 - before.x1 > 0.1 * glyph.size


def _once(row: Sequence[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in row:
        same = [other for other in kept[-2:] if other.text == glyph.text]
        if not (same and glyph.x1 > glyph.x0 and _on_one(glyph, same)):
            kept.append(glyph)
    return kept


def _on_one(glyph: Glyph, others: Sequence[Glyph]) -> bool:
    return any(abs(glyph.x0 - other.x0) <= _TWICE * glyph.size for other in others)


def _word(run: list[Glyph]) -> Word:
    text = "".join(glyph.text for glyph in run)
    first = run[0]
    size = max([glyph.size for glyph in run])
    styles = [glyph.style for glyph in run]
    style = first.style if len(set(styles)) == 1 else max(styles, key=styles.count)
    return Word(text, first.x0, max([glyph.x1 for glyph in run]), first.base, size, style)


def _pieces(found: Sequence[Word]) -> list[list[Word]]:
    pieces: list[list[Word]] = []
    for word in found:
        if pieces and word.x0 - pieces[-1][-1].x1 <= COLUMN_GAP * max(word.size, pieces[-1][-1].size):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return pieces


def _with_raised(pieces: list[list[Word]]) -> list[list[Word]]:
    """Small raised or lowered type joins the line it touches: 'm²', a footnote's figure."""
    largest = max((_size(piece) for piece in pieces), default=0.0)
    joined = list(pieces)
    for piece in pieces:
        if _size(piece) > _RAISED * largest:
            continue
        host = next((other for other in joined if other is not piece and _hangs_on(piece, other)), None)
        if host is not None:
            joined = [other for other in joined if other is not piece and other is not host]
            joined.append(sorted([*host, *piece], key=lambda word: (word.x0, word.x1)))
    return joined


def _size(piece: Sequence[Word]) -> float:
    return max(word.size for word in piece)


def _hangs_on(piece: Sequence[Word], host: Sequence[Word]) -> bool:
    size = _size(host)
    shift = host[0].base - piece[0].base
    if not -0.3 * size <= shift <= 0.6 * size or shift == 0 or _size(piece) > _RAISED * size:
        return False
    reach = 0.35 * size
    return any(
        -reach <= piece[0].x0 - word.x1 <= reach or -reach <= word.x0 - piece[-1].x1 <= reach for word in host
    )


def joined_across(found: Sequence[Line]) -> list[Line]:
    """The lines of one cell, where what stands on a baseline is one line however wide the gap."""
    rows: list[list[Line]] = []
    for line in sorted(found, key=lambda each: (each.turn, each.base, each.x0)):
        if rows and rows[-1][0].turn == line.turn and _level(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [
        Line(sorted((w for line in row for w in line.words), key=lambda w: (w.x0, w.x1)), row[0].turn)
        for row in rows
    ]


def _level(row: Sequence[Line], line: Line) -> bool:
    near = line.base - row[0].base <= 0.35 * min(line.size, row[0].size)
    return near and all(line.x0 >= other.x1 - 0.5 or line.x1 <= other.x0 + 0.5 for other in row)


def box_of(found: Sequence[Line]) -> Box:
    """The smallest box around lines. Raises ValueError for none."""
    return around([line.box for line in found])
