"""What an officer says about an answer, or does to get one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.delivery.services.chasing import Known
from turntide.web.design.forms import DateInputField

_LONGEST = 2000


class CommentForm(forms.Form):
    """What is to be put right in an update that is sent back; ``saw`` is the version the officer looked at."""

    says_optional = False
    comment = forms.CharField(
        label=gettext_lazy("What is to be put right"),
        help_text=gettext_lazy("They get this by e-mail, with their own page to answer on."),
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[MaxLengthValidator(_LONGEST)],
        error_messages={"required": gettext_lazy("Say what is to be put right.")},
    )
    saw = forms.IntegerField(widget=forms.HiddenInput)


class QuestionForm(forms.Form):
    """A question to whoever answers."""

    says_optional = False
    question = forms.CharField(
        label=gettext_lazy("Your question"),
        help_text=gettext_lazy("They get this by e-mail. What they said stands meanwhile."),
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[MaxLengthValidator(_LONGEST)],
        error_messages={"required": gettext_lazy("Write your question.")},
    )


class WordsForm(forms.Form):
    """The words of an update that are to be published, or that none are."""

    says_optional = False
    words = forms.CharField(
        label=gettext_lazy("Words for residents"),
        help_text=gettext_lazy("What was done and what comes of it, in plain words."),
        widget=forms.Textarea(attrs={"rows": 5}),
        validators=[MaxLengthValidator(_LONGEST)],
        required=False,
    )
    public = forms.TypedChoiceField(
        label=gettext_lazy("What happens with them"),
        choices=(
            ("yes", gettext_lazy("Put them to the person who said it, then publish them")),
            ("no", gettext_lazy("Publish nothing of this update")),
        ),
        widget=forms.RadioSelect,
        coerce=lambda chosen: chosen == "yes",
    )
    saw = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Words are wanted where they are to be published."""
        given = super().clean() or {}
        if given.get("public") and not given.get("words", "").strip():
            self.add_error("words", _("Write the words that are to be published."))
        return given


class AbsenceForm(forms.Form):
    """Why somebody does not answer."""

    says_optional = False
    until = DateInputField(
        label=gettext_lazy("Away until"),
        required=False,
        help_text=gettext_lazy("No reminder goes out before. Leave it empty if they are not away."),
    )
    returned = forms.BooleanField(label=gettext_lazy("Their letter came back"), required=False)

    @property
    def known(self) -> Known:
        """What is known."""
        until: date | None = self.cleaned_data.get("until")
        return Known(until, self.cleaned_data["returned"])


class AnswererForm(forms.Form):
    """Who is to answer instead, in this round only or from now on."""

    says_optional = False
    contact = forms.TypedChoiceField(
        label=gettext_lazy("Who answers"),
        coerce=UUID,
        error_messages={"required": gettext_lazy("Choose who answers.")},
    )
    for_good = forms.BooleanField(
        label=gettext_lazy("They answer for it in later rounds too"), required=False, initial=True
    )

    def __init__(self, data: Any = None, *, people: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        super().__init__(data)
        field = self.fields["contact"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", _("Choose somebody")), *((body, list(names)) for body, names in people)]
