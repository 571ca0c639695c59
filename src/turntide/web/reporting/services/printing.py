"""Files of papers: asked for in one transaction with the job, made by the worker, and kept whole or not at all."""

from __future__ import annotations

import logging

from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_q.tasks import async_task

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.files.services import body_of
from turntide.web.reporting.models import KeptPaper, Printing, Report
from turntide.web.reporting.printing.faults import LetterheadError, PrintingUnavailableError
from turntide.web.reporting.rules.keeping import fingerprint_of_bytes
from turntide.web.reporting.rules.naming import draft_state
from turntide.web.reporting.rules.paper import Paper
from turntide.web.reporting.services.refusing import RefusedError
from turntide.web.reporting.services.signing import holding
from turntide.web.reporting.store.finding import whole
from turntide.web.reporting.store.telling import paper_of, told_of

logger = logging.getLogger(__name__)
MAKE_FILE = "turntide.web.reporting.work.make_the_file"
MOST_ATTEMPTS = 4
"""A file whose making was cut off this often is given up, so that it does not stop the others for ever."""


@transaction.atomic
def make_file(*, report: Report, format_: str, by: By) -> Printing:
    """Have a paper made as a file. Of a draft it is always made anew; of a frozen paper there is one, for good."""
    Report.objects.select_for_update().get(pk=report.pk)
    found = report.printings.filter(format=format_).without_bytes()
    there = found.first() if report.is_frozen else found.being_made().first()
    if there is not None:
        return there
    found.delete()
    printing = Printing.objects.create(
        report=report, format=format_, version=report.version, asked_by_id=by.person_id
    )
    note_act("print paper", report, by=by, place_id=report.place_id, format=format_)
    queue(printing)
    return printing


@transaction.atomic
def try_again(*, printing: Printing, by: By) -> Printing:
    """Have a file made once more that could not be made. Raises RefusedError: it was made."""
    locked = Printing.objects.select_for_update(of=("self",)).select_related("report").get(pk=printing.pk)
    if locked.is_made:
        raise RefusedError(_("This file is made already."))
    locked.fault, locked.attempts, locked.asked_at = "", 0, timezone.now()
    locked.save(update_fields=["fault", "attempts", "asked_at"])
    note_act("print paper again", locked.report, by=by, place_id=locked.report.place_id)
    queue(locked)
    return locked


def queue(printing: Printing) -> None:
    """Have the file made by a worker. The job is written in the transaction of its cause, or not at all."""
    async_task(MAKE_FILE, printing.pk, task_name=f"print {printing.pk}", group="printing")


@transaction.atomic
def queue_what_was_cut_off() -> int:
    """Have those made that a worker began with and did not end; how many there are."""
    begun = list(Printing.objects.being_made().filter(attempts__gt=0).only("pk"))
    for printing in begun:
        queue(printing)
    return len(begun)


def make_now(printing_id: int) -> str:
    """The worker's part: it may come twice, late, or be killed. What came of it, for its record."""
    waiting = Printing.objects.filter(pk=printing_id).being_made()
    if not waiting.update(attempts=F("attempts") + 1):
        return "nothing to print"
    printing = waiting.select_related("report").first()
    if printing is None:
        return "asked for anew meanwhile"
    if printing.attempts > MOST_ATTEMPTS:
        return _give_up(printing, _cut_off())
    report = whole(Report.objects.filter(pk=printing.report_id)).get()
    try:
        with translation.override(report.language):
            body = _bytes_of(report, printing.format)
    except (LetterheadError, PrintingUnavailableError) as reason:
        return _give_up(printing, str(reason))
    except Exception:
        logger.exception("printing %s failed", printing.pk)
        return _give_up(printing, _broken())
    return _keep(printing, body)


def _bytes_of(report: Report, format_: str) -> bytes:
    # Every process loads this module; only one that makes a file needs the libraries that write it.
    paper = paper_to_print(report)
    if format_ == Printing.Format.WORD:
        from turntide.web.reporting.printing.word import as_word

        return as_word(paper, body_of(report.letterhead.original) if report.letterhead else None)
    if format_ == Printing.Format.PDF:
        from turntide.web.reporting.printing.pdf import as_pdf

        return as_pdf(paper)
    from turntide.web.reporting.printing.excel import as_excel

    return as_excel(paper)


def paper_to_print(report: Report) -> Paper:
    """A frozen paper as it was kept; a draft as it stands now."""
    if report.is_frozen:
        return KeptPaper.objects.get(report=report).paper()
    told = told_of(report)
    signed = holding(report.signatures.select_related("by"), report, told.fingerprint)
    return paper_of(report, told, draft_state(timezone.localdate()), signed, draft=True)


def _keep(printing: Printing, body: bytes) -> str:
    made = Printing.objects.filter(pk=printing.pk).being_made()
    kept = made.update(body=body, fingerprint=fingerprint_of_bytes(body), made_at=timezone.now())
    return "printed" if kept else "somebody else was quicker"


def _give_up(printing: Printing, fault: str) -> str:
    Printing.objects.filter(pk=printing.pk).being_made().update(fault=fault)
    return fault


def _cut_off() -> str:
    return _("Making this file was cut off %(times)s times. Leave parts out, or try again.") % {
        "times": MOST_ATTEMPTS
    }


def _broken() -> str:
    return _(
        "Something went wrong on our side while this file was made. Nothing of the paper is lost. Try again."
    )
