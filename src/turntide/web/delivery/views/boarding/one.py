"""One request, and what an officer enters for whoever was asked."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.update import UpdateForm
from turntide.web.delivery.models import Request, Update
from turntide.web.delivery.pages.boarding.entering import EnteringPage
from turntide.web.delivery.pages.boarding.history import happened
from turntide.web.delivery.pages.boarding.one import RequestPage
from turntide.web.delivery.services import on_behalf
from turntide.web.delivery.services.publishing_words import last_day
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, RefusedError, UnfinishedError
from turntide.web.delivery.store.around_board import next_to_approve, sayings_of
from turntide.web.delivery.store.asked_for import asked_of_one
from turntide.web.delivery.store.posted import told_at
from turntide.web.delivery.views.boarding.reaching import address, refused, request_here
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@place_view(Role.VIEWER)
@require_safe
def one(request: PlaceRequest, id: UUID) -> HttpResponse:
    """What was said to one request beside what was said last time, and what may be done about it."""
    row = request_here(request, id)
    asked, waiting = asked_of_one(row), next_to_approve(row)
    page = RequestPage(
        place=request.here.place,
        asked=asked,
        history=happened(sayings_of(asked.update)),
        next=address(request, "request", waiting) if waiting else "",
        today=timezone.localdate(),
        may_edit=request.here.may_edit,
        last_day=_last_day(asked.update),
    )
    return show(request, page)


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def answer_for(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Enter what whoever was asked told; it says who entered it."""
    row = request_here(request, id)
    asked = asked_of_one(row)
    form = UpdateForm(asked, request.POST or None)
    if not form.is_valid():
        return show(request, EnteringPage(request.here.place, asked, form))
    try:
        on_behalf.answer_for(request=row, said=form.said, saw=form.seen, by=request.here.by)
    except UnfinishedError as unfinished:
        form.tell(unfinished.faults)
        return show(request, EnteringPage(request.here.place, asked, form))
    except (AnsweredMeanwhileError, LookupError):
        return _over_what_stands(request, row, form)
    except RefusedError as why:
        return refused(request, row.round, str(why), address(request, "request", id))
    told = _("The update was entered for %(name)s.") % {"name": row.recipient.contact.name}
    done(request, told)
    return redirect(address(request, "request", id))


def _over_what_stands(request: PlaceRequest, row: Request, form: UpdateForm) -> HttpResponse:
    """What was typed, over the version that stands now: entering it is then a person's choice."""
    asked = asked_of_one(row)
    typed = request.POST.copy()
    typed[form.add_prefix("saw")] = str(asked.saw)
    page = EnteringPage(request.here.place, asked, UpdateForm(asked, typed), meanwhile=True)
    return show(request, page, status=409)


def _last_day(update: Update | None) -> date | None:
    """The last day for a reply, where the words of an update wait for one and their letter went out."""
    if update is None or not update.words_wait:
        return None
    told = told_at([update]).get(update.pk)
    return last_day(update, told) if told else None
