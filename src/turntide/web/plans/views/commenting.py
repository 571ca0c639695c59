"""What members say about an action."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.plans.forms.comments import CommentForm
from turntide.web.plans.models import Comment
from turntide.web.plans.pages.changing import FormPage
from turntide.web.plans.pages.wording import short
from turntide.web.plans.services import commenting
from turntide.web.plans.services.refusing import RefusedError
from turntide.web.plans.store.reaching import comments_in
from turntide.web.plans.views.changing import action_here, address, refused


@place_view(Role.CONTRIBUTOR)
def comment(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Say something about an action; the form stands on the action's page, and here when refused."""
    action = action_here(request, id)
    back = address(request, "action", action.pk)
    form = CommentForm(request.POST or None, editor=request.here.may_edit)
    if not form.is_valid():
        title = _("Comment on this action")
        page = FormPage(request.here.place, action.plan, title, form, back, short(str(action)), _("Add"))
        return show(request, page)
    made = commenting.add_comment(
        action=action, text=form.cleaned_data["text"], kind=form.kind, by=request.here.by
    )
    words = (
        _("Your draft note was added.") if form.kind == Comment.Kind.DRAFT else _("Your comment was added.")
    )
    done(request, words, address(request, "take_back_comment", made.pk))
    return redirect(f"{back}#comments")


@place_view(Role.CONTRIBUTOR)
@require_POST
def take_back(request: PlaceRequest, comment_id: int) -> HttpResponse:
    """Take a comment back; it can return."""
    return _turned(request, comment_id, back=True)


@place_view(Role.CONTRIBUTOR)
@require_POST
def bring_back(request: PlaceRequest, comment_id: int) -> HttpResponse:
    """Let a comment that was taken back show again."""
    return _turned(request, comment_id, back=False)


def _turned(request: PlaceRequest, comment_id: int, *, back: bool) -> HttpResponse:
    here = request.here
    seen = comments_in(here.place) if here.may_edit else comments_in(here.place).filter(kind="comment")
    one = get_object_or_404(seen, pk=comment_id)
    turn = commenting.take_back if back else commenting.bring_back
    page = address(request, "action", one.action_id)
    try:
        turn(comment=one, person=here.person, editor=here.may_edit)
    except RefusedError as why:
        return refused(request, one.action.plan, str(why), page)
    words = _("The comment was taken back.") if back else _("The comment shows again.")
    done(request, words, address(request, "bring_back_comment" if back else "take_back_comment", one.pk))
    return redirect(f"{page}#comments")
