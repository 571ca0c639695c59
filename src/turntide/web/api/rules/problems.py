"""What a program is told when something does not go (RFC 9457): what is wrong, and what to do. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

MEDIA_TYPE = "application/problem+json"


class Kind(Enum):
    """What kind of problem it is: the end of its type, its status, and its title."""

    NOT_UNDERSTOOD = "not-understood", 400, "The request could not be understood"
    NO_KEY = "no-key", 401, "No key, or one that opens nothing"
    NOT_ALLOWED = "not-allowed", 403, "The key does not allow this"
    NOT_FOUND = "not-found", 404, "Not found"
    WRONG_METHOD = "wrong-method", 405, "This cannot be asked in that way"
    CHANGED_MEANWHILE = "changed-meanwhile", 409, "Somebody else wrote first"
    REFUSED = "refused", 409, "This cannot be done as things stand"
    PUBLISHED_ANEW = "published-anew", 410, "Published anew since this list was begun"
    NOT_AS_SEEN = "not-as-seen", 412, "It is no longer what you saw"
    TOO_LARGE = "too-large", 413, "Too large"
    WRONG_WORDS = "wrong-words", 422, "Something in the request is not as it should be"
    OTHER_WORDS = "other-words", 422, "The idempotency key was used for something else"
    WHAT_YOU_SAW = "what-you-saw", 428, "Say which version you saw"
    TOO_MANY = "too-many", 429, "Too many requests"
    OUR_FAULT = "our-fault", 500, "Something went wrong"

    def __init__(self, name: str, status: int, title: str) -> None:
        self.type = f"urn:turntide:problem:{name}"
        self.status = status
        self.title = title


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong: where, as a path into the request ('body.lifecycle'), and what to do."""

    where: str
    detail: str


class ProblemError(Exception):
    """A request cannot be answered as it was asked. ``stands`` is what is there instead, where somebody wrote first."""

    def __init__(
        self,
        kind: Kind,
        detail: str,
        errors: Sequence[Wrong] = (),
        *,
        stands: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.errors = tuple(errors)
        self.stands = stands
        self.headers = dict(headers or {})

    def as_data(self) -> dict[str, Any]:
        """As it is sent."""
        told: dict[str, Any] = {
            "type": self.kind.type,
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": self.detail,
        }
        if self.errors:
            told["errors"] = [{"where": each.where, "detail": each.detail} for each in self.errors]
        if self.stands is not None:
            told["stands"] = self.stands
        return told
