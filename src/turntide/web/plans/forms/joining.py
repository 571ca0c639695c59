"""Which actions become one, and whose words stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from turntide.web.plans.forms.placing import Choice


class WithForm(forms.Form):
    """Which other actions an action is merged with."""

    actions = forms.MultipleChoiceField(
        label=_("Merge with"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one action to merge with.")},
    )

    def __init__(self, data: Mapping[str, Any] | None, choices: Sequence[Any]) -> None:
        super().__init__(data)
        field = self.fields["actions"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class MergeForm(forms.Form):
    """For each field that the actions say differently, whose words stand."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        stands: Sequence[Choice],
        fields: Mapping[str, tuple[Any, Sequence[Choice]]],
    ) -> None:
        super().__init__(data)
        hint = _("It keeps its address, history and links. The others lead to it.")
        self.fields["stands"] = _choice(_("Which action goes on"), stands, hint)
        for name, (label, choices) in fields.items():
            self.fields[f"words_{name}"] = _choice(label, choices)

    @property
    def choices(self) -> dict[str, str]:
        """By field, whose words stand."""
        chosen = self.cleaned_data.items()
        return {name.removeprefix("words_"): value for name, value in chosen if name != "stands"}


def _choice(label: Any, choices: Sequence[Choice], hint: Any = "") -> forms.ChoiceField:
    first = choices[0][0]
    return forms.ChoiceField(
        label=label, choices=choices, initial=first, help_text=hint, widget=forms.RadioSelect
    )
