"""The one door by which a frozen paper is written again: somebody who has a right to it is struck out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Subject
from turntide.web.accounts.striking import naming
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.reporting.models import KeptPaper, Printing, Report
from turntide.web.reporting.rules.keeping import data_as_bytes, data_from_bytes, fingerprint_of_bytes
from turntide.web.reporting.services.printing import queue

WRITTEN = ("title", "words", "previous", "correction")
"""The fields of a paper that somebody wrote."""


def frozen_naming(subject: Subject) -> Iterator[KeptPaper]:
    """The frozen papers of a place that name somebody, one at a time."""
    kept = KeptPaper.objects.filter(report__place=subject.place).select_related("report")
    for each in kept.iterator(1):
        written = data_from_bytes(bytes(each.body))
        if subject.struck_from(written) != written:
            yield each


@transaction.atomic
def strike_from_frozen_papers(subject: Subject, *, by: By) -> Sequence[str]:
    """Strike somebody out of frozen papers; sentences on what was given out before and still names them.

    A paper keeps the fingerprint it was frozen with beside the one of what is left, and its files are made anew.
    """
    named = list(frozen_naming(subject))
    for kept in named:
        _strike(kept, subject, by)
    for report in naming(Report.objects.filter(place=subject.place).frozen(), WRITTEN, subject):
        struck = {name: subject.struck_from(getattr(report, name)) for name in WRITTEN}
        Report.objects.filter(pk=report.pk).strike(**struck)
    said = _("The frozen paper “%(title)s” named the person; copies given out before still do.")
    return [said % {"title": subject.struck_from(kept.report.title)} for kept in named]


def _strike(kept: KeptPaper, subject: Subject, by: By) -> None:
    body = data_as_bytes(subject.struck_from(data_from_bytes(bytes(kept.body))))
    now = fingerprint_of_bytes(body)
    rows = KeptPaper.objects.filter(pk=kept.pk)
    rows.strike(body=body, fingerprint=now, struck_at=timezone.now())
    place = kept.report.place_id
    note_act("strike out of paper", kept.report, by=by, place_id=place, was=kept.fingerprint, fingerprint=now)
    files = Printing.objects.filter(report=kept.report)
    files.strike(body=None, made_at=None, fingerprint="", fault="", attempts=0, asked_at=timezone.now())
    for printing in files.only("pk"):
        queue(printing)
