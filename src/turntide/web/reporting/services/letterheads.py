"""A place's own Word templates: brought in once they open, named, retired."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from turntide.web.accounts.models import Person, Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.files.services import keep_original, shown_name
from turntide.web.reporting.models import Letterhead
from turntide.web.reporting.printing.faults import LetterheadError
from turntide.web.reporting.rules.letterheads import SAMPLE
from turntide.web.reporting.services.refusing import RefusedError


@transaction.atomic
def keep_letterhead(*, place: Place, name: str, file: str, body: bytes, person: Person, by: By) -> Letterhead:
    """Keep a Word template that a paper can be written on. Raises RefusedError: it cannot be."""
    _refuse_broken(body)
    original = keep_original(place=place, name=file, body=body, person=person, by=by)
    called = name.strip() or shown_name(file).rpartition(".")[0]
    letterhead = Letterhead.objects.create(place=place, name=called, original=original, by=person)
    note_act("keep letterhead", letterhead, by=by, place_id=place.pk)
    return letterhead


@transaction.atomic
def rename_letterhead(*, letterhead: Letterhead, name: str, by: By) -> Letterhead:
    """Call it otherwise."""
    letterhead.name = name.strip()
    letterhead.save(update_fields=["name"])
    note_act("rename letterhead", letterhead, by=by, place_id=letterhead.place_id)
    return letterhead


@transaction.atomic
def retire_letterhead(*, letterhead: Letterhead, by: By) -> Letterhead:
    """Offer it no more. Papers that have it keep it."""
    return _set(letterhead, "retire letterhead", by, retired=True)


@transaction.atomic
def bring_back_letterhead(*, letterhead: Letterhead, by: By) -> Letterhead:
    """Undo retiring it."""
    return _set(letterhead, "bring back letterhead", by, retired=False)


def _refuse_broken(body: bytes) -> None:
    # Only one that is brought in needs the library that writes Word.
    from turntide.web.reporting.printing.word import as_word

    try:
        as_word(SAMPLE, body)
    except LetterheadError as reason:
        raise RefusedError(str(reason)) from reason


def _set(letterhead: Letterhead, verb: str, by: By, *, retired: bool) -> Letterhead:
    letterhead.retired_at = timezone.now() if retired else None
    letterhead.save(update_fields=["retired_at"])
    note_act(verb, letterhead, by=by, place_id=letterhead.place_id)
    return letterhead
