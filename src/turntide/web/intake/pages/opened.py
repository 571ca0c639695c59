"""What was read of a file, ready to be looked at; that of long files is remembered for the next click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from turntide.documents.document import Document
from turntide.web.intake.documents_kept import document_from_data
from turntide.web.intake.looking.items import Items
from turntide.web.intake.looking.parts import Part, parts_of
from turntide.web.intake.models import Intake

LONG = 800
"""Cells and paragraphs from which a file is remembered: shorter ones are opened in no time."""


@dataclass(frozen=True)
class Opened:
    """A reading, its document (none for an export of ours) cut into parts, and the mends offered."""

    items: Items
    document: Document | None
    parts: tuple[Part, ...]
    offers: Sequence[Sequence[dict[str, Any]]]


def opened(intake: Intake) -> Opened:
    """What was read of a file, as it stands now."""
    # with each mend the version changes, and with each reading the moment of the last change
    open_ = _remembered if intake.units > LONG else _opened
    return open_(intake.pk, intake.version, intake.changed_at)


def _opened(pk: UUID, version: int, changed_at: datetime) -> Opened:
    row = Intake.objects.values("reading", "document", "offers").get(pk=pk)
    items = Items(row["reading"] or {})
    document = document_from_data(row["document"]) if row["document"] else None
    parts = parts_of(document, items.column_heads) if document else (Part(1, ()),)
    return Opened(items, document, parts, row["offers"])


_remembered = lru_cache(maxsize=3)(_opened)
