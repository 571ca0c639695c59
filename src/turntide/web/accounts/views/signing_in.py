"""Signing somebody in who has just made their account, and telling how good a password is."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import user_logged_in
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from turntide.web.accounts.models import Person
from turntide.web.accounts.passwords import strength_problems
from turntide.web.accounts.views.limiting import limited

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def sign_in(request: HttpRequest, person: Person) -> None:
    """Sign in a person who has just chosen their password; the session gets a new key."""
    login(request, person, backend=_BACKEND)
    # The list of where a person is signed in is kept by those who hear of it.
    user_logged_in.send(sender=Person, request=request, user=person)
    # They need not type the same password again to add a passkey.
    record_authentication(request, person, method="password", reauthenticated=True)


@require_POST
@sensitive_post_parameters()
@sensitive_variables()
@limited("password_strength")
def password_strength(request: HttpRequest) -> HttpResponse:
    """Tell how good a password is while it is typed; nothing of it is kept."""
    given = request.POST.get("password") or request.POST.get("password1", "")
    known = request.user if isinstance(request.user, Person) else None
    email = known.email if known else request.POST.get("email", "")
    name = known.name if known else request.POST.get("name", "")
    problems = strength_problems(given[:128], email=email, name=name) if given else []
    return render(request, "accounts/strength.html", {"problems": problems, "typed": bool(given)})
