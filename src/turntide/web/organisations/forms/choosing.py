"""A body chosen by its name: typed, with the register's names offered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.organisations.models import Organisation
from turntide.web.organisations.store.finding import body_called

NAMES_LIST = "names-of-organisations"
"""The id of the page's list of names."""


class BodyField(forms.CharField):
    """A body by any of its names; cleans to the body as it is known now, or None. Its form sets ``place``."""

    place: Place

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"list": NAMES_LIST, "autocomplete": "off"})
        super().__init__(max_length=300, widget=widget, **options)

    def clean(self, value: Any) -> Organisation | None:
        """Raises ValidationError: no body goes by this name."""
        name = super().clean(value)
        if not name:
            return None
        body = body_called(self.place, name)
        if body is None:
            message = _("No organisation here is called “%(name)s”. Choose one of the list, or add it first.")
            raise ValidationError(message % {"name": name})
        return body
