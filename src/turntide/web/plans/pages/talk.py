"""The talk about an action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.here import Here
from turntide.web.plans.models import Action, Comment
from turntide.web.plans.rules import may_take_back


@dataclass(frozen=True, slots=True)
class Said:
    """A comment; ``take_back`` is the address of its button, for those who may."""

    id: int
    who: str
    at: datetime
    text: str
    draft: bool
    take_back: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What was said, and the form to say more, for those who may."""

    said: tuple[Said, ...]
    form: BaseForm | None
    address: str


def talk_of(here: Here, action: Action, comments: Sequence[Comment], form: BaseForm | None) -> Talk:
    """The talk as one person sees it."""
    address = reverse("comment", args=[here.place.slug, action.pk])
    return Talk(tuple(_said(here, comment) for comment in comments), form, address)


def _said(here: Here, comment: Comment) -> Said:
    may = here.may_contribute and may_take_back(comment.by_id == here.person.pk, here.may_edit)
    return Said(
        id=comment.pk,
        who=str(comment.by) if comment.by else _("Somebody who has left"),
        at=comment.at,
        text=comment.text,
        draft=comment.kind == Comment.Kind.DRAFT,
        take_back=reverse("take_back_comment", args=[here.place.slug, comment.pk]) if may else "",
    )
