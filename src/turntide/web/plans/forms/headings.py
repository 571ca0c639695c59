"""A heading, and a plan as a whole, as a person types them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LEVELS = "levels-known"
"""The id of the list of the plan's own level names."""


class _SeenForm(forms.Form):
    """A form that knows the version its writer saw."""

    saw = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        boxes: Mapping[str, str] | None = None,
        saw: int | None = None,
    ) -> None:
        super().__init__(data, initial={**(boxes or {}), "saw": saw})

    @property
    def boxes(self) -> dict[str, str]:
        """What was typed, by box."""
        return {name: str(value or "") for name, value in self.cleaned_data.items() if name != "saw"}

    @property
    def version(self) -> int:
        """The version the writer saw."""
        return int(self.cleaned_data.get("saw") or 0)


class HeadingForm(_SeenForm):
    """The words of a heading."""

    level = forms.CharField(
        label=_("Level"),
        max_length=200,
        required=False,
        help_text=_("What the plan calls a heading here, for example “Theme” or “Aim”."),
        widget=forms.TextInput(attrs={"list": LEVELS}),
    )
    ref = forms.CharField(
        label=_("Reference"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )
    text = forms.CharField(
        error_messages={"required": _("Write the heading.")},
        label=_("Heading"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    rationale = forms.CharField(label=_("Why"), required=False, widget=forms.Textarea(attrs={"rows": 4}))


class PlanForm(_SeenForm):
    """What a plan says of itself."""

    title = forms.CharField(
        label=_("Title"), max_length=500, error_messages={"required": _("Write the title.")}
    )
    vision = forms.CharField(label=_("Vision"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
    period = forms.CharField(
        label=_("Years it covers"),
        required=False,
        help_text=_("In the plan's own words, for example “2026 to 2029”. We work the dates out from it."),
    )
