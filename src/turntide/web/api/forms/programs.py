"""What is typed of keys and webhooks."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.api.models import Scope, Webhook
from turntide.web.api.services.checking_addresses import RefusedAddressError, check_address
from turntide.web.design.forms import DateInputField


class KeyForm(forms.Form):
    """A key for a program: what it is for, what it may do, and until when."""

    name = forms.CharField(
        label=gettext_lazy("Which program is it for?"),
        help_text=gettext_lazy("So that you know it again. For example “Council website”."),
        max_length=200,
    )
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("What may it do?"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one thing that it may do.")},
    )
    expires_on = DateInputField(
        label=gettext_lazy("Last day on which it works"),
        help_text=gettext_lazy("Leave this empty for a key that works until you revoke it."),
        required=False,
    )

    def clean_expires_on(self) -> date | None:
        """A day to come. Raises ValidationError."""
        day: date | None = self.cleaned_data["expires_on"]
        if day is not None and day < timezone.localdate():
            raise ValidationError(_("Give a day to come, or leave it empty."))
        return day


class WebhookForm(forms.Form):
    """An address that is to be told, and of what."""

    url = forms.URLField(
        label=gettext_lazy("Address of the program"),
        help_text=gettext_lazy("It begins with https:// and can be reached from the internet."),
        max_length=2000,
        assume_scheme="https",
        error_messages={"invalid": gettext_lazy("Write an address like https://example.org/turntide.")},
    )
    events = forms.MultipleChoiceField(
        label=gettext_lazy("What is it to be told?"),
        choices=Webhook.Event.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one thing that it is told.")},
    )

    def clean_url(self) -> str:
        """An address that we send to. Raises ValidationError."""
        url: str = self.cleaned_data["url"]
        try:
            check_address(url)
        except RefusedAddressError as refused:
            raise ValidationError(str(refused)) from refused
        return url
