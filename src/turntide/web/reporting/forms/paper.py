"""What a paper is to be of: only what its kind asks for, with the right choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.design.forms import DateInputField
from turntide.web.periods.models import Frozen
from turntide.web.reporting.forms.fields import (
    OTHER,
    OUR_FIELDS,
    compared_choices,
    period_choices,
    theme_choices,
)
from turntide.web.reporting.models import Report
from turntide.web.reporting.rules.kinds import ASKED, NEEDED
from turntide.web.reporting.rules.naming import period_words, title_of
from turntide.web.reporting.store import choices
from turntide.web.reporting.store.states import Chosen

_LONGEST = timedelta(days=5 * 366)
ROWS: Mapping[str, Callable[[Place], QuerySet[Any]]] = {
    "plans": choices.plans_offered,
    "group": choices.groups_offered,
    "body": choices.bodies_offered,
    "round": choices.rounds_opened,
    "story": choices.stories_offered,
    "letterhead": choices.letterheads_offered,
    "theme": choices.themes_offered,
}
"""The rows that each field offers."""


class PaperForm(forms.Form):
    """A paper of a kind. ``version`` is that of the draft the writer saw."""

    says_optional = False

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    starts = DateInputField(label=gettext_lazy("First day"), required=False)
    ends = DateInputField(label=gettext_lazy("Last day"), required=False)

    def __init__(self, data: Any = None, *, kind: str, place: Place, today: date, **options: Any) -> None:
        super().__init__(data, **options)
        self.kind, self.place, self.today = kind, place, today
        for name in ASKED[kind]:
            if name == "language" and len(settings.LANGUAGES) < 2:
                continue
            self.fields[name] = OUR_FIELDS[name]()
            self.fields[name].required = name in NEEDED.values() or name in ("period", "since", "until")
        if "period" not in self.fields:
            del self.fields["starts"], self.fields["ends"]
        self._offer()

    def clean(self) -> dict[str, Any]:
        """Say what is wrong with days of one's own, and with what a paper is compared with."""
        typed = super().clean() or {}
        if typed.get("period") == OTHER:
            self._check_days(typed.get("starts"), typed.get("ends"))
        if typed.get("since") and typed.get("until") and typed["since"] >= typed["until"]:
            self.add_error("until", _("The later day must come after the earlier one."))
        return typed

    def clean_until(self) -> date:
        """Raises ValidationError: it is to come."""
        until: date = self.cleaned_data["until"]
        if until > self.today:
            raise ValidationError(_("Choose today or a day before it: what is to come is not known yet."))
        return until

    def clean_before(self) -> Frozen | None:
        """The frozen period that is meant."""
        wanted = self.cleaned_data["before"]
        paper = next((each for each in self._compared if str(each.frozen_id) == wanted), None)
        return paper.frozen if paper else None

    @property
    def chosen(self) -> Chosen:
        """What was typed, once it is valid."""
        typed = self.cleaned_data
        starts, ends = self._days()
        since = typed.get("since")
        names = ("group", "theme", "body", "round", "story", "letterhead", "before")
        pointers = {name: typed.get(name) for name in names}
        title = typed.get("title", "").strip() or self._title(starts, ends)
        return Chosen(
            title=title[:200],
            starts=starts,
            ends=ends,
            since=since,
            language=typed.get("language") or settings.LANGUAGE_CODE,
            plans=tuple(typed.get("plans") or ()),
            **pointers,
        )

    @property
    def leading(self) -> Iterator[forms.BoundField]:
        """The fields before the period."""
        return self._asked(before=True)

    @property
    def following(self) -> Iterator[forms.BoundField]:
        """The fields after the period, and all where none is asked for."""
        return self._asked(before=False)

    @property
    def other_days(self) -> bool:
        """Whether the boxes for days of one's own stand open."""
        return self["period"].value() == OTHER or bool(self.errors.get("starts") or self.errors.get("ends"))

    def _offer(self) -> None:
        self._compared: list[Report] = []
        if "before" in self.fields:
            self._compared = list(choices.compared_offered(self.place).select_related("frozen"))
        for name, rows in ROWS.items():
            field = self.fields.get(name)
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows(self.place)
        self._word("period", lambda: period_choices(choices.periods_offered(self.place, self.today)))
        self._word("before", lambda: compared_choices(self._compared))
        self._word("theme", lambda: theme_choices(choices.themes_offered(self.place)))

    def _word(self, name: str, words: Callable[[], Iterable[tuple[str, Any]]]) -> None:
        """Offer choices in these words, where they are asked for."""
        field = self.fields.get(name)
        if isinstance(field, forms.ChoiceField):
            field.choices = list(words())

    def _asked(self, *, before: bool) -> Iterator[forms.BoundField]:
        """Fields in order, without those that have nothing to choose."""
        names = ASKED[self.kind]
        at = names.index("period") if "period" in names else 0
        for name in names[:at] if before else names[at:]:
            if name in self.fields and name != "period" and self._has_choice(name):
                yield self[name]

    def _has_choice(self, name: str) -> bool:
        field = self.fields[name]
        if field.required:
            return True
        if isinstance(field, forms.ModelChoiceField):
            return bool(field.queryset)
        return name != "before" or bool(self._compared)

    def _days(self) -> tuple[date, date]:
        typed = self.cleaned_data
        if "round" in self.fields:
            return typed["round"].starts, typed["round"].ends
        if "since" in self.fields:
            return typed["since"], typed["until"]
        if typed["period"] == OTHER:
            return typed["starts"], typed["ends"]
        starts, _between, ends = typed["period"].partition(" ")
        return date.fromisoformat(starts), date.fromisoformat(ends)

    def _title(self, starts: date, ends: date) -> str:
        typed = self.cleaned_data
        about = next((str(typed[name]) for name in ("theme", "body", "round") if typed.get(name)), "")
        return title_of(self.kind, period_words(starts, ends, typed.get("since")), about)

    def _check_days(self, starts: date | None, ends: date | None) -> None:
        if starts is None and "starts" not in self.errors:
            self.add_error("starts", _("Say with which day the period begins."))
        if ends is None and "ends" not in self.errors:
            self.add_error("ends", _("Say with which day the period ends."))
        if starts and ends and not timedelta(0) <= ends - starts <= _LONGEST:
            self.add_error("ends", _("The last day must come after the first, and within five years of it."))
