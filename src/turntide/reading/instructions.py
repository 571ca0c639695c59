"""What a person has told of a document: it outranks what the reader would think by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from turntide.reading.found_again import nearest, plain
from turntide.reading.grids import Row
from turntide.reading.headers import DEEPEST_TITLE, Header
from turntide.reading.layouts.lines import FIELD, Line
from turntide.reading.stitching import Part, Segment
from turntide.reading.vocabulary import Meaning, best_meaning, key_of

FEW = 3
"""Words from which the beginning of a row tells it."""


@dataclass(frozen=True)
class Instructions:
    """What a person has told of a document: ``columns`` are meanings by the `key_of` a heading or label.

    ``rests`` are the words of rows that belong to the row above them.
    """

    columns: Mapping[str, Meaning] = field(default_factory=dict)
    rests: tuple[str, ...] = ()

    def line(self, line: Line) -> Line:
        """A labelled line with the meaning told for its label."""
        meaning = self.columns.get(key_of(line.label.wording)) if line.kind == FIELD else None
        return line if meaning is None else replace(line, meaning=meaning)

    def parts(self, parts: Sequence[Part]) -> list[Part]:
        """The parts of a document with the headers and the rows that were told of."""
        headed = [self._headed(part) if isinstance(part, Segment) else part for part in parts]
        rests = {id(row): text for text in self.rests for row in _rows_told(text, headed)}
        return [_joining(part, rests) if isinstance(part, Segment) else part for part in headed]

    def _headed(self, segment: Segment) -> Segment:
        """A table without headings of its own, one row of which holds headings that were told."""
        if segment.header is not None and not segment.inherited:
            return segment
        for at, row in enumerate(segment.rows[:DEEPEST_TITLE]):
            if self._heads(row):
                header = Header((row,), {column: slot.passage for column, slot in row.filled.items()})
                above, below = segment.rows[:at], segment.rows[at + 1 :]
                return replace(segment, header=header, titles=above, rows=below, inherited=False)
        return segment

    def _heads(self, row: Row) -> bool:
        told = [key_of(slot.text) in self.columns for slot in row.filled.values()]
        known = [best_meaning(slot.text)[0] is not None for slot in row.filled.values()]
        return any(told) and sum(map(max, told, known)) * 2 >= len(told)


NOTHING = Instructions()
"""What a reader goes by that was told nothing."""


def _rows_told(text: str, parts: Sequence[Part]) -> Iterator[Row]:
    """The rows that begin with these words, or have a cell that does; else the one row nearest to them."""
    rows = [row for part in parts if isinstance(part, Segment) for row in part.rows if row.filled]
    wanted = plain(text)
    found = [at for at, row in enumerate(rows) if any(_begins(one, wanted) for one in _tellings(row))]
    for at in found or _nearly(wanted, rows):
        yield rows[at]


def _tellings(row: Row) -> list[str]:
    """What a row may be known by: all its words, then those of each cell."""
    cells = [slot.text for _, slot in sorted(row.filled.items())]
    return [plain(text) for text in (" ".join(cells), *cells)]


def _begins(words: str, wanted: str) -> bool:
    """A few words must be the whole of a cell: many cells begin with the name of a body."""
    return words == wanted or (len(wanted.split()) >= FEW and words.startswith(f"{wanted} "))


def _nearly(wanted: str, rows: Sequence[Row]) -> Sequence[int]:
    cells = [(at, words) for at, row in enumerate(rows) for words in _tellings(row)[1:]]
    wholes = [_tellings(row)[0] for row in rows]
    return sorted({cells[one][0] for one in nearest(wanted, [words for _, words in cells])}) or nearest(
        wanted, wholes
    )


def _joining(segment: Segment, rests: Mapping[int, str]) -> Segment:
    if not any(id(row) in rests for row in segment.rows):
        return segment
    rows = (replace(row, joins_above=rests.get(id(row), "")) for row in segment.rows)
    return replace(segment, rows=tuple(rows))
