"""What the pages of papers share: the way here, addresses, and how a paper stands."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.design.days import day
from turntide.web.reporting.models import Report
from turntide.web.reporting.rules.naming import period_words

Crumbs = tuple[tuple[str, str], ...]


def crumbs_to_papers(place: Place) -> Crumbs:
    """The way to the papers."""
    return ((place.name, place.get_absolute_url()), (_("Papers"), reverse("papers", args=[place.slug])))


def crumbs_to_paper(report: Report) -> Crumbs:
    """The way to one paper."""
    return (*crumbs_to_papers(report.place), (report.title, report.get_absolute_url()))


def url_of(report: Report, name: str, *more: object) -> str:
    """An address of a paper."""
    return reverse(name, args=[report.place.slug, report.pk, *more])


def period_of(report: Report) -> str:
    """What it is about, in words."""
    return period_words(report.starts, report.ends, report.since)


def standing_in(report: Report) -> Report | None:
    """The frozen paper that corrects it, if one does."""
    return next((each for each in report.corrections.all() if each.is_frozen), None)


def state_of(report: Report) -> tuple[str, str]:
    """How it stands: the status whose look it has, and in words."""
    if not report.is_frozen:
        return "", _("Draft of a correction") if report.corrects_id else _("Draft")
    if standing_in(report):
        return "merged", _("Corrected")
    return "complete", _("Frozen on %(day)s") % {"day": day(report.frozen_at)}
