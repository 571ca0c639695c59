"""An action as a person types it: whole, or one field of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from turntide.web.design.forms import DateInputField
from turntide.web.design.statuses import CONFIDENCE, LIFECYCLE
from turntide.web.plans.forms.boxes import NamesField
from turntide.web.plans.store.lines import lines
from turntide.web.plans.store.readings import weighting_read
from turntide.web.plans.store.typed import AS_READ, DAYS, FIELDS, NOT_SAID

ORGANISATIONS, PROGRAMMES = "organisations-known", "programmes-known"
"""The ids of the lists of suggestions that a page with this form holds."""
_MEANT = ((AS_READ, _("As the words say")), (NOT_SAID, _("Not said")))
_LIFECYCLES = [*_MEANT, *((name, shown.word) for name, shown in LIFECYCLE.items() if name != "merged")]
_CONFIDENCES = [*_MEANT, *((name, shown.word) for name, shown in CONFIDENCE.items() if name != "blue")]


def _text(label: Any, rows: int, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, widget=widget, required=False)


class ActionForm(forms.Form):
    """The boxes of an action. ``saw`` is the version that stood when the page was opened."""

    ref = forms.CharField(
        label=_("Reference"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )
    text = forms.CharField(
        label=_("Action"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say what is to be done.")},
    )
    detail = _text(_("Detail"), 4)
    rationale = _text(_("Why"), 3)
    leads = NamesField(label=_("Leads"), suggest=ORGANISATIONS, help_text=_("One a box."))
    partners = NamesField(label=_("Partners"), suggest=ORGANISATIONS, help_text=_("One a box."))
    involving = _text(_("Owners in the plan's own words"), 2, _("Where the plan says more than their names."))
    when = forms.CharField(
        label=_("When, in words"),
        required=False,
        help_text=_("For example “2026/27” or “By the end of March 2027”. We work the dates out from it."),
    )
    starts = DateInputField(label=_("Starts"), required=False)
    ends = DateInputField(
        label=_("Ends"),
        required=False,
        help_text=_("Change a date only where it differs from what the words say."),
    )
    milestones = _text(_("Milestones"), 5, _("One a line. We read the date out of the line."))
    measures = _text(_("Measures"), 4, _("How success is known. One a line."))
    status = forms.CharField(label=_("Status, in the plan's own words"), required=False)
    lifecycle = forms.ChoiceField(label=_("How far it is"), choices=_LIFECYCLES, required=False)
    confidence = forms.ChoiceField(label=_("How sure you are of it"), choices=_CONFIDENCES, required=False)
    programmes = NamesField(label=_("Programmes"), suggest=PROGRAMMES, help_text=_("One a box."))
    weightings = _text(_("Weightings"), 3, _("One a line: a name, a colon and a share, like “Year 1: 5%”."))
    money = _text(_("Cost"), 2, _("One a line. We read the sum out of the line."))
    progress = _text(
        _("Progress"), 4, _("One report a line. A date may stand in front, like “31 March 2027: …”.")
    )
    remarks = _text(
        _("Also said"), 3, _("One a line: what it is about, a colon and the words, like “Funding: a grant”.")
    )
    saw = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        boxes: Mapping[str, str] | None = None,
        saw: int | None = None,
        only: Iterable[str] = (),
        prefix: str | None = None,
    ) -> None:
        super().__init__(data, initial=_initial(boxes or {}, saw), prefix=prefix)
        self.before = dict(boxes or {})
        wanted = set(only) | {"saw"}
        for name in list(self.fields):
            if len(wanted) > 1 and name not in wanted:
                del self.fields[name]

    def clean_weightings(self) -> str:
        """Each line a name and a share; those that stood before stay as they are."""
        words = str(self.cleaned_data["weightings"])
        held = set(lines(self.before.get("weightings", "")))
        for number, line in enumerate(lines(words), start=1):
            if line not in held and weighting_read(line) is None:
                message = gettext("Write line %(n)d as a name, a colon and a share, like “Year 1: 5%%”.")
                raise forms.ValidationError(message % {"n": number})
        return words

    def clean(self) -> dict[str, Any]:
        """An action ends after it starts, and its dates need words."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", gettext("The end must not be before the start."))
        if (starts or ends) and "when" in cleaned and not cleaned["when"].strip() and self._days_typed():
            self.add_error("when", gettext("Say when in words too, for example “By March 2027”."))
        return cleaned

    @property
    def boxes(self) -> dict[str, str]:
        """What was typed, by box."""
        return {name: _as_typed(value) for name, value in self.cleaned_data.items() if name != "saw"}

    @property
    def version(self) -> int:
        """The version the writer saw."""
        return int(self.cleaned_data.get("saw") or 0)

    def _days_typed(self) -> bool:
        return any(_as_typed(self.cleaned_data.get(day)) != self.before.get(day, "") for day in DAYS)


def boxes_of(field: str) -> tuple[str, ...]:
    """The boxes of one field, or of all; none for a field there is not."""
    return FIELDS.get(field, ())


def _initial(boxes: Mapping[str, str], saw: int | None) -> dict[str, Any]:
    days = {name: _day(boxes.get(name, "")) for name in DAYS}
    return {**boxes, **days, "saw": saw}


def _day(iso: str) -> Any:
    return forms.DateField().to_python(iso) if iso else None


def _as_typed(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value or "")
