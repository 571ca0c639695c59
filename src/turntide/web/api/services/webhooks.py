"""Where a place wants to be told what happens: begun, stopped, started again. The one door for each write."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.api.models import Sending, Webhook
from turntide.web.api.rules.signing import secret_as_words
from turntide.web.api.services.checking_addresses import check_address
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act

TEST = "test"


class StoppedError(Exception):
    """The webhook is stopped; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A webhook, and the secret its messages are signed with: it is shown this once."""

    webhook: Webhook
    secret: str


@transaction.atomic
def begin_webhook(*, place: Place, url: str, events: Collection[str], by: By) -> Begun:
    """Tell an address of events from now on. Raises RefusedAddressError for one we do not send to."""
    check_address(url)
    webhook = Webhook.objects.create(
        place=place, url=url, events=sorted(events), salt=secrets.token_hex(16), by_id=by.person_id
    )
    note_act("begin webhook", webhook, by=by, place_id=place.pk, events=webhook.events)
    return Begun(webhook, secret_as_words(secret_of(webhook)))


@transaction.atomic
def stop_webhook(*, webhook: Webhook, by: By) -> Webhook:
    """Tell it nothing more. What waits is kept until it is started again; what happens meanwhile is not told."""
    locked = _locked(webhook)
    if locked.stopped_at is None:
        stop(locked, "")
        note_act("stop webhook", locked, by=by, place_id=locked.place_id)
    return locked


@transaction.atomic
def start_webhook(*, webhook: Webhook, by: By) -> Webhook:
    """Tell it again, beginning with what waits."""
    locked = _locked(webhook)
    if locked.stopped_at is not None:
        locked.stopped_at, locked.stopped_why, locked.failing_since = None, "", None
        locked.save(update_fields=["stopped_at", "stopped_why", "failing_since"])
        locked.sendings.waiting().update(next_at=timezone.now(), tries=0)
        note_act("start webhook", locked, by=by, place_id=locked.place_id)
    return locked


@transaction.atomic
def send_test(*, webhook: Webhook, by: By) -> Sending:
    """Tell it that it can be told. Raises StoppedError."""
    locked = _locked(webhook)
    if locked.stopped_at is not None:
        raise StoppedError(_("This webhook is stopped. Start it again, then send a test."))
    sending = Sending.objects.create(
        webhook=locked,
        event=TEST,
        reason=f"{TEST} {uuid4()}",
        told={"type": TEST, "place": locked.place.slug},
        next_at=timezone.now(),
    )
    note_act("test webhook", locked, by=by, place_id=locked.place_id)
    return sending


def stop(webhook: Webhook, why: str) -> None:
    """Write down that it is told no more, within the caller's transaction."""
    webhook.stopped_at, webhook.stopped_why = timezone.now(), why
    webhook.save(update_fields=["stopped_at", "stopped_why"])


def secret_of(webhook: Webhook) -> bytes:
    """What its messages are signed with. It is worked out from the site's secret each time, and kept nowhere."""
    return salted_hmac("turntide.api.webhook", f"{webhook.pk} {webhook.salt}", algorithm="sha256").digest()


def _locked(webhook: Webhook) -> Webhook:
    return Webhook.objects.select_for_update(of=("self",)).select_related("place").get(pk=webhook.pk)
