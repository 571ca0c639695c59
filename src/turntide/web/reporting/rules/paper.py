"""A paper before it is printed: parts of blocks, the same for Word, PDF, Excel and the web page. Pure.

Whoever prints it adds no word and no figure of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

ColumnKind = Literal["words", "number", "day", "status"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words. ``note`` is the number of the footnote that proves them, 0 for none; ``anchor`` where they lead
    within the paper (an action of the annex), ``url`` where they lead outside of it.
    """

    words: str
    strong: bool = False
    note: int = 0
    anchor: str = ""
    url: str = ""


Words = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``quiet``: said in passing, such as who said it and when."""

    words: Words
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``numbered`` where its order matters."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``share`` is its part of the width, out of all columns' shares."""

    heading: str
    kind: ColumnKind = "words"
    share: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. ``number`` where it is one; ``shape`` and ``tone`` (design.statuses) where it is a status.

    ``anchor`` names the place in the paper, so that footnotes and words can lead to it.
    """

    words: Words
    number: float | None = None
    shape: str = ""
    tone: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``caption`` says what it holds; ``header`` says how many first columns name their row.

    ``empty`` is what stands there when it has no rows.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header: int = 1
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with the table of the same figures. ``seen`` says what it shows to those who do not see it.

    ``svg`` is whole and stands alone; ``width`` and ``height`` are in points.
    """

    key: str
    title: str
    seen: str
    svg: str
    width: float
    height: float
    table: Table


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, in their words; ``said`` tells who and when."""

    words: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a part; ``level`` 3 or deeper, as the paper's title is 1 and a part's is 2."""

    words: str
    level: int = 3
    anchor: str = ""


Block = Paragraph | Bullets | Table | Picture | Quote | Subheading


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper. ``key`` is its kind; ``annex``: it begins on a page of its own at the end."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """What a figure counts: the actions, each with where it stands in the annex where that is printed."""

    number: int
    words: str
    actions: tuple[tuple[str, str], ...] = ()
    """Pairs of what the action is called (its reference, or its first words) and its anchor."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. ``state`` says what it is ("Draft of 3 March 2027", "Frozen on …, version 2").

    ``dated`` is the day it tells of ("2027-03-03"), for the properties of its files, empty where none is known.
    ``one_page``: it is meant to stand on one page, and is set closely.
    """

    title: str
    subtitle: str
    place: str
    language: str
    state: str
    parts: tuple[Part, ...]
    notes: tuple[Footnote, ...] = ()
    draft: bool = True
    dated: str = ""
    one_page: bool = False

    def part(self, key: str) -> Part | None:
        """The part of this kind, if the paper has it."""
        return next((part for part in self.parts if part.key == key), None)


def words(text: str, *, strong: bool = False, note: int = 0, anchor: str = "", url: str = "") -> Words:
    """Words without more."""
    return (Piece(text, strong, note, anchor, url),)


def plain(some: Sequence[Piece]) -> str:
    """What they say, without their looks."""
    return "".join(piece.words for piece in some)
