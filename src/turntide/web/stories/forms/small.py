"""The smaller forms of stories: a photograph, and what the list is narrowed to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.delivery.rules.pictures import BrokenPictureError, without_whereabouts
from turntide.web.plans.models import Plan

_MOST_BYTES = 10 * 1024 * 1024


class PictureForm(forms.Form):
    """A photograph, what it shows, and that those in it agreed."""

    picture = forms.FileField(
        label=gettext_lazy("Choose a photograph"),
        help_text=gettext_lazy("JPEG or PNG, up to 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png"}),
    )
    seen = forms.CharField(
        label=gettext_lazy("What does it show?"),
        max_length=500,
        help_text=gettext_lazy("Read out to people who cannot see it."),
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("Everybody who can be recognised agreed that it is shown"),
        error_messages={"required": gettext_lazy("Ask the people in the photograph first.")},
    )

    def clean_picture(self) -> Any:
        """Raises ValidationError: no picture by its bytes, or too large."""
        sent = self.cleaned_data["picture"]
        if sent.size > _MOST_BYTES:
            raise ValidationError(_("The photograph is larger than 10 MB. Make it smaller and try again."))
        try:
            without_whereabouts(sent.read())
        except BrokenPictureError as broken:
            message = _("This is no JPEG or PNG picture, or a damaged one. Choose a photograph.")
            raise ValidationError(message) from broken
        sent.seek(0)
        return sent


class WantedForm(forms.Form):
    """What the list is narrowed to."""

    says_optional = False
    words = forms.CharField(label=gettext_lazy("Words"), required=False, max_length=200)
    plan = forms.ModelChoiceField(
        label=gettext_lazy("Plan"),
        queryset=Plan.objects.none(),
        required=False,
        empty_label=gettext_lazy("Every plan"),
    )
    only = forms.ChoiceField(
        label=gettext_lazy("Only those that are"),
        required=False,
        choices=(
            ("", gettext_lazy("All")),
            ("told", gettext_lazy("Ready and agreed")),
            ("draft", gettext_lazy("Being written")),
            ("withdrawn", gettext_lazy("No longer agreed to")),
        ),
    )

    def __init__(self, data: Any, *, place: Place, may_edit: bool) -> None:
        super().__init__(data)
        plan = self.fields["plan"]
        assert isinstance(plan, forms.ModelChoiceField)
        plan.queryset = place.plans.filter(retired_at=None)
        if not may_edit:
            del self.fields["only"]
