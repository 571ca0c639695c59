"""Text that remembers where every character of it stood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from turntide.documents.document import Block, Cell, Paragraph, spot_of
from turntide.plan.source import Source, Spot


@dataclass(frozen=True, slots=True)
class Passage:
    """A text put together from stretches of a document.

    ``stretches`` pairs the offset in ``text`` where a stretch begins with its spot; characters between them
    (a space where two lines were joined) come from nowhere.
    """

    text: str = ""
    stretches: tuple[tuple[int, Spot], ...] = ()

    def __bool__(self) -> bool:
        """A passage without a visible character is empty."""
        return bool(self.text.strip())

    def __getitem__(self, part: slice) -> Passage:
        """The characters from start to stop, still knowing their places."""
        start, stop, _ = part.indices(len(self.text))
        if start == 0 and stop == len(self.text) and all(spot.start < spot.end for _, spot in self.stretches):
            return self
        kept = []
        for offset, spot in self.stretches:
            first = max(start, offset)
            last = min(stop, offset + spot.end - spot.start)
            if first < last:
                cut = spot.part(spot.start + first - offset, spot.start + last - offset)
                kept.append((first - start, cut))
        return Passage(self.text[start:stop], tuple(kept))

    def strip(self, characters: str | None = None) -> Passage:
        """Without white space (or the given characters) at both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        stop = len(self.text.rstrip(characters))
        return self[start : max(start, stop)]

    def split_lines(self) -> tuple[Passage, ...]:
        """Its lines without the blank ones, each stripped."""
        found, start = [], 0
        for line in self.text.split("\n"):
            piece = self[start : start + len(line)].strip()
            if piece:
                found.append(piece)
            start += len(line) + 1
        return tuple(found)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The stretches of the document it stands on, in reading order."""
        return tuple(spot for _, spot in self.stretches)

    @property
    def wording(self) -> str:
        """The text on one line: what a field of a plan holds."""
        return " ".join(self.text.split())

    def source(self, file: str) -> Source:
        """Its places as a plan's value names them."""
        return Source(file, self.spots)


EMPTY = Passage()


def of_block(block: Block, cell: Cell | None = None) -> Passage:
    """The whole text of a paragraph or of a table's cell."""
    if cell is not None:
        return Passage(cell.text, ((0, spot_of(block, cell)),) if cell.text else ())
    if not isinstance(block, Paragraph):
        raise TypeError("a table's text is read cell by cell")
    return Passage(block.text, ((0, spot_of(block)),))


def join(passages: Iterable[Passage], by: str = " ") -> Passage:
    """One passage of several, the empty ones left out."""
    text, stretches = "", []
    for passage in passages:
        if not passage.text:
            continue
        if text:
            text += by
        stretches += [(len(text) + offset, spot) for offset, spot in passage.stretches]
        text += passage.text
    return Passage(text, tuple(stretches))
