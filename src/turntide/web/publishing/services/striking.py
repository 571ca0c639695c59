"""The one door by which what was published is written again: somebody who has a right to it is struck out."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Subject
from turntide.web.accounts.striking import naming, strike
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.periods.rules.writing import as_bytes, fingerprint, from_data
from turntide.web.publishing.models import PlainWords, Publication, PublicPlan, PublicSite
from turntide.web.publishing.rules.about import about_from_data, publication_fingerprint
from turntide.web.publishing.services.keeping_files import let_go_of_files
from turntide.web.publishing.store.people import publications_naming

SITE = ("summary", "accessibility", "contact")


@transaction.atomic
def strike_from_texts(subject: Subject) -> None:
    """Strike somebody out of what is written for the public next."""
    place = subject.place
    # An address that is struck out is none any more: it goes whole.
    for site in naming(PublicSite.objects.filter(place=place), ["contact"], subject):
        PublicSite.objects.filter(pk=site.pk).update(contact="")
    strike(PublicSite.objects.filter(place=place), ("summary", "accessibility"), subject)
    strike(PublicPlan.objects.filter(plan__place=place), ("summary",), subject)
    strike(PlainWords.objects.filter(plan__place=place), ("text",), subject)


@transaction.atomic
def strike_from_publications(subject: Subject, *, by: By) -> Sequence[str]:
    """Strike somebody out of what is and was public; sentences on copies that others may hold."""
    said = []
    for publication, written in publications_naming(subject):
        record = from_data(subject.struck_from(written))
        about = subject.struck_from(publication.about)
        if subject.is_named_in(str(publication.about.get("contact", ""))):
            about["contact"] = ""
        now = publication_fingerprint(fingerprint(record), about_from_data(about))
        Publication.objects.filter(pk=publication.pk).update(
            body=as_bytes(record), about=about, fingerprint=now, struck_at=timezone.now()
        )
        detail = {"was": publication.fingerprint, "fingerprint": now}
        note_act("strike out of a publication", publication, by=by, place_id=publication.place_id, **detail)
        words = _("Publication %(number)d named the person; copies that others made of it still do.")
        said.append(words % {"number": publication.number})
    transaction.on_commit(let_go_of_files)
    return said
