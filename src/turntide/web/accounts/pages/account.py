"""The hub of a person's own account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings
from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Person, Place
from turntide.web.accounts.rules import Ruling
from turntide.web.accounts.services.safety import Safety
from turntide.web.design.summaries import Row


@dataclass(frozen=True, slots=True)
class AccountPage:
    """Who one is, how one signs in, and to which places one belongs."""

    template: ClassVar[str] = "accounts/account.html"
    person: Person
    safety: Safety
    places: tuple[Place, ...]
    new_places: Ruling

    @property
    def title(self) -> str:
        """The heading."""
        return _("Your account")

    @property
    def about_you(self) -> list[Row]:
        """Name, address, language."""
        languages = dict(settings.LANGUAGES)
        chosen = languages.get(self.person.language, _("As your browser asks"))
        details = reverse("account_details")
        return [
            Row(_("Name"), self.person.name, details),
            Row(_("E-mail address"), self.person.email, reverse("account_email")),
            Row(_("Language"), chosen, details),
        ]

    @property
    def signing_in(self) -> list[Row]:
        """Password, passkeys, app, codes, sessions."""
        return [self._password, self._passkeys, self._app, *self._elsewhere, self._sessions]

    @property
    def _password(self) -> Row:
        if self.person.has_usable_password():
            return Row(_("Password"), _("Set"), reverse("account_change_password"))
        return Row(_("Password"), _("None"), reverse("account_set_password"), _("Choose one"))

    @property
    def _passkeys(self) -> Row:
        count = self.safety.passkeys
        words = ngettext("%(count)d passkey", "%(count)d passkeys", count) % {"count": count}
        link = _("Change") if count else _("Add one")
        return Row(_("Passkeys"), words if count else _("None"), reverse("mfa_list_webauthn"), link)

    @property
    def _app(self) -> Row:
        words, link = (_("On"), _("Change")) if self.safety.app else (_("Off"), _("Turn on"))
        return Row(_("Authenticator app and recovery codes"), words, reverse("mfa_index"), link)

    @property
    def _elsewhere(self) -> list[Row]:
        if not self.safety.provider:
            return []
        words = _("Used") if self.safety.linked else _("Not used")
        return [Row(self.safety.provider, words, reverse("socialaccount_connections"))]

    @property
    def _sessions(self) -> Row:
        count = self.safety.sessions
        words = ngettext("on %(count)d device", "on %(count)d devices", count) % {"count": count}
        return Row(_("Signed in"), words, reverse("usersessions_list"), _("See where"))


@dataclass(frozen=True, slots=True)
class DetailsPage:
    """Name and language."""

    template: ClassVar[str] = "accounts/form.html"
    form: Form

    @property
    def title(self) -> str:
        """The heading."""
        return _("Your name and language")

    @property
    def back(self) -> tuple[tuple[str, str], ...]:
        """The way here."""
        return ((_("Your account"), reverse("account")),)
