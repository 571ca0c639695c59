"""Papers, remarks, files and letterheads found: those that a member may see."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from turntide.web.accounts.models import Place
from turntide.web.reporting.models import Letterhead, Printing, Remark, Report, Reports, Signature


def papers_seen(place: Place, *, may_contribute: bool) -> Reports:
    """The papers a member may see: viewers see what is frozen, who may contribute sees drafts too."""
    kept = Report.objects.filter(place=place).kept()
    return kept if may_contribute else kept.frozen()


def listed(reports: Reports) -> Reports:
    """For a list: with all that a line tells, in a fixed number of queries."""
    stands_in = Report.objects.kept().only("corrects_id", "frozen_id", "title", "place_id")
    corrections = Prefetch("corrections", stands_in)
    return reports.defer("words", "previous").select_related("group").prefetch_related(corrections)


def whole(reports: Reports) -> Reports:
    """For a paper's page and for telling it: with everything it points to."""
    near = ("place", "group", "theme__plan", "body", "round", "story", "letterhead", "before", "frozen")
    kept = reports.select_related(*near, "corrects", "made_by", "frozen_by")
    heavy = ("before__body", "frozen__body", "story__learnt")
    corrections = Prefetch("corrections", Report.objects.kept().select_related("place"))
    return kept.defer(*heavy).prefetch_related("plans", corrections)


def remarks_of(report: Report) -> list[Remark]:
    """What was said of a paper, as it was said."""
    return list(report.remarks.select_related("by", "settled_by"))


def signatures_of(report: Report) -> list[Signature]:
    """Who signed it off, as it was given."""
    return list(report.signatures.select_related("by"))


def printings_of(report: Report) -> list[Printing]:
    """Its files, the latest first, without their bytes."""
    return list(report.printings.all().without_bytes())


def printings_seen(place: Place, *, may_contribute: bool) -> QuerySet[Printing]:
    """The files a member may have."""
    seen = papers_seen(place, may_contribute=may_contribute)
    found = Printing.objects.filter(report__in=seen.values("pk"))
    return found.without_bytes().select_related("report__place")


def remarks_seen(place: Place) -> QuerySet[Remark]:
    """What was said of any draft of a place."""
    return Remark.objects.filter(report__place=place, report__thrown_at=None).select_related("report__place")


def letterheads_of(place: Place) -> QuerySet[Letterhead]:
    """The letterheads of a place that are in use."""
    return Letterhead.objects.filter(place=place).standing().select_related("original", "by")


def all_letterheads(place: Place) -> QuerySet[Letterhead]:
    """The same with those that were retired."""
    return Letterhead.objects.filter(place=place).select_related("original")
