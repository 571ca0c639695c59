"""Whose bank holidays hold in a place."""

from __future__ import annotations

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Arrangements


def nation_of(place: Place) -> str:
    """The nation that the place says it lies in; no query where its arrangements were fetched with it."""
    arrangements: Arrangements = getattr(place, "arrangements", None) or Arrangements()
    return arrangements.nation
