"""Asking what is held about a person."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class WhoseForm(forms.Form):
    """About whom."""

    says_optional = False
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("Of a member, a contact of an organisation, or anybody who was written to."),
        error_messages={"required": _("Type the person’s e-mail address.")},
    )


class EraseForm(forms.Form):
    """That somebody is to be erased, for good."""

    says_optional = False
    email = forms.EmailField(widget=forms.HiddenInput, max_length=254)
    sure = forms.BooleanField(
        label=_("I have checked who they are, and that nothing obliges us to keep this"),
        error_messages={"required": _("Check this first: what is erased cannot be brought back.")},
    )
