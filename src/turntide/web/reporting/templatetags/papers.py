"""A paper in a template: what its blocks are and how its words are marked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django import template
from django.utils.safestring import SafeString, mark_safe

from turntide.web.reporting.printing import web
from turntide.web.reporting.printing.drawings import as_address
from turntide.web.reporting.printing.web import Marking
from turntide.web.reporting.rules.paper import Cell, Column, Footnote, Picture, Piece, Table

register = template.Library()
register.filter("kind", web.kind)
register.filter("marking", web.marking)
register.filter("widths", web.widths)
register.filter("is_short", web.is_short)


@register.filter
def marked(words: Iterable[Piece], marking: Marking) -> SafeString:
    """Words with weight, links and marks of footnotes."""
    return marking.words(words)


@register.filter
def findable(anchor: str, marking: Marking) -> SafeString:
    """The attribute by which links find an element."""
    return marking.place(anchor)


@register.filter
def actions(note: Footnote, marking: Marking) -> SafeString:
    """The actions that a footnote counts."""
    return marking.actions(note)


@register.filter
def beside(row: tuple[Cell, ...], table: Table) -> Iterator[tuple[Cell, Column, bool]]:
    """A row's cells, each with its column and whether it names the row."""
    pairs = zip(row, table.columns, strict=True)
    return ((cell, column, place < table.header) for place, (cell, column) in enumerate(pairs))


@register.filter
def drawn(picture: Picture) -> SafeString:
    """The picture itself, to stand within a page. It is our own drawing, whose words are escaped already."""
    start = picture.svg.find("<svg")
    return mark_safe(picture.svg[max(start, 0) :])


@register.filter
def address(picture: Picture) -> str:
    """The picture as an address that holds it whole."""
    return as_address(picture.svg)


@register.filter
def points(length: float) -> str:
    """A length as style sheets write it, whatever the language."""
    return f"{length:.2f}pt"
