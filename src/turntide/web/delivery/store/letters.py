"""The letters that ask people to answer in a round, and remind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from turntide.web.delivery.models import Recipient, Round
from turntide.web.mail.models import Message

ASKS, REMINDS = "request", "reminder"
"""The kinds of letters."""
_ON_ITS_WAY = (Message.State.WAITING, Message.State.SENDING)


def letters_to(round_: Round, recipients: Collection[Recipient]) -> list[Message]:
    """Every letter that asks or reminds these people, but for their words."""
    # Found by the address, of which there is an index; the same people may be written to of other rounds.
    theirs = {str(each.pk) for each in recipients}
    found = Message.objects.filter(
        place=round_.place_id, to_email__in={each.email for each in recipients}, kind__in=(ASKS, REMINDS)
    )
    return [each for each in found.defer("subject", "text", "fault") if each.about.get("recipient") in theirs]


def written_to(round_: Round, recipients: Collection[Recipient]) -> Mapping[UUID, datetime]:
    """When each was last sent a letter of these. Somebody to whom the one that asks is on its way is left out."""
    letters: dict[str, list[Message]] = defaultdict(list)
    for letter in letters_to(round_, recipients):
        letters[letter.about["recipient"]].append(letter)
    found = ((each, letters[str(each.pk)]) for each in recipients)
    return {each.pk: _last(theirs, each.asked_at) for each, theirs in found if not _are_being_asked(theirs)}


def _are_being_asked(letters: Iterable[Message]) -> bool:
    return any(letter.kind == ASKS and letter.state in _ON_ITS_WAY for letter in letters)


def _last(letters: Iterable[Message], otherwise: datetime) -> datetime:
    return max((letter.sent_at for letter in letters if letter.sent_at), default=otherwise)
