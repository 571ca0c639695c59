"""Originals, as they were brought in."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.files.services import body_of


@place_view(Role.VIEWER)
@require_safe
def original(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The file's bytes, to be saved and never to be run by a browser."""
    kept = get_object_or_404(request.here.place.originals, pk=id)
    return attachment(body_of(kept), kept.name, "application/octet-stream")


def attachment(body: bytes, name: str, content_type: str) -> HttpResponse:
    """Bytes to be saved under a name. A browser that opens them all the same gives them no rights."""
    response = HttpResponse(body, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response
