"""What members say about an action: said, taken back, brought back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from turntide.web.accounts.models import Person
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.plans.models import Action, Comment
from turntide.web.plans.rules import may_take_back
from turntide.web.plans.services.refusing import require


@transaction.atomic
def add_comment(*, action: Action, text: str, by: By, kind: str = Comment.Kind.COMMENT) -> Comment:
    """Say something about an action; a draft note is seen by editors only."""
    comment = Comment.objects.create(action=action, kind=kind, text=text.strip(), by_id=by.person_id)
    note_act("comment", comment, by=by, place_id=action.plan.place_id, kind=kind)
    return comment


def take_back(*, comment: Comment, person: Person, editor: bool) -> None:
    """Take a comment back. Raises RefusedError for one of somebody else's, unless an editor does it."""
    _set(comment, "take back comment", person, editor, taken_back=True)


def bring_back(*, comment: Comment, person: Person, editor: bool) -> None:
    """Undo taking a comment back. Raises as taking it back does."""
    _set(comment, "bring back comment", person, editor, taken_back=False)


@transaction.atomic
def _set(comment: Comment, verb: str, person: Person, editor: bool, *, taken_back: bool) -> None:
    require(may_take_back(comment.by_id == person.pk, editor))
    comment.taken_back_at = timezone.now() if taken_back else None
    comment.save(update_fields=["taken_back_at"])
    note_act(verb, comment, by=By.person(person), place_id=comment.action.plan.place_id)
