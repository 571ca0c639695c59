"""What is to be done with many actions at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from turntide.web.design.statuses import CONFIDENCE, LIFECYCLE
from turntide.web.plans.forms.action import ORGANISATIONS, PROGRAMMES
from turntide.web.plans.forms.placing import Choice
from turntide.web.plans.services.bulk import LEAD, PARTNER, PROGRAMME, RETIRE, STATUS, UNDER, WHEN

_AS_IT_IS = (("", _("Leave as it is")),)
_WHAT = (
    (LEAD, _("Set the lead")),
    (PARTNER, _("Add a partner")),
    (WHEN, _("Set when")),
    (STATUS, _("Set the status")),
    (PROGRAMME, _("Add to a programme")),
    (UNDER, _("Move under a heading")),
    (RETIRE, _("Retire")),
)
_BOXES = {
    LEAD: {"lead": "leads"},
    PARTNER: {"partner": "partners"},
    WHEN: {"when": "when"},
    STATUS: {"status": "status", "lifecycle": "lifecycle", "confidence": "confidence"},
    PROGRAMME: {"programme": "programmes"},
}
_NEEDED = {
    LEAD: _("Say who leads."),
    PARTNER: _("Say who the partner is."),
    WHEN: _("Say when, for example “2026/27”."),
    STATUS: _("Say the status in words, or choose how far it is."),
    PROGRAMME: _("Say which programme."),
    UNDER: _("Choose a heading."),
}


def _name(label: Any, suggest: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"list": suggest})
    return forms.CharField(label=label, max_length=300, required=False, widget=widget)


class BulkForm(forms.Form):
    """What is to be done, and the box it needs; the other boxes count for nothing."""

    says_optional = False
    what = forms.ChoiceField(
        label=_("What to do"),
        choices=_WHAT,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what to do.")},
    )
    lead = _name(_("Lead"), ORGANISATIONS)
    partner = _name(_("Partner"), ORGANISATIONS)
    when = forms.CharField(label=_("When, in words"), required=False)
    status = forms.CharField(label=_("Status, in words"), required=False)
    lifecycle = forms.ChoiceField(
        label=_("How far it is"),
        required=False,
        choices=[*_AS_IT_IS, *((name, shown.word) for name, shown in LIFECYCLE.items() if name != "merged")],
    )
    confidence = forms.ChoiceField(
        label=_("How sure you are of it"),
        required=False,
        choices=[*_AS_IT_IS, *((name, shown.word) for name, shown in CONFIDENCE.items() if name != "blue")],
    )
    programme = _name(_("Programme"), PROGRAMMES)
    under = forms.ChoiceField(label=_("Heading"), required=False)

    def __init__(self, data: Mapping[str, Any] | None, headings: Sequence[Choice]) -> None:
        super().__init__(data)
        field = self.fields["under"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choose a heading")), *headings]

    def clean(self) -> dict[str, Any]:
        """The box that belongs to what is to be done is filled."""
        cleaned = super().clean() or {}
        what = cleaned.get("what", "")
        needed = [UNDER] if what == UNDER else list(_BOXES.get(what, {}))
        if needed and not any(str(cleaned.get(name) or "").strip() for name in needed):
            self.add_error(needed[0], str(_NEEDED[what]))
        return cleaned

    @property
    def boxes(self) -> dict[str, str]:
        """What was typed for what is to be done, by the box of an action."""
        wanted = _BOXES.get(self.cleaned_data["what"], {})
        return {box: str(self.cleaned_data[name]).strip() for name, box in wanted.items()}

    @property
    def said(self) -> str:
        """What is to be done, in words."""
        return str(dict(_WHAT)[self.cleaned_data["what"]])
