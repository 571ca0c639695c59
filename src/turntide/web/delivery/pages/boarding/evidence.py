"""What shows that something was done, as an officer sees it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Evidence


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """Something that shows what was done; ``url`` of a file of ours, or an address elsewhere."""

    title: str
    kind: str
    url: str
    seen: str
    ours: bool


def shown(place: Place, each: Evidence) -> EvidenceShown:
    """A file of ours as something to save, an address elsewhere as a link; any other address as words alone."""
    kind = each.get_kind_display()
    if each.original_id:
        url = reverse("original", args=[place.slug, each.original_id])
        return EvidenceShown(each.title, kind, url, each.seen, ours=True)
    url = each.url if each.url.startswith(("https://", "http://")) else ""
    return EvidenceShown(each.title, kind, url, each.seen, ours=False)
