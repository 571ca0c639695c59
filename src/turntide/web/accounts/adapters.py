"""How signing in by allauth is held to our rules: nobody signs up, and all its words are ours."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar

import requests
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person
from turntide.web.accounts.services.inviting import is_awaited

_Words = dict[str, str | Promise]

_LOG = logging.getLogger(__name__)
_SIZE = re.compile(r'\b(width|height)="[\d.]+mm"')
_TOO_MANY = _("There were too many tries. Wait a few minutes, then try again.")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made on the welcome page, by an invitation, or by a command: never by signing up."""

    error_messages: ClassVar[_Words] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "The e-mail address and the password do not go together. Check both and try again."
        ),
        "duplicate_email": _("This is your e-mail address already."),
        "email_taken": _("This e-mail address cannot be used."),
        "enter_current_password": _("This is not your password now. Type it again."),
        "incorrect_password": _("This is not your password. Type it again."),
        "incorrect_code": _("This code is not right. Codes of an app change every 30 seconds: try the next."),
        "invalid_password_reset": _("This link has been used or has expired. Ask for a new one."),
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": _TOO_MANY,
        "same_as_current": _("This is the same as now. Type another."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account."""
        return reverse("account")


class SignInElsewhereAdapter(DefaultSocialAccountAdapter):
    """People who sign in where they work. Only an address that the provider vouches for counts."""

    error_messages: ClassVar[_Words] = DefaultSocialAccountAdapter.error_messages | {
        "no_password": _("Choose a password first, or you could not sign in any more."),
        "connected_other": _("Somebody else signs in with this already."),
        "disconnect_last": _("Choose a password first, or you could not sign in any more."),
    }

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Only somebody who is invited gets an account this way."""
        return any(is_awaited(email) for email in _vouched_for(sociallogin))

    def authenticate_by_email(self, sociallogin: Any) -> tuple[Person, str] | None:
        """The person with an address that the provider vouches for."""
        if not _vouched_for(sociallogin):
            return None
        found: tuple[Person, str] | None = super().authenticate_by_email(sociallogin)
        return found

    def get_requests_session(self) -> requests.Session:
        """A provider that is gone or broken is told to the person, as any sign-in that failed."""
        session: requests.Session = super().get_requests_session()
        session.request = _told_when_broken(session.request)  # type: ignore[method-assign]
        return session

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Person:
        """A new person with the name that the provider gives."""
        person: Person = super().populate_user(request, sociallogin, data)
        parts = (data.get("first_name"), data.get("last_name"))
        person.name = str(data.get("name") or " ".join(part for part in parts if part))[:200]
        person.email = person.email.lower()
        return person


class SecondStepAdapter(DefaultMFAAdapter):
    """Passkeys, authenticator apps and recovery codes, in our words."""

    error_messages: ClassVar[_Words] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Codes of an app change every 30 seconds: try the next."),
        "cannot_generate_recovery_codes": _("Recovery codes go with an authenticator app. Set one up first."),
        "unverified_email": _("Confirm your e-mail address first."),
    }

    def generate_authenticator_name(self, user: Person, type: Any) -> str:  # noqa: A002 (allauth's name)
        """What a passkey is called that nobody named."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Passkey %(number)d") % {"number": count + 1}

    def build_totp_svg(self, url: str) -> str:
        """The secret as a picture that fits a small phone."""
        drawn: str = super().build_totp_svg(url)
        return _SIZE.sub(r'\1="240"', drawn[drawn.index("<svg") :], count=2)


def _told_when_broken(ask: Callable[..., requests.Response]) -> Callable[..., requests.Response]:
    @wraps(ask)
    def asked(*args: Any, **options: Any) -> requests.Response:
        try:
            answer = ask(*args, **options)
            answer.raise_for_status()
        except requests.RequestException as broken:
            _LOG.warning("Signing in elsewhere did not work: %s", broken)
            page = render(context.request, "socialaccount/authentication_error.html", status=401)
            raise ImmediateHttpResponse(page) from broken
        return answer

    return asked


def _vouched_for(sociallogin: Any) -> list[str]:
    # Some providers send the word "false", which would count as true.
    return [address.email for address in sociallogin.email_addresses if address.verified is True]
