"""How it stands with a link from a letter."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext as _


class Standing(StrEnum):
    """Whether it opens, and if not, why."""

    GOOD = "good"
    EXPIRED = "expired"
    REVOKED = "revoked"
    UNKNOWN = "unknown"


def standing(*, revoked: bool, gone: bool, expired: bool) -> Standing:
    """How it stands with a link that is known. ``gone``: the contact it was sent to has left."""
    if revoked or gone:
        return Standing.REVOKED
    return Standing.EXPIRED if expired else Standing.GOOD


def reason(stands: Standing) -> str:
    """Why a link opens nothing, and what to do."""
    return {
        Standing.EXPIRED: _("This link has expired. Ask the person who wrote to you for a new one."),
        Standing.REVOKED: _(
            "This link no longer opens anything: somebody else answers now, or you have a newer one."
        ),
        Standing.UNKNOWN: _(
            "This link opens nothing: you may not have the whole of it, or what it was for was taken back. "
            "Ask the person who wrote to you."
        ),
    }.get(stands, "")
