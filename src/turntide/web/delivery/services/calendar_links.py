"""Addresses by which a calendar program fetches milestones: one a person and place, one a contact."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Link
from turntide.web.delivery.services.linking import links_for, revoke
from turntide.web.delivery.store.feeds import Holder, feeds_of, named


@transaction.atomic
def make_feed(*, place: Place, holder: Holder, by: By) -> Link:
    """Give somebody an address for this place; one they had before opens nothing any more.

    A member's holds the milestones of the place, a contact's those of the actions they answer for.
    """
    revoke(feeds_of(place, holder).select_for_update())
    (made,) = links_for([Link(place=place, purpose=Link.Purpose.CALENDAR, **named(holder))])
    note_act("make calendar feed", made, by=by, place_id=place.pk)
    return made


@transaction.atomic
def end_feed(*, place: Place, holder: Holder, by: By) -> bool:
    """Let somebody's address for this place open nothing any more; whether one did."""
    standing = feeds_of(place, holder).filter(revoked_at=None).first()
    if standing is None:
        return False
    revoke(_only(standing))
    note_act("end calendar feed", standing, by=by, place_id=place.pk)
    return True


@transaction.atomic
def bring_back_feed(*, place: Place, holder: Holder, by: By) -> Link | None:
    """Let somebody's last address open again in place of the one they have now: renewing or ending is undone."""
    held = list(feeds_of(place, holder).select_for_update().order_by("-made_at", "-pk"))
    standing = [link for link in held if link.revoked_at is None]
    ended = [link for link in held if link.revoked_at is not None]
    if not ended:
        return None
    for link in standing:
        revoke(_only(link))
    last = max(ended, key=lambda link: (link.revoked_at, link.made_at))
    last.revoked_at = None
    last.save(update_fields=["revoked_at"])
    note_act("bring back calendar feed", last, by=by, place_id=place.pk)
    return last


def _only(link: Link) -> QuerySet[Link]:
    return Link.objects.filter(pk=link.pk)
