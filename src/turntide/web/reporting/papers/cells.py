"""Cells and short blocks that several parts are made of. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import StatementThen
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.wording import said_by, woven
from turntide.web.reporting.rules.paper import Block, Cell, Paragraph, Piece, Words, words

Each = TypeVar("Each")


def text(some: str, anchor: str = "") -> Cell:
    """A cell of words."""
    return Cell(words(some) if some else (), anchor=anchor)


def told(some: Words) -> Cell:
    """A cell of words that lead somewhere."""
    return Cell(some)


def figure(piece: Piece) -> Cell:
    """A cell of a figure with its footnote."""
    return Cell((piece,), number=int(piece.words))


def difference(now: int, before: int) -> Cell:
    """How much more or less there is than before: "+2", "−1"."""
    more = now - before
    return Cell(words(f"{more:+d}".replace("-", "\N{MINUS SIGN}") if more else "0"), number=more)


def said(statement: StatementThen | None) -> Cell:
    """Who said it and when."""
    return text(said_by(statement) if statement else "")


def paragraph(some: Words | str, *, quiet: bool = False) -> Paragraph:
    """A paragraph."""
    return Paragraph(words(some) if isinstance(some, str) else some, quiet=quiet)


def opening(officer: str) -> tuple[Block, ...]:
    """What the officer says before a part, a paragraph for each that they wrote."""
    return tuple(paragraph(" ".join(each.split())) for each in officer.split("\n\n") if each.strip())


def limited(some: Iterable[Each], most: int) -> tuple[list[Each], list[Each]]:
    """The first of them, and those that are left out."""
    every = list(some)
    return every[:most], every[most:]


def more(desk: Desk, left: Sequence[str], of: str) -> tuple[Block, ...]:
    """How many actions are left out here, with a footnote that names them; nothing where none is."""
    return more_of(desk, desk.notes.counted(left, of)) if left else ()


def more_of(desk: Desk, left: Piece) -> tuple[Block, ...]:
    """How many are left out, and where they stand."""
    wording = _("And %(left)s more in the annex.") if desk.annex else _("And %(left)s more, not listed here.")
    return (paragraph(woven(wording, left=left), quiet=True),)
