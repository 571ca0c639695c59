"""The form of the welcome page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.forms.new_password import NewPasswordField, refuse_weak
from turntide.web.accounts.forms.places import PlaceNameField


class WelcomeForm(forms.Form):
    """The first account and the first place."""

    name = forms.CharField(
        label=_("Your name"), max_length=200, widget=forms.TextInput({"autocomplete": "name"})
    )
    email = forms.EmailField(label=_("E-mail address"), help_text=_("You sign in with it."))
    password = NewPasswordField()
    place = PlaceNameField(label=_("Your place"))

    def clean(self) -> dict[str, Any]:
        """Hold the password against what is known of the person."""
        given = super().clean() or {}
        refuse_weak(self, email=given.get("email", ""), name=given.get("name", ""))
        return given
