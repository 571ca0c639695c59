"""The page that a letter's stop link opens. Opening it changes nothing: mail scanners open links."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from turntide.web.design.showing import show
from turntide.web.mail.pages.posting import NoSuchLetterPage, StopPage
from turntide.web.mail.services import stopping
from turntide.web.mail.store.stops import is_stopped_for, message_of


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop_letters(request: HttpRequest, signed: str) -> HttpResponse:
    """Ask, and stop. A mail program's one click (RFC 8058) comes without our page; its address alone vouches for it."""
    if request.method == "POST" and request.POST.get("List-Unsubscribe") == "One-Click":
        return _changed(request, signed)
    return _on_page(request, signed)


@csrf_protect
def _on_page(request: HttpRequest, signed: str) -> HttpResponse:
    return _changed(request, signed) if request.method == "POST" else _shown(request, signed)


def _changed(request: HttpRequest, signed: str) -> HttpResponse:
    message = message_of(signed)
    if message is not None:
        change = stopping.start_letters if request.POST.get("do") == "again" else stopping.stop_letters
        change(message)
    return _shown(request, signed)


def _shown(request: HttpRequest, signed: str) -> HttpResponse:
    message = message_of(signed)
    if message is None:
        return show(request, NoSuchLetterPage(), status=404)
    return show(request, StopPage(message, is_stopped_for(message)))
