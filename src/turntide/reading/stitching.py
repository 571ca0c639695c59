"""Finding where tables go on: over page breaks, under a header given once, through repeated headers.

A `Segment` is a run of rows under one header. A table that goes on after a page break joins the segment before
it; its columns are found again by their headings, else by their place on the page, else by their order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from turntide.documents.document import Document, Paragraph, Role, Table
from turntide.reading.glossaries import heads_glossary
from turntide.reading.grids import Grid, Row, Slot, grid_of, moved
from turntide.reading.headers import DEEPEST_TITLE, Header, header_at, same_header
from turntide.reading.passage import EMPTY, Passage


@dataclass(frozen=True)
class Segment:
    """Rows under one header. ``titles`` stood above the header in the same table; ``repeats`` are its copies.

    ``inherited``: the headings are those of an earlier table, from which this one stands apart.
    """

    header: Header | None
    rows: tuple[Row, ...]
    width: int
    ragged: bool = False
    edges: tuple[float, ...] | None = None
    sheet: str | None = None
    titles: tuple[Row, ...] = ()
    repeats: tuple[Header, ...] = ()
    inherited: bool = False

    @property
    def headings(self) -> Mapping[int, Passage]:
        """The headings of its columns; none where it has no header."""
        return self.header.headings if self.header else {}


Part = Paragraph | Segment


def parts_of(document: Document, grids: Mapping[int, Grid] | None = None) -> tuple[Part, ...]:
    """The document's paragraphs and segments in reading order, tables that go on joined.

    ``grids`` are those of its tables by their numbers, where they are made already.
    """
    parts: list[Part] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            parts.append(block)
            continue
        for segment in _segments(grids[block.number] if grids else grid_of(block), block):
            _add(parts, segment)
    return tuple(parts)


def _segments(grid: Grid, table: Table) -> Iterator[Segment]:
    """The runs of rows under each header of one table; rows above the first header are its titles."""
    header: Header | None = None
    rows: list[Row] = []
    repeats: list[Header] = []
    titles: tuple[Row, ...] = ()
    index = 0
    while index < len(grid.rows):
        found = header_at(grid, index)
        if found is None:
            rows.append(_first_after_break(grid, index, bool(rows) or header is not None))
            index += 1
            continue
        index += len(found.rows)
        if header is not None and same_header(header, found):
            repeats.append(found)
            continue
        if header is None and len(rows) <= DEEPEST_TITLE and all(_is_title(row) for row in rows):
            titles = tuple(rows)
        elif rows or header is not None:
            rows, leading = _split_off_titles(rows)
            yield _segment(grid, header, rows, titles, repeats)
            titles = tuple(leading)
        header, rows, repeats = found, [], []
    if rows or header is not None:
        yield _segment(grid, header, rows, titles, repeats)


def _segment(
    grid: Grid, header: Header | None, rows: list[Row], titles: tuple[Row, ...], repeats: list[Header]
) -> Segment:
    first = header.rows[0] if header else (rows[0] if rows else None)
    at_break = grid.after_break and (not titles) and first is not None and first is grid.rows[0]
    segment = Segment(
        header,
        tuple(rows),
        grid.width,
        grid.ragged,
        grid.edges,
        grid.sheet,
        titles,
        tuple(repeats),
    )
    return _broken(segment) if at_break else segment


def _broken(segment: Segment) -> Segment:
    """Mark the first row as the first after a page break."""
    if not segment.rows:
        return segment
    return replace(segment, rows=(replace(segment.rows[0], after_break=True), *segment.rows[1:]))


def _split_off_titles(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of a table, and the lone ones at their end, which head the table that follows."""
    end = len(rows)
    while end > 1 and len(rows) - end < 3 and len(rows[end - 1].filled) == 1:
        end -= 1
    return rows[:end], rows[end:]


def _first_after_break(grid: Grid, index: int, began: bool) -> Row:
    row = grid.rows[index]
    return replace(row, after_break=grid.after_break) if index == 0 and not began else row


def _is_title(row: Row) -> bool:
    """A row above a header that is no record: one cell of words, or the like."""
    return len(row.filled) <= 2


def _add(parts: list[Part], segment: Segment) -> None:
    """Join a segment to the one it goes on from, or let it stand by itself."""
    before = _segment_before(parts)
    if before is not None:
        segment = _without_same_titles(parts[before], segment)
    if before is not None and _goes_on(parts[before], segment):
        parts[before] = _joined(parts[before], segment)
        return
    if segment.header is None:
        heir = _heir(parts, segment)
        segment = heir or segment
    parts.append(segment)


def _without_same_titles(before: Part, segment: Segment) -> Segment:
    """A table that repeats its title and header on the next page goes on; its title is kept over the header."""
    if not isinstance(before, Segment) or not segment.titles or segment.header is None:
        return segment
    if _words(segment.titles) != _words(before.titles):
        return segment
    again = tuple(slot.passage for row in segment.titles for slot in row.filled.values())
    header = replace(segment.header, over=segment.header.over + again)
    return _broken(replace(segment, header=header, titles=()))


def _words(rows: tuple[Row, ...]) -> list[str]:
    return [slot.text for row in rows for slot in row.filled.values()]


