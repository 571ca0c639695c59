"""What the documents of plans reported of their actions, edition by edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from turntide.web.accounts.models import Place
from turntide.web.delivery.rules.dated import Frame
from turntide.web.design.days import local_day
from turntide.web.plans.models import Change, Edition, Version

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Cell:
    """A report as it stands in a cell, the heading over it, and the date the reader gave it."""

    text: str
    heading: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """The document's own word for how an action goes, and its meaning."""

    wording: str = ""
    lifecycle: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What an edition's document says of an action; ``before``: its rating until then. None: it rates nothing."""

    action: UUID
    cells: tuple[Cell, ...]
    rating: Rating | None
    before: Rating | None


def frame_of(edition: Edition) -> Frame:
    """By what the dates of an edition's document are understood."""
    ends = (edition.reading.get("period") or {}).get("end")
    return Frame(came=local_day(edition.adopted_at), ends=date.fromisoformat(ends) if ends else None)


def told_by(edition: Edition) -> Iterator[Told]:
    """What the document says of each action that stands in it. What it has no column for, it does not say again."""
    read = edition.reading.get("actions", ())
    reports, rates = (any(action.get(name) for action in read) for name in ("progress", "status"))
    if not (reports or rates):
        return
    headings = _headings(edition.reading)
    rows = Version.objects.filter(change__in=_adoption(edition), thing="action").order_by("pk")
    for action, before, after in rows.values_list("thing_id", "before", "after").iterator(
        chunk_size=_AT_ONCE
    ):
        if after.get("retired") or after.get("merged_into"):
            continue
        cells = after["read"].get("progress") or () if reports else ()
        yield Told(
            action,
            tuple(_cell(each, headings) for each in cells),
            _rating(after) if rates else None,
            _rating(before) if before else None,
        )


def editions_standing(place: Place | None = None) -> Iterator[Edition]:
    """The editions whose adoption was not undone, the first adopted first."""
    found = Edition.objects.select_related("plan").order_by("adopted_at", "number")
    wanted = found.filter(plan__place=place) if place else found
    for edition in wanted.iterator(chunk_size=1):
        if all(_stands(change) for change in _adoption(edition)):
            yield edition


def _adoption(edition: Edition) -> list[Change]:
    return list(Change.objects.filter(edition=edition, verb="adopt"))


def _stands(change: Change) -> bool:
    undone = Change.objects.filter(undoes=change).first()
    return undone is None or not _stands(undone)


def _headings(reading: Mapping[str, Any]) -> Mapping[int, str]:
    """The heading of each column of reports, by the column's number."""
    found: dict[int, str] = {}
    for column in reading.get("columns", ()):
        if column.get("meaning") == "progress":
            found.update((number, column["heading"]) for number in _columns(column))
    return found


def _cell(progress: Mapping[str, Any], headings: Mapping[int, str]) -> Cell:
    over = [headings[number] for number in _columns(progress) if number in headings]
    only = list(headings.values()) if len(headings) == 1 else []
    dated = progress.get("dated")
    return Cell(
        progress["text"], next(iter([*over, *only]), ""), date.fromisoformat(dated) if dated else None
    )


def _columns(part: Mapping[str, Any]) -> Iterator[int]:
    spots = (part.get("source") or {}).get("spots", ())
    return (spot["column"] for spot in spots if spot.get("column") is not None)


def _rating(state: Mapping[str, Any]) -> Rating | None:
    said = state["read"].get("status")
    if not said:
        return None
    return Rating(said.get("wording") or "", said.get("lifecycle") or "", said.get("confidence") or "")
