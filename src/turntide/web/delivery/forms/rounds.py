"""A round as it is drafted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group, Round
from turntide.web.delivery.rules.due_days import due_day, may_be_due
from turntide.web.delivery.rules.period_words import words_of
from turntide.web.delivery.rules.periods import Period, kind_of, likeliest, period_of, proposals
from turntide.web.delivery.services.rounds import Drafted
from turntide.web.delivery.store.nation import nation_of
from turntide.web.design.forms import DateInputField
from turntide.web.plans.models import Plan

OTHER = "other"
_LONGEST = timedelta(days=2 * 366)
_LAST = {
    "month": gettext_lazy("Last month"),
    "quarter": gettext_lazy("Last quarter"),
    "half": gettext_lazy("Last half-year"),
    "year": gettext_lazy("Last financial year"),
}
_THIS = {
    "month": gettext_lazy("This month"),
    "quarter": gettext_lazy("This quarter"),
    "half": gettext_lazy("This half-year"),
    "year": gettext_lazy("This financial year"),
}


class RoundForm(forms.Form):
    """What a round asks for, of whom, and by when. ``version`` is that of the draft that the writer saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    about = forms.ChoiceField(label=gettext_lazy("Which period is it about?"), widget=forms.RadioSelect)
    starts = DateInputField(label=gettext_lazy("First day"), required=False)
    ends = DateInputField(label=gettext_lazy("Last day"), required=False)
    due_on = DateInputField(
        label=gettext_lazy("Answers are due by"),
        help_text=gettext_lazy(
            "A working day. People are reminded before it, and after it until they answer."
        ),
    )
    plans = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Plans"),
        queryset=Plan.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "Tick none to ask for all of them: everybody gets one letter, whatever the plan."
        ),
    )
    group = forms.ModelChoiceField(
        label=gettext_lazy("Only what this group looks after"),
        queryset=Group.objects.none(),
        required=False,
        empty_label=gettext_lazy("Everything"),
    )
    note = forms.CharField(
        label=gettext_lazy("A note for everybody"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("It stands in the letter that asks them."),
    )
    title = forms.CharField(
        label=gettext_lazy("Name of the round"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Without one it is named after its period."),
    )

    def __init__(self, data: Any = None, *, place: Place, today: date, **options: Any) -> None:
        super().__init__(data, **options)
        self.nation, self.today = nation_of(place), today
        about, plans, group = self.fields["about"], self.fields["plans"], self.fields["group"]
        assert isinstance(about, forms.ChoiceField)
        assert isinstance(plans, forms.ModelMultipleChoiceField) and isinstance(group, forms.ModelChoiceField)
        about.choices = list(_choices(today))
        plans.queryset = place.plans.filter(retired_at=None)
        group.queryset = place.groups.standing()

    def clean_due_on(self) -> date:
        """Raises ValidationError: it is past, or offices are closed."""
        day: date = self.cleaned_data["due_on"]
        ruling = may_be_due(day, self.today, self.nation)
        if not ruling:
            raise ValidationError(ruling.reason)
        return day

    def clean(self) -> dict[str, Any]:
        """Work out the period, and say what is wrong with days of one's own."""
        typed = self.cleaned_data
        if typed.get("about") == OTHER:
            self._check_days(typed.get("starts"), typed.get("ends"))
        return typed

    @property
    def drafted(self) -> Drafted:
        """What was typed, once it is valid."""
        typed, period = self.cleaned_data, self._period()
        return Drafted(
            title=typed["title"].strip() or words_of(period.starts, period.ends),
            period=period.kind,
            starts=period.starts,
            ends=period.ends,
            due_on=typed["due_on"],
            note=typed["note"].strip(),
            plans=tuple(typed["plans"]),
            group=typed["group"],
        )

    @property
    def other_days(self) -> bool:
        """Whether the boxes for days of one's own stand open."""
        return self["about"].value() == OTHER or bool(self.errors.get("starts") or self.errors.get("ends"))

    @property
    def fields_after(self) -> Iterator[forms.BoundField]:
        """The fields that follow the period, without those that have nothing to choose."""
        for name in ("due_on", "plans", "group", "note", "title"):
            field = self.fields[name]
            if not isinstance(field, forms.ModelChoiceField) or field.queryset:
                yield self[name]

    def _period(self) -> Period:
        if self.cleaned_data["about"] == OTHER:
            starts, ends = self.cleaned_data["starts"], self.cleaned_data["ends"]
            return Period(kind_of(starts, ends), starts, ends)
        kind, _between, starts = self.cleaned_data["about"].partition(" ")
        return period_of(kind, date.fromisoformat(starts))

    def _check_days(self, starts: date | None, ends: date | None) -> None:
        if starts is None and "starts" not in self.errors:
            self.add_error("starts", _("Say with which day the period begins."))
        if ends is None and "ends" not in self.errors:
            self.add_error("ends", _("Say with which day the period ends."))
        if starts and ends and not timedelta(0) <= ends - starts <= _LONGEST:
            self.add_error("ends", _("The last day must come after the first, and within two years of it."))


def proposed(place: Place, today: date) -> Mapping[str, Any]:
    """What the form of a new round starts with."""
    return {"about": _key(likeliest(today)), "due_on": due_day(today, nation_of(place))}


def as_it_stands(round_: Round, today: date) -> Mapping[str, Any]:
    """A draft in the boxes of the form."""
    now: dict[str, Any] = {
        name: getattr(round_, name) for name in ("due_on", "group", "note", "title", "version")
    }
    now["plans"] = list(round_.plans.all())
    period = Period(round_.period, round_.starts, round_.ends)
    if period in proposals(today):
        return now | {"about": _key(period)}
    return now | {"about": OTHER, "starts": round_.starts, "ends": round_.ends}


def _choices(today: date) -> Iterator[tuple[str, str]]:
    for period in proposals(today):
        named = (_THIS if period.ends >= today else _LAST)[period.kind]
        yield _key(period), f"{named}: {words_of(period.starts, period.ends)}"
    yield OTHER, _("Other days")


def _key(period: Period) -> str:
    return f"{period.kind} {period.starts.isoformat()}"
