"""What a group looks after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy

from turntide.web.delivery.services.remitting import Looked
from turntide.web.plans.models import Action, Heading


class RemitForm(forms.Form):
    """What of one plan a group looks after. ``actions`` are those it has, those ticked and those found."""

    says_optional = False
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    whole = forms.BooleanField(label=gettext_lazy("The whole plan"), required=False)
    headings = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    actions = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    words = forms.CharField(label=gettext_lazy("Find an action"), required=False, max_length=200)

    def __init__(
        self, data: Any = None, *, headings: Sequence[Heading], actions: Sequence[Action], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.headings_offered, self.actions_offered = headings, actions
        for name, rows in (("headings", headings), ("actions", actions)):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = [(str(row.pk), str(row)) for row in rows]

    @property
    def ticked(self) -> frozenset[str]:
        """The ids that are ticked, of headings and of actions."""
        return frozenset(str(id_) for name in ("headings", "actions") for id_ in self[name].value() or ())

    @property
    def looked(self) -> Looked:
        """What was ticked, once it is valid."""
        given = self.cleaned_data
        return Looked(
            whole=given["whole"],
            headings=[UUID(id_) for id_ in given["headings"]],
            actions=[UUID(id_) for id_ in given["actions"]],
        )
