"""Who is named for an action: leads and partners, told apart by column, role words and type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turntide.documents.document import Look
from turntide.plan.model import Body
from turntide.reading.fields import Frame
from turntide.reading.grids import has_words
from turntide.reading.passage import Passage, join
from turntide.reading.records import Record, Value
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.owners_text import Known, Stretch, learn, roles, run_together, separated

M = Meaning
_OWNING = (M.LEAD, M.OWNER, M.PARTNER)
_NOBODY = re.compile(
    r"^(?:n\s?/\s?a|not applicable|none|nil|tbc|tba|tbd|to be (?:confirmed|agreed|determined)|unknown|[-–—.\s]*)$",
    re.IGNORECASE,
)
_LEAD_SET = re.compile(r"\bleads?\b.{0,12}\b(red|bold|green|blue|italics?|underlined)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Lexicon:
    """The names of bodies a document uses, learnt from all its owner cells together."""

    known: Known

    @classmethod
    def learn(cls, records: Sequence[Record]) -> Lexicon:
        """Learn the names; cells that repeat count as often as they stand."""
        return cls(learn(value.passage.text for record in records for value in record.of(*_OWNING)))


Named = tuple[tuple[Body, ...], tuple[Body, ...], Passage | None]


def owners_of(record: Record, lexicon: Lexicon, frame: Frame) -> Named:
    """Leads, partners, and the whole wording where it says more than their names."""
    found: dict[str, list[Body]] = {"lead": [], "partner": []}
    wordings = []
    for value in record.of(*_OWNING):
        named = [] if _NOBODY.match(value.passage.wording) else list(_named(value, lexicon, frame))
        for role, name in named:
            found[role].append(Body(name.wording, name.source(frame.file)))
        if has_words(_left_over(value.passage, [name for _, name in named])):
            wordings.append(value.passage)
    return tuple(found["lead"]), tuple(found["partner"]), join(wordings, "\n") if wordings else None


def _named(value: Value, lexicon: Lexicon, frame: Frame) -> Iterator[tuple[str, Passage]]:
    """Each name in an owner cell with its role."""
    whole = value.passage
    told = roles(whole.text)
    if not told:
        role = "partner" if value.meaning is M.PARTNER else "lead"
        names = list(names_in(whole, lexicon.known))
        yield from _by_look(names, role, value, frame)
        return
    for part in told:
        for name in names_in(whole[part.start : part.end], lexicon.known):
            yield part.kind, name


def names_in(passage: Passage, known: Known) -> Iterator[Passage]:
    """The names in a stretch of an owner cell; those run together are parted by names known elsewhere.

    Where the cell has separators of its own, a name between them is cut only into names the document uses.
    """
    pieces = separated(passage.text, known)
    for piece in pieces:
        name = passage[piece.start : piece.end]
        parts = run_together(name.text, known)
        if len(pieces) > 1 and not all(part.text in known for part in parts):
            parts = (Stretch(0, len(name.text), name.text),)
        for part in parts:
            words = name[part.start : part.end]
            if not _NOBODY.match(words.wording) and any(char.isalnum() for char in words.text):
                yield words


def _by_look(
    names: Sequence[Passage], role: str, value: Value, frame: Frame
) -> Iterator[tuple[str, Passage]]:
    """Where the heading says that leads are set apart ('lead in red'), the names set so lead."""
    said = _LEAD_SET.search(value.heading.text)
    set_apart = [_is_set(name, said.group(1).lower(), frame) for name in names] if said else []
    for index, name in enumerate(names):
        if any(set_apart):
            yield ("lead" if set_apart[index] else "partner"), name
        else:
            yield role, name


def _is_set(name: Passage, how: str, frame: Frame) -> bool:
    wanted = {"bold": Look.BOLD, "italic": Look.ITALIC, "italics": Look.ITALIC}.get(how, Look.COLOUR)
    for spot in name.spots:
        for mark in frame.marks.get(spot.unit, ()):
            if mark.look is wanted and mark.start <= spot.start and mark.end >= spot.end:
                return True
    return False


def _left_over(whole: Passage, names: Sequence[Passage]) -> str:
    """The words of a cell that stand in no name."""
    taken = {(spot.unit, at) for name in names for spot in name.spots for at in range(spot.start, spot.end)}
    return "".join(
        whole.text[offset + at - spot.start]
        for offset, spot in whole.stretches
        for at in range(spot.start, spot.end)
        if (spot.unit, at) not in taken
    )
