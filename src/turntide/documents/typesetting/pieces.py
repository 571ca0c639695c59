"""Text in pieces, each set in one look, joined to a plain text and its marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from turntide.documents.document import Look, Mark


class Looks(NamedTuple):
    """How a piece is set; ``colour`` is '#rrggbb', or empty for the usual black."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    colour: str = ""

    @property
    def kinds(self) -> tuple[tuple[Look, str], ...]:
        """The looks that are on, each with its value."""
        return _kinds(self)


PLAIN = Looks()


class Setting(NamedTuple):
    """Character properties as one place states them; None: not said. ``size`` in points."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    colour: str | None = None
    size: float | None = None

    def over(self, under: Setting) -> Setting:
        """These properties, and the ones below where these say nothing."""
        return Setting(
            *(below if said is None else said for said, below in zip(self, under, strict=True)),  # type: ignore[arg-type]
        )


UNSET = Setting()


class Piece(NamedTuple):
    """A stretch of text in one look."""

    text: str
    looks: Looks = PLAIN


def _kinds(looks: Looks) -> tuple[tuple[Look, str], ...]:
    on = (
        (looks.bold, (Look.BOLD, "")),
        (looks.italic, (Look.ITALIC, "")),
        (looks.struck, (Look.STRUCK, "")),
        (bool(looks.colour), (Look.COLOUR, looks.colour)),
    )
    return tuple(kind for wanted, kind in on if wanted)


def plain(pieces: Iterable[Piece]) -> str:
    """The words alone."""
    return "".join(piece.text for piece in pieces)


def stripped(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without white space at either end."""
    kept = _left_stripped(pieces)
    while kept:
        last = kept.pop()
        if text := last.text.rstrip():
            return [*kept, Piece(text, last.looks)]
    return []


def _left_stripped(pieces: Sequence[Piece]) -> list[Piece]:
    for at, piece in enumerate(pieces):
        if text := piece.text.lstrip():
            return [Piece(text, piece.looks), *pieces[at + 1 :]]
    return []


def joined(lines: Iterable[Sequence[Piece]], separator: str) -> list[Piece]:
    """All lines as one run of pieces with the separator between them."""
    found: list[Piece] = []
    for at, line in enumerate(lines):
        found += [Piece(separator), *line] if at else line
    return found


def respaced(pieces: Iterable[Piece], unwanted: str) -> list[Piece]:
    """The pieces with each of the unwanted white space characters made a space."""
    table = str.maketrans(dict.fromkeys(unwanted, " "))
    return [Piece(piece.text.translate(table), piece.looks) for piece in pieces]


def marked(pieces: Sequence[Piece]) -> tuple[str, tuple[Mark, ...]]:
    """The text and its marks. Neighbouring pieces of one look share a mark, over white space too."""
    running: dict[tuple[Look, str], tuple[int, int]] = {}
    marks: list[Mark] = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        if piece.text.strip():
            kinds = piece.looks.kinds
            marks += [Mark(*running.pop(kind), *kind) for kind in tuple(running) if kind not in kinds]
            running |= {kind: (running.get(kind, (at, end))[0], end) for kind in kinds}
        at = end
    marks += [Mark(*span, *kind) for kind, span in running.items()]
    return plain(pieces), tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.look, mark.value)))
