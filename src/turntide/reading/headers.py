"""Finding the rows of a grid that are its headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from turntide.reading.choices import heads_choice
from turntide.reading.grids import Grid, Row
from turntide.reading.passage import EMPTY, Passage, join
from turntide.reading.vocabulary import Meaning, best_meaning, key_of

LONGEST = 90
LONGEST_UNDER = 30
STRAY_WORD = 0.55
ENOUGH = 1.5
DEEPEST_TITLE = 12
_SECTION = re.compile(r"(?P<word>[A-Za-z]+(?: area)?) (?:\d+(?:\.\d+)*|[A-Z])\s*[:–—-]\s*\w.*", re.IGNORECASE)


@dataclass(frozen=True)
class Header:
    """The headings of a grid's columns, and the row or two rows they stand in.

    ``over`` are words in those rows that head no column: a title that overlaps the headings.
    """

    rows: tuple[Row, ...]
    headings: Mapping[int, Passage]
    over: tuple[Passage, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The headings as they are compared: without case, marks and the breaks of narrow columns."""
        return tuple(key_of(p.text).replace(" ", "") for _, p in sorted(self.headings.items()) if p)

    @property
    def sections(self) -> tuple[str, ...]:
        """Those of the headings that name a part of the plan, in which the column's own name would stand."""
        return tuple(key_of(p.text) for _, p in sorted(self.headings.items()) if names_section(p.wording))


def names_section(text: str) -> bool:
    """Whether a heading numbers a part of the plan: 'Theme 1: Healthy habits'."""
    named = _SECTION.match(text)
    return named is not None and best_meaning(named["word"])[0] in {Meaning.LEVEL, Meaning.MEASURE}


def header_at(grid: Grid, index: int) -> Header | None:
    """The header that begins at a row of the grid, or None where that row is no header."""
    row = grid.rows[index]
    if not _may_be_header(row):
        return None
    below = grid.rows[index + 1] if index + 1 < len(grid.rows) else None
    single = _header(row)
    before = grid.rows[max(0, index - 2) : index]
    if any(_full(above, grid) for above in before) and len(_sure(single)) < 2:
        return None
    if below is not None and _is_title_row(row, below, grid.width):
        return None
    if below is not None and _groups(row, below):
        grouped = _grouped(row, below)
        return grouped if _is_header(grouped, grid.width) else None
    if below is not None:
        double = _two_rows(row, below)
        if double is not None and strength(double) > strength(single) + 0.4:
            return double if _is_header(double, grid.width) else None
    return single if _is_header(single, grid.width) else None


def _may_be_header(row: Row) -> bool:
    texts = [slot.text for _, slot in sorted(row.filled.items())]
    if texts and texts[0].isdigit() and len(texts[0]) < 4:
        return False
    return bool(texts) and max(map(len, texts)) <= LONGEST and not row.above.keys() & row.filled.keys()


def _header(row: Row) -> Header:
    return Header((row,), {column: slot.passage for column, slot in row.filled.items()})


def _two_rows(row: Row, below: Row) -> Header | None:
    """A heading over several columns with their own headings under it, or a heading wrapped into a second row."""
    if not below.filled or max(len(slot.text) for slot in below.filled.values()) > LONGEST // 2:
        return None
    if len(row.filled) < 2 or not any(best_meaning(slot.text)[0] for slot in row.filled.values()):
        return None
    headings: dict[int, Passage] = {}
    over: list[Passage] = []
    for column, slot in row.filled.items():
        under = [c for c in range(column, column + slot.column_span) if c in below.filled]
        titles = [c for c in under if _is_title_over(slot.text, below.filled[c].text)]
        if titles and len(titles) == len(under):
            over.append(slot.passage)
            continue
        for c in under:
            headings[c] = join((slot.passage, below.filled[c].passage))
        if not under:
            headings[column] = slot.passage
    for column, slot in below.filled.items():
        headings.setdefault(column, slot.passage)
    return Header((row, below), headings, tuple(over))


def _is_title_row(row: Row, below: Row, width: int) -> bool:
    """One or two cells that head no column, straight above a row that is a header by itself."""
    if len(row.filled) > 2 or len(below.filled) < 3 or not _may_be_header(below):
        return False
    names = [slot.text for slot in row.filled.values() if best_meaning(slot.text)[1] < STRAY_WORD + 0.1]
    return bool(names) and _is_header(_header(below), width)


