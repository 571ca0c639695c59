"""All of a person's actions on one page, answered in one tap each or taken back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from turntide.web.delivery.models import Link, Request, Update
from turntide.web.delivery.pages.answering.all_actions import ActionsPage, PassedOn, WordsLine
from turntide.web.delivery.pages.answering.card import Card
from turntide.web.delivery.services.answering import say_done, say_no_change
from turntide.web.delivery.services.publishing_words import words_waiting
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, RefusedError
from turntide.web.delivery.services.withdrawing import take_answer_back
from turntide.web.delivery.store.asked_for import asked_of
from turntide.web.delivery.store.of_recipients import passed_on_by, round_with_people
from turntide.web.delivery.views.answering.reaching import asked_here, author_of, recipient_of, to_all
from turntide.web.delivery.views.by_link import link_view
from turntide.web.design.showing import show
from turntide.web.design.telling import done

Say = Callable[..., Update]


@link_view(Link.Purpose.ANSWER)
@require_safe
def all_actions(request: HttpRequest) -> HttpResponse:
    """All that the person is asked for."""
    recipient = recipient_of(request)
    page = ActionsPage(
        recipient,
        round_with_people(recipient),
        [Card(each) for each in asked_of(recipient.requests.all())],
        [PassedOn(each) for each in passed_on_by(recipient)],
        [WordsLine(each) for each in words_waiting(recipient)],
    )
    return show(request, page)


@link_view(Link.Purpose.ANSWER)
@require_POST
def no_change(request: HttpRequest, id: UUID) -> HttpResponse:
    """It stands as it stood."""
    return _tapped(request, id, say_no_change, _("“No change” was handed in."))


@link_view(Link.Purpose.ANSWER)
@require_POST
def complete(request: HttpRequest, id: UUID) -> HttpResponse:
    """The action is done."""
    return _tapped(request, id, say_done, _("“Done” was handed in."))


@link_view(Link.Purpose.ANSWER)
@require_POST
def take_back(request: HttpRequest, id: UUID, saw: int) -> HttpResponse:
    """Take an answer back; what was typed is a draft again."""
    asked = asked_here(request, id)
    try:
        take_answer_back(request=asked.request, saw=saw, author=author_of(request))
    except AnsweredMeanwhileError:
        messages.error(request, _("Your answer was changed since. Look at what stands now."))
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        done(request, _("Your answer was taken back. The action waits for you again."))
    return to_all()


def tell_handed_in(request: HttpRequest, words: str, update: Update, asked: Request) -> None:
    """Say that it was handed in, with a way back."""
    done(request, words, undo=reverse("answer_take_back", args=[asked.pk, update.version]))


def _tapped(request: HttpRequest, id_: UUID, say: Say, words: str) -> HttpResponse:
    asked = asked_here(request, id_)
    typed = request.POST.get("saw", "")
    saw = int(typed) if typed.isdecimal() and asked.update else 0
    try:
        update = say(request=asked.request, saw=saw, author=author_of(request))
    except AnsweredMeanwhileError:
        messages.error(
            request, _("This was answered meanwhile, so nothing was changed. Here is what stands now.")
        )
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        tell_handed_in(request, words, update, asked.request)
    return to_all()
