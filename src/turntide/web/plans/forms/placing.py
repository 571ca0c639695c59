"""Where a thing shall stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

Choice = tuple[str, Any]


class UnderForm(forms.Form):
    """Under which heading; asked first, as what stands there depends on it."""

    says_optional = False
    under = forms.ChoiceField(label=_("Under"))

    def __init__(self, data: Mapping[str, Any] | None, headings: Sequence[Choice], under: str) -> None:
        super().__init__(data, initial={"under": under})
        _choices(self, "under", headings)


class WhereForm(forms.Form):
    """Where among what stands under a heading."""

    where = forms.ChoiceField(label=_("Where"), widget=forms.RadioSelect)
    under = forms.CharField(widget=forms.HiddenInput)
    saw = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        places: Sequence[Choice],
        under: str,
        saw: int,
        where: str,
    ) -> None:
        super().__init__(data, initial={"under": under, "saw": saw, "where": where})
        _choices(self, "where", places)

    @property
    def place(self) -> str:
        """Where among the siblings: first, last, or the id of the one it follows."""
        return str(self.cleaned_data["where"])

    @property
    def version(self) -> int:
        """The version the writer saw."""
        return int(self.cleaned_data.get("saw") or 0)


class AlsoUnderForm(forms.Form):
    """The other headings that an action serves."""

    headings = forms.MultipleChoiceField(
        label=_("Also under"), widget=forms.CheckboxSelectMultiple, required=False
    )
    saw = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        headings: Sequence[Any],
        chosen: Sequence[str] = (),
        saw: int = 0,
    ) -> None:
        super().__init__(data, initial={"headings": list(chosen), "saw": saw})
        _choices(self, "headings", headings)


def _choices(form: forms.Form, name: str, choices: Sequence[Any]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
