"""What is to be told is sent: each message at least once, under the same id however often it is tried.

A message is taken by noting its next try before it is sent, so that a worker that is killed leaves one that is tried
again; nothing is sent within a transaction.
"""

from __future__ import annotations

import json
import logging
from datetime import datetime
from enum import Enum, auto
from time import monotonic
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.api.models import Sending, Webhook
from turntide.web.api.rules.signing import signed_headers
from turntide.web.api.rules.telling import is_to_stop, next_try
from turntide.web.api.services.checking_addresses import NotReachedError
from turntide.web.api.services.webhooks import secret_of, stop

if TYPE_CHECKING:
    from turntide.web.api.services.fetching import Reply

logger = logging.getLogger(__name__)
AT_ONCE = 50
LASTS = 40.0
"""Seconds after which no further message is begun in one go."""
_GONE = 410
_BUSY = (408, 429)


class _CameOfIt(Enum):
    """What came of a try: it got through, this message was not taken, or nobody is there to take any."""

    THROUGH = auto()
    NOT_TAKEN = auto()
    NOBODY_THERE = auto()


def send_due(now: datetime) -> int:
    """Send what is due; how many got through. Any number of workers may do it at once."""
    got_through, end = 0, monotonic() + LASTS
    for webhook in _with_something_due(now):
        for sending in _due(webhook, now):
            if monotonic() > end:
                return got_through
            if not _taken(sending, now):
                continue
            came_of_it = _sent(sending, now)
            got_through += came_of_it is _CameOfIt.THROUGH
            if came_of_it is _CameOfIt.NOBODY_THERE:
                break
    return got_through


def as_body(sending: Sending) -> bytes:
    """A message as it is sent: the same bytes at every try."""
    return json.dumps(sending.told, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _with_something_due(now: datetime) -> list[Webhook]:
    """Whom something is to be told, whoever has waited longest first."""
    due = Sending.objects.waiting().filter(next_at__lte=now, webhook__stopped_at=None).order_by()
    waiting = dict(due.values_list("webhook").annotate(since=Min("next_at")))
    rows = Webhook.objects.in_bulk(waiting)
    return [rows[id_] for id_ in sorted(waiting, key=lambda each: (waiting[each], each)) if id_ in rows]


def _due(webhook: Webhook, now: datetime) -> list[Sending]:
    """What was tried most comes first: while nobody is there, one message alone is tried, at growing distances."""
    due = webhook.sendings.waiting().filter(next_at__lte=now).order_by("-tries", "made_at", "pk")[:AT_ONCE]
    for sending in (found := list(due)):
        sending.webhook = webhook
    return found


def _taken(sending: Sending, now: datetime) -> bool:
    """Take a message for this worker. What is begun and never noted is tried again at its next time."""
    after = next_try(sending.tries + 1, now)
    unchanged = Sending.objects.waiting().filter(pk=sending.pk, tries=sending.tries)
    taken = unchanged.update(tries=sending.tries + 1, next_at=after or now)
    sending.tries += 1
    return taken == 1


def _sent(sending: Sending, now: datetime) -> _CameOfIt:
    try:
        reply = _post(sending)
    except NotReachedError as why:
        _note_failed(sending, str(why), now)
        _put_off(sending)
        return _CameOfIt.NOBODY_THERE
    answer = f"{reply.status} {' '.join(reply.said.split())}".strip()
    if 200 <= reply.status < 300:
        _note_sent(sending, answer, now)
        return _CameOfIt.THROUGH
    _note_failed(sending, answer, now, gone=reply.status == _GONE)
    if reply.status in _BUSY or reply.status >= 500:
        _put_off(sending)
        return _CameOfIt.NOBODY_THERE
    return _CameOfIt.NOT_TAKEN


def _put_off(sending: Sending) -> None:
    """Nothing else is tried at an address that is away before this message is tried again."""
    again = Sending.objects.get(pk=sending.pk).next_at
    sending.webhook.sendings.waiting().filter(next_at__lt=again).update(next_at=again)


def _post(sending: Sending) -> Reply:
    # Every process loads this module; only one that has something to send needs a client of the web.
    from turntide.web.api.services.fetching import post

    body, stamp = as_body(sending), int(timezone.now().timestamp())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Turntide",
        **signed_headers(secret_of(sending.webhook), str(sending.pk), stamp, body),
    }
    return post(sending.webhook.url, body, headers)


@transaction.atomic
def _note_sent(sending: Sending, answer: str, now: datetime) -> None:
    Sending.objects.filter(pk=sending.pk).update(sent_at=now, answer=_short(answer))
    Webhook.objects.filter(pk=sending.webhook_id).update(failing_since=None)


@transaction.atomic
def _note_failed(sending: Sending, answer: str, now: datetime, *, gone: bool = False) -> None:
    webhook = Webhook.objects.select_for_update().get(pk=sending.webhook_id)
    given_up = next_try(sending.tries, now) is None
    Sending.objects.filter(pk=sending.pk).update(answer=_short(answer), given_up_at=now if given_up else None)
    webhook.failing_since = webhook.failing_since or now
    webhook.save(update_fields=["failing_since"])
    if webhook.stopped_at is None and (gone or is_to_stop(webhook.failing_since, now)):
        stop(webhook, _why(answer, gone=gone))
        logger.warning("webhook %s was stopped", webhook.pk)


def _why(answer: str, *, gone: bool) -> str:
    if gone:
        return _("The address said that it wants to be told no more (410).")
    return _("Nothing got through for three days. The last answer was: %(answer)s") % {"answer": answer}


def _short(answer: str) -> str:
    return answer.replace("\0", "")[:300]
