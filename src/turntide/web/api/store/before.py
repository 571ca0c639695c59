"""What the public saw before what it sees now."""

from __future__ import annotations

from turntide.web.periods.rules.record import Record
from turntide.web.publishing.models import Publication
from turntide.web.publishing.store.published import Shown


def fingerprint_before(shown: Shown) -> str:
    """What tells the publication before from any other; empty where there is none."""
    before = _before(shown)
    return before.fingerprint if before else ""


def record_before(shown: Shown) -> Record | None:
    """What the public could read before; None for a first publication."""
    before = _before(shown)
    return Publication.objects.get(pk=before.pk).record() if before else None


def _before(shown: Shown) -> Publication | None:
    rows = Publication.objects.standing().filter(place=shown.place, number__lt=shown.publication.number)
    return rows.only("pk", "fingerprint").order_by("-number").first()
