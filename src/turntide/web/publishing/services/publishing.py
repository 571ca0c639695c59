"""The one door by which something becomes public, and by which it ceases to be."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.periods.models import Frozen
from turntide.web.periods.rules.record import Record
from turntide.web.periods.rules.writing import as_bytes, fingerprint
from turntide.web.periods.store.taking import take
from turntide.web.publishing.connections import tell_published
from turntide.web.publishing.models import Publication, PublicSite
from turntide.web.publishing.rules.about import about_as_data, publication_fingerprint
from turntide.web.publishing.services.refusing import ChangedMeanwhileError, RefusedError
from turntide.web.publishing.store.preparing import Prepared, prepared, span_now


def would_be_public(place: Place, frozen: Frozen | None = None, *, today: date | None = None) -> Prepared:
    """What would be public next: from a frozen period, or from how things stand now."""
    return prepared(place, _record(place, frozen, today))


@transaction.atomic
def publish(*, place: Place, frozen: Frozen | None = None, saw: str = "", by: By) -> Publication:
    """Show the public what the preview shows. ``saw`` is the mark of what was seen there; empty: nobody looked.

    Raises RefusedError: no plan is to be shown; ChangedMeanwhileError: it would be something else than was seen.
    """
    Place.objects.select_for_update().get(pk=place.pk)
    next_ = would_be_public(place, frozen)
    if saw and saw != next_.mark:
        raise ChangedMeanwhileError
    if not next_.record.plans:
        raise RefusedError(_("No plan is to be shown yet. Choose a plan to show, then publish."))
    last = place.publications.aggregate(number=Max("number"))["number"] or 0
    publication = Publication.objects.create(
        place=place,
        number=last + 1,
        frozen=frozen,
        body=as_bytes(next_.record),
        about=about_as_data(next_.about),
        fingerprint=publication_fingerprint(fingerprint(next_.record), next_.about),
        by_id=by.person_id,
    )
    note_act("publish", publication, by=by, place_id=place.pk, fingerprint=publication.fingerprint)
    tell_published(publication, by)
    return publication


@transaction.atomic
def take_back(*, publication: Publication, by: By) -> Publication:
    """Show it no more: the publication before it is public again, if there is one."""
    return _turn(publication, "take back", by, back=True)


@transaction.atomic
def put_back(*, publication: Publication, by: By) -> Publication:
    """Undo taking it back."""
    return _turn(publication, "put back", by, back=False)


def _turn(publication: Publication, verb: str, by: By, *, back: bool) -> Publication:
    locked = Publication.objects.select_for_update().defer("body", "about").get(pk=publication.pk)
    if (locked.taken_back_at is not None) == back:
        return locked
    locked.taken_back_at = timezone.now() if back else None
    locked.save(update_fields=["taken_back_at"])
    PublicSite.objects.filter(place=locked.place_id).update(changed_at=timezone.now())
    note_act(f"{verb} publication", locked, by=by, place_id=locked.place_id)
    return locked


def _record(place: Place, frozen: Frozen | None, today: date | None) -> Record:
    if frozen is not None:
        return frozen.record()
    # Its words go to everybody, and into open data: they are not those of whoever happens to publish.
    with translation.override(settings.LANGUAGE_CODE):
        return take(place, span_now(place, today or timezone.localdate()))
