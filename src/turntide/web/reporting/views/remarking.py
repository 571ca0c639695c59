"""What is said of a draft."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.reporting.forms.small import RemarkForm
from turntide.web.reporting.models import Remark
from turntide.web.reporting.pages.beginning import RemarkPage
from turntide.web.reporting.papers.parts import PARTS
from turntide.web.reporting.services import remarking
from turntide.web.reporting.services.refusing import RefusedError
from turntide.web.reporting.store.finding import remarks_seen
from turntide.web.reporting.views.here import if_closed, not_done, paper_here


@place_view(Role.CONTRIBUTOR)
@require_http_methods(["GET", "HEAD", "POST"])
def remark(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Comment on a draft."""
    report = paper_here(request, id)
    if closed := if_closed(request, report):
        return closed
    parts = [(each.key, str(each.title)) for each in PARTS[report.kind]]
    form = RemarkForm(request.POST or None, parts=parts, initial={"part": request.GET.get("part", "")})
    if not form.is_valid():
        return show(request, RemarkPage(report, form))
    given = form.cleaned_data
    try:
        remarking.remark_on(report=report, part=given["part"], text=given["text"], by=request.here.by)
    except RefusedError as why:
        return not_done(request, report, why)
    done(request, _("Your comment was kept."))
    return redirect(f"{report.get_absolute_url()}#comments-{given['part'] or 'whole'}")


@place_view(Role.CONTRIBUTOR)
@require_POST
def settle(request: PlaceRequest, id: int) -> HttpResponse:
    """A comment is seen to."""
    return _turned(request, id, remarking.settle_remark, _("The comment is settled."), "remark_reopen")


@place_view(Role.CONTRIBUTOR)
@require_POST
def reopen(request: PlaceRequest, id: int) -> HttpResponse:
    """A comment is not settled after all."""
    return _turned(request, id, remarking.reopen_remark, _("The comment is open again."), "remark_settle")


def _turned(
    request: PlaceRequest, id_: int, turn: Callable[..., Remark], words: str, undo: str
) -> HttpResponse:
    one = get_object_or_404(remarks_seen(request.here.place), pk=id_)
    try:
        turn(remark=one, by=request.here.by)
    except RefusedError as why:
        return not_done(request, one.report, why)
    done(request, words, reverse(undo, args=[request.here.place.slug, one.pk]))
    return redirect(f"{one.report.get_absolute_url()}#comments-{one.part or 'whole'}")
