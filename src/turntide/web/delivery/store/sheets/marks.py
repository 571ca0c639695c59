"""Marks that tell a sheet and its rows again when it comes back, signed so that no other is taken for one."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.core.signing import BadSignature, Signer

BEGINS = "turntide:"
_SALT = "turntide.sheet"


class DoctoredError(Exception):
    """It looks like a mark of ours and is none: made by another site, or changed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark says: of which table a row is, of whose sheet, and of which request.

    ``number``: the version of the update that the row was made from, or the id of its milestone or measure.
    ``words``: the print of the words that stand beside it, so that it cannot stand beside others.
    """

    table: str
    recipient: UUID
    request: UUID
    number: int = 0
    words: str = ""

    def written(self) -> str:
        """The mark as it stands in a cell."""
        parts = (self.table, self.recipient.hex, self.request.hex, str(self.number), self.words)
        return BEGINS + _signer().sign(".".join(parts))


def is_mark(text: object) -> bool:
    """Whether a cell looks like a mark."""
    return isinstance(text, str) and text.startswith(BEGINS)


def mark_in(text: str) -> Mark:
    """The mark that a cell holds. Raises DoctoredError."""
    try:
        table, recipient, request, number, words = _signer().unsign(text[len(BEGINS) :].strip()).split(".")
        return Mark(table, UUID(recipient), UUID(request), int(number), words)
    except (BadSignature, ValueError) as wrong:
        raise DoctoredError from wrong


def print_of(*words: str) -> str:
    """A short print of words, without regard to spaces."""
    told = "\n".join(" ".join(each.split()) for each in words)
    return sha256(told.encode()).hexdigest()[:16]


def _signer() -> Signer:
    return Signer(salt=_SALT, sep="~")
