"""Signing a draft off and freezing it: what a signature holds for, who may do what, and what to warn of. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.rules import ALLOWED, Ruling
from turntide.web.delivery.rules.cadence import ENDED
from turntide.web.periods.rules.record import ActionThen, Record
from turntide.web.periods.rules.writing import fingerprint


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature: what was signed, by whom, and whether it was taken back."""

    version: int
    fingerprint: str
    by: str
    taken_back: bool = False


def fingerprint_of(records: Iterable[Record | None], told: Mapping[str, Any]) -> str:
    """What tells this draft from any other: the periods as they stand, what they are compared with, and what was chosen
    and written. When a period was looked at does not matter, as long as it stood the same and none of its days went by.
    """
    parts = [fingerprint(replace(each, taken="")) if each else "" for each in records]
    return sha256(json.dumps([parts, told], sort_keys=True).encode()).hexdigest()


def days_gone_by(record: Record, today: date) -> list[str]:
    """The days that something open was to be done by and that are past: on the next of them a paper tells of it."""
    open_ = (each for each in record.actions if each.lifecycle not in ENDED)
    days = {day for action in open_ for day in _days(action)}
    return sorted(day for day in days if day and day < today.isoformat())


def _days(action: ActionThen) -> Iterator[str]:
    yield action.ends
    yield from (each.due for each in action.milestones if not each.met_on)
    if action.statement:
        yield action.statement.recovers_on


def holds(signed: Signed, version: int, fingerprint: str) -> bool:
    """Whether a signature still holds for what the draft is now."""
    return not signed.taken_back and (signed.version, signed.fingerprint) == (version, fingerprint)


def may_sign(signatures: Iterable[Signed], by: str, version: int, saw: str, now: str) -> Ruling:
    """Whether somebody may sign what they saw: it is still what the draft tells, and they have not signed it."""
    if saw != now:
        return Ruling(
            False,
            _("The paper changed since you looked at it. Look at it as it is now, and sign it then."),
        )
    if any(holds(each, version, now) and each.by == by for each in signatures):
        return Ruling(False, _("You have signed this paper off already."))
    return ALLOWED


def may_write(*, frozen: bool, thrown: bool) -> Ruling:
    """Whether a paper may still be written, spoken of or signed."""
    if frozen:
        return Ruling(False, _("This paper is frozen, so it never changes. Correct it with a new one."))
    if thrown:
        return Ruling(False, _("This draft was thrown away. Bring it back first."))
    return ALLOWED


def may_correct(*, frozen: bool, corrected: bool) -> Ruling:
    """Whether a paper may be corrected by a new one."""
    if not frozen:
        return Ruling(False, _("This paper is a draft. Change it instead."))
    if corrected:
        return Ruling(False, _("This paper was corrected already. Correct the paper that stands in for it."))
    return ALLOWED


def warnings(*, signatures: int, unsettled: int) -> tuple[str, ...]:
    """What somebody should know before they freeze a paper; none of it keeps them from it."""
    found = []
    if not signatures:
        found.append(_("Nobody has signed this paper off as it is now."))
    if unsettled:
        said = ngettext("%(count)s comment is not settled.", "%(count)s comments are not settled.", unsettled)
        found.append(said % {"count": unsettled})
    return tuple(found)
