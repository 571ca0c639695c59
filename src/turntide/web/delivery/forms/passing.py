"""To whom an action is passed on, and words put right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from turntide.web.delivery.services.forwarding import Colleague


class PassOnForm(forms.Form):
    """A colleague."""

    name = forms.CharField(
        label=gettext_lazy("Your colleague's name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your colleague's e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    @property
    def colleague(self) -> Colleague:
        """Who it is, once it is valid."""
        return Colleague(self.cleaned_data["name"], self.cleaned_data["email"])


class WordsForm(forms.Form):
    """The words that may be published."""

    words = forms.CharField(
        label=gettext_lazy("The words that may be published"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


def seen_in(posted: Mapping[str, Any]) -> int | None:
    """The version of the update that the page showed; None where it does not say."""
    saw = str(posted.get("saw", ""))
    return int(saw) if saw.isdecimal() and len(saw) < 10 else None
