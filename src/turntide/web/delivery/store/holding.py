"""Rows held still while somebody writes them."""

from __future__ import annotations

from turntide.web.delivery.models import Request, Update


def held_request(request: Request) -> Request:
    """The request as it stands, held until the transaction ends."""
    return (
        Request.objects.select_for_update(of=("self",))
        .select_related("round__place", "recipient__contact", "action__plan__place")
        .get(pk=request.pk)
    )


def held_update(update: Update) -> Update:
    """The update as it stands, held until the transaction ends; its request first, as those who answer do."""
    if update.request_id is not None:
        Request.objects.select_for_update().get(pk=update.request_id)
    return (
        Update.objects.select_for_update(of=("self",))
        .select_related("action__plan__place", "request__recipient__contact", "request__round", "author")
        .get(pk=update.pk)
    )
