"""How a place words a letter. Wordings only grow in number: the latest holds."""

from __future__ import annotations

from django.db import transaction

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Wording
from turntide.web.mail.rules.filling import on_one_line
from turntide.web.mail.store.wordings import Worded, own_wording, wording_of

OWN = Worded("", "")
"""The letter's own wording again."""


@transaction.atomic
def word_letter(*, place: Place, kind: LetterKind, worded: Worded, by: By) -> Wording | None:
    """Word a letter so from now on; None where it is worded so already."""
    wanted = Worded(on_one_line(worded.subject), worded.body.replace("\r\n", "\n").strip())
    wanted = OWN if wanted == own_wording(kind) else wanted
    if (wanted or own_wording(kind)) == wording_of(place, kind):
        return None
    kept = Wording.objects.create(
        place=place, kind=kind.name, subject=wanted.subject, body=wanted.body, by_id=by.person_id
    )
    note_act("word letter", kept, by=by, place_id=place.pk, kind=kind.name)
    return kept
