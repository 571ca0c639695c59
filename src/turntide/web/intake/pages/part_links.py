"""The parts of a document, by name, to turn to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from turntide.documents.document import Table
from turntide.web.intake.looking.parts import Part


@dataclass(frozen=True, slots=True)
class PartLink:
    """A part of the document to turn to."""

    number: int
    name: str
    current: bool


def part_links(parts: Iterable[Part], current: Part) -> tuple[PartLink, ...]:
    """A link to each part."""
    return tuple(PartLink(one.number, name_of_part(one), one is current) for one in parts)


def part_numbered(parts: Sequence[Part], number: str) -> Part | None:
    """The part that an address asks for by its number; None where there is no such part."""
    at = int(number) if number.isdecimal() and len(number) < 6 else 0
    return parts[at - 1] if 1 <= at <= len(parts) else None


def name_of_part(part: Part) -> str:
    """A part by its sheet or pages, and the rows of a table that was cut."""
    if not part.blocks:
        return _("The document")
    said_: list[str] = []
    sheet = part.blocks[0].sheet
    pages = [block.page for block in part.blocks if block.page]
    if sheet:
        said_.append(_("Sheet %(name)s") % {"name": sheet})
    elif pages and min(pages) == max(pages):
        said_.append(_("Page %(number)s") % {"number": pages[0]})
    elif pages:
        said_.append(_("Pages %(first)s to %(last)s") % {"first": min(pages), "last": max(pages)})
    only = part.blocks[0] if len(part.blocks) == 1 else None
    if isinstance(only, Table) and only.cells:
        rows = {"first": only.cells[0].row, "last": only.cells[-1].row}
        said_.append(_("rows %(first)s to %(last)s") % rows)
    return ", ".join(said_) or _("Part %(number)s") % {"number": part.number}
