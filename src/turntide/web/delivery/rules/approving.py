"""What an officer may do with what was said, and what is public of it and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from turntide.web.accounts.rules import ALLOWED, Ruling


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something an officer should see before they approve. ``grave``: they have to say that they saw it."""

    sentence: str
    grave: bool = False


def doubts(
    *, confidence: str, reason: str, recovers_on: date | None, unchanged: int, said_more: bool
) -> tuple[Doubt, ...]:
    """What stands against approving without a second look.

    ``unchanged``: how many updates in a row said no more than "no change", with this one. ``said_more``: it says what
    was done or what comes next.
    """
    found = []
    if confidence in ("red", "amber") and not reason.strip():
        found.append(Doubt(_("It is red or amber and does not say why."), grave=True))
    if confidence in ("red", "amber") and recovers_on is None:
        found.append(Doubt(_("It is red or amber and does not say by when it recovers."), grave=True))
    if unchanged > 1:
        found.append(Doubt(_("“No change” is said %s.") % _times(unchanged)))
    if not unchanged and not said_more:
        found.append(Doubt(_("It says a status and no words.")))
    return tuple(found)


def may_approve(*, handed_in: bool, doubts: tuple[Doubt, ...], seen: bool) -> Ruling:
    """Whether an update may be approved. ``seen``: the officer says they saw what is doubtful in it."""
    if not handed_in:
        return Ruling(
            False, _("Only an update that was handed in, and is not approved yet, can be approved.")
        )
    grave = [doubt.sentence for doubt in doubts if doubt.grave]
    return Ruling(False, " ".join(grave)) if grave and not seen else ALLOWED


def may_send_back(*, handed_in: bool, round_is_open: bool) -> Ruling:
    """Whether an update may be sent back to its author."""
    if not handed_in:
        return Ruling(False, _("Only an update that was handed in, and is not approved, can be sent back."))
    return _while_open(round_is_open)


def may_ask_back(*, approved: bool, round_is_open: bool) -> Ruling:
    """Whether a question may be asked of whoever answers."""
    if approved:
        return Ruling(False, _("This update is approved. Take the approval back before you ask about it."))
    return _while_open(round_is_open)


def may_propose(*, approved: bool, words: str, public: bool) -> Ruling:
    """Whether words may be put forward for publishing."""
    if not approved:
        return Ruling(False, _("Approve the update first; then its words can be published."))
    if public and not words.strip():
        return Ruling(False, _("Write the words that are to be published."))
    return ALLOWED


def may_reply(*, theirs: bool, waiting: bool, words: str) -> Ruling:
    """Whether a partner may settle the words that were put forward."""
    if not theirs:
        return Ruling(False, _("These words are about somebody else's update."))
    if not waiting:
        return Ruling(
            False,
            _("These words are settled already. Write to the person who asked you if something is wrong."),
        )
    if not words.strip():
        return Ruling(False, _("Write the words that may be published."))
    return ALLOWED


def _while_open(round_is_open: bool) -> Ruling:
    if not round_is_open:
        return Ruling(False, _("This round is closed, so nobody can answer. Reopen it first."))
    return ALLOWED


def _times(number: int) -> str:
    """'for the third time'."""
    spelled = {2: _("for the second time"), 3: _("for the third time"), 4: _("for the fourth time")}
    spelled |= {5: _("for the fifth time"), 6: _("for the sixth time")}
    return spelled.get(number) or _("%(number)d times in a row") % {"number": number}
