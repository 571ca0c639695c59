"""The one door to the audit."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import models

from turntide.web.audit.by import By
from turntide.web.audit.listening import tell_listeners
from turntide.web.audit.models import Entry


def note_act(verb: str, about: models.Model, *, by: By, place_id: UUID | None, **detail: Any) -> Entry:
    """Write down that somebody did something to something, in the transaction of the act itself.

    Whoever listens for such acts (`listening`) is told of it.
    """
    entry = Entry.objects.create(
        verb=verb,
        about_kind=about._meta.model_name or "",
        about_id=str(about.pk),
        place_id=place_id,
        person_id=by.person_id,
        process=by.process,
        detail=detail,
    )
    tell_listeners(entry, about)
    return entry
