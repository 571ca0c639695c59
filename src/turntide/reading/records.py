"""What every layout is brought to: records of labelled values under steps of headings.

A row of a table, a form, a card and a list item with its lines all become a `Record`; the rest of the reading
need not know which it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from turntide.plan.source import Spot
from turntide.reading.passage import Passage, join
from turntide.reading.profiles import label_style
from turntide.reading.vocabulary import Meaning


@dataclass(eq=False)
class Step:
    """A heading that actions stand under, at one level. ``parent`` is the step above it.

    ``pieces`` are its words, several where it ran over a page; ``repeats`` the same words standing again in
    later rows. Two steps are the same only if they are the same object.
    """

    level: str
    pieces: list[Passage]
    parent: Step | None = None
    repeats: list[Passage] = field(default_factory=list)
    rationale: list[Passage] = field(default_factory=list)
    remarks: list[Value] = field(default_factory=list)
    label: Passage | None = None

    @property
    def passage(self) -> Passage:
        """Its words, put together."""
        return glued(self.pieces)

    @property
    def chain(self) -> tuple[Step, ...]:
        """The steps from the outermost to this one."""
        above = self.parent.chain if self.parent else ()
        return (*above, self)


@dataclass(eq=False)
class Value:
    """Words of a record under a heading or label, with what they mean (None: nobody knows).

    Records that share a merged cell share its value, so words found to belong to it later reach them all.
    """

    meaning: Meaning | None
    heading: Passage
    passage: Passage


@dataclass(frozen=True, slots=True)
class Shade:
    """The background colour of a cell ('#rrggbb'), where the cell is, and the heading of its column."""

    colour: str
    spot: Spot
    heading: str = ""


@dataclass(eq=False)
class Record:
    """One action as it is laid out: the step it stands under and its values in the order of the source."""

    under: Step | None
    values: list[Value] = field(default_factory=list)
    struck: list[Passage] = field(default_factory=list)
    shades: dict[Meaning, Shade] = field(default_factory=dict)
    status: Passage | None = None

    def of(self, *meanings: Meaning | None) -> list[Value]:
        """The values of these meanings, in the order of the source."""
        return [value for value in self.values if value.meaning in meanings and value.passage]


_ENDED = ".!?:;"


def glued(pieces: list[Passage] | tuple[Passage, ...]) -> Passage:
    """Pieces of one cell put together: on one line where a sentence goes on, else on lines of their own."""
    whole = Passage()
    for piece in pieces:
        if not piece:
            continue
        whole = join((whole, piece), between(whole.text, piece.text)) if whole else piece
    return whole


def between(before: str, after: str) -> str:
    """What parts two pieces of a cell: nothing within a hyphened word, a space, or a line feed."""
    end, start = before.rstrip()[-1:], after.lstrip()[:1]
    if end == "-" and before.rstrip()[-2:-1].isalpha() and start.islower():
        return ""
    if start.islower() or start.isdigit():
        return " "
    if end in _ENDED or not start.isalpha():
        return "\n"
    return " "


def runs_on(before: str, after: str) -> bool:
    """Whether a text is plainly the rest of another: no sentence ended, and it goes on in small letters."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after or before[-1] in ".!?" or label_style(after):
        return False
    return after[0].islower()
