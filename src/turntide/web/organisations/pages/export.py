"""The register as a table for spreadsheets. People's names and addresses are never in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from turntide.web.organisations.connections import Counts
from turntide.web.organisations.csv_cells import safe_cell
from turntide.web.organisations.models import Organisation
from turntide.web.organisations.pages.wording import kind_of
from turntide.web.organisations.store.listing import other_names

HEADINGS = (
    *("id", "name", "kind", "other names", "part of", "no longer exists since", "successor", "website"),
    *("identifiers", "about", "leads", "takes part"),
)


def export_rows(bodies: Iterable[Organisation], counts: Mapping[UUID, Counts]) -> Iterator[list[str]]:
    """The heading and a row for each body."""
    yield list(HEADINGS)
    for body in bodies:
        yield [safe_cell(cell) for cell in _cells(body, counts.get(body.pk, Counts()))]


def _cells(body: Organisation, counts: Counts) -> Iterator[str]:
    yield from (str(body.pk), body.name, kind_of(body), "; ".join(other_names(body)))
    yield body.parent.known_as.name if body.parent else ""
    yield body.ended_on.isoformat() if body.ended_on else ""
    yield body.successor.known_as.name if body.successor else ""
    yield body.website
    yield "; ".join(str(each) for each in body.identifiers.all())
    yield body.about
    yield from (str(counts.leads), str(counts.partners))
