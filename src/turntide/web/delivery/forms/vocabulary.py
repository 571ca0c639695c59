"""A plan's own words for statuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext as _

from turntide.web.delivery.rules.vocabulary import MEANINGS, Terms, Wording, Words, our_label


@dataclass(frozen=True, slots=True)
class TermRow:
    """A meaning in the form: what we call it, and the two boxes."""

    axis: str
    meaning: str
    ours: str
    label: BoundField
    definition: BoundField


class VocabularyForm(forms.Form):
    """A plan's own words over every meaning of the three axes; what is left empty stays as ours."""

    says_optional = False
    saw = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any = None, *, words: Words, saw: int, filled: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(data, initial={"saw": saw})
        for axis, meaning, name in _named_fields():
            wording = words.wording(axis, meaning)
            label = wording.label or (filled or {}).get(f"{axis}:{meaning}", "")
            self.fields[f"label_{name}"] = _label_field(label)
            self.fields[f"definition_{name}"] = _definition_field(wording.definition)

    def rows(self, axis: str) -> Iterator[TermRow]:
        """The meanings of an axis, each with its boxes."""
        for of, meaning, name in _named_fields():
            if of == axis:
                ours = our_label(meaning)
                yield TermRow(axis, meaning, ours, self[f"label_{name}"], self[f"definition_{name}"])

    @property
    def terms(self) -> Terms:
        """What was typed, once it is valid."""
        return {
            (axis, meaning): Wording(
                self.cleaned_data[f"label_{name}"], self.cleaned_data[f"definition_{name}"]
            )
            for axis, meaning, name in _named_fields()
        }

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError where one word would stand for two statuses of an axis."""
        seen: dict[tuple[str, str], str] = {}
        for axis, meaning, name in _named_fields():
            called = " ".join(str(self.cleaned_data.get(f"label_{name}", "")).split()) or our_label(meaning)
            other = seen.setdefault((axis, called.casefold()), meaning)
            if other != meaning:
                words = {"label": called, "one": our_label(other), "other": our_label(meaning)}
                said = _("“%(label)s” would stand for two statuses: “%(one)s” and “%(other)s”.") % words
                self.add_error(f"label_{name}", ValidationError(said))
        return self.cleaned_data


def _named_fields() -> Iterator[tuple[str, str, str]]:
    for axis, meanings in MEANINGS.items():
        for meaning in meanings:
            yield axis, meaning, f"{axis}_{meaning.replace(' ', '_')}"


def _label_field(initial: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"class": "govuk-input--width-20"})
    return forms.CharField(
        label=_("What this plan calls it"), required=False, max_length=100, initial=initial, widget=widget
    )


def _definition_field(initial: str) -> forms.CharField:
    return forms.CharField(
        label=_("What it means here"),
        required=False,
        max_length=500,
        initial=initial,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
