"""Photographs of a story: added with the consent of whoever is in them, and taken away."""

from __future__ import annotations

from django.db import transaction

from turntide.web.accounts.models import Person
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.rules.pictures import without_whereabouts
from turntide.web.files.services import keep_original
from turntide.web.stories.models import Picture, Story


@transaction.atomic
def add_picture(*, story: Story, name: str, body: bytes, seen: str, person: Person, by: By) -> Picture:
    """Keep a photograph that those in it agreed to. ``seen`` says what it shows, for those who cannot see it.

    Where and when it was taken is taken out of it: nobody agreed to that.
    """
    plain = without_whereabouts(body)
    original = keep_original(place=story.place, name=name, body=plain, person=person, by=by)
    picture = Picture.objects.create(story=story, original=original, seen=seen.strip(), agreed=True)
    note_act("add picture", story, by=by, place_id=story.place_id, picture=picture.pk)
    return picture


@transaction.atomic
def remove_picture(*, picture: Picture, by: By) -> None:
    """Take a photograph away, bytes and all: somebody in it may no longer agree."""
    story, original, number = picture.story, picture.original, picture.pk
    picture.delete()
    original.delete()
    note_act("remove picture", story, by=by, place_id=story.place_id, picture=number)
