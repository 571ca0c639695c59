"""What plans ask of intake: where the documents of editions are shown (`plans.connections`)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.urls import reverse

from turntide.web.accounts.models import Place
from turntide.web.intake.models import Intake


class DocumentsKept:
    """Documents that were laid out when they were brought in."""

    def addresses(self, place: Place, editions: Collection[UUID]) -> Mapping[UUID, str]:
        """The address of each of these editions' document that was kept, in one query."""
        kept = Intake.objects.filter(place=place).with_document().filter(edition__in=editions)
        found = kept.values_list("edition_id", flat=True)
        return {edition: reverse("document", args=[place.slug, edition]) for edition in found if edition}
