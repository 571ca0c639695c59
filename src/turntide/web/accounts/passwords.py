"""How strong a password must be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

ENOUGH = 3
"""zxcvbn's score from which a password is not guessed within 10^8 tries (Wheeler 2016)."""

LOOKED_AT = 72
"""So many letters tell; zxcvbn takes no more, as its time grows with them."""


class StrengthValidator:
    """Refuses a password that would be guessed soon, however long it is, and says what would make it better."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError with what to do."""
        if _score(password, ["turntide", *_known_words(user)]) < ENOUGH:
            raise ValidationError(
                _("This password would be guessed soon. Use four words that do not belong together."),
                code="password_too_easy",
            )

    def get_help_text(self) -> str:
        """What is asked, before anything is typed."""
        return _("Four words that do not belong together make a good password.")


def _score(password: str, known: list[str]) -> int:
    # Its lists of words weigh 12 MB, which only a process that is given a new password need hold.
    from zxcvbn import zxcvbn

    return int(zxcvbn(password[:LOOKED_AT], user_inputs=known)["score"])


def _known_words(user: Any) -> list[str]:
    """Name and address of a person, whole and in their parts, which are tried first by whoever knows them."""
    known = f"{getattr(user, 'email', '')} {getattr(user, 'name', '')}".casefold()
    return [word for word in {*known.split(), *re.split(r"[\s@._-]+", known)} if word]


def strength_problems(password: str, *, email: str = "", name: str = "") -> list[str]:
    """What is wrong with a new password, each in words that say what to do; empty when it is good."""
    try:
        validate_password(password, _Known(email, name))  # type: ignore[arg-type]
    except ValidationError as weak:
        return list(weak.messages)
    return []


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of somebody before they have an account."""

    email: str
    name: str
