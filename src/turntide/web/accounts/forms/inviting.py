"""Asking people to join, and joining."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.forms.new_password import NewPasswordField, refuse_weak
from turntide.web.accounts.roles import Role
from turntide.web.accounts.wording import ROLE_CHOICES

MOST = 50
_BETWEEN = re.compile(r"[\s,;]+")
_BRACKETED = re.compile(r"<([^<>\s]+@[^<>\s]+)>")


class AddressesField(forms.CharField):
    """Several e-mail addresses, as they are typed or copied from a letter; cleans to a list."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": 3, "spellcheck": "false"}), **options)

    def clean(self, value: Any) -> list[str]:
        """Raises ValidationError that names the addresses which are none."""
        text: str = super().clean(value)
        # "Ada Lock <ada@tarrow.example>", as mail programs copy it.
        words = _BRACKETED.findall(text) or _BETWEEN.split(text.strip())
        addresses = list(dict.fromkeys(word.lower() for word in words if word))
        _refuse_wrong([address for address in addresses if not _is_address(address)])
        if len(addresses) > MOST:
            raise ValidationError(_("Invite at most %(most)d people at once.") % {"most": MOST})
        return addresses


class InviteForm(forms.Form):
    """Whom to ask, and as what."""

    emails = AddressesField(
        label=gettext_lazy("E-mail addresses"),
        help_text=gettext_lazy("One or more, on lines of their own or with commas between them."),
    )
    role = forms.ChoiceField(
        label=gettext_lazy("What they may do"),
        choices=ROLE_CHOICES,
        initial=Role.VIEWER,
        widget=forms.RadioSelect,
    )


class RoleForm(forms.Form):
    """What a member may do."""

    role = forms.ChoiceField(
        label=gettext_lazy("What they may do"), choices=ROLE_CHOICES, widget=forms.RadioSelect
    )


class JoinForm(forms.Form):
    """The account of somebody who was invited and has none."""

    name = forms.CharField(
        label=gettext_lazy("Your name"), max_length=200, widget=forms.TextInput({"autocomplete": "name"})
    )
    password = NewPasswordField(label=gettext_lazy("Choose a password"))

    def __init__(self, *args: Any, email: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.email = email

    def clean(self) -> dict[str, Any]:
        """Hold the password against what is known of the person."""
        given = super().clean() or {}
        refuse_weak(self, email=self.email, name=given.get("name", ""))
        return given


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _refuse_wrong(wrong: list[str]) -> None:
    if wrong:
        words = _("These are not e-mail addresses: %(wrong)s. Write them like name@example.org.")
        raise ValidationError(words % {"wrong": ", ".join(wrong[:5])})
