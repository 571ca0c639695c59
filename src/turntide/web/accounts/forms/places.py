"""The name of a place."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.services.places import may_be_named


class PlaceNameField(forms.CharField):
    """A name from which an address can be made."""

    def __init__(self, **options: Any) -> None:
        hint = gettext_lazy("The partnership whose plans you hold: a district, a county, a health system.")
        wanted = {"label": gettext_lazy("Name"), "help_text": hint, **options}
        super().__init__(max_length=200, **wanted)

    def clean(self, value: Any) -> str:
        """Raises ValidationError: no letter or figure of which an address could be made."""
        name: str = super().clean(value)
        if name and not may_be_named(name):
            raise ValidationError(_("The name must have letters from A to Z or figures, for the address."))
        return name


class PlaceForm(forms.Form):
    """What a place is called."""

    name = PlaceNameField()
