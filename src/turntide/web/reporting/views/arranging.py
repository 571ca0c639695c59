"""The parts of a draft: put in, taken out, moved, and written in."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.reporting.forms.small import WordsForm
from turntide.web.reporting.models import Report
from turntide.web.reporting.pages.beginning import WordsPage
from turntide.web.reporting.pages.parts import ArrangingPage
from turntide.web.reporting.papers.parts import PARTS
from turntide.web.reporting.rules.arranging import MOVES
from turntide.web.reporting.services import drafting
from turntide.web.reporting.services.refusing import ChangedMeanwhileError, RefusedError
from turntide.web.reporting.views.here import address, if_closed, not_done, paper_here, version_seen


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def arrange(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The parts of a draft; and one of them put in, taken out, or moved."""
    report = paper_here(request, id)
    if closed := if_closed(request, report):
        return closed
    if request.method != "POST":
        return show(request, ArrangingPage(report))
    try:
        return _arranged(request, report)
    except (RefusedError, ChangedMeanwhileError) as why:
        return not_done(request, report, why)


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: PlaceRequest, id: UUID, part: str) -> HttpResponse:
    """Write what the officer says in a part."""
    report = paper_here(request, id)
    title = _titles(report).get(part)
    if title is None:
        raise Http404
    if closed := if_closed(request, report):
        return closed
    now = {"words": report.words.get(part, ""), "version": report.version}
    form = WordsForm(request.POST or None, initial=now)
    if not form.is_valid():
        return show(request, WordsPage(report, part, title, form))
    given = form.cleaned_data
    try:
        drafting.write_words(
            report=report, part=part, text=given["words"], saw=given["version"], by=request.here.by
        )
    except RefusedError as why:
        return not_done(request, report, why)
    except ChangedMeanwhileError as meanwhile:
        typed = request.POST.copy()
        typed["version"] = str(meanwhile.report.version)
        stands = meanwhile.report.words.get(part, "")
        return show(request, WordsPage(report, part, title, WordsForm(typed), True, stands), status=409)
    done(request, _("Your words stand in the paper."), address(report, "paper_undo"))
    return redirect(f"{report.get_absolute_url()}#part-{part}")


@place_view(Role.EDITOR)
@require_POST
def undo(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Undo the last change of a draft."""
    report = paper_here(request, id)
    try:
        drafting.undo_write(report=report, by=request.here.by)
    except (RefusedError, ChangedMeanwhileError) as why:
        return not_done(request, report, why)
    done(request, _("The paper is what it was before."), address(report, "paper_undo"))
    return redirect(report)


def _arranged(request: PlaceRequest, report: Report) -> HttpResponse:
    move, _between, part = request.POST.get("do", "").partition(" ")
    title = _titles(report).get(part)
    if title is None or move not in MOVES:
        raise RefusedError(_("Choose a part of the paper and what to do with it."))
    drafting.arrange_part(report=report, part=part, move=move, saw=version_seen(request), by=request.here.by)
    done(request, _said(move) % {"part": title}, address(report, "paper_undo"))
    return redirect(address(report, "paper_arrange"))


def _titles(report: Report) -> dict[str, str]:
    """What each part that its kind of paper may have is called, by its key."""
    return {each.key: str(each.title) for each in PARTS[report.kind]}


def _said(move: str) -> str:
    return {
        "in": _("“%(part)s” is in the paper."),
        "out": _("“%(part)s” was taken out of the paper."),
        "up": _("“%(part)s” stands further up."),
        "down": _("“%(part)s” stands further down."),
    }.get(move, _("“%(part)s” stays as it is."))
