"""The front door, health, language, and what is shown when something is not there."""

from __future__ import annotations

import logging

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language

from turntide.web.accounts.models import Membership, Person
from turntide.web.accounts.services.people import choose_language
from turntide.web.audit.by import By

logger = logging.getLogger(__name__)
_BARE = '<!doctype html><html lang="%(lang)s"><title>Turntide</title><h1>%(said)s</h1></html>'


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Lead to the one place a person belongs to, or let them choose."""
    if not Person.objects.exists():
        return redirect("welcome")
    return _places(request)


@login_required
def _places(request: HttpRequest) -> HttpResponse:
    memberships = list(Membership.objects.filter(person=request.user.pk).select_related("place"))
    if len(memberships) == 1:
        return redirect(memberships[0].place.get_absolute_url())
    return render(request, "config/places.html", {"memberships": memberships})


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Whether the site answers and reaches its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"turntide": "up"})


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Change the language of the interface; Django refuses to lead to another site."""
    chosen = request.POST.get("language", "")
    if isinstance(request.user, Person) and chosen in dict(settings.LANGUAGES):
        choose_language(person=request.user, language=chosen, by=By.person(request.user))
    return set_language(request)


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "config/accessibility.html")


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request was too large, came for another host, or was no request that a browser sends."""
    return render(request, "config/not_understood.html", status=400)


def too_large(request: HttpRequest) -> HttpResponse:
    """More was sent at once than is taken in."""
    return render(request, "config/not_understood.html", status=413)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is nothing here, or nothing for this person."""
    return render(request, "config/not_found.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request was not accepted."""
    return render(request, "config/forbidden.html", status=403)


def too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without the token of our own page: Django's CSRF check refused it."""
    return render(request, "config/forbidden.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Something went wrong on our side."""
    try:
        return render(request, "config/broken.html", status=500)
    except Exception:
        # Whatever broke the page, a database that is away or a file that is missing, may break this one too.
        logger.exception("the page that says something went wrong could not be drawn")
        said = _("Something went wrong. The fault is ours.")
        return HttpResponse(_BARE % {"lang": get_language(), "said": said}, status=500)
