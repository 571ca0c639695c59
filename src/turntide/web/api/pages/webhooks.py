"""The pages of a place's webhooks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Place
from turntide.web.api.models import Sending, Webhook
from turntide.web.api.services.webhooks import TEST
from turntide.web.design.days import day, moment
from turntide.web.design.summaries import Row

Crumbs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WebhookLine:
    """A webhook in the list."""

    webhook: Webhook

    @property
    def url(self) -> str:
        """Its page."""
        return url_of("webhook", self.webhook.place, self.webhook.pk)

    @property
    def state(self) -> str:
        """How it goes."""
        return state_of(self.webhook)

    @property
    def told(self) -> list[str]:
        """What it is told of."""
        return _events(self.webhook.events)


@dataclass(frozen=True, slots=True)
class WebhookPage:
    """A webhook, and what was told to it lately."""

    template: ClassVar[str] = "api/webhook.html"
    webhook: Webhook
    sendings: Sequence[Sending]

    @property
    def title(self) -> str:
        """The heading."""
        return _("Webhook")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_programs(self.webhook.place)

    @property
    def rows(self) -> list[Row]:
        """What is known of it."""
        webhook = self.webhook
        return [
            Row(_("Address"), webhook.url),
            Row(_("Is told"), ", ".join(_events(webhook.events))),
            Row(_("State"), state_of(webhook)),
            Row(_("Begun"), f"{day(webhook.made_at)}, {webhook.by or _('somebody who has left')}"),
        ]

    @property
    def stopped(self) -> bool:
        """Whether it is told nothing at present."""
        return self.webhook.stopped_at is not None

    @property
    def lines(self) -> list[tuple[str, str, str, str]]:
        """What was told lately: what, when, what became of it, and the answer."""
        return [
            (_event(each.event), moment(each.made_at), _became(each), each.answer) for each in self.sendings
        ]

    def _at(self, name: str) -> str:
        return url_of(name, self.webhook.place, self.webhook.pk)

    @property
    def test(self) -> str:
        """Where a test is sent."""
        return self._at("webhook_test")

    @property
    def turn(self) -> str:
        """Where it is stopped, or started again."""
        return self._at("webhook_start" if self.stopped else "webhook_stop")


def crumbs_to_programs(place: Place) -> Crumbs:
    """The way to what stands beneath the programs of a place."""
    return (*crumbs_to_people(place), (_("Programs"), url_of("programs", place)))


def crumbs_to_people(place: Place) -> Crumbs:
    """The way to what stands beneath the people of a place."""
    return ((place.name, place.get_absolute_url()), (_("People"), url_of("members", place)))


def state_of(webhook: Webhook) -> str:
    """How a webhook goes."""
    if webhook.stopped_at and webhook.stopped_why:
        return _("Stopped on %(day)s. %(why)s") % {"day": day(webhook.stopped_at), "why": webhook.stopped_why}
    if webhook.stopped_at:
        return _("Stopped on %(day)s") % {"day": day(webhook.stopped_at)}
    if webhook.failing_since:
        return _("Nothing has got through since %(when)s") % {"when": moment(webhook.failing_since)}
    return _("Works")


def _became(sending: Sending) -> str:
    if sending.sent_at:
        return _("Got through")
    if sending.given_up_at:
        return _("Given up")
    if sending.webhook.stopped_at:
        return _("Waits until the webhook is started again")
    if not sending.tries:
        return _("Goes within a minute")
    words = ngettext("Tried once, next at %(when)s", "Tried %(tries)d times, next at %(when)s", sending.tries)
    return words % {"tries": sending.tries, "when": moment(sending.next_at)}


def _events(events: Collection[str]) -> list[str]:
    return [_event(each) for each in events]


def _event(event: str) -> str:
    if event == TEST:
        return _("A test")
    return str(Webhook.Event(event).label) if event in Webhook.Event.values else event


def url_of(name: str, place: Place, *ids: object) -> str:
    """An address beneath a place."""
    return reverse(name, args=[place.slug, *ids])
