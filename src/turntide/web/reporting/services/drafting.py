"""Papers begun, changed, arranged and written in. The one door for each write; the last one can be undone."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.reporting.models import Report
from turntide.web.reporting.papers.parts import PARTS
from turntide.web.reporting.rules.arranging import arranged, parts_on
from turntide.web.reporting.services.refusing import RefusedError
from turntide.web.reporting.services.writing import draft_to_write, written
from turntide.web.reporting.store.states import Chosen, put_chosen, put_state


@transaction.atomic
def begin_paper(*, place: Place, kind: str, chosen: Chosen, by: By) -> Report:
    """Begin a paper of a kind."""
    report = Report(place=place, kind=kind, made_by_id=by.person_id)
    put_chosen(report, chosen)
    return written(report, "begin", by)


@transaction.atomic
def edit_paper(*, report: Report, chosen: Chosen, saw: int, by: By) -> Report:
    """Change what a draft is of. Raises RefusedError, ChangedMeanwhileError."""
    locked = draft_to_write(report, saw)
    put_chosen(locked, chosen)
    return written(locked, "edit", by)


@transaction.atomic
def write_words(*, report: Report, part: str, text: str, saw: int, by: By) -> Report:
    """Write what the officer says in a part; nothing takes it out. Raises RefusedError, ChangedMeanwhileError."""
    locked = draft_to_write(report, saw)
    others = {key: words for key, words in locked.words.items() if key != part}
    told = "\n".join(text.splitlines()).strip()
    locked.words = others | ({part: told} if told else {})
    locked.save()
    return written(locked, "write words in", by)


@transaction.atomic
def arrange_part(*, report: Report, part: str, move: str, saw: int, by: By) -> Report:
    """Put a part in, take it out, or move it (`rules.arranging.MOVES`). Raises RefusedError, ChangedMeanwhileError."""
    locked = draft_to_write(report, saw)
    kinds = PARTS[locked.kind]
    on = parts_on(locked.parts, [(each.key, each.on) for each in kinds])
    locked.parts = list(arranged(on, move, part, [each.key for each in kinds]))
    locked.save()
    return written(locked, "arrange", by)


@transaction.atomic
def undo_write(*, report: Report, by: By) -> Report:
    """Make a draft what it was before its last write; done twice, it is what it was. Raises RefusedError."""
    locked = draft_to_write(report, report.version)
    before = report.previous
    if before is None:
        raise RefusedError(_("Nothing was changed in this draft yet."))
    put_state(locked, before)
    return written(locked, "undo in", by)
