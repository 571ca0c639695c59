"""Webhooks: for the owners of a place."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.api.forms.programs import WebhookForm
from turntide.web.api.models import Webhook
from turntide.web.api.pages.programs import ProgramFormPage, ShownOncePage
from turntide.web.api.pages.webhooks import WebhookPage
from turntide.web.api.services.webhooks import (
    StoppedError,
    begin_webhook,
    send_test,
    start_webhook,
    stop_webhook,
)
from turntide.web.api.store.tokens import webhooks_of
from turntide.web.design.showing import show
from turntide.web.design.telling import done

_RECENT = 20


@place_view(Role.OWNER)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PlaceRequest) -> HttpResponse:
    """Begin a webhook. Its secret is shown this once."""
    place, form = request.here.place, WebhookForm(request.POST or None)
    if not form.is_valid():
        title = _("Tell a program what happens")
        return show(request, ProgramFormPage(place, title, form, _("Begin the webhook")))
    begun = begin_webhook(place=place, by=request.here.by, **form.cleaned_data)
    return show(request, ShownOncePage.of_secret(place, begun))


@place_view(Role.OWNER)
@require_safe
def webhook(request: PlaceRequest, id: UUID) -> HttpResponse:
    """A webhook and what was told to it lately."""
    one = _here(request, id)
    return show(request, WebhookPage(one, list(one.sendings.all()[:_RECENT])))


@place_view(Role.OWNER)
@require_POST
def test(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Have a test sent."""
    try:
        send_test(webhook=_here(request, id), by=request.here.by)
    except StoppedError as stopped:
        messages.error(request, str(stopped))
    else:
        done(request, _("The test goes within a minute. Load this page again to see the answer."))
    return _back(request, id)


@place_view(Role.OWNER)
@require_POST
def stop(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Tell it nothing more."""
    stop_webhook(webhook=_here(request, id), by=request.here.by)
    done(request, _("The webhook was stopped."), _address(request, "webhook_start", id))
    return _back(request, id)


@place_view(Role.OWNER)
@require_POST
def start(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Tell it again."""
    start_webhook(webhook=_here(request, id), by=request.here.by)
    done(request, _("The webhook is told again what happens."), _address(request, "webhook_stop", id))
    return _back(request, id)


def _here(request: PlaceRequest, id_: UUID) -> Webhook:
    return get_object_or_404(webhooks_of(request.here.place), pk=id_)


def _back(request: PlaceRequest, id_: UUID) -> HttpResponse:
    return redirect("webhook", place=request.here.place.slug, id=id_)


def _address(request: PlaceRequest, name: str, id_: UUID) -> str:
    return reverse(name, args=[request.here.place.slug, id_])
