"""Who may call what needs a key."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from turntide.web.accounts.rules import Ruling
from turntide.web.api.models import Scope, Token
from turntide.web.api.rules.letting_in import may_come_in, may_do
from turntide.web.api.rules.problems import Kind, ProblemError
from turntide.web.api.views.door import ProgramRequest
from turntide.web.api.views.problems import no_key


class PlaceKey(HttpBearer):
    """A place's key that lets a program do this."""

    def __init__(self, needs: Scope) -> None:
        super().__init__()
        self.needs = needs

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """The token the key is of. Raises ProblemError."""
        found = cast(ProgramRequest, request).token
        if found is None:
            return None
        if not (ruling := self._may_come_in(found)):
            raise no_key(ruling.reason)
        if not (ruling := may_do(found.scopes, self.needs)):
            raise ProblemError(Kind.NOT_ALLOWED, ruling.reason)
        return found

    def _may_come_in(self, token: Token) -> Ruling:
        revoked = token.revoked_at is not None
        return may_come_in(revoked=revoked, expires_on=token.expires_on, today=timezone.localdate())
