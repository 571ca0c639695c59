"""Whom a round still waits for."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from turntide.web.delivery.models import Recipient, Request, Round


def waited_for(round_: Round) -> QuerySet[Recipient]:
    """People who have not answered for everything and can be written to."""
    outstanding = Request.objects.outstanding().filter(recipient=OuterRef("pk"))
    reachable = round_.recipients.filter(
        returned_at=None, wrong_at=None, stopped_at=None, contact__left_at=None
    )
    return reachable.filter(Exists(outstanding)).select_related("contact")
