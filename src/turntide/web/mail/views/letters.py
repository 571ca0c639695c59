"""Letters of a place."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.mail.forms.letters import FilterForm
from turntide.web.mail.models import Message
from turntide.web.mail.pages.letters import LetterPage, LettersPage, line_of
from turntide.web.mail.services.again import send_again
from turntide.web.mail.services.refusing import RefusedError
from turntide.web.mail.store.listing import letters_listed

A_PAGE = 50


@place_view(Role.EDITOR)
@require_safe
def letters(request: PlaceRequest) -> HttpResponse:
    """The letters of the place, narrowed to what is asked for."""
    place = request.here.place
    form = FilterForm(request.GET)
    paging = Paginator(letters_listed(place, form.filters), A_PAGE).get_page(request.GET.get("page"))
    lines = tuple(line_of(place, message) for message in paging.object_list)
    page = LettersPage(
        place=place,
        filter_form=form,
        filters=form.filters,
        paging=paging,
        lines=lines,
        holds_any=bool(lines) or place.messages.exists(),
        may_own=request.here.may_own,
    )
    return show(request, page)


@place_view(Role.EDITOR)
@require_safe
def letter(request: PlaceRequest, id: UUID) -> HttpResponse:
    """One letter, with what it said."""
    return show(request, LetterPage(request.here.place, _found(request, id)))


@place_view(Role.EDITOR)
@require_POST
def again(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Have a letter that failed sent again."""
    message = _found(request, id)
    try:
        send_again(message=message, by=request.here.by)
    except RefusedError as why:
        return render(request, "design/refused.html", {"reason": str(why)}, status=409)
    done(request, _("The letter is sent again."))
    return redirect("letter", place=request.here.place.slug, id=message.pk)


def _found(request: PlaceRequest, id_: UUID) -> Message:
    return get_object_or_404(request.here.place.messages.all(), pk=id_)
