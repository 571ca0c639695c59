"""What an officer does with one answer: each at a press, each with its undo."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.boarding import CommentForm, QuestionForm, WordsForm
from turntide.web.delivery.models import Update
from turntide.web.delivery.pages.boarding.form import ActPage
from turntide.web.delivery.services import approving
from turntide.web.delivery.services.publishing_words import propose_words as propose
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, RefusedError
from turntide.web.delivery.views.boarding.reaching import address, refused, request_here, update_here
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@place_view(Role.EDITOR)
@require_POST
def approve(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Let an answer hold; one that is doubtful only where the officer says they saw that."""
    seen, saw = request.POST.get("seen") == "yes", _saw(request)
    return _pressed(
        request,
        id,
        lambda update: approving.approve_update(update=update, by=request.here.by, saw=saw, seen=seen),
        _("The update was approved."),
        undo="unapprove",
    )


@place_view(Role.EDITOR)
@require_POST
def unapprove(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Take an approval back."""
    return _pressed(
        request,
        id,
        lambda update: approving.unapprove(update=update, by=request.here.by),
        _("The approval was taken back. The update waits for you again."),
    )


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Give an answer back with what is to be put right."""
    update = update_here(request, id)
    form = CommentForm(request.POST or None, initial={"saw": update.version})
    page = ActPage.of(request_here(request, id), form, _("Send this update back"), _("Send back"))
    if not form.is_valid():
        return show(request, page)
    given = form.cleaned_data
    try:
        approving.send_back(update=update, comment=given["comment"], by=request.here.by, saw=given["saw"])
    except AnsweredMeanwhileError as meanwhile:
        return show(request, page.over(_typed_over(CommentForm, request, meanwhile)), status=409)
    except RefusedError as why:
        return _refused(request, id, str(why))
    return _told(
        request, id, _("The update was sent back. They get a letter in ten minutes."), "take_sending_back"
    )


@place_view(Role.EDITOR)
@require_POST
def take_sending_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Let an answer wait for approval again that was sent back."""
    return _pressed(
        request,
        id,
        lambda update: approving.take_sending_back(update=update, by=request.here.by),
        _("The update is no longer sent back. It waits for you again."),
    )


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def ask_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Ask whoever answers something."""
    asked = request_here(request, id)
    form = QuestionForm(request.POST or None)
    if not form.is_valid():
        return show(request, ActPage.of(asked, form, _("Ask about this update"), _("Ask")))
    try:
        approving.ask_back(request=asked, question=form.cleaned_data["question"], by=request.here.by)
    except RefusedError as why:
        return _refused(request, id, str(why))
    return _told(
        request, id, _("Your question was asked. They get a letter in ten minutes."), "take_question_back"
    )


@place_view(Role.EDITOR)
@require_POST
def take_question_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """A question needs no answer any more."""
    try:
        approving.take_question_back(request=request_here(request, id), by=request.here.by)
    except RefusedError as why:
        return _refused(request, id, str(why))
    return _told(request, id, _("The question was taken back."))


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def propose_words(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Put the words to be published to whoever said them."""
    update = update_here(request, id)
    words = update.public_words or update.done
    form = WordsForm(request.POST or None, initial={"words": words, "public": "yes", "saw": update.version})
    page = ActPage.of(request_here(request, id), form, _("Words to be published"), _("Save"))
    if not form.is_valid():
        return show(request, page)
    given = form.cleaned_data
    try:
        propose(
            update=update, words=given["words"], public=given["public"], by=request.here.by, saw=given["saw"]
        )
    except AnsweredMeanwhileError as meanwhile:
        return show(request, page.over(_typed_over(WordsForm, request, meanwhile)), status=409)
    except RefusedError as why:
        return _refused(request, id, str(why))
    told = _(
        "The words go to the person who said it, in ten minutes. Nothing is public before they had their say."
    )
    return _told(request, id, told if given["public"] else _("Nothing of this update is published."))


def _pressed(
    request: PlaceRequest, id_: UUID, act: Callable[[Update], object], told: str, *, undo: str = ""
) -> HttpResponse:
    try:
        act(update_here(request, id_))
    except AnsweredMeanwhileError:
        return _refused(request, id_, _("Somebody else wrote meanwhile. Look at what stands now."))
    except RefusedError as why:
        return _refused(request, id_, str(why))
    return _told(request, id_, told, undo)


def _typed_over(
    kind: type[CommentForm] | type[WordsForm], request: PlaceRequest, meanwhile: AnsweredMeanwhileError
) -> BaseForm:
    """What was typed, over the version that stands now: sending it again is then a person's choice."""
    typed = request.POST.copy()
    typed["saw"] = str(meanwhile.update.version)
    return kind(typed)


def _told(request: PlaceRequest, id_: UUID, words: str, undo: str = "") -> HttpResponse:
    done(request, words, address(request, undo, id_) if undo else "")
    return redirect(address(request, "request", id_))


def _refused(request: PlaceRequest, id_: UUID, reason: str) -> HttpResponse:
    return refused(request, request_here(request, id_).round, reason, address(request, "request", id_))


def _saw(request: PlaceRequest) -> int | None:
    saw = request.POST.get("saw", "")
    return int(saw) if saw.isdecimal() and len(saw) < 10 else None
