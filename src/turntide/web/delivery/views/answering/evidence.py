"""Evidence got back, and taken away."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from turntide.web.delivery.models import Link
from turntide.web.delivery.services.evidence import remove_evidence
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.views.answering.reaching import by_of, evidence_here
from turntide.web.delivery.views.by_link import link_view
from turntide.web.design.telling import done
from turntide.web.files.services import body_of
from turntide.web.plans.views.originals import attachment


@link_view(Link.Purpose.ANSWER)
@require_safe
def got(request: HttpRequest, id: UUID, evidence_id: UUID) -> HttpResponse:
    """A file or photograph as it is kept; never shown as a page of ours."""
    evidence = evidence_here(request, id, evidence_id)
    if evidence.original is None:
        raise Http404
    response = attachment(body_of(evidence.original), evidence.original.name, "application/octet-stream")
    response["X-Content-Type-Options"] = "nosniff"
    return response


@link_view(Link.Purpose.ANSWER)
@require_POST
def remove(request: HttpRequest, id: UUID, evidence_id: UUID) -> HttpResponse:
    """Take a piece of evidence away for good."""
    evidence = evidence_here(request, id, evidence_id)
    title = evidence.title
    try:
        remove_evidence(evidence=evidence, by=by_of(request))
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        done(request, _("“%(title)s” was removed for good.") % {"title": title})
    return redirect("answer_one", id)
