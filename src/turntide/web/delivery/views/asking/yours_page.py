"""The page that asks somebody without an account whether actions are theirs."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from turntide.web.delivery.forms.asking import DeclineForm, PassOnForm
from turntide.web.delivery.models import Link, Responsibility
from turntide.web.delivery.pages.asking.yours import YoursPage, answered, question, why_asked
from turntide.web.delivery.store.asked_of import (
    asked_of,
    asker_of,
    in_full,
    is_as_said,
    latest_rows,
    said_by,
    waiting,
)
from turntide.web.delivery.views.by_link import LinkRequest, link_view
from turntide.web.design.showing import show
from turntide.web.organisations.models import Contact

SHOWN_FOR = timedelta(days=60)
"""How long the page shows what the person said."""


@link_view(Link.Purpose.YOURS)
@require_safe
def page(request: LinkRequest) -> HttpResponse:
    """All that is asked of the person, and all they said."""
    return show_yours(request)


def show_yours(request: LinkRequest, form: Form | None = None, about: UUID | None = None) -> HttpResponse:
    """The page; ``form`` is what was sent about one action and lacks something."""
    link, rows = request.opened.link, asked_of(asked_person(request))
    asked = list(in_full(waiting(rows)))
    if form is not None and about not in {row.pk for row in asked}:
        messages.error(request, _("This is answered already, or was taken back."))
        return redirect("yours")
    said = said_by(rows, timezone.now() - SHOWN_FOR)
    latest = latest_rows([row.action_id for row in said])
    shown = YoursPage(
        place=request.opened.place,
        contact=asked_person(request),
        questions=tuple(
            question(row, why_asked(row, asker_of(row)), *_forms(row, form if row.pk == about else None))
            for row in asked
        ),
        answered=answered(said, [row.pk for row in said if is_as_said(row, latest[row.action_id])]),
        seen=max((row.asked_at for row in asked if row.asked_at), default=None),
        until=timezone.localdate(link.expires_at) if link.expires_at else None,
        form=form,
    )
    return show(request, shown)


def _forms(row: Responsibility, sent: Form | None) -> tuple[Form, Form]:
    """The forms of the longer answers; ``sent`` is one that lacks something."""
    return (
        sent if isinstance(sent, PassOnForm) else PassOnForm(prefix=f"to-{row.pk}"),
        sent if isinstance(sent, DeclineForm) else DeclineForm(prefix=f"no-{row.pk}"),
    )


def asked_person(request: LinkRequest) -> Contact:
    """Whom the link is for."""
    contact = request.opened.contact
    assert contact is not None, "a link that asks whose actions are is always for a contact"
    return contact
