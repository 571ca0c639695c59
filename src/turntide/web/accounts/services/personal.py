"""What is held about a person: gathered from every app, and erased."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from turntide.web.accounts.holding import Held, Subject, holders
from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act


def subject_of(place: Place, email: str) -> Subject:
    """The person with this address, with every name they are known by in the place."""
    address = email.strip().lower()
    names = {name.strip() for holder in holders() for name in holder.names(place, address)}
    return Subject(place, address, tuple(sorted(name for name in names if name)))


def all_held(subject: Subject) -> tuple[Held, ...]:
    """Everything that is held about them, app by app; nothing is left out but kinds of which there is nothing."""
    return tuple(held for holder in holders() for held in holder.held(subject) if held.rows)


def held_as_data(subject: Subject) -> dict[str, Any]:
    """The same, to be given to the person: plain JSON."""
    return {
        "place": subject.place.name,
        "address": subject.email,
        "names": list(subject.names),
        "gathered": timezone.now().isoformat(timespec="seconds"),
        "held": [
            {"what": str(held.what), "rows": [dict(row) for row in held.rows]} for held in all_held(subject)
        ],
    }


@transaction.atomic
def forget_person(*, subject: Subject, by: By) -> Sequence[str]:
    """Erase what is held about somebody in a place, all of it or nothing. There is no undo.

    Gives sentences on what must be seen to by hand. Raises LastOwnerError: the place would have no owner.
    The audit keeps that it was done, and names nobody.
    """
    by_hand = [sentence for holder in holders() for sentence in holder.forget(subject, by=by)]
    note_act("forget person", subject.place, by=by, place_id=subject.place.pk)
    return tuple(dict.fromkeys(by_hand))
