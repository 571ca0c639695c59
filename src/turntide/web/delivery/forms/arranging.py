"""How a place and its plans report, and how often single actions are asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.delivery.models import Arrangements, Reporting
from turntide.web.delivery.rules.paces import kept, pace
from turntide.web.delivery.services.arranging import Arranged, Reported

_USUAL_PACES = (1, 2, 3, 4, 6, 12, 24)
_KEPT = (12, 24, 36, 60, 84)


class ArrangementsForm(forms.Form):
    """How a place runs its rounds. ``version`` is the one the writer saw."""

    says_optional = False
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    nation = forms.ChoiceField(
        label=gettext_lazy("Whose bank holidays hold"),
        choices=Arrangements.Nation.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Reminders go out on working days."),
    )
    reply_days = forms.IntegerField(
        label=gettext_lazy("Working days to correct words"),
        min_value=1,
        max_value=60,
        help_text=gettext_lazy(
            "How long partners have to put right what is to be published of their update, before it is."
        ),
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    keep_months = forms.TypedChoiceField(
        label=gettext_lazy("How long to keep what is known of people in closed rounds"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=gettext_lazy("What was said of actions stays; names and addresses go."),
    )

    def __init__(self, data: Any = None, *, now: Arrangements) -> None:
        names = ("version", "nation", "reply_days", "keep_months")
        super().__init__(data, initial={name: getattr(now, name) for name in names})
        keep = self.fields["keep_months"]
        assert isinstance(keep, forms.ChoiceField)
        lengths = sorted({*_KEPT, *([now.keep_months] if now.keep_months else [])})
        keep.choices = [*((each, kept(each)) for each in lengths), ("", kept(None))]

    @property
    def arranged(self) -> Arranged:
        """What was chosen, once it is valid."""
        return Arranged(**{name: self.cleaned_data[name] for name in ("nation", "reply_days", "keep_months")})


class ReportingForm(forms.Form):
    """How a plan is reported on. ``version`` is the one the writer saw."""

    COLOURS, PLAIN, STORIES = "colours", "plain", "stories"
    says_optional = False
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    months = forms.TypedChoiceField(
        label=gettext_lazy("How often its actions are asked"),
        coerce=int,
        help_text=gettext_lazy("An action with a pace of its own keeps it."),
    )
    told = forms.ChoiceField(
        label=gettext_lazy("How it is told"),
        widget=forms.RadioSelect,
        choices=(
            (COLOURS, gettext_lazy("How far each action is, and how sure: red, amber or green")),
            (PLAIN, gettext_lazy("How far each action is, without colours")),
            (
                STORIES,
                gettext_lazy("In stories and learning only: some things are not fairly told in numbers"),
            ),
        ),
    )

    def __init__(self, data: Any = None, *, now: Reporting) -> None:
        super().__init__(data, initial={"version": now.version, "months": now.months, "told": told(now)})
        _offer_paces(self, now.months)

    @property
    def reported(self) -> Reported:
        """What was chosen, once it is valid."""
        way = self.cleaned_data["told"]
        return Reported(
            months=self.cleaned_data["months"],
            confidence=way != self.PLAIN,
            stories_only=way == self.STORIES,
        )


def told(reporting: Reporting) -> str:
    """How a plan is told, as the form has it."""
    if reporting.stories_only:
        return ReportingForm.STORIES
    return ReportingForm.COLOURS if reporting.confidence else ReportingForm.PLAIN


class CadenceForm(forms.Form):
    """How often one action is asked; nothing: as often as its plan."""

    says_optional = False
    months = forms.TypedChoiceField(
        label=gettext_lazy("How often this action is asked"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, data: Any = None, *, now: int | None, usual: int, proposed: int | None = None) -> None:
        super().__init__(data, initial={"months": now or ""})
        _offer_paces(
            self, now, proposed, none=_("As often as its plan: %(pace)s") % {"pace": pace(usual).lower()}
        )


class ProposalsForm(forms.Form):
    """Which of the paces that a plan's wording proposes are taken over."""

    actions = forms.MultipleChoiceField(
        required=True, error_messages={"required": gettext_lazy("Tick the actions you mean.")}
    )

    def __init__(self, data: Any = None, *, offered: Mapping[UUID, int]) -> None:
        super().__init__(data)
        self.offered = offered
        actions = self.fields["actions"]
        assert isinstance(actions, forms.MultipleChoiceField)
        actions.choices = [(str(id_), str(id_)) for id_ in offered]

    @property
    def months(self) -> dict[UUID, int | None]:
        """The months of each that was ticked, once it is valid."""
        return {UUID(id_): self.offered[UUID(id_)] for id_ in self.cleaned_data["actions"]}


class FindActionForm(forms.Form):
    """Words to find an action by."""

    says_optional = False
    words = forms.CharField(label=gettext_lazy("Words of an action"), required=False, max_length=200)

    @property
    def words_given(self) -> str:
        """What was asked for, on one line."""
        self.is_valid()
        return " ".join(str(self.cleaned_data.get("words", "")).replace("\0", "").split())


def _offer_paces(form: forms.Form, *more: int | None, none: str = "") -> None:
    months = form.fields["months"]
    assert isinstance(months, forms.ChoiceField)
    paces = sorted({*_USUAL_PACES, *(each for each in more if each)})
    first: list[tuple[int | str, str]] = [("", none)] if none else []
    months.choices = [*first, *((each, pace(each)) for each in paces)]
