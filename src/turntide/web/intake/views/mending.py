"""What a person says of a reading: mends, findings left as they are, and what the file is to become."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from turntide.mending import Mend, MendError, from_data, said
from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.intake.forms import PlanForm, mend_in, version_in
from turntide.web.intake.models import Intake
from turntide.web.intake.pages.conflict import ConflictPage
from turntide.web.intake.services import deciding, mending
from turntide.web.intake.views.finding import back_to, intake_of, refused


@place_view(Role.EDITOR)
@require_POST
def mend(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Mend the reading."""
    intake = intake_of(request, id)
    try:
        wanted = mend_in(request.POST)
        made = mending.make_mend(intake=intake, mend=wanted, saw=version_in(request.POST), by=request.here.by)
    except MendError as wrong:
        messages.error(request, str(wrong))
        return back_to(intake, request.POST, "#review")
    except mending.IdleMendError:
        messages.error(request, _idle() % {"said": said(wanted)})
        return back_to(intake, request.POST, "#review")
    except mending.NotNowError as reason:
        return refused(request, intake, reason)
    except mending.MendedMeanwhileError as meanwhile:
        return _conflict(request, meanwhile, wanted)
    undo = reverse("intake-take-back", args=[request.here.place.slug, intake.pk, made.mended.position])
    done(request, f"{said(wanted)}.", undo=undo)
    return back_to(intake, request.POST, "#review")


def _idle() -> str:
    return _("Nothing was changed, as the document has nothing that this speaks of: %(said)s.")


def _conflict(request: PlaceRequest, meanwhile: mending.MendedMeanwhileError, wanted: Mend) -> HttpResponse:
    page = ConflictPage.of(meanwhile.intake, meanwhile.since, wanted, request.POST.get("back", ""))
    return show(request, page, status=409)


@place_view(Role.EDITOR)
@require_POST
def leave(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Leave findings as they are: one, or all of a kind."""
    intake = intake_of(request, id)
    count = mending.leave_as_it_is(intake=intake, findings=_findings(request), by=request.here.by)
    if count > 1:
        said_ = ngettext(
            "%(count)s finding was left as it is.", "%(count)s findings were left as they are.", count
        )
        messages.success(request, said_ % {"count": count})
    return back_to(intake, request.POST, "#review")


@place_view(Role.EDITOR)
@require_POST
def look_again(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Look at findings after all."""
    intake = intake_of(request, id)
    mending.look_again(intake=intake, findings=_findings(request), by=request.here.by)
    return back_to(intake, request.POST, "#review")


@place_view(Role.EDITOR)
@require_POST
def take_back(request: PlaceRequest, id: UUID, position: int) -> HttpResponse:
    """Take a mend back."""
    return _stand(request, id, position, back=True)


@place_view(Role.EDITOR)
@require_POST
def put_back(request: PlaceRequest, id: UUID, position: int) -> HttpResponse:
    """Let a mend stand again."""
    return _stand(request, id, position, back=False)


def _stand(request: PlaceRequest, id_: UUID, position: int, *, back: bool) -> HttpResponse:
    intake = intake_of(request, id_)
    row = get_object_or_404(intake.mends, position=position)
    act, route = (mending.take_back, "intake-put-back") if back else (mending.put_back, "intake-take-back")
    try:
        act(mended=row, by=request.here.by)
    except mending.NotNowError as reason:
        return refused(request, intake, reason)
    told = _("Taken back: %(said)s.") if back else _("Made again: %(said)s.")
    undo = reverse(route, args=[request.here.place.slug, intake.pk, position])
    done(request, told % {"said": said(from_data(row.mend))}, undo=undo)
    return back_to(intake, request.POST, "#review")


@place_view(Role.EDITOR)
@require_POST
def plan(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Say what the file is: a new plan, or a new edition of one."""
    intake = intake_of(request, id)
    form = PlanForm(request.POST)
    if not form.is_valid():
        raise Http404
    plans = request.here.place.plans.filter(retired_at=None)
    wanted = get_object_or_404(plans, pk=form.wanted) if form.wanted else None
    try:
        replayed = deciding.choose_plan(intake=intake, plan=wanted, by=request.here.by)
    except mending.NotNowError as reason:
        return refused(request, intake, reason)
    messages.success(request, _decided(intake, str(wanted or ""), replayed))
    return back_to(intake, request.POST, "#review")


def _decided(intake: Intake, title: str, replayed: int) -> str:
    if not title:
        return _("“%(name)s” will be a new plan.") % {"name": intake.original.name}
    told = _("“%(name)s” will be a new edition of “%(title)s”.") % {
        "name": intake.original.name,
        "title": title,
    }
    if not replayed:
        return told
    again = ngettext(
        "%(count)s mend of the edition before was made again.",
        "%(count)s mends of the edition before were made again.",
        replayed,
    )
    return f"{told} {again % {'count': replayed}}"


def _findings(request: PlaceRequest) -> list[str]:
    """The keys of findings, as our pages send them; what no database can hold is none."""
    return [key[:64] for key in request.POST.getlist("finding") if key.isprintable()]
