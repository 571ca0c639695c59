"""The papers of a place, and one of them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.reporting.forms.small import SigningForm
from turntide.web.reporting.models import Report, Signature
from turntide.web.reporting.pages.draft import DraftPage
from turntide.web.reporting.pages.frozen import FrozenPage
from turntide.web.reporting.pages.listing import PapersPage
from turntide.web.reporting.rules.naming import draft_state
from turntide.web.reporting.services.signing import holding
from turntide.web.reporting.store.finding import listed, papers_seen, printings_of, remarks_of, signatures_of
from turntide.web.reporting.store.telling import paper_of, told_of
from turntide.web.reporting.views.here import paper_here

A_PAGE = 30


@place_view(Role.VIEWER)
@require_safe
def papers(request: PlaceRequest) -> HttpResponse:
    """The papers that a person may see, the latest period first."""
    here = request.here
    seen = papers_seen(here.place, may_contribute=here.may_contribute)
    paging = Paginator(listed(seen), A_PAGE).get_page(request.GET.get("page"))
    return show(request, PapersPage(here.place, paging, here.may_edit))


@place_view(Role.VIEWER)
@require_safe
def paper(request: PlaceRequest, id: UUID) -> HttpResponse:
    """One paper: a draft as it would be now, or a frozen one as it was kept."""
    report = paper_here(request, id)
    if report.is_frozen:
        return show(request, _frozen(request, report))
    return show(request, _draft(request, report))


def _draft(request: PlaceRequest, report: Report) -> DraftPage:
    told, signatures = told_of(report), signatures_of(report)
    held = holding(signatures, report, told.fingerprint)
    written = paper_of(report, told, draft_state(timezone.localdate()), held, draft=True)
    return DraftPage(
        report=report,
        paper=written,
        signing=_signing(request, told.fingerprint, signatures),
        remarks=remarks_of(report),
        signatures=signatures,
        holding=held,
        printings=printings_of(report),
        here=request.here,
    )


def _signing(request: PlaceRequest, fingerprint: str, signatures: Sequence[Signature]) -> SigningForm:
    """The form to sign off what is shown, with what the person signed as before."""
    mine = [each.role for each in signatures if each.by_id == request.here.person.pk]
    return SigningForm(initial={"saw": fingerprint, "role": mine[-1] if mine else ""})


def _frozen(request: PlaceRequest, report: Report) -> FrozenPage:
    return FrozenPage(
        report=report,
        paper=report.kept_paper.paper(),
        fingerprint=report.kept_paper.fingerprint,
        remarks=remarks_of(report) if request.here.may_contribute else [],
        printings=printings_of(report),
        here=request.here,
    )
