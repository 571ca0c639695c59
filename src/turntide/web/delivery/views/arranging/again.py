"""A form as an address that an Undo button posts to, and a form shown again over a newer version."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.forms import Form
from django.http import QueryDict
from django.utils.translation import gettext as _

from turntide.web.accounts.here import PlaceRequest
from turntide.web.design.telling import done


def as_query(before: Form, version: int) -> str:
    """What a form held, to be sent again."""
    held = {name: before[name].value() for name in before.fields} | {"version": version}
    return urlencode({name: "" if value is None else value for name, value in held.items()})


def with_version(posted: QueryDict, version: int, name: str = "version") -> QueryDict:
    """What was typed, over the version that stands now: saving again is then a person's choice."""
    typed = posted.copy()
    typed[name] = str(version)
    return typed


def tell_undone(request: PlaceRequest, undone: bool) -> None:
    """Say whether what was done is undone."""
    if undone:
        done(request, _("This was undone."))
    else:
        messages.error(request, _("Somebody changed this since, so it cannot be undone. Change it by hand."))
