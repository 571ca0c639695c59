"""What a group decided."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group
from turntide.web.design.forms import DateInputField


class DecisionForm(forms.Form):
    """A decision: what, on which day, and by which group."""

    text = forms.CharField(
        label=gettext_lazy("What was decided"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        error_messages={"required": gettext_lazy("Write what was decided.")},
    )
    on = DateInputField(
        label=gettext_lazy("When it was decided"),
        error_messages={"required": gettext_lazy("Give the day of the decision.")},
    )
    group = forms.ModelChoiceField(
        queryset=Group.objects.none(),
        label=gettext_lazy("Which group decided"),
        required=False,
        empty_label=gettext_lazy("No group, or one that is not listed"),
    )

    def __init__(self, data: Any = None, *, place: Place) -> None:
        super().__init__(data, initial={"on": timezone.localdate()})
        field = self.fields["group"]
        assert isinstance(field, forms.ModelChoiceField)
        groups = Group.objects.standing().filter(place=place)
        field.queryset = groups
        if not groups.exists():
            del self.fields["group"]

    def clean_on(self) -> date:
        """A decision was made already."""
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("The day of a decision cannot lie ahead."))
        return on
