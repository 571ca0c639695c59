"""How a person's account is kept safe, as it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings

from turntide.web.accounts.models import Person


@dataclass(frozen=True, slots=True)
class Safety:
    """What stands behind signing in. ``provider``: where one may sign in besides, empty for nowhere."""

    passkeys: int
    app: bool
    linked: bool
    sessions: int
    provider: str


def safety_of(person: Person) -> Safety:
    """Look at a person's passkeys, app, link and sessions."""
    kinds = Counter(Authenticator.objects.filter(user=person).values_list("type", flat=True))
    return Safety(
        passkeys=kinds[Authenticator.Type.WEBAUTHN],
        app=bool(kinds[Authenticator.Type.TOTP]),
        linked=SocialAccount.objects.filter(user=person).exists(),
        sessions=max(1, UserSession.objects.filter(user=person).count()),
        provider=settings.OIDC_NAME,
    )
