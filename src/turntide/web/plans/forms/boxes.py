"""Names one a box: as many boxes as there are names, and some left empty for more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

_SPARE = 3
_LONGEST_NAME = 300


class NameBoxes(forms.Widget):
    """A box a name, with suggestions from the list whose id is ``suggest``. The value is one name a line."""

    template_name = "plans/changing/widgets/name_boxes.html"
    use_fieldset = True

    def __init__(self, suggest: str = "") -> None:
        super().__init__()
        self.suggest = suggest

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The boxes, filled and empty."""
        context = super().get_context(name, value, attrs)
        names = [line for line in str(value or "").splitlines() if line.strip()]
        start = context["widget"]["attrs"].get("id") or f"id_{name}"
        boxes = [(f"{start}_{at}", each, at + 1) for at, each in enumerate([*names, *[""] * _SPARE])]
        context["widget"] |= {"boxes": boxes, "suggest": self.suggest, "longest": _LONGEST_NAME}
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> str:
        """All boxes that say something, one a line."""
        every = data.getlist(name) if hasattr(data, "getlist") else [data.get(name, "")]
        return "\n".join(line for line in (" ".join(str(each).split()) for each in every) if line)

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> bool:
        """Whether no box was sent at all."""
        return name not in data

    def first_id(self, field_id: str) -> str:
        """The box that an error leads to."""
        return f"{field_id}_0"


class NamesField(forms.CharField):
    """Names, one a line, none longer than the register keeps."""

    def __init__(self, *, suggest: str = "", **options: Any) -> None:
        super().__init__(widget=NameBoxes(suggest), required=False, **options)

    def clean(self, value: Any) -> str:
        """The names. Raises ValidationError for one that is too long."""
        names = super().clean(value)
        if any(len(line) > _LONGEST_NAME for line in str(names).splitlines()):
            raise forms.ValidationError(_("A name has 300 characters at most. Shorten the long one."))
        return str(names)
