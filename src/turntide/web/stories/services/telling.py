"""Stories written, changed, told and set aside. The one door for each write; every version is kept."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.stories.models import Story, Telling
from turntide.web.stories.rules.telling import Told, lacks
from turntide.web.stories.services.refusing import ChangedMeanwhileError, RefusedError, UnfinishedError
from turntide.web.stories.store.tellings import put_told, told_as_data, told_from_data, told_of


@transaction.atomic
def write_story(*, place: Place, told: Told, by: By) -> Story:
    """Begin a story. Raises UnfinishedError: it is to be told and lacks something."""
    _refuse_unfinished(told)
    story = Story(place=place, by_id=by.person_id, version=0)
    return _put(story, told, "write", by)


@transaction.atomic
def edit_story(*, story: Story, told: Told, saw: int, by: By) -> Story | None:
    """Change what a story tells; None where it says what it said. Raises UnfinishedError, ChangedMeanwhileError."""
    locked = _locked(story)
    if locked.version != saw:
        raise ChangedMeanwhileError(locked)
    _refuse_unfinished(told)
    return None if told == told_of(locked) else _put(locked, told, "edit", by)


@transaction.atomic
def undo_edit(*, story: Story, by: By) -> Story:
    """Make a story what it told before its last write. Raises RefusedError: it was only ever told so."""
    locked = _locked(story)
    before = locked.tellings.filter(number__lt=locked.version).last()
    if before is None:
        raise RefusedError(_("This story has no earlier version."))
    return _put(locked, told_from_data(before.told), "undo", by)


@transaction.atomic
def withdraw_consent(*, story: Story, by: By) -> Story:
    """Whoever is in it agrees no more: from now on it is shown to editors only."""
    return _set(story, "withdraw consent", by, withdrawn=True)


@transaction.atomic
def restore_consent(*, story: Story, by: By) -> Story:
    """They agree after all: withdrawing was a mistake, or they were asked again."""
    return _set(story, "restore consent", by, withdrawn=False)


@transaction.atomic
def retire_story(*, story: Story, by: By) -> Story:
    """Set a story aside."""
    return _set(story, "retire", by, retired=True)


@transaction.atomic
def bring_back_story(*, story: Story, by: By) -> Story:
    """Undo setting it aside."""
    return _set(story, "bring back", by, retired=False)


def _locked(story: Story) -> Story:
    return Story.objects.select_for_update().select_related("place").get(pk=story.pk)


def _refuse_unfinished(told: Told) -> None:
    wrong = lacks(told)
    if wrong:
        raise UnfinishedError(wrong)


def _put(story: Story, told: Told, verb: str, by: By) -> Story:
    story.version += 1
    put_told(story, told)
    Telling.objects.create(
        story=story,
        number=story.version,
        verb=verb,
        told=told_as_data(told),
        by_id=by.person_id,
        process=by.process,
    )
    note_act(f"{verb} story", story, by=by, place_id=story.place_id)
    return story


def _set(
    story: Story, verb: str, by: By, *, withdrawn: bool | None = None, retired: bool | None = None
) -> Story:
    locked, now = _locked(story), timezone.now()
    if withdrawn is not None:
        locked.withdrawn_at = now if withdrawn else None
    if retired is not None:
        locked.retired_at = now if retired else None
    locked.save(update_fields=["withdrawn_at", "retired_at", "changed_at"])
    note_act(f"{verb} story", locked, by=by, place_id=locked.place_id)
    return locked