def _groups(row: Row, below: Row) -> bool:
    """A row with headings over several columns, and beneath it nothing but what those columns are called."""
    covered = _covered(row, max(below.filled, default=0) + 1)
    under = below.filled
    beside = [column for column in row.filled if column not in covered]
    return (
        bool(under)
        and bool(beside)
        and under.keys() <= covered.keys()
        and max(len(slot.text) for slot in under.values()) <= LONGEST_UNDER
    )


def _covered(row: Row, end: int) -> dict[int, int]:
    """Each column under a heading that reaches over several, with the column of that heading.

    Where spans are lost, a heading reaches over the empty cells beside it, the last as far as ``end``.
    """
    covered: dict[int, int] = {}
    starts = sorted(row.filled)
    for column, following in zip(starts, [*starts[1:], end], strict=True):
        reach = max(row.filled[column].column_span, following - column)
        if reach > 1:
            covered |= dict.fromkeys(range(column, column + reach), column)
    return covered


def _grouped(row: Row, below: Row) -> Header:
    """The headings beneath a group take its words before them, unless those are a title above the table."""
    covered = _covered(row, max(below.filled, default=0) + 1)
    headings = {
        c: slot.passage for c, slot in row.filled.items() if c not in covered or c not in below.filled
    }
    over: list[Passage] = []
    for start in sorted(set(covered.values())):
        under = {c: slot for c, slot in below.filled.items() if covered[c] == start}
        title = bool(under) and all(_is_title_over(row.filled[start].text, s.text) for s in under.values())
        over += [row.filled[start].passage] if title else []
        for column, slot in under.items():
            headings[column] = slot.passage if title else join((row.filled[start].passage, slot.passage))
        if title:
            headings[start] = under[start].passage if start in under else EMPTY
    return Header((row, below), {c: p for c, p in sorted(headings.items()) if p}, tuple(over))


def _is_title_over(above: str, below: str) -> bool:
    """The lower cell is a heading in itself, and the upper one tells nothing of what is in the column."""
    return best_meaning(below)[1] >= 0.9 and best_meaning(above)[1] < STRAY_WORD + 0.1


def strength(header: Header) -> float:
    """How many of the headings the vocabulary knows, each by how well, a double counted once."""
    by_meaning: dict[str, float] = {}
    for passage in header.headings.values():
        meaning, weight = best_meaning(passage.wording)
        if meaning is not None:
            by_meaning[key_of(passage.text)] = weight
    return sum(by_meaning.values())


def _is_header(header: Header, width: int) -> bool:
    """Two known headings or more, and most of the row known; in a narrow table one sure heading does."""
    headings = [passage.wording for passage in header.headings.values()]
    known = [weight for _, weight in map(best_meaning, headings) if weight > 0]
    sure = _sure(header)
    flagged = all(slot.cell.header for row in header.rows for slot in row.filled.values())
    if width == 1:
        return len(headings) == 1 and bool(sure) and max(known) == 1.0 and _short(headings[0])
    if len(headings) < 2:
        return False
    if flagged and sure:
        return True
    if not sure or strength(header) < ENOUGH:
        return False
    telling = [heading for heading in headings if not heads_choice(heading)]
    return len(known) >= len(telling) * 0.5


def _sure(header: Header) -> list[float]:
    """How well those headings fit that fit more than by a telling word."""
    weights = [best_meaning(passage.wording)[1] for passage in header.headings.values()]
    return [weight for weight in weights if weight > STRAY_WORD + 0.1]


def _full(row: Row, grid: Grid) -> bool:
    """A row with words in most columns is a record, and what follows one is seldom a header."""
    return len(row.filled) >= max(3, grid.width * 0.7)


def _short(heading: str) -> bool:
    return len(heading.split()) <= 4


def same_header(one: Header, other: Header) -> bool:
    """A header repeated on a later page: the same headings, also where a word was broken differently."""
    if not one.keys or not other.keys or one.sections != other.sections:
        return False
    shared = set(one.keys) & set(other.keys)
    return len(shared) >= 0.6 * max(len(set(one.keys)), len(set(other.keys)))
