"""The ledger of the first law: what no value claims is unplaced, so nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from turntide.documents.document import Block, Cell, Document, Paragraph
from turntide.plan.model import Action, Finding, Heading, Money, Period, Plan, Programme, Unplaced
from turntide.plan.source import Source
from turntide.reading.grids import has_words
from turntide.reading.passage import Passage, of_block

Unit = tuple[int, int, int, int]
VISION = "vision"
"""Worked out of a sentence that says more than the vision, and stays where it stands."""


def claims(plan: Plan) -> dict[Unit, list[tuple[int, int]]]:
    """The stretches of each paragraph and cell that some value of the plan stands for."""
    found: dict[Unit, list[tuple[int, int]]] = {}
    for source in claiming_sources(plan):
        for spot in source.spots:
            found.setdefault(spot.unit, []).append((spot.start, spot.end))
    return found


def claiming_sources(thing: object) -> Iterator[Source]:
    """Every source that claims words: not those of findings, nor of what was worked out beside a wording."""
    if isinstance(thing, Source):
        yield thing
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from claiming_sources(part)
    elif is_dataclass(thing) and not isinstance(thing, Finding | Money | Programme | Period):
        for name in _claiming_fields(thing.__class__):
            value = getattr(thing, name)
            if name == "sources":
                yield from (source for about, source in value if about != VISION)
            elif value:
                yield from claiming_sources(value)


@cache
def _claiming_fields(kind: type) -> tuple[str, ...]:
    """The fields that may hold sources; the source of an action or heading is its whole row, and claims none."""
    whole = issubclass(kind, Action | Heading)
    return tuple(field.name for field in fields(kind) if not (whole and field.name == "source"))


def unplaced(document: Document, plan: Plan) -> tuple[Unplaced, ...]:
    """The words of the document that stand nowhere in the plan, in reading order."""
    claimed = claims(plan)
    left = (
        piece
        for passage in _passages(document)
        for piece in _left_over(passage, claimed.get(passage.spots[0].unit, []))
    )
    return tuple(
        Unplaced(piece.wording, piece.source(document.name)) for piece in left if has_words(piece.text)
    )


def _passages(document: Document) -> Iterator[Passage]:
    for block, cell in units(document):
        passage = of_block(block, cell)
        if passage:
            yield passage


def units(document: Document) -> Iterator[tuple[Block, Cell | None]]:
    """Every paragraph and every cell of the document, in reading order."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block, None
        else:
            yield from ((block, cell) for cell in block.cells)


def _left_over(passage: Passage, taken: Iterable[tuple[int, int]]) -> Iterator[Passage]:
    at = 0
    for start, end in [*sorted(taken), (len(passage.text), len(passage.text))]:
        if start > at:
            yield passage[at:start].strip()
        at = max(at, end)
