"""A round closed, opened again; people reminded by hand."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.models import Round
from turntide.web.delivery.services.opening import close_round, reopen_round
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.services.reminding import remind_now, take_back_reminders
from turntide.web.delivery.views.rounds.here import address, refused, round_here
from turntide.web.design.telling import done


@place_view(Role.EDITOR)
@require_POST
def close(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Take no more answers."""

    def act(round_: Round) -> str:
        close_round(round_=round_, by=request.here.by)
        return _("“%(round)s” is closed. What was not answered counts as missed.") % {"round": round_.title}

    return _done(request, id, act, undo="round_reopen")


@place_view(Role.EDITOR)
@require_POST
def reopen(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Take answers again."""

    def act(round_: Round) -> str:
        reopen_round(round_=round_, by=request.here.by)
        return _("“%(round)s” takes answers again.") % {"round": round_.title}

    return _done(request, id, act, undo="round_close")


@place_view(Role.EDITOR)
@require_POST
def remind(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Remind everybody who has not answered."""

    def act(round_: Round) -> str:
        people = remind_now(round_=round_, by=request.here.by)
        told = ngettext(
            "%(people)d person is reminded in five minutes; until then you can take it back.",
            "%(people)d people are reminded in five minutes; until then you can take it back.",
            people,
        )
        return told % {"people": people}

    return _done(request, id, act, undo="round_remind_take_back")


@place_view(Role.EDITOR)
@require_POST
def take_back_reminding(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Take back reminders that have not gone out."""

    def act(round_: Round) -> str:
        people = take_back_reminders(round_=round_, by=request.here.by)
        told = ngettext(
            "%(people)d reminder was taken back.", "%(people)d reminders were taken back.", people
        )
        return told % {"people": people}

    return _done(request, id, act)


def _done(request: PlaceRequest, id_: UUID, act: Callable[[Round], str], undo: str = "") -> HttpResponse:
    """Do it and say so on the round's page, or say why not."""
    round_ = round_here(request, id_)
    try:
        words = act(round_)
    except RefusedError as why:
        return refused(request, round_, why)
    done(request, words, address(request, undo, round_.pk) if undo else "")
    return redirect(address(request, "round", round_.pk))
