"""An update is written: kept as it is typed, handed in, and told apart from what somebody else said meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.delivery.forms.evidence import EvidenceForm
from turntide.web.delivery.forms.update import UpdateForm
from turntide.web.delivery.models import Link, Update
from turntide.web.delivery.pages.answering.card import Card
from turntide.web.delivery.pages.answering.one_action import OneActionPage
from turntide.web.delivery.pages.answering.said import Differing, differing
from turntide.web.delivery.services.answering import hand_in, keep_draft
from turntide.web.delivery.services.evidence import add_evidence
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, RefusedError, UnfinishedError
from turntide.web.delivery.store.asked_for import AskedOf
from turntide.web.delivery.store.sayings import said_of
from turntide.web.delivery.views.answering.all_actions import tell_handed_in
from turntide.web.delivery.views.answering.reaching import asked_here, author_of, by_of, to_all
from turntide.web.delivery.views.by_link import link_view
from turntide.web.design.showing import show
from turntide.web.design.telling import done

LATER, ADD = "later", "add"
"""What the form's buttons say besides handing in: save and finish later, save and add evidence."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent: what is asked, what was typed, and what came with it."""

    request: HttpRequest
    asked: AskedOf
    form: UpdateForm
    evidence: EvidenceForm

    @property
    def do(self) -> str:
        """Which button was pressed."""
        return self.request.POST.get("do", "")

    @property
    def is_understood(self) -> bool:
        """Whether every box holds something that can be understood."""
        return self.form.is_valid() and self.evidence.is_valid()

    @property
    def saw(self) -> int:
        """The version the writer saw."""
        return self.form.seen if self.asked.update else 0


@link_view(Link.Purpose.ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, id: UUID) -> HttpResponse:
    """One action and its form."""
    asked = asked_here(request, id)
    if request.method != "POST":
        page = OneActionPage(Card(asked), UpdateForm(asked), EvidenceForm(asked.request))
        return _form_alone(request, page) if request.headers.get("HX-Request") else show(request, page)
    # A copy, so that the version in it can follow what is kept.
    form = UpdateForm(asked, request.POST.copy())
    sent = Sent(request, asked, form, EvidenceForm(asked.request, request.POST, request.FILES))
    form.is_valid()
    try:
        return _answered(sent)
    except AnsweredMeanwhileError as meanwhile:
        return _meanwhile(sent, meanwhile.update)
    except RefusedError as refused:
        form.add_error(None, str(refused))
        return _again(sent)


@link_view(Link.Purpose.ANSWER)
@require_POST
def draft(request: HttpRequest, id: UUID) -> HttpResponse:
    """Keep what is typed, as it is typed; says when it was kept, or why not."""
    asked = asked_here(request, id)
    form = UpdateForm(asked, request.POST)
    form.is_valid()
    told: dict[str, object] = {"form": form}
    saw = form.seen if asked.update else 0
    try:
        kept = keep_draft(request=asked.request, said=form.said, saw=saw, author=author_of(request))
        told |= {"saw": kept.version, "at": date_format(timezone.localtime(), "H:i")}
    except AnsweredMeanwhileError:
        told["meanwhile"] = True
    except RefusedError as refused:
        told["refused"] = str(refused)
    return render(request, "delivery/answering/parts/saved.html", told)


def _answered(sent: Sent) -> HttpResponse:
    """Hand in where that is wanted and nothing lacks; otherwise keep what there is."""
    request, asked, form = sent.request, sent.asked, sent.form
    if sent.is_understood and sent.do not in (LATER, ADD):
        try:
            author = author_of(request)
            update = hand_in(request=asked.request, said=form.said, saw=sent.saw, author=author)
        except UnfinishedError as unfinished:
            form.tell(unfinished.faults)
        else:
            _add(sent)
            tell_handed_in(request, _("Your update was handed in. Thank you."), update, asked.request)
            return to_all()
    return _kept(sent)


def _kept(sent: Sent) -> HttpResponse:
    """What could be understood is kept; what could not stands in its box with what is wrong."""
    asked, form = sent.asked, sent.form
    update = keep_draft(request=asked.request, said=form.said, saw=sent.saw, author=author_of(sent.request))
    _now_seen(form, update.version)
    added = _add(sent)
    if form.errors or sent.evidence.errors or asked.is_handed_in:
        return _again(sent)
    if sent.do != ADD:
        done(sent.request, _("Your words are saved. Come back by the link in your e-mail, on any device."))
        return to_all()
    if added:
        done(sent.request, _("It was added."))
    else:
        messages.error(sent.request, _("Choose a photograph or a file, or give a link."))
    return redirect(sent.request.path)


def _add(sent: Sent) -> int:
    """Keep the evidence that came, if it is in order; how many pieces."""
    if not sent.evidence.is_valid():
        return 0
    for given in sent.evidence.given:
        add_evidence(request=sent.asked.request, given=given, by=by_of(sent.request))
    return len(sent.evidence.given)


def _again(sent: Sent, meanwhile: tuple[Differing, ...] | None = None) -> HttpResponse:
    """The form as it was sent. Evidence that was kept need not be sent again."""
    asked = asked_here(sent.request, sent.asked.request.pk)
    wrong = bool(sent.evidence.errors)
    evidence = sent.evidence if wrong else EvidenceForm(asked.request)
    page = OneActionPage(Card(asked), sent.form, evidence, meanwhile)
    return show(sent.request, page, status=409 if meanwhile is not None else 422 if wrong else 200)


def _meanwhile(sent: Sent, now: Update) -> HttpResponse:
    """Somebody else wrote first: both versions side by side, and the choice is the person's.

    The very same answer sent twice, as happens on a bad line, is one answer.
    """
    stands, typed = said_of(now), sent.form.said
    if now.state == Update.State.SUBMITTED and stands == typed and sent.is_understood:
        tell_handed_in(sent.request, _("Your update was handed in. Thank you."), now, sent.asked.request)
        return to_all()
    _add(sent)
    _now_seen(sent.form, now.version)
    return _again(sent, differing(stands, typed, sent.asked.words))


def _now_seen(form: UpdateForm, version: int) -> None:
    cast(QueryDict, form.data)[form.add_prefix("saw")] = str(version)


def _form_alone(request: HttpRequest, page: OneActionPage) -> HttpResponse:
    """The form as it is folded out on the page of all actions."""
    return render(request, "delivery/answering/parts/folded_out.html", {"page": page})
