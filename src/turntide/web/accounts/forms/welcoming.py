"""The form of the welcome page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.forms.new_password import NewPasswordField, refuse_weak
from turntide.web.accounts.forms.places import PlaceNameField
from turntide.web.accounts.models import Place


class WelcomeForm(forms.Form):
    """The first account and the first place, which may go without a name where one waits for its first owner."""

    name = forms.CharField(
        label=_("Your name"), max_length=200, widget=forms.TextInput({"autocomplete": "name"})
    )
    email = forms.EmailField(label=_("E-mail address"), help_text=_("You sign in with it."))
    password = NewPasswordField()
    place = PlaceNameField(label=_("Your place"))

    def __init__(self, *args: Any, waits: Place | None, **options: Any) -> None:
        super().__init__(*args, **options)
        if waits is not None:
            self.fields["place"].required = False
            self.fields["place"].help_text = _(
                "Leave it empty to look around in %(place)s first, the place that is here already."
            ) % {"place": waits.name}

    def clean(self) -> dict[str, Any]:
        """Hold the password against what is known of the person."""
        given = super().clean() or {}
        refuse_weak(self, email=given.get("email", ""), name=given.get("name", ""))
        return given
