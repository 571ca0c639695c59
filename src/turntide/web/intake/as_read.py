"""Adopting a file just as it is read, without a review: for the example place, and for nothing a person brings."""

from __future__ import annotations

from turntide.opening import plan_in
from turntide.web.audit.by import By
from turntide.web.files.models import Original
from turntide.web.files.services import body_of
from turntide.web.plans.models import Edition
from turntide.web.plans.services.adopting import adopt_plan


def adopt_as_read(original: Original, *, by: By) -> Edition:
    """Make a plan of an original. Raises Refusal where it cannot be read."""
    read = plan_in(body_of(original), original.name)
    return adopt_plan(place=original.place, read=read, original=original, name=original.name, by=by)
