"""What an action's page shows of those who change it: the talk about it, and its latest changes."""

from __future__ import annotations

from django import template

from turntide.web.plans.forms.comments import CommentForm
from turntide.web.plans.models import Action
from turntide.web.plans.pages.history import Entry, entry_of
from turntide.web.plans.pages.talk import Talk, talk_of
from turntide.web.plans.store.reaching import changes_of, comments_in
from turntide.web.plans.store.recounting import recounts_of

register = template.Library()
_LATEST = 5
_SHOWN = ("verb", "process", "at", "touched", "plan__title", "by__name", "by__email", "undoes__undoes")


@register.simple_tag(takes_context=True)
def talk_about(context: template.Context, action: Action) -> Talk:
    """Comments on an action, and the form to add one for those who may."""
    here = context["here"].here
    said = comments_in(here.place).filter(action=action, taken_back_at=None)
    said = said.select_related(None).select_related("by")
    seen = said if here.may_edit else said.exclude(kind="draft")
    form = CommentForm(editor=here.may_edit) if here.may_contribute else None
    return talk_of(here, action, list(seen), form)


@register.simple_tag(takes_context=True)
def latest_changes_of(context: template.Context, action: Action) -> list[Entry]:
    """The latest changes of an action, newest first."""
    place = context["here"].here.place
    found = changes_of(action.pk, place).select_related(None).select_related("plan", "by", "undoes")
    changes = list(found.only(*_SHOWN)[:_LATEST])
    recounts = recounts_of(changes, action.pk)
    return [entry_of(place, change, recounts.get(change.pk, ()), None) for change in changes]