def _segment_before(parts: list[Part]) -> int | None:
    """The segment just before, with nothing but running lines and asides between."""
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index]
        if isinstance(part, Segment):
            return index
        if part.role not in {Role.RUNNING, Role.COMMENT, Role.DELETED, Role.FOOTNOTE}:
            return None
    return None


def _goes_on(before: Part, segment: Segment) -> bool:
    """Whether a segment is the rest of the one before it."""
    if not isinstance(before, Segment) or before.sheet != segment.sheet or segment.titles:
        return False
    if before.header and segment.header:
        return same_header(before.header, segment.header)
    if segment.header is not None or not segment.rows:
        return False
    if segment.rows[0].after_break:
        return segment.ragged or _fits(before, segment)
    alike = before.header is not None and segment.width == before.width and not segment.ragged
    return alike and not _has_headings_of_its_own(segment)


def _fits(before: Segment, segment: Segment) -> bool:
    """The columns after a break lie within those before it."""
    if before.edges and segment.edges:
        return _column_places(before.edges, segment.edges) is not None
    return segment.width <= before.width + 1


def _joined(before: Part, segment: Segment) -> Part:
    if not isinstance(before, Segment):
        return before
    places = _places(before, segment)
    copy, beneath = _parted_header(before.header, segment.header)
    rows = tuple(moved(row, places) for row in (*beneath, *segment.rows))
    repeats = before.repeats + ((copy,) if copy else ()) + segment.repeats
    width = before.width if before.header else max(before.width, segment.width)
    return replace(before, rows=before.rows + rows, repeats=repeats, width=width)


def _parted_header(original: Header | None, copy: Header | None) -> tuple[Header | None, tuple[Row, ...]]:
    """A repeated header, and the rest of a row that stands so close beneath it that it was read as part of it."""
    if original is None or copy is None:
        return copy, ()
    known = {_letters(passage) for passage in original.headings.values()}
    rests = {column: _after_heading(passage, known) for column, passage in copy.headings.items()}
    last = copy.rows[-1]
    slots = {c: replace(last.slots[c], passage=rest) for c, rest in rests.items() if rest and c in last.slots}
    if not slots:
        return copy, ()
    headings = {
        c: p[: len(p.text) - len(slots[c].passage.text)].strip() if c in slots else p
        for c, p in copy.headings.items()
    }
    return replace(copy, headings=headings), (Row(last.table, last.number, slots, after_break=True),)


def _after_heading(passage: Passage, known: Collection[str]) -> Passage:
    """What follows a heading known from the earlier header, on lines of its own within the same cell."""
    at = passage.text.find("\n")
    while at >= 0:
        if _letters(passage[:at]) in known:
            return passage[at:].strip()
        at = passage.text.find("\n", at + 1)
    return EMPTY


def _places(before: Segment, segment: Segment) -> dict[int, int]:
    """Where each column of a later table stands in the earlier one."""
    if before.header and segment.header:
        return _places_by_heading(before.header, segment.header)
    if before.edges and segment.edges:
        return _column_places(before.edges, segment.edges) or {}
    return {}


def _places_by_heading(one: Header, other: Header) -> dict[int, int]:
    at = {_letters(passage): column for column, passage in one.headings.items()}
    found = {}
    for column, passage in other.headings.items():
        to = at.get(_letters(passage))
        if to is not None:
            found[column] = to
    taken = set(found.values())
    for column in other.headings:
        if column not in found and column in one.headings and column not in taken:
            found[column] = column
    return found


def _letters(passage: Passage) -> str:
    return "".join(char for char in passage.text.lower() if char.isalnum())


def _column_places(before: tuple[float, ...], after: tuple[float, ...]) -> dict[int, int] | None:
    """Each later column goes to the earlier one it overlaps most; None where one overlaps none."""
    places: dict[int, int] = {}
    for column, (left, right) in enumerate(zip(after, after[1:], strict=False)):
        overlaps = [
            (min(right, last) - max(left, first), at)
            for at, (first, last) in enumerate(zip(before, before[1:], strict=False))
        ]
        widest, at = max(overlaps, default=(0.0, 0))
        if widest <= 0:
            return None
        places[column] = at
    return places


def _heir(parts: list[Part], segment: Segment) -> Segment | None:
    """A table without a header, apart from the last one that had one but of the same width, takes its headings."""
    for part in reversed(parts):
        if isinstance(part, Segment) and part.header is not None:
            alike = part.width == segment.width and part.sheet == segment.sheet and segment.width > 1
            alike = alike and not _has_headings_of_its_own(segment)
            return replace(segment, header=part.header, inherited=True) if alike else None
    return None


def _has_headings_of_its_own(segment: Segment) -> bool:
    """Whether a table's first row is set as its headings, or is a term and its meaning: it is of another kind."""
    if not segment.rows:
        return False
    first, *rest = ([slot for _, slot in sorted(row.filled.items())] for row in segment.rows)
    if heads_glossary([slot.text for slot in first]):
        return True
    return len(first) > 1 and bool(rest) and _set_apart(first) and not any(map(_set_apart, rest))


def _set_apart(slots: Sequence[Slot]) -> bool:
    return bool(slots) and all(slot.cell.header or slot.bold for slot in slots)
