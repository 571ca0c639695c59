"""Whether a program may come in, and what it may do. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from turntide.web.accounts.rules import ALLOWED, Ruling


def may_come_in(*, revoked: bool, expires_on: date | None, today: date) -> Ruling:
    """Whether a token still opens anything. It holds on the day it expires on, and no longer."""
    if revoked:
        return Ruling(
            False, _("This key was revoked. Ask an owner of the place for another one, under “Programs”.")
        )
    if expires_on is not None and today > expires_on:
        return Ruling(
            False, _("This key has expired. Ask an owner of the place for another one, under “Programs”.")
        )
    return ALLOWED


def may_do(scopes: Collection[str], needs: str) -> Ruling:
    """Whether a token with these scopes may do what needs that one."""
    if needs in scopes:
        return ALLOWED
    words = _(
        "This needs a key with “%(needs)s”, which yours has not. Ask an owner of the place for one that has it."
    )
    return Ruling(False, words % {"needs": needs})
