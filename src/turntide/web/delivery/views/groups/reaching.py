"""Groups and what belongs to them, reached through the person's place."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.here import PlaceRequest
from turntide.web.delivery.models import Group, GroupEdit
from turntide.web.delivery.store.groups import groups_of
from turntide.web.design.telling import done
from turntide.web.organisations.models import Contact


def group_here(request: PlaceRequest, id_: UUID) -> Group:
    """A group of this place with all that its pages show, or Http404."""
    groups = groups_of(request.here.place).select_related("place", "parent", "organisation")
    return get_object_or_404(groups, pk=id_)


def member_of(group: Group, contact: UUID) -> Contact:
    """Somebody who sits on the group, or Http404."""
    return get_object_or_404(group.members.select_related("contact"), contact=contact).contact


def tell(request: PlaceRequest, group: Group, edit: GroupEdit | None, words: str) -> None:
    """Say what was done, with the way back; or that there was nothing to do."""
    if edit is None:
        messages.info(request, _("Nothing was changed."))
        return
    done(request, words, undo=reverse("group_undo", args=[group.place.slug, group.pk, edit.number]))
