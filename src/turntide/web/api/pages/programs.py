"""The pages of a place's programs: its keys and webhooks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.api.models import Scope, Token
from turntide.web.api.pages.webhooks import Crumbs, WebhookLine, crumbs_to_people, crumbs_to_programs, url_of
from turntide.web.api.rules.letting_in import may_come_in
from turntide.web.api.services.tokens import Made
from turntide.web.api.services.webhooks import Begun
from turntide.web.design.days import day, moment


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key in the list."""

    token: Token
    works: bool

    @property
    def state(self) -> str:
        """Whether it works, and until or since when not."""
        token = self.token
        if token.revoked_at:
            return _("Revoked on %(day)s") % {"day": day(token.revoked_at)}
        if not self.works:
            return _("Expired after %(day)s") % {"day": day(token.expires_on)}
        return _("Works until %(day)s") % {"day": day(token.expires_on)} if token.expires_on else _("Works")

    @property
    def may(self) -> list[str]:
        """What it may do, in words."""
        return [str(Scope(each).label) for each in self.token.scopes if each in Scope.values]

    @property
    def used(self) -> str:
        """When it was last used."""
        return moment(self.token.used_at) or _("Not yet")

    @property
    def revoke(self) -> str:
        """Where it is revoked; empty for one that works no more."""
        return url_of("program_key_revoke", self.token.place, self.token.pk) if self.works else ""


@dataclass(frozen=True, slots=True)
class ProgramsPage:
    """The programs of a place."""

    template: ClassVar[str] = "api/programs.html"
    place: Place
    keys: Sequence[KeyLine]
    webhooks: Sequence[WebhookLine]

    @property
    def title(self) -> str:
        """The heading."""
        return _("Programs")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_people(self.place)

    @property
    def new_key(self) -> str:
        """Where a key is made."""
        return url_of("program_key_new", self.place)

    @property
    def new_webhook(self) -> str:
        """Where a webhook is begun."""
        return url_of("webhook_new", self.place)


@dataclass(frozen=True, slots=True)
class ProgramFormPage:
    """A form of a key or webhook."""

    template: ClassVar[str] = "api/form.html"
    place: Place
    title: str
    form: Form
    does: str

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_programs(self.place)


@dataclass(frozen=True, slots=True)
class ShownOncePage:
    """A key or a secret, shown this once."""

    template: ClassVar[str] = "api/shown_once.html"
    place: Place
    title: str
    words: str
    lead: str
    next: str

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_programs(self.place)

    @classmethod
    def of_key(cls, place: Place, made: Made) -> ShownOncePage:
        """A key that was made."""
        return cls(
            place=place,
            title=_("The key for %(name)s") % {"name": made.token.name},
            words=made.key,
            lead=_(
                "Copy the key into the program now. Only a fingerprint of it is kept, so it cannot be shown again."
            ),
            next=url_of("programs", place),
        )

    @classmethod
    def of_secret(cls, place: Place, begun: Begun) -> ShownOncePage:
        """The secret of a webhook that was begun."""
        return cls(
            place=place,
            title=_("The secret of the webhook"),
            words=begun.secret,
            lead=_(
                "Copy the secret into the program now: by it, the program knows that a message is ours. "
                "It is not shown again."
            ),
            next=url_of("webhook", place, begun.webhook.pk),
        )


def key_line(token: Token, today: date) -> KeyLine:
    """A key as the list shows it."""
    works = may_come_in(
        revoked=token.revoked_at is not None,
        expires_on=token.expires_on,
        today=today,
    )
    return KeyLine(token, bool(works))
