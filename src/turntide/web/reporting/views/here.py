"""What the views of papers share: reaching a paper, saying what was done, and refusing with the reason."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.here import PlaceRequest
from turntide.web.reporting.models import Printing, Report
from turntide.web.reporting.rules.signing import may_write
from turntide.web.reporting.services.refusing import ChangedMeanwhileError, RefusedError
from turntide.web.reporting.store.finding import papers_seen, printings_seen, whole


def paper_here(request: PlaceRequest, id_: UUID) -> Report:
    """A paper of the place that the person may see, with all it points to, or Http404."""
    seen = papers_seen(request.here.place, may_contribute=request.here.may_contribute)
    return get_object_or_404(whole(seen), pk=id_)


def file_here(request: PlaceRequest, id_: int) -> Printing:
    """A file of such a paper, without its bytes, or Http404."""
    seen = printings_seen(request.here.place, may_contribute=request.here.may_contribute)
    return get_object_or_404(seen, pk=id_)


def address(report: Report, name: str, *more: object) -> str:
    """An address of a paper."""
    return reverse(name, args=[report.place.slug, report.pk, *more])


def version_seen(request: PlaceRequest) -> int:
    """The version of the draft that a form was made for; none that there is where it says none."""
    sent = request.POST.get("version", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else 0


def if_closed(request: PlaceRequest, report: Report) -> HttpResponse | None:
    """Back to the paper with the reason, where it is no draft any more."""
    ruling = may_write(frozen=report.is_frozen, thrown=False)
    return None if ruling else not_done(request, report, RefusedError(ruling.reason))


def not_done(
    request: PlaceRequest, report: Report, why: RefusedError | ChangedMeanwhileError
) -> HttpResponse:
    """Back to the paper, with the reason why nothing was done."""
    said = str(why)
    if isinstance(why, ChangedMeanwhileError):
        said = _("Somebody else changed this paper meanwhile, so nothing was done. It is shown as it is now.")
    messages.error(request, said)
    return redirect(report)
