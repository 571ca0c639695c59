"""The form by which somebody asks to be told of news."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from turntide.web.periods.rules.record import Record

EVERYTHING = "all"
"""What is chosen by whoever follows the whole place."""


class FollowForm(forms.Form):
    """An address, and what of the place it is to follow."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": _("Write an e-mail address such as name@example.org."),
        },
    )
    plan = forms.ChoiceField(
        label=_("What do you want to follow?"),
        required=False,
        widget=forms.RadioSelect,
        error_messages={
            "invalid_choice": _("This plan is no longer shown. Choose another, or the whole place.")
        },
    )

    def __init__(self, *args: Any, record: Record, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["plan"]
        assert isinstance(field, forms.ChoiceField)
        everything = (EVERYTHING, _("All plans of %(place)s") % {"place": record.place})
        field.choices = [everything, *((each.id, each.title) for each in record.plans)]
